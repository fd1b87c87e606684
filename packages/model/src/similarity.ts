import type {Content} from './content.ts'
import {wordsOf} from './identity.ts'

/**
 * How alike two contents are: 0 to 1, the Dice coefficient of their words and word pairs.
 *
 * Dice, "Measures of the Amount of Ecologic Association Between Species", Ecology 26 (1945).
 */
export function similarity(a: Content, b: Content): number {
  return dice(features(a), features(b))
}

/** Words and pairs of neighbouring words, with how often each occurs. */
export type Features = ReadonlyMap<string, number>

export function features(content: Content): Features {
  const counts = new Map<string, number>()
  let previous = ''
  for (const word of wordsOf(content)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
    if (previous) counts.set(`${previous} ${word}`, (counts.get(`${previous} ${word}`) ?? 0) + 1)
    previous = word
  }
  return counts
}

export function dice(a: Features, b: Features): number {
  let shared = 0
  for (const [feature, count] of a) shared += Math.min(count, b.get(feature) ?? 0)
  const total = size(a) + size(b)
  return total === 0 ? 0 : (2 * shared) / total
}

function size(features: Features): number {
  let sum = 0
  for (const count of features.values()) sum += count
  return sum
}
