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
 * What stood there is kept as candidate, whatever its state was. An edit of a translation whose source has changed
 * since is an earlier translation like it: what a person corrected there says nothing of the source of today.
 */
export function takeEdits(bitext: Bitext, edits: ReadonlyArray<Edit>): Bitext {
  if (edits.length === 0) return bitext
  const byPair = new Map(edits.map((edit) => [`${edit.unit}/${edit.pair}`, edit]))
  const takeInto = (unit: Unit): Unit => {
    const pairs = unit.pairs.map((pair) => {
      const edit = byPair.get(`${unit.id}/${pair.id}`)
      return edit ? taken(pair, edit) : pair
    })
    return pairs.every((pair, index) => pair === unit.pairs[index]) ? unit : {...unit, pairs}
  }
  const removed = edits.filter(({isGone}) => isGone).reduce(withGone, bitext.removed.map(takeInto))
  return {...bitext, units: bitext.units.map(takeInto), removed}
}

/** What was removed, with a corrected sentence that is gone from its passage. */
function withGone(removed: ReadonlyArray<Unit>, {unit: id, source, target}: Edit): Unit[] {
  const known = removed.find((unit) => unit.id === id)
  const others = known?.pairs.filter((pair) => !sameContent(pair.source, source)) ?? []
  const free = others.some((pair) => pair.id === 's1') ? `s${others.length + 1}` : 's1'
  const pair: Pair = {id: free, source, target, state: 'translated', candidates: [], gap: ''}
  const unit: Unit = {...(known ?? {id, kind: 'paragraph', trail: []}), pairs: [...others, pair]}
  return [...removed.filter((each) => each !== known), unit]
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
