import type {Content} from '../unit/content.ts'
import {wordsOf} from '../unit/identity.ts'

/**
 * How similar two contents are, from 0 to 1: the Dice coefficient of their words and word pairs.
 *
 * Dice, "Measures of the Amount of Ecologic Association Between Species", Ecology 26 (1945).
 */
export function similarity(a: Content, b: Content): number {
  return dice(features(a), features(b))
}

/**
 * Hashes of words and of pairs of neighbouring words, as numbers of 53 bits in ascending order; each as often as it
 * occurs.
 */
export type Features = Float64Array

export function features(content: Content): Features {
  const words = wordsOf(content)
  const result = new Float64Array(Math.max(0, words.length * 2 - 1))
  let previous: Lanes | undefined
  for (const [index, word] of words.entries()) {
    result[index] = numberOf(mix(START, word))
    if (previous) result[words.length + index - 1] = numberOf(mix(previous, word))
    previous = mix(mix(START, word), ' ')
  }
  return result.sort()
}

export function dice(a: Features, b: Features): number {
  const total = a.length + b.length
  return total === 0 ? 0 : (2 * shared(a, b)) / total
}

/** How many numbers two ascending lists have in common. */
function shared(a: Features, b: Features): number {
  let count = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left, right] = [a[i]!, b[j]!]
    if (left === right) count++
    if (left <= right) i++
    if (right <= left) j++
  }
  return count
}

/** Two halves of a hash that is continued, so that a pair of words is never made into one text. */
type Lanes = readonly [number, number]

const START: Lanes = [0x2545f491, 0x9e3779b9]

/** Continue two hashes of the kind of FNV, with the factors of Murmur. Somebody who tries can make them collide. */
function mix([high, low]: Lanes, text: string): Lanes {
  let [a, b] = [high, low]
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 0x85ebca6b)
    b = Math.imul(b ^ unit, 0xc2b2ae35)
    a ^= a >>> 15
    b ^= b >>> 13
  }
  return [a, b]
}

function numberOf([high, low]: Lanes): number {
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0)
}
