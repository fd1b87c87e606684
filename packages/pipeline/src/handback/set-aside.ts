import {commented, furtherState, type Pair, sameContent, union, type Unit} from '@passerelle/model'
import type {Returned} from './accept.ts'

/** A unit for a translation without a place today, added to what was known of it. Comments are not part of it. */
export function setAside({unit, pair, target, obstacle}: Returned, known: Unit | undefined): Unit {
  const twin = known?.pairs.find(({id}) => id === pair.id)
  if (known && twin?.target && sameContent(twin.target, target)) return known
  if (twin?.target || obstacle === 'refused') {
    const before = twin ?? {...bare(pair), candidates: []}
    const kind = obstacle === 'refused' ? 'rejected' : 'superseded'
    const candidates = union([{kind, source: pair.source, target}], before.candidates)
    return withPair(unit, known, {...before, candidates})
  }
  const {comments: _, ...rest} = pair
  const candidates = union(twin?.candidates ?? [], pair.candidates)
  const first: Pair = {...rest, target, state: furtherState('translated', pair.state), candidates}
  return withPair(unit, known, commented(first, twin?.comments))
}

/** A unit for comments on a segment without a place today, added to what was known of it. */
export function setCommentsAside(unit: Unit, pair: Pair, known: Unit | undefined): Unit {
  const twin = known?.pairs.find(({id}) => id === pair.id)
  return withPair(unit, known, commented(twin ?? bare(pair), pair.comments))
}

/** A unit with a pair, which replaces the pair with the same id. */
function withPair(unit: Unit, known: Unit | undefined, pair: Pair): Unit {
  if (!known) return {...unit, pairs: [pair]}
  const isThere = known.pairs.some(({id}) => id === pair.id)
  const pairs = isThere
    ? known.pairs.map((other) => (other.id === pair.id ? pair : other))
    : [...known.pairs, pair]
  return {...known, pairs}
}

/** A pair without its translation and its comments. */
function bare(pair: Pair): Pair {
  const {target: _, subState: __, comments: ___, ...rest} = pair
  return {...rest, state: 'initial'}
}
