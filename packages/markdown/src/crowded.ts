/**
 * Blank paragraphs that are crowded with marks of emphasis or character references, so that no parser has to pair them.
 *
 * Nobody writes them, and both parsers take a time (and satteri a space) that grows with the square of their number.
 * Offsets hold.
 */
export function blankCrowded(source: string): string {
  if (source.length < 2 * mostMarks || !mayBeCrowded(source)) return source
  let result = ''
  let from = 0
  let start = 0
  let marks = 0
  const close = (end: number): void => {
    if (marks > mostMarks) {
      result += source.slice(from, start) + source.slice(start, end).replace(/[^\r\n]/g, ' ')
      from = end
    }
    start = end
    marks = 0
  }
  for (const {index, 0: found} of source.matchAll(markOrBlock)) {
    if (/[*_~&]/.test(found[0]!)) marks++
    else close(index)
  }
  close(source.length)
  return from === 0 ? source : result + source.slice(from)
}

/** Marks and references in one paragraph; each costs two characters at least. */
const mostMarks = 8000

/** A run of marks, a reference, or the line ending before a line that goes on with no paragraph. */
const markOrBlock = /[*_~]+|&|(?:\r\n|\n|\r(?!\n))[ \t>]*(?=[\r\n|#]|[-*+][ \t]|\d{1,9}[.)][ \t])/g

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
