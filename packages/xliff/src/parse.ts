import {SaxesParser} from 'saxes'

/** An element with where it stands; offsets are UTF-16 code units of the text, ends excluded. */
export interface Element {
  /** Local name for elements of XLIFF and its modules and for undeclared prefixes, else the name as written. */
  readonly name: string
  /** Namespace; undefined for an undeclared prefix, empty for none. */
  readonly namespace: string | undefined
  /** By name as written. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
  /** Offset of `<`. */
  readonly start: number
  /** Offset after the opening tag; equal to `end` when the tag closes itself. */
  readonly bodyStart: number
  /** Offset of `</`; equal to `end` when the tag closes itself. */
  bodyEnd: number
  end: number
}

/** What a parser tells; `containers` are the elements being open, outermost first. */
export interface Visitor {
  /** An element that holds units, open but without children. */
  open(element: Element, containers: ReadonlyArray<Element>): void
  close(element: Element, containers: ReadonlyArray<Element>): void
  /** An element below containers alone, with all it holds: a unit, a header, notes. */
  leaf(element: Element, containers: ReadonlyArray<Element>): void
}

/** Why parsing ended early. */
export interface Failure {
  readonly reason: string
  readonly offset: number
}

const CONTAINERS: ReadonlySet<string> = new Set(['xliff', 'file', 'body', 'group'])

/** Elements inside one another, above which a file is hostile. */
const DEEPEST = 1000

const XLIFF = 'urn:oasis:names:tc:xliff:'

export interface ParseOptions {
  /** Offset of the text in its file. @default 0 */
  readonly base?: number
  /** Whether the text is a piece of a file. @default false */
  readonly fragment?: boolean
  /** Names of the elements that hold units. @default those of XLIFF */
  readonly containers?: ReadonlySet<string>
}

/**
 * Parse XML, giving one unit at a time, so that memory does not grow with the file.
 *
 * Prefixes need not be declared. Entities of a document type are not expanded.
 *
 * @returns
 *   Where and why the text is not well-formed, if it is not; all before that has been visited.
 */
export function parse(
  text: string,
  visitor: Visitor,
  {base = 0, fragment = false, containers: holders = CONTAINERS}: ParseOptions = {}
): Failure | undefined {
  const parser = new SaxesParser({xmlns: false, position: false, fragment})
  const containers: Element[] = []
  const leaf: Element[] = []
  const scopes = createScopes()
  let start = 0
  let root: string | undefined

  // Namespaces are declared in few tags: looking for the next one is cheaper than looking at all attributes.
  let nextDeclaration = text.indexOf('xmlns')
  const declares = (): boolean => {
    if (nextDeclaration >= 0 && nextDeclaration < start) nextDeclaration = text.indexOf('xmlns', start)
    return nextDeclaration >= 0 && nextDeclaration < parser.position
  }

  parser.on('error', (error) => {
    throw new Stop(error.message, base + parser.position)
  })
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1)
  })
  parser.on('opentag', (tag) => {
    if (containers.length + leaf.length >= DEEPEST) throw new Stop('nested too deeply', base + start)
    const namespace = scopes.enter(tag.name, tag.attributes, declares())
    if (containers.length + leaf.length === 0) root = namespace
    const element: Element = {
      name: nameOf(tag.name, namespace, root),
      namespace,
      attributes: tag.attributes,
      children: [],
      start: base + start,
      bodyStart: base + parser.position,
      bodyEnd: base + parser.position,
      end: base + parser.position
    }
    if (leaf.length === 0 && holders.has(element.name)) {
      visitor.open(element, containers)
      containers.push(element)
    } else {
      leaf.at(-1)?.children.push(element)
      leaf.push(element)
    }
  })
  parser.on('closetag', (tag) => {
    scopes.leave()
    const element = leaf.pop()
    const closed = element ?? containers.pop()!
    closed.end = base + parser.position
    closed.bodyEnd = tag.isSelfClosing ? closed.end : base + text.lastIndexOf('<', parser.position - 1)
    if (!element) visitor.close(closed, containers)
    else if (leaf.length === 0) visitor.leaf(element, containers)
  })
  const addText = (value: string): void => {
    leaf.at(-1)?.children.push(value)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  return run(parser, text)
}

function run(
  parser: SaxesParser<{xmlns: false; position: false; fragment: boolean}>,
  text: string
): Failure | undefined {
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Stop) return {reason: error.message, offset: error.offset}
    throw error
  }
}

class Stop extends Error {
  readonly offset: number

  constructor(reason: string, offset: number) {
    super(reason)
    this.offset = offset
  }
}

function nameOf(name: string, namespace: string | undefined, root: string | undefined): string {
  const colon = name.indexOf(':')
  const foreign = namespace !== undefined && namespace !== root && !namespace.startsWith(XLIFF)
  if (foreign) return colon < 0 ? `{${namespace}}${name}` : name
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Namespaces by prefix. */
type Scope = ReadonlyMap<string, string>

/** Namespaces in scope. */
function createScopes(): {
  enter(name: string, attributes: Readonly<Record<string, string>>, declares: boolean): string | undefined
  leave(): void
} {
  const scopes: Scope[] = [
    new Map([
      ['', ''],
      ['xml', 'http://www.w3.org/XML/1998/namespace']
    ])
  ]
  return {
    enter(name, attributes, declares) {
      const scope = declares ? declare(scopes.at(-1)!, attributes) : scopes.at(-1)!
      scopes.push(scope)
      const colon = name.indexOf(':')
      return scope.get(colon < 0 ? '' : name.slice(0, colon))
    },
    leave() {
      scopes.pop()
    }
  }
}

function declare(scope: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let result: Map<string, string> | undefined
  for (const key in attributes) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue
    result ??= new Map(scope)
    result.set(key.slice(6), attributes[key]!)
  }
  return result ?? scope
}

/** Children of an element with this name, its own alone. */
export function childrenOf(element: Element, name: string): Element[] {
  const found: Element[] = []
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === name) found.push(child)
  }
  return found
}

export function childOf(element: Element, name: string): Element | undefined {
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === name) return child
  }
  return undefined
}

/** All text inside an element. */
export function textIn(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}
