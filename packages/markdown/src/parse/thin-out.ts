import type {Range} from '../text/source.ts'

/** A text that is spared its crowds of marks. */
export interface Thinned {
  /** As long as the source: offsets hold. */
  readonly text: string
  /** Where marks are missing; what a paragraph there says is not what its author wrote. */
  readonly crowded: ReadonlyArray<Range>
}

/**
 * Put letters for marks of emphasis and character references where a paragraph is crowded with them, so that no parser has
 * to pair them.
 *
 * Nobody writes such paragraphs, and both parsers take a time (and satteri a space) that grows with the square of their
 * number. Code and HTML may well hold as many: what begins a line stays, so that blocks are what they were.
 */
export function thinOut(source: string): Thinned {
  const crowded = source.length < 2 * mostMarks || !mayBeCrowded(source) ? [] : crowdsIn(source)
  let text = ''
  let from = 0
  for (const {start, end} of crowded) {
    text += source.slice(from, start) + thin(source.slice(start, end))
    from = end
  }
  return {text: crowded.length === 0 ? source : text + source.slice(from), crowded}
}

/** Marks and references in one paragraph; each costs two characters at least. */
const mostMarks = 8000

/** A run of marks, a reference, or the line ending before a line that goes on with no paragraph. */
const markOrBlock = /[*_~]+|&|(?:\r\n|\n|\r(?!\n))[ \t>]*(?=[\r\n|#]|[-*+][ \t]|\d{1,9}[.)][ \t])/g

function crowdsIn(source: string): Range[] {
  const crowds: Range[] = []
  let start = 0
  let marks = 0
  const close = (end: number): void => {
    if (marks > mostMarks) crowds.push({start, end})
    start = end
    marks = 0
  }
  for (const {index, 0: found} of source.matchAll(markOrBlock)) {
    if (/^[*_~&]/.test(found)) marks++
    else close(index)
  }
  close(source.length)
  return crowds
}

function thin(crowd: string): string {
  return crowd.replace(/((?:^|[\r\n])[ \t>]*[*_~]*)|[*_~&]/g, (_, atStart?: string) => atStart ?? 'x')
}

/** Whether some stretch without a blank line is long enough. */
function mayBeCrowded(source: string): boolean {
  for (let at = 0; at < source.length;) {
    const next = source.indexOf('\n\n', at)
    if ((next < 0 ? source.length : next) - at >= 2 * mostMarks) return true
    if (next < 0) return false
    at = next + 1
  }
  return false
}
