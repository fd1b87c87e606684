import {excerptOf, furtherState, type Pair, type Problem} from '@passerelle/model'

/** A mark that somebody wants another look, which no tool sets of itself. */
const ASKS_FOR_REVIEW = /^(?:pas:needs-|poedit:fuzzy$)/

/**
 * A translation that came back as it is, with how far it is said to be; undefined where that is no news.
 *
 * No state is taken back: tools write lower ones than they were given, but for a mark that it needs another look. A mark
 * is taken off by a file that was handed off with it, and by no other.
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

/** What to say where a mark that a translation needs another look came, or was taken off. */
export function markNews(before: Pair, now: Pair): ReadonlyArray<Problem> {
  const [was, is] = [before, now].map(({subState = ''}) => ASKS_FOR_REVIEW.test(subState))
  if (was === is) return []
  return [
    {id: is ? 'handback-marked' : 'handback-unmarked', level: 'info', args: {text: excerptOf(now.source)}}
  ]
}

/** The remark of a tool on how far a pair is, as properties; none where it has none. */
export function subStateOf({subState}: Pair): Pick<Pair, 'subState'> {
  return subState === undefined ? {} : {subState}
}
