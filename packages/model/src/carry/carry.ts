import type {Freshness, Pair, Unit} from '../unit/unit.ts'
import {plainId} from '../unit/identity.ts'
import {type Content, sameContent, signature} from '../unit/content.ts'
import {freshnessOf} from '../unit/unit.ts'
import {carryPairs, keepLeft, type MatchedPairs, matchPairs, type PairChange} from './carry-pairs.ts'
import {recut, type SplitTarget} from './recut.ts'
import {createSimilarityIndex} from './most-similar.ts'
import {pairInOrder} from './sequence.ts'
import {dice, features, type Features} from './similarity.ts'
import {pairTwins} from './twins.ts'

/** A unit whose source changed only in appearance, so that its translation stays. */
export interface CosmeticChange {
  readonly unit: string
  readonly before: Content
  readonly after: Content
}

/** The earlier unit of a unit of today. */
export interface Origin {
  /** Id of the unit in the record. */
  readonly unit: string
  /** Ids of its pairs: from today's to those in the record. */
  readonly pairs: ReadonlyMap<string, string>
}

/** What becomes of the units of a document when its source is read again. */
export interface Carried {
  readonly units: ReadonlyArray<Unit>
  readonly removed: ReadonlyArray<Unit>
  /**
   * Earlier units with only those pairs whose sentence is nowhere in the document today: it may have moved to another
   * document.
   */
  readonly departed: ReadonlyArray<Unit>
  readonly cosmetic: ReadonlyArray<CosmeticChange>
  /** Ids of units whose prose is the same but whose sentences end elsewhere now. */
  readonly recut: ReadonlyArray<string>
  /** Earlier units of today's units, by id; only where the id of the unit or of one of its pairs has changed. */
  readonly origins: ReadonlyMap<string, Origin>
  /** How many segments are new, how many have changed, and of how many the source is gone. */
  readonly counts: Readonly<Record<'fresh' | 'changed' | 'removed', number>>
}

/** Least similarity of an old and a new block: between the same neighbours, and anywhere in the document. */
const NEAR = 0.3
const FAR = 0.6

/**
 * Carry translations from the units of an earlier source to those of today's.
 *
 * Translations follow content. Units with the same id belong together wherever they stand. Others are paired between
 * the same neighbours, by key or by similarity, and then by similarity anywhere. A unit that comes back after it was
 * removed gets its translation again. Nothing that was translated is dropped: an old unit without a successor goes to
 * `removed`, and an old translation of a changed segment becomes its candidate.
 *
 * @param old
 *   Units of the record, in order.
 * @param removed
 *   Units that had lost their block before.
 * @param today
 *   Units of today's source, without targets.
 * @param split
 *   Cuts a translation into sentences, for units whose rules changed; without it such translations become candidates.
 */
export function carry(
  old: ReadonlyArray<Unit>,
  removed: ReadonlyArray<Unit>,
  today: ReadonlyArray<Unit>,
  split?: SplitTarget
): Carried {
  const partner = match(old, today)
  const gone = new Map(removed.map((unit) => [unit.id, unit]))
  const matched = today.map((unit, index): MatchedUnit => {
    const before = partner.of.get(index) ?? gone.get(unit.id)
    if (before && gone.get(unit.id) === before) gone.delete(unit.id)
    const was = before?.pairs ?? []
    const cutAnew = recut(was, unit.pairs, split)
    return {unit, before, isRecut: cutAnew !== was, pairs: matchPairs(cutAnew, unit.pairs)}
  })
  const memory = rememberPairs([
    ...matched.flatMap(({pairs}) => leftIn(pairs)),
    ...old.filter((_, index) => !partner.taken.has(index)).flatMap(({pairs}) => pairs),
    ...removed.flatMap(({pairs}) => pairs)
  ])
  const results = matched.map(({pairs}) => carryPairs(pairs, memory))
  const moved = new Set(results.flatMap((result) => result.moved))

  const cosmetic: CosmeticChange[] = []
  const origins = new Map<string, Origin>()
  const counts = {fresh: 0, changed: 0, removed: 0}
  const units = matched.map(({unit, before}, index) => {
    const {pairs, changes, partners, left} = results[index]!
    if (before && !isSameUnit(before, unit, partners))
      origins.set(unit.id, {unit: before.id, pairs: partners})
    for (const change of changes) count(change, unit, counts, cosmetic)
    return {
      ...unit,
      pairs: keepLeft(
        pairs,
        left.filter((pair) => !moved.has(pair))
      ),
      ...(before?.built && {built: before.built}),
      ...(before?.metadata && {metadata: before.metadata})
    }
  })
  const anew = matched.flatMap(({unit, isRecut}) => (isRecut ? [unit.id] : []))

  const left = old.filter((_, index) => !partner.taken.has(index))
  for (const unit of left) counts.removed += unit.pairs.length
  const departed = [
    ...matched.flatMap(({before, pairs}) => (before ? [{...before, pairs: leftIn(pairs)}] : [])),
    ...left
  ].flatMap((unit) => withoutMoved(unit, moved))
  const aside = apartFrom(units, keep([...gone.values()], left), origins)
  return {units, removed: aside, departed, cosmetic, recut: anew, origins, counts}
}

