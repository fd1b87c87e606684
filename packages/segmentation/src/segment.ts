import {type SegmentOptions, findBreaks} from './find.ts'

/**
 * Cut plain text into sentences.
 *
 * White space after a sentence stays with it, so the sentences concatenate to the text.
 *
 * @param locale
 *   BCP 47 tag of the language of the text.
 */
export function segment(text: string, locale: string, options: SegmentOptions = {}): string[] {
  const segments: string[] = []
  let from = 0
  for (const position of findBreaks(text, locale, options)) {
    const to = skipSpace(text, position)
    if (to >= text.length) break
    if (to > from && position > 0) segments.push(text.slice(from, to))
    from = to
  }
  return [...segments, text.slice(from)]
}

const SPACE = /[\s\u200B]*/vy

/** Where the white space that begins at a position ends. */
export function skipSpace(text: string, position: number): number {
  SPACE.lastIndex = position
  SPACE.test(text)
  return SPACE.lastIndex
}
