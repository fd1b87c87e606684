import type {Range} from '../text/source.ts'

/** A text without superfluous delimiters. */
export interface Thinned {
  /** As long as the source: offsets hold. */
  readonly text: string
  /** Where delimiters were removed; a paragraph there does not say what its author wrote. */
  readonly thinned: ReadonlyArray<Range>
}

/**
 * Put letters in place of delimiters of emphasis (CommonMark 6.2) and character references where a paragraph has
 * thousands of them, so that no parser has to pair them.
 *
 * Nobody writes such paragraphs, and both parsers need time (and satteri memory) that grows with the square of their
 * number. Code and HTML may have as many; so characters that begin a line stay, and all blocks remain what they were.
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

/** A run of delimiters, a reference, or the line ending before a line that continues no paragraph. */
const delimiterOrBlock = /[*_~]+|&|(?:\r\n|\n|\r(?!\n))[ \t>]*(?=[\r\n|#]|[-*+][ \t]|\d{1,9}[.)][ \t])/g

/** Paragraphs with too many delimiters. */
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

/** Whether there is a stretch without a blank line that is long enough. */
function mayBeDense(source: string): boolean {
  for (let at = 0; at < source.length;) {
    const next = source.indexOf('\n\n', at)
    if ((next < 0 ? source.length : next) - at >= 2 * mostDelimiters) return true
    if (next < 0) return false
    at = next + 1
  }
  return false
}
