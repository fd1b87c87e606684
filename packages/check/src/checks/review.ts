import {excerptOf, type Pair} from '@passerelle/model'
import type {Check} from '../rule/check.ts'

/** `review-wanted`: a translation that a translator or reviewer has marked for another look. */
export const review: Check = ({pairs}) =>
  pairs
    .filter(isMarked)
    .map(({id, source}) => ({id: 'review-wanted', pair: id, args: {text: excerptOf(source)}}))

/**
 * Whether a sub-state is a word for that: states `needs-…` and qualifiers `rejected-…` of XLIFF 1.2, and what Poedit
 * writes into 2.0.
 */
function isMarked({subState = ''}: Pair): boolean {
  return /[:,](?:needs|rejected)-|^poedit:fuzzy$/.test(subState)
}
