import {
  type Candidate,
  type Comment,
  type Doubt,
  furtherState,
  isTyped,
  type Pair,
  sameContent,
  signature,
  withDoubts
} from '@passerelle/model'
import {lesser, listOfBoth, ofThree, same} from './three-way.ts'

/** A pair of two branches, brought together. */
export interface BothPairs {
  readonly pair: Pair
  /** Whether the branches have different translations. */
  readonly isDisputed: boolean
}

/**
 * Bring a pair of two branches together: the result does not depend on their order, and nothing typed is lost.
 *
 * A translation of one branch never stands beside the source of the other: it becomes a candidate `previous`.
 */
export function pairOfBoth(a: Pair, b: Pair, base: Pair | undefined): BothPairs {
  if (!sameContent(a.source, b.source)) return {pair: ofTwoSources(a, b, base), isDisputed: false}
  const before = base && sameContent(base.source, a.source) ? base : undefined
  const first = standing(a, b, before)
  const second = first === a ? b : a
  const isDisputed = areDisputed(a, b, before)
  const {doubts: _, comments: __, subState: ___, order: ____, ...rest} = first
  const isSame = sameTarget(a, b)
  const subState = isSame ? ofThree(a.subState, b.subState, {base: before?.subState}) : first.subState
  const order = isSame ? ofThree(a.order, b.order, {base: before?.order}) : first.order
  const comments = commentsOfBoth(a.comments, b.comments)
  const merged: Pair = {
    ...rest,
    source: ofThree(a.source, b.source, {base: before?.source}),
    state: isSame ? ofThree(a.state, b.state, {base: before?.state, settle: furtherState}) : first.state,
    gap: ofThree(a.gap, b.gap, {base: base?.gap}),
    ...(subState !== undefined && {subState}),
    ...(order !== undefined && {order}),
    ...(comments && {comments}),
    candidates: candidatesOf({first, second, before, isDisputed})
  }
  const doubts = doubtsOf({first, second, before, isDisputed})
  return {pair: withDoubts(merged, ...doubts), isDisputed}
}

/** The pair with the source that stands, and with what the other branch has as candidates. */
function ofTwoSources(a: Pair, b: Pair, base: Pair | undefined): Pair {
  const first = pick(a, b, base)
  const second = first === a ? b : a
  const lost: Candidate[] = second.target
    ? [{kind: 'previous', source: second.source, target: second.target}]
    : []
  const comments = commentsOfBoth(a.comments, b.comments)
  const candidates = listOfBoth([...first.candidates, ...lost], second.candidates, {keyOf: keyOfCandidate})
  return {...first, ...(comments && {comments}), candidates: candidates.map(({thing}) => thing)}
}

function pick(a: Pair, b: Pair, base: Pair | undefined): Pair {
  const source = ofThree(signature(a.source), signature(b.source), {base: base && signature(base.source)})
  return signature(a.source) === source ? a : b
}

function sameTarget(a: Pair, b: Pair | undefined): boolean {
  if (!a.target || !b?.target) return a.target === b?.target
  return sameContent(a.target, b.target)
}

function areDisputed(a: Pair, b: Pair, before: Pair | undefined): boolean {
  if (!a.target || !b.target || sameTarget(a, b)) return false
  return !before || (!sameTarget(a, before) && !sameTarget(b, before))
}

/** The pair whose translation stands: of two different ones the one with the further state, else the lesser. */
function standing(a: Pair, b: Pair, before: Pair | undefined): Pair {
  if (sameTarget(a, b)) return lesser(a, b)
  if (before && sameTarget(a, before)) return b
  if (before && sameTarget(b, before)) return a
  if (!a.target) return b
  if (!b.target) return a
  if (a.state !== b.state) return furtherState(a.state, b.state) === a.state ? a : b
  return signature(a.target) <= signature(b.target) ? a : b
}

interface Sides {
  /** Whose translation stands. */
  readonly first: Pair
  readonly second: Pair
  readonly before: Pair | undefined
  readonly isDisputed: boolean
}

/** Candidates of both. One that a branch has settled is dropped, unless its text was typed and stands nowhere else. */
function candidatesOf({first, second, before, isDisputed}: Sides): Candidate[] {
  const merged = listOfBoth(first.candidates, second.candidates, {
    base: before?.candidates,
    keyOf: keyOfCandidate
  })
  const kept = merged.filter(({isGone}) => !isGone).map(({thing}) => thing)
  const other = second.target
  if (isDisputed && other) kept.unshift({kind: 'disputed', source: second.source, target: other})
  const texts = new Set(
    [first.target, ...kept.map(({target}) => target)].map((text) => text && signature(text))
  )
  const save = (candidate: Candidate): void => {
    if (texts.has(signature(candidate.target))) return
    texts.add(signature(candidate.target))
    kept.push(candidate)
  }
  for (const {thing, isGone} of merged) if (isGone && isTyped(thing)) save(thing)
  if (other) save({kind: 'superseded', source: second.source, target: other})
  return kept.filter(
    (one, index) => kept.findIndex((each) => keyOfCandidate(each) === keyOfCandidate(one)) === index
  )
}

function keyOfCandidate({kind, source, target}: Candidate): string {
  return `${kind}\u0000${signature(source)}\u0000${signature(target)}`
}

/** Doubts of the translation that stands; if both branches have it, those that neither has settled. */
function doubtsOf({first, second, before, isDisputed}: Sides): Doubt[] {
  const known = new Set(before?.doubts?.map(({kind}) => kind))
  const [ofFirst, ofSecond] = [first.doubts ?? [], second.doubts ?? []]
  const all = isDisputed || !sameTarget(first, second) ? ofFirst : []
  const news = [...ofFirst, ...ofSecond].filter(({kind}) => isDisputed || !known.has(kind))
  const both = ofFirst.filter(({kind}) => ofSecond.some((doubt) => doubt.kind === kind))
  const sorted = [...news, ...both].sort((a, b) => (same(a, b) || lesser(a, b) === a ? -1 : 1))
  return [...all, ...sorted, ...(isDisputed ? [{kind: 'disputed'} as const] : [])]
}

/** Comments of both branches, each once. */
export function commentsOfBoth(
  a: ReadonlyArray<Comment> = [],
  b: ReadonlyArray<Comment> = []
): ReadonlyArray<Comment> | undefined {
  const all = listOfBoth(a, b, {keyOf: ({text}) => text.replace(/\s+/g, ' ').trim()})
  return all.length > 0 ? all.map(({thing}) => thing) : undefined
}
