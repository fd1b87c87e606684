import {excerptOf, type Pair} from '@passerelle/model'
import type {Check} from '../rule/check.ts'

/** `review-wanted`: a translator or reviewer has marked a translation to be looked at again. */
export const review: Check = ({pairs}) =>
  pairs
    .filter(isMarked)
    .map(({id, source}) => ({id: 'review-wanted', pair: id, args: {text: excerptOf(source)}}))

/**
 * Whether a sub-state is such a mark: states `needs-…` and qualifiers `rejected-…` of XLIFF 1.2, and what Poedit writes
 * into 2.0.
 */
function isMarked({subState = ''}: Pair): boolean {
  return /[:,](?:needs|rejected)-|^poedit:fuzzy$/.test(subState)
}