/** A unit of today, and the earlier unit that belongs to it. */
interface MatchedUnit {
  readonly unit: Unit
  readonly before: Unit | undefined
  /** Whether its prose is the same but its sentences end elsewhere now. */
  readonly isRecut: boolean
  readonly pairs: MatchedPairs
}

/** Earlier pairs whose sentence has left the unit: it may stand in another block today. */
function leftIn({old, today, partner}: MatchedPairs): Pair[] {
  if (old.length === 0) return []
  const kept = new Set(
    [...partner].flatMap(([fresh, before]) =>
      sameContent(today[fresh]!.source, old[before]!.source) ? [before] : []
    )
  )
  return kept.size === old.length ? [] : old.filter((_, index) => !kept.has(index))
}

/** A unit with only those pairs that have not moved elsewhere; empty if all have. */
function withoutMoved(unit: Unit, moved: ReadonlySet<Pair>): Unit[] {
  const pairs = unit.pairs.filter((pair) => pair.target && !moved.has(pair))
  return pairs.length === 0 ? [] : [{...unit, pairs}]
}

function isSameUnit(before: Unit, now: Unit, partners: ReadonlyMap<string, string>): boolean {
  return (
    before.id === now.id &&
    before.pairs.length === now.pairs.length &&
    partners.size === now.pairs.length &&
    now.pairs.every(({id}) => partners.get(id) === id)
  )
}

function count(
  change: PairChange,
  unit: Unit,
  counts: Record<'fresh' | 'changed' | 'removed', number>,
  cosmetic: CosmeticChange[]
): void {
  if (change.kind === 'cosmetic') cosmetic.push({unit: unit.id, before: change.before, after: change.after})
  else counts[change.kind]++
}

/** Removed units worth keeping: those with a translation, a candidate or a comment. */
function keep(removed: ReadonlyArray<Unit>, left: ReadonlyArray<Unit>): Unit[] {
  const worth = left.filter(({pairs}) =>
    pairs.some(({target, candidates, comments}) => target ?? comments ?? candidates.length > 0)
  )
  const ids = new Set(worth.map((unit) => unit.id))
  const merged = removed.filter((unit) => !ids.has(unit.id))
  const twins = removed.filter((unit) => ids.has(unit.id))
  return [
    ...merged,
    ...worth.map((unit) =>
      mergeTwins(
        unit,
        twins.find(({id}) => id === unit.id)
      )
    )
  ]
}

/**
 * Removed units with ids that no unit of today has. If one of two twins is removed, the other may get its id.
 *
 * @param origins
 *   Earlier units of today's; those that get another id are noted.
 */
function apartFrom(
  units: ReadonlyArray<Unit>,
  removed: ReadonlyArray<Unit>,
  origins: Map<string, Origin>
): Unit[] {
  const taken = new Set(units.map(({id}) => id))
  const kept = new Set(removed.map(({id}) => id))
  return removed.map((unit) => {
    if (!taken.has(unit.id)) return unit
    let number = 1
    const idOf = (): string => `${plainId(unit.id)}-gone${number}`
    while (taken.has(idOf()) || kept.has(idOf())) number++
    const id = idOf()
    taken.add(id)
    // If the unit of today took this id from another, the page shows the removed unit under it.
    if (origins.has(unit.id))
      origins.set(id, {unit: unit.id, pairs: new Map(unit.pairs.map((pair) => [pair.id, pair.id]))})
    return {...unit, id}
  })
}

/** A unit that was removed twice keeps what was known of it both times. */
function mergeTwins(unit: Unit, twin: Unit | undefined): Unit {
  if (!twin) return unit
  const {pairs: carried, left} = carryPairs(matchPairs(twin.pairs, unit.pairs), new Map(), {keepsOwn: true})
  const pairs = keepLeft(carried, left)
  const metadata = unit.metadata ?? twin.metadata
  return {...unit, pairs, ...(metadata && {metadata})}
}

