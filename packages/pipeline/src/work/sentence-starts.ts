import type {Content} from '@passerelle/model'

/** A sentence, or the gap between two of them. */
export interface Piece {
  /** Id of the sentence; undefined for a gap. */
  readonly segment?: string
  readonly content: Content
}

/**
 * How many characters ahead the next word of a block is searched. More than any markup between two words, but few
 * enough that a word written in another way, such as `caf&eacute;`, does not cost a search of the whole block.
 */
const REACH = 4000

/**
 * Where the sentences of a block begin in its file.
 *
 * Contents are decoded, so they are found by what is the same however it is spelled: their words and the text of their
 * codes, one after the other.
 *
 * @param raw
 *   The block as it is written.
 * @param pieces
 *   All that it says, in the order in which it is written.
 * @returns
 *   Offsets in `raw` by segment; segments that were not found are left out.
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
