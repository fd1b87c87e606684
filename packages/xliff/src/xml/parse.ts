import {createScanner, type Handler} from './scan.ts'
import {createScopes} from './scopes.ts'
import {Malformed} from './tag.ts'

/** An element with where it stands. */
export interface Element {
  /** Local name for elements of XLIFF and its modules and for undeclared prefixes, else the name as written. */
  readonly name: string
  /** Namespace; undefined for an undeclared prefix, empty for none. */
  readonly namespace: string | undefined
  /** By name as written. */
  readonly attributes: Readonly<Record<string, string>>
  children: ReadonlyArray<Element | string>
  /** Offset of `<`, in UTF-16 code units of the text. */
  readonly start: number
}

/** What a parser calls. `containers` are the open elements, outermost first. */
export interface Visitor {
  /** An element that holds units, open but without children. */
  readonly open: (element: Element, containers: ReadonlyArray<Element>) => void
  readonly close: (element: Element, containers: ReadonlyArray<Element>) => void
  /** An element that stands in containers only, with all it holds: a unit, a header, notes. */
  readonly leaf: (element: Element, containers: ReadonlyArray<Element>) => void
}

/** Why parsing ended early. */
export interface Failure {
  readonly reason: string
  readonly offset: number
}

const CONTAINERS: ReadonlySet<string> = new Set(['xliff', 'file', 'body', 'group'])

/** Elements nested deeper than this are hostile. */
const DEEPEST = 1000

/** A unit with more elements than this, or more code units, is hostile. */
const [MOST, LARGEST] = [1 << 18, 1 << 26]

/** A text that is parsed in pieces. */
export interface Parser {
  /** @returns Whether to go on; after an error nothing more is read. */
  readonly write: (piece: string) => boolean
  /** @returns Where and why the text is not well-formed; undefined where it is. */
  readonly end: () => Failure | undefined
}

/**
 * A parser of XML that gives one unit at a time, so that memory does not grow with the file.
 *
 * Prefixes need not be declared. Entities of a document type are not expanded.
 *
 * @param base
 *   Offset of the text in its file.
 */
export function createParser(visitor: Visitor, base = 0): Parser {
  const scanner = createScanner(createNest(visitor), base)
  let failure: Failure | undefined
  const attempt = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      failure = {reason: error.message, offset: error.offset}
    }
  }
  return {
    write(piece) {
      attempt(() => scanner.write(piece))
      return failure === undefined
    },
    end() {
      if (!failure) attempt(() => scanner.end())
      return failure
    }
  }
}

/** Parse a whole text; see {@link createParser}. What stands before an error has been visited. */
export function parse(text: string, visitor: Visitor, base = 0): Failure | undefined {
  const parser = createParser(visitor, base)
  parser.write(text)
  return parser.end()
}

/** The open elements: containers, and in them one leaf with what it holds so far. */
function createNest(visitor: Visitor): Handler {
  const containers: Element[] = []
  const leaf: Element[] = []
  const scopes = createScopes()
  let parts = 0
  let top: Element | undefined
  return {
    open(tag, start, end) {
      if (containers.length + leaf.length >= DEEPEST) throw new Malformed('nested too deeply', start)
      const {name, namespace} = scopes.enter(tag)
      const element: Element = {name, namespace, attributes: tag.attributes, children: NONE, start}
      if (!top && CONTAINERS.has(name)) {
        visitor.open(element, containers)
        containers.push(element)
        return
      }
      if (top) add(top, element)
      else parts = 0
      if (++parts > MOST || end - (leaf[0]?.start ?? start) > LARGEST)
        throw new Malformed('a unit is too large', start)
      leaf.push(element)
      top = element
    },
    close() {
      scopes.leave()
      const element = leaf.pop()
      top = leaf.at(-1)
      if (!element) visitor.close(containers.pop()!, containers)
      else if (!top) visitor.leaf(element, containers)
    },
    text(value) {
      if (top) add(top, value)
      else noteText(containers.at(-1)!, value)
    }
  }
}

const NONE: ReadonlyArray<Element | string> = []

/** Most elements have one child or none, and an array that was pushed to takes many times the memory. */
function add(parent: Element, child: Element | string): void {
  if (parent.children.length === 0) parent.children = [child]
  else (parent.children as (Element | string)[]).push(child)
}

/** Keep the first text right in a container, where no text may stand: `validate` reports it. */
function noteText(container: Element, value: string): void {
  if (container.children.length === 0 && !isBlank(value)) container.children = [value]
}

/** Whether a text is only white space of XML. A loop, because every text between elements is asked. */
function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x09 && unit !== 0x0d) return false
  }
  return true
}

/** Children of an element with a name; not their children. */
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
