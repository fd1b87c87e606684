import {plainId} from '../unit/identity.ts'
import type {Unit} from '../unit/unit.ts'
import {type Match, pairElsewhere, pairInOrder} from './sequence.ts'

/**
 * Pair units of the same content by aligning the two sequences, so that each twin is paired with the one between its
 * own neighbours. Example: a table has “Yes” ten times, and somebody inserts a row at the top.
 *
 * Contents that stand once in each sequence divide them, and what is between is aligned. If no content stands twice,
 * ids are enough, and nothing is aligned.
 *
 * Cohen, “Patience Diff Advantages” (2010), for the anchors.
 */
export function pairTwins(old: ReadonlyArray<Unit>, today: ReadonlyArray<Unit>): Match[] {
  if (![old, today].some((units) => units.some(({id}) => id !== plainId(id)))) return []
  const [before, now] = [old, today].map((units) => units.map(({id}) => plainId(id)))
  const matches: Match[] = []
  let last = {old: -1, fresh: -1}
  for (const anchor of [...anchorsOf(before!, now!), {old: old.length, fresh: today.length}]) {
    const [i, j] = [last.old + 1, last.fresh + 1]
    const between = pairInOrder(anchor.old - i, anchor.fresh - j, (a, b) =>
      before![i + a] === now![j + b] ? 1 : 0
    )
    matches.push(...between.map((match) => ({old: match.old + i, fresh: match.fresh + j})), anchor)
    last = anchor
  }
  matches.pop()
  return [...matches, ...pairElsewhere(before!, now!, matches)]
}

/** Contents that stand once before and once today; the most that are in the same order. */
function anchorsOf(before: ReadonlyArray<string>, now: ReadonlyArray<string>): Match[] {
  const places = onceIn(before)
  const both = [...onceIn(now)].flatMap(([content, fresh]): Match[] => {
    const old = places.get(content)
    return old === undefined ? [] : [{old, fresh}]
  })
  return longestRising(both)
}

function onceIn(contents: ReadonlyArray<string>): Map<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  for (const [at, content] of contents.entries()) {
    if (places.has(content)) twice.add(content)
    places.set(content, at)
  }
  for (const content of twice) places.delete(content)
  return places
}

/**
 * The longest run of matches whose old places rise; the matches come in the order of their new places.
 *
 * Fredman, “On Computing the Length of Longest Increasing Subsequences”, Discrete Mathematics 11 (1975).
 */
function longestRising(matches: ReadonlyArray<Match>): Match[] {
  const ends: number[] = []
  const previous: number[] = []
  for (const [at, {old}] of matches.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (matches[ends[middle]!]!.old < old) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? ends[low - 1]! : -1
    ends[low] = at
  }
  const result: Match[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) result.push(matches[at]!)
  return result.reverse()
}
