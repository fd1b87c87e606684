import {type Found, rawOf} from './found.ts'

/**
 * Put blocks of one file in place of blocks of another.
 *
 * @param places
 *   Index of a block in `base`, and of the block in `other` that replaces it.
 * @returns
 *   The text; a block inside one that was replaced comes with its new container.
 */
export function overlay(base: Found, other: Found, places: ReadonlyMap<number, number>): string {
  const {text} = base.document
  let result = ''
  let offset = 0
  for (const [place, block] of base.blocks.entries()) {
    const from = places.get(place)
    if (from === undefined || block.start < offset || block.derived) continue
    result += text.slice(offset, block.start) + rawOf(other.document, other.blocks[from]!)
    offset = block.end
  }
  return result + text.slice(offset)
}
