import type {Range} from '../text/source.ts'

/** A text that is spared delimiters where there are too many of them. */
export interface Thinned {
  /** As long as the source: offsets hold. */
  readonly text: string
  /** Where delimiters are missing; what a paragraph there says is not what its author wrote. */
  readonly thinned: ReadonlyArray<Range>
}

/**
 * Put letters for delimiters of emphasis (CommonMark 6.2) and character references where a paragraph holds thousands of
 * them, so that no parser has to pair them.
 *
 * Nobody writes such paragraphs, and both parsers take a time (and satteri a space) that grows with the square of their
 * number. Code and HTML may well hold as many: what begins a line stays, so that blocks are what they were.
 */
export function thinOut(source: string): Thinned {
  const thinned = source.length < 2 * mostDelimiters || !mayBeDense(source) ? [] : denseParts(source)
  let text = ''
  let from = 0
  for (const {start, end} of thinned) {
    text += source.slice(from, start) + withoutDelimiters(source.slice(start, end))
    from = end
  }
  return {text: thinned.length === 0 ? source : text + source.slice(from), thinned}
}

/** Delimiters and references in one paragraph; each costs two characters at least. */
const mostDelimiters = 8000

/** A run of delimiters, a reference, or the line ending before a line that goes on with no paragraph. */
const delimiterOrBlock = /[*_~]+|&|(?:\r\n|\n|\r(?!\n))[ \t>]*(?=[\r\n|#]|[-*+][ \t]|\d{1,9}[.)][ \t])/g

/** Paragraphs with more delimiters than are read. */
function denseParts(source: string): Range[] {
  const dense: Range[] = []
  let start = 0
  let delimiters = 0
  const close = (end: number): void => {
    if (delimiters > mostDelimiters) dense.push({start, end})
    start = end
    delimiters = 0
  }
  for (const {index, 0: found} of source.matchAll(delimiterOrBlock)) {
    if (/^[*_~&]/.test(found)) delimiters++
    else close(index)
  }
  close(source.length)
  return dense
}

function withoutDelimiters(dense: string): string {
  return dense.replace(/((?:^|[\r\n])[ \t>]*[*_~]*)|[*_~&]/g, (_, atStart?: string) => atStart ?? 'x')
}

/** Whether some stretch without a blank line is long enough. */
function mayBeDense(source: string): boolean {
  for (let at = 0; at < source.length;) {
    const next = source.indexOf('\n\n', at)
    if ((next < 0 ? source.length : next) - at >= 2 * mostDelimiters) return true
    if (next < 0) return false
    at = next + 1
  }
  return false
}
