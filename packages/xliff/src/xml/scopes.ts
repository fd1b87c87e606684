import type {Tag} from './tag.ts'

/** The name and namespace of an element. */
export interface Resolved {
  /** Local name for elements of XLIFF and its modules and for undeclared prefixes, else the name as written. */
  readonly name: string
  /** Undefined for an undeclared prefix, empty for none. */
  readonly namespace: string | undefined
}

/** Namespaces by prefix, and the names resolved so far. */
interface Scope {
  readonly namespaces: ReadonlyMap<string, string>
  readonly names: Map<string, Resolved>
}

const XLIFF = 'urn:oasis:names:tc:xliff:'

/** How many names a scope remembers. */
const MANY = 1000

/** The namespaces in scope, kept while tags are entered and left (Namespaces in XML 1.0, section 6). */
export function createScopes(): {enter(tag: Tag): Resolved; leave(): void} {
  let scope: Scope = {
    namespaces: new Map([
      ['', ''],
      ['xml', 'http://www.w3.org/XML/1998/namespace']
    ]),
    names: new Map()
  }
  const outer: Scope[] = []
  let root: string | undefined
  return {
    enter({name, attributes, declares}) {
      outer.push(scope)
      if (declares) scope = {namespaces: declare(scope.namespaces, attributes), names: new Map()}
      if (outer.length === 1) root = scope.namespaces.get(prefixOf(name))
      const known = scope.names.get(name)
      if (known) return known
      const namespace = scope.namespaces.get(prefixOf(name))
      const resolved = {name: localName(name, namespace, root), namespace}
      if (scope.names.size < MANY) scope.names.set(name, resolved)
      return resolved
    },
    leave() {
      scope = outer.pop()!
    }
  }
}

function prefixOf(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? '' : name.slice(0, colon)
}

function localName(name: string, namespace: string | undefined, root: string | undefined): string {
  const colon = name.indexOf(':')
  const isForeign = namespace !== undefined && namespace !== root && !namespace.startsWith(XLIFF)
  if (isForeign) return colon < 0 ? `{${namespace}}${name}` : name
  return colon < 0 ? name : name.slice(colon + 1)
}

function declare(
  outer: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>
): ReadonlyMap<string, string> {
  const result = new Map(outer)
  for (const key in attributes) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) result.set(key.slice(6), attributes[key]!)
  }
  return result
}
