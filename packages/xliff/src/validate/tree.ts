import {detach} from '../xml/detach.ts'
import type {Element} from '../xml/parse.ts'

/** An element that knows its parent. */
export interface Node {
  readonly element: Element
  /** Name with the usual prefix of its namespace: `unit`, `mtc:match`; `~` for namespaces of others. */
  readonly name: string
  /** By name with the usual prefix, namespace declarations left out. */
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: Node | undefined
  readonly children: ReadonlyArray<Node>
}

const MODULES: Readonly<Record<string, string>> = {
  document: '',
  matches: 'mtc:',
  glossary: 'gls:',
  metadata: 'mda:',
  resourcedata: 'res:',
  changetracking: 'ctr:',
  sizerestriction: 'slr:',
  validation: 'val:',
  fs: 'fs:',
  itsm: 'itsm:',
  pgs: 'pgs:',
  // The text of 2.2 gives this namespace; its schema gives `pgs`.
  pgsm: 'pgs:'
}

/** The usual prefix of a namespace, with its colon; undefined for one that is neither XLIFF's nor W3C's. */
function prefixOf(namespace: string): string | undefined {
  if (namespace === 'http://www.w3.org/XML/1998/namespace') return 'xml:'
  if (namespace === 'http://www.w3.org/2005/11/its') return 'its:'
  if (namespace === 'http://www.w3.org/2001/XMLSchema-instance') return 'xsi:'
  const module = /^urn:oasis:names:tc:xliff:([a-z]+):[\d.]+$/.exec(namespace)?.[1]
  return module !== undefined && Object.hasOwn(MODULES, module) ? MODULES[module] : undefined
}

/** Namespaces by prefix. */
export type Scope = ReadonlyMap<string, string>

/** The tree of an element with all it holds. */
export function treeOf(element: Element, parent: Node | undefined, outer: Scope): Node {
  const children: Node[] = []
  const {node, scope} = nodeOf(element, parent, outer, children)
  for (const child of element.children) {
    if (typeof child !== 'string') children.push(treeOf(child, node, scope))
  }
  return node
}

/** An element with the children it is given, and the namespaces in scope inside it. */
export function nodeOf(
  element: Element,
  parent: Node | undefined,
  outer: Scope,
  children: ReadonlyArray<Node>
): {node: Node; scope: Scope} {
  const scope = declared(element, outer)
  const node = {element, name: nameOf(element), attributes: attributesOf(element, scope), parent, children}
  return {node, scope}
}

/** A copy of a node with all that messages need, which keeps no other node in memory. */
export function bare(node: Node): Node {
  const {element, name} = node
  const stub = {...element, name: detach(element.name), attributes: {}, children: NO_NODES}
  return {element: stub, name, attributes: NO_ATTRIBUTES, parent: undefined, children: NO_NODES}
}

const NO_NODES: ReadonlyArray<never> = []
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

function declared(element: Element, outer: Scope): Scope {
  const own = Object.entries(element.attributes).filter(([key]) => key.startsWith('xmlns:'))
  return own.length === 0
    ? outer
    : new Map([...outer, ...own.map(([key, uri]): [string, string] => [key.slice(6), uri])])
}

function nameOf({name, namespace}: Element): string {
  const prefix = prefixOf(namespace ?? '')
  return prefix === undefined ? '~' : prefix + name.replace(/^(?:\{.*\}|[^:]*:)/, '')
}

function attributesOf(element: Element, scope: Scope): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [key, value] of Object.entries(element.attributes)) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue
    const colon = key.indexOf(':')
    if (colon < 0) attributes.set(key, value)
    else {
      const prefix = prefixOf(scope.get(key.slice(0, colon)) ?? '')
      attributes.set(prefix === undefined ? `~${key}` : prefix + key.slice(colon + 1), value)
    }
  }
  return attributes
}

/** All nodes of a tree, in document order. */
export function walk(node: Node): Node[] {
  const found: Node[] = []
  const visit = (next: Node): void => {
    found.push(next)
    for (const child of next.children) visit(child)
  }
  visit(node)
  return found
}

/** The nearest node above with a name. */
export function ancestor(node: Node, name: string): Node | undefined {
  let above = node.parent
  while (above && above.name !== name) above = above.parent
  return above
}

/** The value of an attribute here or on the nearest node above that has it. */
export function inheritedValue(node: Node, name: string): string | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    const value = at.attributes.get(name)
    if (value !== undefined) return value
  }
  return undefined
}

/** Children with a name. */
export function named(node: Node, name: string): Node[] {
  return node.children.filter((child) => child.name === name)
}
