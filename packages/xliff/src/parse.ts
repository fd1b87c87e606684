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
  const nest = createNest(visitor, holders)
  const scopes = createScopes(text)
  let start = 0

  parser.on('error', (error) => {
    throw new Stop(error.message, base + parser.position)
  })
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1)
  })
  parser.on('opentag', ({name, attributes}) => {
    if (nest.depth() >= DEEPEST) throw new Stop('nested too deeply', base + start)
    const end = base + parser.position
    const namespace = scopes.enter(name, attributes, start, parser.position)
    nest.open({
      name: scopes.localName(name, namespace),
      namespace,
      attributes,
      children: [],
      start: base + start,
      bodyStart: end,
      bodyEnd: end,
      end
    })
  })
  parser.on('closetag', ({isSelfClosing}) => {
    scopes.leave()
    const end = parser.position
    nest.close(base + (isSelfClosing ? end : text.lastIndexOf('<', end - 1)), base + end)
  })
  parser.on('text', nest.text)
  parser.on('cdata', nest.text)
  return run(parser, text)
}

/** The elements that are open: containers, and within them one leaf with what it holds. */
function createNest(
  visitor: Visitor,
  holders: ReadonlySet<string>
): {
  depth(): number
  open(element: Element): void
  close(bodyEnd: number, end: number): void
  readonly text: (value: string) => void
} {
  const containers: Element[] = []
  const leaf: Element[] = []
  return {
    depth: () => containers.length + leaf.length,
    open(element) {
      if (leaf.length === 0 && holders.has(element.name)) {
        visitor.open(element, containers)
        containers.push(element)
      } else {
        leaf.at(-1)?.children.push(element)
        leaf.push(element)
      }
    },
    close(bodyEnd, end) {
      const element = leaf.pop()
      const closed = element ?? containers.pop()!
      closed.bodyEnd = bodyEnd
      closed.end = end
      if (!element) visitor.close(closed, containers)
      else if (leaf.length === 0) visitor.leaf(element, containers)
    },
    text(value) {
      leaf.at(-1)?.children.push(value)
    }
  }
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

/** Namespaces by prefix. */
type Scope = ReadonlyMap<string, string>

interface Scopes {
  /** Go into a tag between two offsets; gives the namespace of the element. */
  enter(
    name: string,
    attributes: Readonly<Record<string, string>>,
    start: number,
    end: number
  ): string | undefined
  leave(): void
  localName(name: string, namespace: string | undefined): string
}

/** Namespaces in scope. */
function createScopes(text: string): Scopes {
  const scopes: Scope[] = [
    new Map([
      ['', ''],
      ['xml', 'http://www.w3.org/XML/1998/namespace']
    ])
  ]
  let root: string | undefined
  // Namespaces are declared in few tags: looking for the next one is cheaper than looking at all attributes.
  let next = text.indexOf('xmlns')
  return {
    enter(name, attributes, start, end) {
      if (next >= 0 && next < start) next = text.indexOf('xmlns', start)
      const scope = next >= 0 && next < end ? declare(scopes.at(-1)!, attributes) : scopes.at(-1)!
      scopes.push(scope)
      const colon = name.indexOf(':')
      const namespace = scope.get(colon < 0 ? '' : name.slice(0, colon))
      if (scopes.length === 2) root = namespace
      return namespace
    },
    leave() {
      scopes.pop()
    },
    localName(name, namespace) {
      const colon = name.indexOf(':')
      const foreign = namespace !== undefined && namespace !== root && !namespace.startsWith(XLIFF)
      if (foreign) return colon < 0 ? `{${namespace}}${name}` : name
      return colon < 0 ? name : name.slice(colon + 1)
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
