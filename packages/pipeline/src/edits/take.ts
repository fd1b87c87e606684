import {
  type Bitext,
  type Candidate,
  type Pair,
  sameContent,
  union,
  type Unit,
  withDoubts
} from '@passerelle/model'
import type {Edit} from './changes.ts'

/**
 * Take edits of a localized document into its units.
 *
 * The text that stood there is kept as a candidate, whatever its state. If the source has changed since, the edit
 * corrects a translation of the earlier source, and is kept as such: it says nothing about today's source.
 */
export function takeEdits(bitext: Bitext, edits: ReadonlyArray<Edit>): Bitext {
  if (edits.length === 0) return bitext
  const [gone, inPlace] = [edits.filter(({isGone}) => isGone), edits.filter(({isGone}) => !isGone)]
  const byPair = new Map(inPlace.map((edit) => [`${edit.unit}/${edit.pair}`, edit]))
  const takeInto = (unit: Unit): Unit => {
    const pairs = unit.pairs.map((pair) => {
      const edit = byPair.get(`${unit.id}/${pair.id}`)
      return edit ? taken(pair, edit) : pair
    })
    return pairs.every((pair, index) => pair === unit.pairs[index]) ? unit : {...unit, pairs}
  }
  const removed = gone.reduce(withGone, bitext.removed.map(takeInto))
  return {...bitext, units: bitext.units.map(takeInto), removed}
}

/** The removed units, with a correction of a sentence that is gone from its passage. */
function withGone(removed: ReadonlyArray<Unit>, edit: Edit): Unit[] {
  const {unit: id, source, target} = edit
  const known = removed.find((unit) => unit.id === id)
  const pairs = known?.pairs ?? []
  const same = pairs.find((pair) => sameContent(pair.source, source))
  const fresh: Pair = {id: freeId(pairs), source, target, state: 'translated', candidates: [], gap: ''}
  const now = same ? pairs.map((pair) => (pair === same ? taken(pair, edit) : pair)) : [...pairs, fresh]
  const unit: Unit = {...(known ?? {id, kind: 'paragraph', trail: []}), pairs: now}
  return [...removed.filter((each) => each !== known), unit]
}

/** An id that no pair of a unit has. */
function freeId(pairs: ReadonlyArray<Pair>): string {
  const ids = new Set(pairs.map(({id}) => id))
  let number = 1
  while (ids.has(`s${number}`)) number++
  return `s${number}`
}

function taken(pair: Pair, {target, source, isOfToday, newer}: Edit): Pair {
  if (!isOfToday) {
    const previous: Candidate = {kind: 'previous', source, target}
    return {...pair, candidates: union([previous], pair.candidates)}
  }
  const {subState: _, doubts: __, target: before, ...rest} = pair
  const others = rest.candidates.filter(
    (candidate) => candidate.kind !== 'superseded' || !sameContent(candidate.target, target)
  )
  const kind = newer === undefined ? 'superseded' : 'disputed'
  const replaced: Candidate[] = before ? [{kind, source: pair.source, target: before}] : []
  const now: Pair = {...rest, target, state: 'translated', candidates: union(replaced, others)}
  return kind === 'disputed' ? withDoubts(now, {kind}) : now
}
