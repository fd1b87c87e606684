import type {Content} from '@passerelle/model'

/** A sentence, or what stands between two of them. */
export interface Piece {
  /** The sentence; absent for a gap. */
  readonly segment?: string
  readonly content: Content
}

/**
 * Characters within which the next word of a block is looked for: more than any markup between two words takes, and
 * few enough that a word that is written otherwise, such as `caf&eacute;`, costs no second look at a long block.
 */
const REACH = 4000

/**
 * Where the sentences of a block begin in its file.
 *
 * Contents are decoded, so they are found by what every spelling leaves as it is: their words, and what their codes
 * print, one after the other.
 *
 * @param raw
 *   The block as it is written.
 * @param pieces
 *   All that it says, in the order in which it is written.
 * @returns
 *   Offsets in `raw` by segment; one of which nothing was found is not there.
 */
export function sentenceStarts(raw: string, pieces: Iterable<Piece>): Map<string, number> {
  const starts = new Map<string, number>()
  let from = 0
  for (const {segment, content} of pieces) {
    for (const token of tokensOf(content)) {
      const at = raw.slice(from, from + REACH).indexOf(token)
      if (at < 0) continue
      if (segment !== undefined && !starts.has(segment)) starts.set(segment, from + at)
      from += at + token.length
    }
  }
  return starts
}

function tokensOf(content: Content): string[] {
  return content.flatMap((part) =>
    typeof part === 'string' ? (part.match(/[\p{L}\p{N}]+/gu) ?? []) : part.raw === '' ? [] : [part.raw]
  )
}
