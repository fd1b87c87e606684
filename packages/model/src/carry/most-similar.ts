import {dice, type Features} from './similarity.ts'

/** Finds the most similar one among many contents. */
export interface SimilarityIndex {
  /**
   * Index of the most similar content, if it is more similar than the least similarity asked for; of several the first.
   *
   * It is the one that comparing with each would find, unless more than {@link MOST} share rare words with it.
   */
  readonly find: (wanted: Features) => number | undefined
  /** Leave one out from now on. */
  readonly remove: (index: number) => void
}

/** How many candidates are compared with one content at most. */
const MOST = 1000

/**
 * Index contents by their rarer features, so that one need not be compared with all.
 *
 * If two contents have the similarity `t` (Dice), they share at least `t / (2 - t)` of the features of each. Order the
 * features of each by how rare they are among all: then the first `1 - t / (2 - t)` of them, and one more, share at
 * least one. So only contents that share one of these are compared. Chaudhuri, Ganti and Kaushik, "A Primitive Operator
 * for Similarity Joins in Data Cleaning", ICDE 2006 (prefix filtering).
 *
 * @param all
 *   Features of each.
 * @param least
 *   Similarity that a find has to exceed.
 */
export function createSimilarityIndex(all: ReadonlyArray<Features>, least: number): SimilarityIndex {
  const table = countOccurrences(all)
  /** Slots of features, the rarest first. */
  const byRarity = (features: Features): Int32Array =>
    Int32Array.from(features, (feature) => slotOf(feature, table.length)).sort(
      (a, b) => table[a]! - table[b]! || a - b
    )
  const postings = postingsOf(
    all,
    (features) => new Set(byRarity(features).subarray(0, rareCount(features.length, least))),
    table.length
  )
  const isGone = new Uint8Array(all.length)
  const seenAt = new Int32Array(all.length).fill(-1)
  let search = 0

  return {
    find(wanted) {
      search++
      let [best, most, compared]: [number | undefined, number, number] = [undefined, least, 0]
      const slots = byRarity(wanted)
      // The better the best so far, the fewer features are needed to find a better one.
      for (let at = 0; at < rareCount(slots.length, most); at++) {
        if (slots[at] === slots[at - 1]) continue
        for (const index of postings.at(slots[at]!, isGone)) {
          if (seenAt[index] === search) continue
          seenAt[index] = search
          if (++compared > MOST) return best
          const value = dice(all[index]!, wanted)
          if (value > most || (value === most && best !== undefined && index < best))
            [best, most] = [index, value]
        }
      }
      return best
    },
    remove(index) {
      isGone[index] = 1
    }
  }
}

/** How many of the rarest features two contents with a similarity share at least one of. */
function rareCount(length: number, likeness: number): number {
  return Math.min(length, length - Math.ceil((length * likeness) / (2 - likeness) - 1e-9) + 1)
}

/** In how many contents each feature occurs, by slot: features with the same slot count as one. */
function countOccurrences(all: ReadonlyArray<Features>): Int32Array {
  const total = all.reduce((sum, {length}) => sum + length, 0)
  const table = new Int32Array(2 ** Math.ceil(Math.log2(total + 2)))
  for (const features of all) for (const feature of features) table[slotOf(feature, table.length)]!++
  return table
}

function slotOf(feature: number, slots: number): number {
  return feature % slots
}

interface Postings {
  /** Indexes of contents that have a slot among their rare ones; forgets contents that are gone. */
  at(slot: number, isGone: Uint8Array): Int32Array
}

/** All lists in one array, one behind the other, because most have one entry. */
function postingsOf(
  all: ReadonlyArray<Features>,
  rareOf: (features: Features) => Iterable<number>,
  slots: number
): Postings {
  const starts = new Int32Array(slots + 1)
  for (const features of all) for (const slot of rareOf(features)) starts[slot + 1]!++
  for (let slot = 0; slot < slots; slot++) starts[slot + 1]! += starts[slot]!
  const ends = starts.slice(0, slots)
  const list = new Int32Array(starts[slots]!)
  for (const [index, features] of all.entries())
    for (const slot of rareOf(features)) list[ends[slot]!++] = index
  return {
    at(slot, isGone) {
      let end = starts[slot]!
      for (let from = end; from < ends[slot]!; from++) {
        const index = list[from]!
        if (isGone[index] === 0) list[end++] = index
      }
      ends[slot] = end
      return list.subarray(starts[slot], end)
    }
  }
}
