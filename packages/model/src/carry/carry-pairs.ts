import {type Content, excerptOf, sameContent, signature} from '../unit/content.ts'
import {recode} from '../unit/codes.ts'
import {commented} from '../unit/comments.ts'
import {isCosmetic} from './cosmetic.ts'
import {withDoubts} from '../unit/pair-doubts.ts'
import {type Match, pairElsewhere, pairInOrder} from './sequence.ts'
import {dice, features, similarity} from './similarity.ts'
import type {Candidate, Pair} from '../unit/unit.ts'

/** What happened to one segment of today's source. */
export type PairChange =
  | {readonly kind: 'fresh' | 'changed'}
  | {readonly kind: 'cosmetic'; readonly before: Content; readonly after: Content}

/** Pairs of a unit before and today, and which belong together: old ones by the index of today's. */
export interface MatchedPairs {
  readonly old: ReadonlyArray<Pair>
  readonly today: ReadonlyArray<Pair>
  readonly partner: ReadonlyMap<number, number>
}

/** The pairs of one unit, carried to today's segments of its source. */
export interface CarriedPairs {
  readonly pairs: Pair[]
  readonly changes: PairChange[]
  /** Ids of the carried pairs: from today's id to the old pair's. */
  readonly partners: ReadonlyMap<string, string>
  /** Old pairs that belong to none of today's. */
  readonly left: ReadonlyArray<Pair>
  /** Pairs of the memory whose sentence moved into this unit. */
  readonly moved: ReadonlyArray<Pair>
}

/**
 * Carry the pairs of one unit to today's segments of its source.
 *
 * @param memory
 *   Pairs of sentences that left their place, by signature.
 * @param options
 *   `keepsOwn`: if today's pairs have translations of their own, these stay, and the earlier ones become candidates.
 */
export function carryPairs(
  {old, today, partner}: MatchedPairs,
  memory: ReadonlyMap<string, Pair>,
  {keepsOwn} = {keepsOwn: false}
): CarriedPairs {
  const changes: PairChange[] = []
  const moved: Pair[] = []
  const pairs = today.map((pair, index) => {
    const at = partner.get(index)
    const before = at === undefined ? undefined : old[at]!
    const own = before
      ? carryPair(before, pair, {keepsOwn})
      : {carried: pair, change: {kind: 'fresh'} as const}
    const found = own.carried.target ? undefined : memory.get(signature(pair.source))
    const fromThere = found && withMoved(own.carried, found)
    if (fromThere) moved.push(found)
    else if (own.change) changes.push(own.change)
    const carried = fromThere ?? own.carried
    if (!before) return carried
    const {comments, order} = before
    return commented(keepsOwn || order === undefined ? carried : {...carried, order}, comments)
  })
  const used = new Set(partner.values())
  const partners = new Map([...partner].map(([fresh, before]) => [today[fresh]!.id, old[before]!.id]))
  return {pairs, changes, partners, left: old.filter((_, index) => !used.has(index)), moved}
}

/**
 * Find which pairs of a unit before and today belong together: first those with the same source, in order and then in
 * any order; then similar ones, in order; then those in the same place.
 */
export function matchPairs(old: ReadonlyArray<Pair>, today: ReadonlyArray<Pair>): MatchedPairs {
  const before = old.map((pair) => signature(pair.source))
  const now = today.map((pair) => signature(pair.source))
  // If a unit is unchanged, each pair belongs to itself.
  if (before.length === now.length && before.every((source, index) => source === now[index]))
    return {old, today, partner: new Map(now.map((_, index) => [index, index]))}
  const [olds, fresh] = [old, today].map((pairs) => pairs.map(({source}) => features(source)))
  const inOrder = pairInOrder(old.length, today.length, (i, j) =>
    before[i] === now[j] ? 1000 : Math.max(0, dice(olds![i]!, fresh![j]!) - 0.2)
  )
  const isSame = (match: Match): boolean => before[match.old] === now[match.fresh]
  const elsewhere = pairElsewhere(before, now, inOrder.filter(isSame))
  const isFree = ({old: i, fresh: j}: Match): boolean =>
    elsewhere.every((match) => match.old !== i && match.fresh !== j)
  const anchors = inOrder.filter(isFree)
  const partner = new Map([...elsewhere, ...anchors].map((match) => [match.fresh, match.old]))
  pairByPlace(anchors, {old: old.length, fresh: today.length}, partner)
  return {old, today, partner}
}

/** Between two pairs that belong together, pair those without a partner, if there are as many on both sides. */
function pairByPlace(anchors: ReadonlyArray<Match>, ends: Match, partner: Map<number, number>): void {
  const used = new Set(partner.values())
  let last = {old: -1, fresh: -1}
  for (const match of [...anchors, ends]) {
    const olds = between(last.old, match.old).filter((index) => !used.has(index))
    const fresh = between(last.fresh, match.fresh).filter((index) => !partner.has(index))
    if (olds.length === fresh.length) for (const [at, index] of fresh.entries()) partner.set(index, olds[at]!)
    last = match
  }
}

/** The whole numbers between two others. */
function between(from: number, to: number): number[] {
  return Array.from({length: Math.max(0, to - from - 1)}, (_, index) => from + 1 + index)
}

function carryPair(
  old: Pair,
  today: Pair,
  {keepsOwn}: {keepsOwn: boolean}
): {carried: Pair; change?: PairChange} {
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
      // It is not settled whose text is right.
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

/** A sentence without a translation, with everything that is known of it from its earlier place. */
function withMoved(today: Pair, moved: Pair): Pair | undefined {
  const target = moved.target && recode(moved.target, moved.source, today.source)
  if (!target) return undefined
  const candidates = union(today.candidates, moved.candidates)
  return commented({...today, ...translationOf(moved), target, candidates}, moved.comments)
}

/** The translation of a pair, with its state and its doubts. */
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

/** Keep the translations of old pairs that belong to no pair of today, as candidates of the nearest segment. */
export function keepLeft(pairs: Pair[], left: ReadonlyArray<Pair>): Pair[] {
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
