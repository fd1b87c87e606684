import {
  type Bitext,
  commented,
  furtherState,
  type Pair,
  sameContent,
  union,
  type Unit,
  withDoubts
} from '@passerelle/model'

/** A record of two branches in one. */
export interface BothSides {
  readonly bitext: Bitext
  /** Sentences that each has translated in another way. */
  readonly disputed: number
}

/**
 * Bring two branches' versions of a record together, so that nothing of either is lost.
 *
 * Where both have translated a sentence, and not alike, ours stays, theirs is kept as candidate `disputed`, and the
 * translation is in doubt until a person has settled it.
 */
export function bringTogether(ours: Bitext, theirs: Bitext): BothSides {
  let disputed = 0
  const others = new Map([...theirs.removed, ...theirs.units].map((unit) => [unit.id, unit]))
  const both = (unit: Unit): Unit => {
    const other = others.get(unit.id)
    if (!other) return unit
    const twins = new Map(other.pairs.map((pair) => [pair.id, pair]))
    const pairs = unit.pairs.map((pair) => {
      const twin = twins.get(pair.id)
      if (!twin) return pair
      if (areDisputed(pair, twin)) disputed++
      return pairOfBoth(pair, twin)
    })
    const known = new Set(pairs.map(({id}) => id))
    const printed = [...new Set([unit.built, other.built].flatMap((built) => built?.split(' ') ?? []))]
    return {
      ...unit,
      pairs: [...pairs, ...other.pairs.filter(({id}) => !known.has(id))],
      ...(printed.length > 0 && {built: printed.join(' ')})
    }
  }
  const units = ours.units.map(both)
  const removed = ours.removed.map(both)
  const known = new Set([...units, ...removed].map(({id}) => id))
  const news = [...others.values()].filter(({id}) => !known.has(id))
  const bitext = commented({...ours, units, removed: [...removed, ...news]}, theirs.comments)
  return {bitext, disputed}
}

function areDisputed(ours: Pair, theirs: Pair): boolean {
  return ours.target !== undefined && theirs.target !== undefined && !sameContent(ours.target, theirs.target)
}

function pairOfBoth(ours: Pair, theirs: Pair): Pair {
  const candidates = union(ours.candidates, theirs.candidates)
  const both = commented({...ours, candidates}, theirs.comments)
  if (!theirs.target) return both
  const doubts = theirs.doubts ?? []
  if (!ours.target) {
    const {target, state, subState, order} = theirs
    const taken = {...both, target, state, ...(subState && {subState}), ...(order && {order})}
    return withDoubts(taken, ...doubts)
  }
  if (!areDisputed(ours, theirs))
    return withDoubts({...both, state: furtherState(ours.state, theirs.state)}, ...doubts)
  const other = {kind: 'disputed', source: theirs.source, target: theirs.target} as const
  return withDoubts({...both, candidates: union([other], candidates)}, {kind: 'disputed'})
}
