import {type Bitext, isTyped, type Pair, type Unit} from '@passerelle/model'
import {commentsOfBoth, pairOfBoth} from './both-pairs.ts'
import {byKey, listOfBoth, ofThree, orderOfBoth, same} from './three-way.ts'

/** A record of two branches, brought together. */
export interface BothSides {
  readonly bitext: Bitext
  /** How many sentences the branches have translated differently. */
  readonly disputed: number
}

/**
 * Bring two branches' versions of a record together: nothing of either is lost, and the result does not depend on their
 * order.
 *
 * If both have translated a sentence differently, the translations themselves decide which stands. The other becomes a
 * candidate `disputed`, and the sentence is in doubt until a person has settled it. What only one branch has changed
 * since the common version counts.
 *
 * @param base
 *   The common version from which both began, if it is known.
 */
export function bringTogether(ours: Bitext, theirs: Bitext, base?: Bitext): BothSides {
  const [a, b, before] = [placesOf(ours), placesOf(theirs), base && placesOf(base)]
  const units: Unit[] = []
  const removed: Unit[] = []
  let disputed = 0
  for (const id of orderOfBoth([...a.keys()], [...b.keys()], [...(before?.keys() ?? [])])) {
    const [inA, inB, inBase] = [a.get(id), b.get(id), before?.get(id)]
    const place = placeOf(inA, inB, inBase)
    if (!place) continue
    const merged = inA && inB ? unitOfBoth(inA.unit, inB.unit, inBase?.unit) : undefined
    disputed += merged?.disputed ?? 0
    ;(place === 'units' ? units : removed).push(merged?.unit ?? (inA ?? inB)!.unit)
  }
  const {document, sourceLocale, targetLocale} = ours
  const whole = wholeOfBoth(ours, theirs, base)
  const bitext = {document, sourceLocale, targetLocale, units, removed, ...whole}
  return {bitext, disputed}
}

/** What both say of the document as a whole. */
function wholeOfBoth(
  ours: Bitext,
  theirs: Bitext,
  base: Bitext | undefined
): Pick<Bitext, 'comments' | 'metadata' | 'skeleton' | 'printed'> {
  const comments = commentsOfBoth(ours.comments, theirs.comments)
  const metadata = ofThree(ours.metadata, theirs.metadata, {base: base?.metadata})
  const skeleton = ofThree(ours.skeleton, theirs.skeleton, {base: base?.skeleton})
  const printed = ofThree(ours.printed, theirs.printed, {base: base?.printed})
  return {
    ...(comments && {comments}),
    ...(metadata && {metadata}),
    ...(skeleton !== undefined && {skeleton}),
    ...(printed && {printed})
  }
}

interface Placed {
  readonly unit: Unit
  readonly place: 'units' | 'removed'
}

function placesOf({units, removed}: Bitext): ReadonlyMap<string, Placed> {
  const all = [
    ...units.map((unit): Placed => ({unit, place: 'units'})),
    ...removed.map((unit): Placed => ({unit, place: 'removed'}))
  ]
  return byKey(all, ({unit}) => unit.id)
}

/**
 * Where a unit stands. If one branch removed its block while the other worked on it, it is among the removed units, so
 * that the next sync finds what was typed; undefined if nothing was typed.
 */
function placeOf(
  a: Placed | undefined,
  b: Placed | undefined,
  base: Placed | undefined
): Placed['place'] | undefined {
  if (a && b) {
    if (a.place === b.place) return a.place
    if (!base) return 'units'
    return a.place === base.place ? b.place : a.place
  }
  const one = a ?? b
  if (!one || !base) return one?.place
  return same(one.unit, base.unit) || !holdsTyped(one.unit) ? undefined : 'removed'
}

function holdsTyped({pairs}: Unit): boolean {
  return pairs.some(({target, candidates, comments}) => target ?? comments ?? candidates.some(isTyped))
}

function unitOfBoth(
  a: Unit,
  b: Unit,
  base: Unit | undefined
): {readonly unit: Unit; readonly disputed: number} {
  const {pairs, disputed} = pairsOfBoth(a.pairs, b.pairs, base?.pairs)
  const key = ofThree(a.key, b.key, {base: base?.key})
  const note = ofThree(a.note, b.note, {base: base?.note})
  const maxLength = ofThree(a.maxLength, b.maxLength, {base: base?.maxLength})
  const metadata = ofThree(a.metadata, b.metadata, {base: base?.metadata})
  const built = builtOfBoth(a.built, b.built)
  const unit: Unit = {
    id: a.id,
    kind: ofThree(a.kind, b.kind, {base: base?.kind}),
    trail: ofThree(a.trail, b.trail, {base: base?.trail}),
    pairs,
    ...(key !== undefined && {key}),
    ...(note !== undefined && {note}),
    ...(maxLength !== undefined && {maxLength}),
    ...(metadata && {metadata}),
    ...(built !== undefined && {built})
  }
  return {unit, disputed}
}

/** The page may be of either branch, so a block counts as built if either of them built it. */
function builtOfBoth(a: string | undefined, b: string | undefined): string | undefined {
  if (a === b) return a
  const all = [a, b].flatMap((built) => built?.split(' ') ?? [])
  return [...new Set(all)].sort().join(' ')
}

function pairsOfBoth(
  a: ReadonlyArray<Pair>,
  b: ReadonlyArray<Pair>,
  base: ReadonlyArray<Pair> = []
): {readonly pairs: Pair[]; readonly disputed: number} {
  const keyOf = ({id}: Pair): string => id
  const [inA, inB, inBase] = [byKey(a, keyOf), byKey(b, keyOf), byKey(base, keyOf)]
  const pairs: Pair[] = []
  let disputed = 0
  for (const {thing, isGone} of listOfBoth(a, b, {base, keyOf})) {
    const [one, other, before] = [inA.get(thing.id), inB.get(thing.id), inBase.get(thing.id)]
    if (one && other) {
      const {pair, isDisputed} = pairOfBoth(one, other, before)
      pairs.push(pair)
      disputed += Number(isDisputed)
    } else if (!isGone || !same(thing, before)) pairs.push(thing)
  }
  return {pairs, disputed}
}
