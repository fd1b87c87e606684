import {type Content, excerptOf, sameContent, signature} from '../content.ts'
import {recode} from '../codes.ts'
import {commented} from '../comments.ts'
import {isCosmetic} from './cosmetic.ts'
import {withDoubts} from '../pair-doubts.ts'
import {pairInOrder} from './sequence.ts'
import {dice, features, similarity} from './similarity.ts'
import type {Candidate, Pair} from '../unit.ts'

/** What happened to one segment of today's source. */
export type PairChange =
  | {readonly kind: 'fresh' | 'changed'}
  | {readonly kind: 'cosmetic'; readonly before: Content; readonly after: Content}

/**
 * Carry the pairs of one unit to the segments its source has today.
 *
 * @param old
 *   Pairs of the unit before, in order.
 * @param today
 *   Pairs of the unit now, without targets.
 * @param memory
 *   Pairs of units that are gone, by content, for sentences that moved.
 * @param quiet
 *   Keep old targets as candidates only.
 * @param options
 *   `keepsOwn`: where today's pairs have a translation of their own, it stays, and the earlier one is a candidate.
 * @returns
 *   With the ids of the pairs that were carried, old ones by those of today.
 */
export function carryPairs(
  old: ReadonlyArray<Pair>,
  today: ReadonlyArray<Pair>,
  memory: ReadonlyMap<string, Pair>,
  {keepsOwn} = {keepsOwn: false}
): {pairs: Pair[]; changes: PairChange[]; partners: ReadonlyMap<string, string>} {
  const partner = matchPairs(old, today)
  const changes: PairChange[] = []
  const pairs = today.map((pair, index) => {
    const before = partner.get(index)
    const {carried, change} = carryPair(before === undefined ? undefined : old[before], pair, memory, {
      keepsOwn
    })
    if (change) changes.push(change)
    if (before === undefined) return carried
    const {comments, order} = old[before]!
    return commented(keepsOwn || order === undefined ? carried : {...carried, order}, comments)
  })
  const used = new Set(partner.values())
  const partners = new Map([...partner].map(([fresh, before]) => [today[fresh]!.id, old[before]!.id]))
  return {
    pairs: keepLeft(
      pairs,
      old.filter((_, index) => !used.has(index))
    ),
    changes,
    partners
  }
}

/** Same source first, in order; then what is alike, in order; then what stands in the place of the other. */
function matchPairs(old: ReadonlyArray<Pair>, today: ReadonlyArray<Pair>): Map<number, number> {
  const before = old.map((pair) => signature(pair.source))
  const now = today.map((pair) => signature(pair.source))
  // Of a unit that is as it was, each pair answers to itself.
  if (before.length === now.length && before.every((source, index) => source === now[index]))
    return new Map(now.map((_, index) => [index, index]))
  const [olds, fresh] = [old, today].map((pairs) => pairs.map(({source}) => features(source)))
  const matches = pairInOrder(old.length, today.length, (i, j) =>
    before[i] === now[j] ? 1000 : Math.max(0, dice(olds![i]!, fresh![j]!) - 0.2)
  )
  const partner = new Map(matches.map((match) => [match.fresh, match.old]))
  let last = {old: -1, fresh: -1}
  for (const match of [...matches, {old: old.length, fresh: today.length}]) {
    const between = match.fresh - last.fresh
    if (match.old - last.old === between) {
      for (let step = 1; step < between; step++) partner.set(last.fresh + step, last.old + step)
    }
    last = match
  }
  return partner
}

function carryPair(
  old: Pair | undefined,
  today: Pair,
  memory: ReadonlyMap<string, Pair>,
  {keepsOwn}: {keepsOwn: boolean}
): {carried: Pair; change?: PairChange} {
  if (!old) return fromMemory(today, memory)
  if (sameContent(old.source, today.source)) {
    const kept = {...today, candidates: old.candidates, ...translationOf(old)}
    if (!keepsOwn || !today.target) return {carried: kept}
    return {carried: {...today, candidates: union(today.candidates, superseded(old), old.candidates)}}
  }
  const returned = old.candidates.find((candidate) => sameContent(candidate.source, today.source))
  const candidates = union(previous(old), old.candidates)
  if (returned && returned.kind !== 'rejected') {
    const target = recode(returned.target, returned.source, today.source)
    const others = candidates.filter((candidate) => candidate !== returned)
    if (target) {
      const carried: Pair = {...today, target, state: 'translated', candidates: others}
      // Whose text it is was never settled.
      const isDisputed = others.some(
        ({kind, source}) => kind === 'disputed' && sameContent(source, today.source)
      )
      return {carried: isDisputed ? withDoubts(carried, {kind: 'disputed'}) : carried}
    }
  }
  const target =
    old.target && isCosmetic(old.source, today.source) && recode(old.target, old.source, today.source)
  if (target) {
    const {subState, doubts} = translationOf(old)
    const kept: Pair = {
      ...today,
      ...(old.state === 'translated' && subState !== undefined && {subState}),
      ...(doubts && {doubts}),
      target,
      state: 'translated',
      candidates: old.candidates
    }
    return {
      carried: withDoubts(kept, {kind: 'cosmetic', detail: excerptOf(old.source)}),
      change: {kind: 'cosmetic', before: old.source, after: today.source}
    }
  }
  return {carried: {...today, candidates}, change: {kind: 'changed'}}
}

function fromMemory(today: Pair, memory: ReadonlyMap<string, Pair>): {carried: Pair; change?: PairChange} {
  const moved = memory.get(signature(today.source))
  const target = moved?.target && recode(moved.target, moved.source, today.source)
  if (moved && target) {
    const carried = {...today, ...translationOf(moved), target, candidates: moved.candidates}
    return {carried: commented(carried, moved.comments)}
  }
  return {carried: today, change: {kind: 'fresh'}}
}

/** The translation of a pair, how far it is, and what of it is in doubt. */
function translationOf({target, state, subState, doubts}: Pair): Translation {
  return {
    state,
    ...(target && {target}),
    ...(subState !== undefined && {subState}),
    ...(doubts && {doubts})
  }
}

type Translation = Pick<Pair, 'target' | 'state' | 'subState' | 'doubts'>

function previous({source, target}: Pair): Candidate[] {
  return target ? [{kind: 'previous', source, target}] : []
}

function superseded({source, target}: Pair): Candidate[] {
  return target ? [{kind: 'superseded', source, target}] : []
}

/** Old pairs that no pair of today answers to keep their translations as candidates of the nearest segment. */
function keepLeft(pairs: Pair[], left: ReadonlyArray<Pair>): Pair[] {
  if (pairs.length === 0) return pairs
  const result = [...pairs]
  for (const pair of left) {
    const extra = [...previous(pair), ...pair.candidates]
    if (extra.length === 0 && !pair.comments) continue
    const scores = result.map(
      (candidate) => (candidate.target ? 0 : 1) + similarity(candidate.source, pair.source)
    )
    const at = scores.indexOf(Math.max(...scores))
    const candidates = union(result[at]!.candidates, extra)
    result[at] = commented({...result[at]!, candidates}, pair.comments)
  }
  return result
}

/** Candidates of several lists, each once. */
export function union(...lists: ReadonlyArray<ReadonlyArray<Candidate>>): Candidate[] {
  const seen = new Set<string>()
  return lists.flat().filter((candidate) => {
    const key = `${candidate.kind}\u0000${signature(candidate.source)}\u0000${signature(candidate.target)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