/** Translated pairs by the signature of their source; of equal ones the last. */
function rememberPairs(pairs: ReadonlyArray<Pair>): ReadonlyMap<string, Pair> {
  return new Map(pairs.flatMap((pair) => (pair.target ? [[signature(pair.source), pair] as const] : [])))
}

function match(
  old: ReadonlyArray<Unit>,
  today: ReadonlyArray<Unit>
): {of: Map<number, Unit>; taken: Set<number>} {
  const of = new Map<number, Unit>()
  const taken = new Set<number>()
  const position = new Map<number, number>()
  const take = (freshIndex: number, oldIndex: number): void => {
    of.set(freshIndex, old[oldIndex]!)
    taken.add(oldIndex)
    position.set(freshIndex, oldIndex)
  }
  for (const twin of pairTwins(old, today)) take(twin.fresh, twin.old)
  matchBy((unit) => unit.id, old, today, {of, taken, take})
  matchBy((unit) => unit.key && `${unit.kind} ${unit.key}`, old, today, {of, taken, take})

  const known = new Map<Unit, Features>()
  for (const run of runs(today.length, old.length, of, taken, position)) {
    const pairs = pairInOrder(run.old.length, run.fresh.length, (i, j) => {
      const value = dice(featuresOf(old[run.old[i]!]!, known), featuresOf(today[run.fresh[j]!]!, known))
      return value >= NEAR ? value : 0
    })
    for (const pair of pairs) take(run.fresh[pair.fresh]!, run.old[pair.old]!)
  }
  takeLikest(old, today, {of, taken, take}, (unit) => featuresOf(unit, known))
  return {of, taken}
}

/** Pair the remaining units by similarity, wherever they stand. */
function takeLikest(
  old: ReadonlyArray<Unit>,
  today: ReadonlyArray<Unit>,
  {of, taken, take}: Matching,
  featuresOf: (unit: Unit) => Features
): void {
  if (of.size === today.length || taken.size === old.length) return
  const left = [...old.keys()].filter((index) => !taken.has(index))
  const similar = createSimilarityIndex(
    left.map((index) => featuresOf(old[index]!)),
    FAR
  )
  for (const [index, unit] of today.entries()) {
    const best = of.has(index) ? undefined : similar.find(featuresOf(unit))
    if (best === undefined) continue
    similar.remove(best)
    take(index, left[best]!)
  }
}

/** Which units were paired so far. */
interface Matching {
  readonly of: ReadonlyMap<number, Unit>
  readonly taken: ReadonlySet<number>
  readonly take: (fresh: number, old: number) => void
}

function matchBy(
  keyOf: (unit: Unit) => string | undefined,
  old: ReadonlyArray<Unit>,
  today: ReadonlyArray<Unit>,
  {of, taken, take}: Matching
): void {
  const index = new Map<string, number>()
  for (const [at, unit] of old.entries()) {
    const key = keyOf(unit)
    if (key && !taken.has(at)) index.set(key, at)
  }
  for (const [at, unit] of today.entries()) {
    const key = keyOf(unit)
    const found = key && !of.has(at) ? index.get(key) : undefined
    if (found !== undefined && !taken.has(found)) take(at, found)
  }
}

/** Runs of today's units without a partner, each with the old units without a partner between the same neighbours. */
function runs(
  freshCount: number,
  oldCount: number,
  of: ReadonlyMap<number, Unit>,
  taken: ReadonlySet<number>,
  position: ReadonlyMap<number, number>
): {fresh: number[]; old: number[]}[] {
  const result: {fresh: number[]; old: number[]}[] = []
  let fresh: number[] = []
  let from = -1
  for (let index = 0; index <= freshCount; index++) {
    if (index < freshCount && !of.has(index)) {
      fresh.push(index)
      continue
    }
    const to = index === freshCount ? oldCount : position.get(index)!
    if (fresh.length > 0) {
      const between: number[] = []
      for (let at = from + 1; at < to; at++) if (!taken.has(at)) between.push(at)
      if (between.length > 0) result.push({fresh, old: between})
    }
    fresh = []
    from = to
  }
  return result
}

function featuresOf(unit: Unit, known: Map<Unit, Features>): Features {
  const found = known.get(unit) ?? features(unit.pairs.flatMap((pair) => [...pair.source, ' ']))
  known.set(unit, found)
  return found
}

/** How many segments have each freshness. */
export function countFreshness(units: ReadonlyArray<Unit>): Record<Freshness, number> {
  const counts = {valid: 0, changed: 0, missing: 0}
  for (const unit of units) for (const pair of unit.pairs) counts[freshnessOf(pair)]++
  return counts
}
