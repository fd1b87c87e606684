import type {Undoings} from './undoing.ts'
import {type Element, type Failure, parse, type Visitor} from '../xml/parse.ts'
import type {Report} from '../xml/report.ts'

const TAG = /<!--|<!\[CDATA\[|<(\/?)(?:[\w.-]+:)?(xliff|file|body|group|trans-unit|unit)(?=[\s>/])/g

/** Containers in one another, above which a file is hostile. */
const DEEPEST = 1000

/**
 * Visit the units of a file that is not well-formed, each parsed by itself.
 *
 * Units that cannot be parsed are reported, with the place and the reason, and not visited.
 */
export function recover(text: string, visitor: Visitor, report: Report, undoings: Undoings): void {
  const containers: Element[] = []
  const endOf = createFinder(text)
  let skipTo = 0
  for (const match of text.matchAll(TAG)) {
    if (match.index < skipTo) continue
    const name = match[2]
    const closing = match[1] === '/'
    if (name === undefined) skipTo = endOf(match[0] === '<!--' ? '-->' : ']]>', match.index)
    else if (name === 'unit' || name === 'trans-unit') {
      if (!closing)
        skipTo = recoverUnit(text, findUnit(text, match.index, name, endOf), {
          containers,
          visitor,
          report,
          undoings
        })
    } else if (closing) leave(containers, name, visitor)
    else if (containers.length < DEEPEST) {
      const {element, isClosed} = openTag(text, match.index, name)
      visitor.open(element, containers)
      containers.push(element)
      if (isClosed) leave(containers, name, visitor)
    }
  }
}

/**
 * Finds the ends of comments and the like. If a mark was not found once, it is not searched again, so that time stays
 * linear.
 */
function createFinder(text: string): (mark: string, from: number) => number {
  const absent = new Set<string>()
  return (mark, from) => {
    const at = absent.has(mark) ? -1 : text.indexOf(mark, from)
    if (at < 0) absent.add(mark)
    return at < 0 ? from + 1 : at + mark.length
  }
}

function leave(containers: Element[], name: string, visitor: Visitor): void {
  if (!containers.some((container) => container.name === name)) return
  for (;;) {
    const container = containers.pop()!
    visitor.close(container, containers)
    if (container.name === name) return
  }
}

/** A unit, or a text that begins like one. */
interface Found {
  readonly start: number
  /** Where it ends, or where the next text that could be a unit begins. */
  readonly end: number
  readonly complete: boolean
}

/** Find where a unit ends; what stands in comments and CDATA is no tag. */
function findUnit(text: string, start: number, name: string, endOf: ReturnType<typeof createFinder>): Found {
  const next = new RegExp(`<!--|<!\\[CDATA\\[|<(/?)(?:[\\w.-]+:)?${name}(?=[\\s>/])[^<>]*`, 'g')
  next.lastIndex = start + 1
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const [tag, closing] = match
    if (closing === undefined) next.lastIndex = endOf(tag === '<!--' ? '-->' : ']]>', match.index)
    else if (closing === '') return {start, end: match.index, complete: false}
    else if (text[next.lastIndex] === '>') return {start, end: next.lastIndex + 1, complete: true}
  }
  return {start, end: text.length, complete: false}
}

/** What the recovery of one unit has to know. */
interface Recovery {
  readonly containers: ReadonlyArray<Element>
  readonly visitor: Visitor
  readonly report: Report
  readonly undoings: Undoings
}

/** @returns Where the unit ends. */
function recoverUnit(
  text: string,
  {start, end, complete}: Found,
  {containers, visitor, report, undoings}: Recovery
): number {
  const slice = text.slice(start, end)
  const id = /\bid\s*=\s*["']([^"'<>]*)["']/.exec(slice)?.[1]
  const {unit, failure} = parseUnit(slice, start)
  const about = {offset: failure?.offset ?? start, ...(id !== undefined && {unit: id})}
  const reason = failure?.reason ?? 'not complete'
  const mended = unit ?? (complete ? parseMended(slice, start, undoings) : undefined)
  if (!mended) report('unit-unreadable', 'error', {reason, text: slice.slice(0, 500)}, about)
  else if (!unit) report('unit-mended', 'warning', {reason}, about)
  if (mended) visitor.leaf(mended, containers)
  return end
}

/** A unit with its slips mended; where that is not enough, also without half tags in its targets. */
function parseMended(slice: string, start: number, undoings: Undoings): Element | undefined {
  const mended = undoings.unit.reduce((unit, {undo}) => undo(unit), slice)
  const {unit} = parseUnit(mended, start)
  if (unit) return unit
  return parseUnit(
    undoings['broken-unit'].reduce((rest, {undo}) => undo(rest), mended),
    start
  ).unit
}

function parseUnit(slice: string, start: number): {unit?: Element; failure?: Failure} {
  const units: Element[] = []
  const visitor = {open() {}, close() {}, leaf: (element: Element) => void units.push(element)}
  const failure = parse(slice, visitor, start)
  if (failure) return {failure}
  return units[0] ? {unit: units[0]} : {}
}

/** An opening tag read without a parser: the attributes that can be recognised. */
function openTag(
  text: string,
  start: number,
  name: string
): {readonly element: Element; readonly isClosed: boolean} {
  const end = tagEnd(text, start)
  const attributes: Record<string, string> = {}
  for (const [, key, double, single] of text
    .slice(start, end)
    .matchAll(/([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g)) {
    attributes[key!] = unescape(double ?? single ?? '')
  }
  const [, prefix] = /^<([\w.-]+):/.exec(text.slice(start, start + 100)) ?? []
  const namespace = attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`]
  return {element: {name, namespace, attributes, children: [], start}, isClosed: text[end - 2] === '/'}
}

/** A tag that is longer than this has no end. */
const LONGEST_TAG = 100_000

function tagEnd(text: string, start: number): number {
  const match = /(?:"[^"<]*"|'[^'<]*'|[^"'<>])*>/y
  match.lastIndex = start + 1
  const found = match.exec(text)
  if (found) return match.lastIndex
  const next = text.indexOf('<', start + 1)
  const end = text.slice(start, next < 0 ? start + LONGEST_TAG : next).indexOf('>')
  return end < 0 ? start + 1 : start + end + 1
}

const ENTITIES: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"}

function unescape(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name]!)
}
