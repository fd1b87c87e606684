import type {Content, InlineCode} from '@passerelle/model'
import type {Range} from '../text/source.ts'

/** Content being read, and where its codes stand. */
interface Reading {
  readonly content: (string | InlineCode)[]
  readonly ranges: (Range | undefined)[]
}

/**
 * Make marks of tags of templates that were shown to the parser as code and have a line to themselves, as those are that it
 * saw as text (`marks.ts`): the line endings around a mark belong to it.
 */
export function markTags({content, ranges}: Reading, source: string): void {
  for (let index = 0; index < content.length; index++) {
    const code = content[index]
    const own = ranges[index]
    const line = isTag(code) && own && lineOf(own, source)
    if (!line || !isAlone(content, index)) continue
    const after = typeof content[index + 1] === 'string'
    const before = typeof content[index - 1] === 'string'
    const range = {start: before ? line.start : own.start, end: after ? line.end : own.end}
    content[index] = {...code, kind: 'mark', raw: source.slice(range.start, range.end)}
    ranges[index] = range
    if (after) shorten({content, ranges}, index + 1, 1)
    if (before) index += shorten({content, ranges}, index - 1, 0, -1)
  }
}

function isTag(part: string | InlineCode | undefined): part is InlineCode {
  return typeof part === 'object' && part.kind === 'placeholder' && /^(?:\{%|\{\{[<%])/.test(part.raw)
}

/** A range with the line ending and the container prefix before it, and those after it, where it is all of its line. */
function lineOf({start, end}: Range, source: string): Range | undefined {
  const before = /(?:^|[ \t]*(?:\r\n|\n|\r))[ \t>]*$/.exec(source.slice(Math.max(0, start - longest), start))
  const after = /^[ \t]*(?:$|(?:\r\n|\n|\r)[ \t>]*)/.exec(source.slice(end, end + longest))
  return before && after ? {start: start - before[0].length, end: end + after[0].length} : undefined
}

/** What containers begin a line with is no longer. */
const longest = 200

/** Whether nothing but line endings, which are blanks here, stands beside a code. */
function isAlone(content: Content, index: number): boolean {
  const [before, after] = [content[index - 1], content[index + 1]]
  const follows =
    before === undefined || (typeof before === 'string' ? before.endsWith(' ') : endsLine(before))
  return follows && (after === undefined || (typeof after === 'string' && after.startsWith(' ')))
}

function endsLine({kind, raw}: InlineCode): boolean {
  return (kind === 'mark' || kind === 'break') && /[\r\n][ \t>]*$/.test(raw)
}

/** Cut a text, and take out what nothing is left of; how many parts there are more. */
function shorten({content, ranges}: Reading, index: number, from: number, to?: number): number {
  const text = (content[index] as string).slice(from, to)
  if (text !== '') content[index] = text
  else {
    content.splice(index, 1)
    ranges.splice(index, 1)
  }
  return text === '' ? -1 : 0
}
