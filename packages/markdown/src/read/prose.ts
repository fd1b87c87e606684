import type {CodeKind, Content, InlineCode} from '@passerelle/model'
import {findMarks} from '../sites/marks.ts'
import type {Settings} from '../sites/options.ts'
import {findProtected} from '../sites/protect.ts'
import {type Range, decode, locate, plainStretches} from '../text/source.ts'
import type {Context} from './context.ts'
import type {Slot} from './slot.ts'
import {readTemplateValues} from './template-values.ts'

/** Prose being read: its content, where its codes stand, and slots inside its codes. */
export interface Prose {
  readonly content: (string | InlineCode)[]
  /** One for each part of the content; undefined for a text. */
  readonly ranges: (Range | undefined)[]
  readonly nested: Slot[]
  /** The content of each link that became one code, by its index. */
  collapsed?: Map<number, Content>
}

/** What a reader of prose knows. */
export interface Reader extends Context {
  readonly prose: Prose
  /** Nothing is read beyond this offset. */
  readonly limit: number
  /** The number of the next code. */
  readonly next: {id: number}
  /** How many spans are open. */
  readonly depth: number
}

export function readerOf(context: Context, limit: number): Reader {
  return {...context, prose: {content: [], ranges: [], nested: []}, limit, next: {id: 1}, depth: 0}
}

/** Read a stretch of plain text, such as a title; `undefined` where the source is not that text. */
export function readText(source: string, range: Range, value: string, settings: Settings): Prose | undefined {
  const reader = readerOf({source, settings, trail: [], inCell: false}, range.end)
  return addText(range, value, reader) ? reader.prose : undefined
}

/** Add text, its protected parts as codes; gives `false` where the source is not that text. */
export function addText(range: Range, value: string, reader: Reader): boolean {
  const {source, settings} = reader
  const decoded = decode(source, range, value)
  if (!decoded) return false
  const isFirst = reader.depth === 0 && reader.prose.content.length === 0
  let from = 0
  // Characters that the author escaped or wrote as a reference are meant literally.
  const stretches = plainStretches(decoded)
  const marks = findMarks(stretches, source, settings.extensions, {start: range.start, isFirst})
  for (const [number, stretch] of stretches.entries()) {
    for (const {start, end, kind} of findProtected(stretch.text, settings.protect, marks[number])) {
      addString(reader, decoded.text.slice(from, stretch.index + start))
      addPlaceholder(reader, kind, locate(stretch, start, end), stretch.text.slice(start, end).trim())
      from = stretch.index + end
    }
  }
  addString(reader, decoded.text.slice(from))
  return true
}

/** Add a protected part; a tag of a template may have values that people read. */
export function addPlaceholder(reader: Reader, kind: CodeKind, range: Range, equiv: string): void {
  addStandalone(reader, kind, range, {equiv})
  reader.prose.nested.push(...readTemplateValues(range, reader))
}

export function addStandalone(
  reader: Reader,
  kind: CodeKind,
  range: Range,
  more: Partial<InlineCode> = {}
): void {
  addCode(reader, 'standalone', kind, range, more)
}

/** Add a code with an id, or else with the next number; gives the id. */
export function addCode(
  {prose, source, next}: Reader,
  type: InlineCode['type'],
  kind: CodeKind,
  range: Range,
  more: Partial<InlineCode> = {}
): string {
  const id = more.id ?? String(next.id++)
  const code = {type, id, kind, raw: source.slice(range.start, range.end), ...more}
  if (more.equiv === '') delete code.equiv
  prose.content.push(code)
  prose.ranges.push(range)
  return id
}

/** Add text, joined with the text before it. */
export function addString({prose}: Reader, text: string): void {
  if (text === '') return
  const last = prose.content.length - 1
  const before = prose.content[last]
  if (typeof before === 'string') prose.content[last] = before + text
  else {
    prose.content.push(text)
    prose.ranges.push(undefined)
  }
}
