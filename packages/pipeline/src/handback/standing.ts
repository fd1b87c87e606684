import {excerptOf, furtherState, type Pair, type Problem} from '@passerelle/model'

/** A mark that somebody should look again; tools do not set it by themselves. */
const ASKS_FOR_REVIEW = /^(?:pas:needs-|poedit:fuzzy$)/

/**
 * A translation that came back unchanged, with its new state; undefined if that is no news.
 *
 * A state is never lowered, because tools write lower states than they were given; but a mark to look again is taken.
 * Only a file that was handed off with the mark can remove it.
 */
export function standingOf(
  today: Pair,
  {pair, marked = false}: {readonly pair: Pair; readonly marked?: boolean}
): Pair | undefined {
  const {subState: _, ...rest} = today
  const isToBeReviewed =
    !marked && pair.subState !== today.subState && ASKS_FOR_REVIEW.test(pair.subState ?? '')
  if (isToBeReviewed) return {...rest, state: pair.state, ...subStateOf(pair)}
  const state = furtherState(today.state, pair.state)
  if (state !== pair.state) return undefined
  const isSame = state === today.state && (pair.subState ?? today.subState) === today.subState
  const isCleared = marked && today.subState !== undefined && pair.subState === undefined
  if (isSame && !isCleared) return undefined
  return {...rest, state, ...subStateOf(pair)}
}

/** Report that a mark to look at a translation again came or went. */
export function markNews(before: Pair, now: Pair): ReadonlyArray<Problem> {
  const [was, is] = [before, now].map(({subState = ''}) => ASKS_FOR_REVIEW.test(subState))
  if (was === is) return []
  return [
    {id: is ? 'handback-marked' : 'handback-unmarked', level: 'info', args: {text: excerptOf(now.source)}}
  ]
}

/** The sub-state of a pair as properties; none if it has none. */
export function subStateOf({subState}: Pair): Pick<Pair, 'subState'> {
  return subState === undefined ? {} : {subState}
}
