import type {Content, InlineCode} from '@passerelle/model'
import type {Range} from '../text/source.ts'

/** Content being read, and where its codes stand. */
interface Reading {
  readonly content: (string | InlineCode)[]
  readonly ranges: (Range | undefined)[]
}

/**
 * Make a mark of each tag of a template that the parser was shown as code and that has a line to itself. `marks.ts`
 * does the same for tags in text: the line endings around a mark belong to it.
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

/** A range with the line endings and container prefix around it, where it fills its line. */
function lineOf({start, end}: Range, source: string): Range | undefined {
  const before = /(?:^|[ \t]*(?:\r\n|\n|\r))[ \t>]*$/.exec(source.slice(Math.max(0, start - longest), start))
  const after = /^[ \t]*(?:$|(?:\r\n|\n|\r)[ \t>]*)/.exec(source.slice(end, end + longest))
  return before && after ? {start: start - before[0].length, end: end + after[0].length} : undefined
}

/** Longest container prefix of a line. */
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

/** Shorten a text, and remove it if nothing is left; gives how many parts were added. */
function shorten({content, ranges}: Reading, index: number, from: number, to?: number): number {
  const text = (content[index] as string).slice(from, to)
  if (text !== '') content[index] = text
  else {
    content.splice(index, 1)
    ranges.splice(index, 1)
  }
  return text === '' ? -1 : 0
}
