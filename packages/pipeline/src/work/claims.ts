import {
  type Content,
  type Doubt,
  excerptOf,
  isReviewed,
  furtherState,
  longExcerptOf,
  type Pair,
  type Problem,
  rankOf,
  sameContent,
  signature,
  type State,
  textIdOf,
  withDoubts
} from '@passerelle/model'
import type {CandidateList} from './candidates.ts'

/** What one hand-back says of a segment. */
export interface Claim extends Pick<Pair, 'subState' | 'doubts'> {
  readonly target: Content
  readonly state: State
  /**
   * Who says it: a file, or the project from which several files are. A later claim of the same voice replaces the
   * earlier.
   */
  readonly voice: string
  /** Whether it came back just as it was handed off; then any other claim wins. */
  readonly isRepeated: boolean
}

/** What the hand-backs of one run say about one segment. */
export interface Said {
  /** The segment before any hand-back was taken. */
  readonly base: Pair
  readonly claims: ReadonlyArray<Claim>
  /** The reason why one of the hand-backs could not be used. */
  readonly refused?: Doubt
}

/** What the hand-backs of one run say, by segment: neither their order nor their names decide. */
export type Claims = Map<string, Said>

/** Claims of a run in which no hand-back was read yet. */
export function createClaims(): Claims {
  return new Map()
}

/** The decision between hand-backs. */
export interface Verdict {
  /** The claim that is taken; undefined if the segment keeps what it had. */
  readonly taken: Claim | undefined
  /** Other texts, from which a person has to choose, in an order that does not depend on that of the files. */
  readonly others: ReadonlyArray<Claim>
  /** Whether the segment keeps what it had because its state is further than all claims. */
  readonly isGuarded: boolean
}

/**
 * Decide between the hand-backs of a run.
 *
 * A reviewed or final translation is not replaced by one with a lower state. Of several texts, the one with the
 * furthest state is taken. If several are equally far, none is taken if the segment has a translation; if it has none,
 * the text that sorts first is taken, because a document with a translation to choose is better than one without.
 */
function decide({base, claims}: Said): Verdict {
  const texts = distinct(claims)
  const [first, second] = texts
  if (!first) return {taken: undefined, others: [], isGuarded: false}
  const isGuarded =
    base.target !== undefined && isReviewed(base.state) && rankOf(base.state) > rankOf(first.state)
  const isTied = second && rankOf(second.state) === rankOf(first.state)
  if (isGuarded || (isTied && base.target)) return {taken: undefined, others: texts, isGuarded}
  return {taken: first, others: texts.slice(1), isGuarded}
}

/** One claim for each text, with its furthest state; the furthest come first. */
function distinct(claims: ReadonlyArray<Claim>): Claim[] {
  const own = claims.some(({isRepeated}) => !isRepeated)
    ? claims.filter(({isRepeated}) => !isRepeated)
    : claims
  const byText = new Map<string, Claim>()
  for (const claim of own) {
    const key = signature(claim.target)
    const known = byText.get(key)
    if (!known || rankOf(claim.state) > rankOf(known.state)) byText.set(key, claim)
  }
  return [...byText]
    .toSorted(([a, one], [b, other]) => rankOf(other.state) - rankOf(one.state) || (a < b ? -1 : 1))
    .map(([, claim]) => claim)
}

/**
 * Add what one more hand-back says about a segment, and decide again.
 *
 * @param candidates
 *   Candidates of the segment; texts that are not taken are added.
 * @returns
 *   All claims so far, the decision, and the segment after it.
 */
export function hear(
  today: Pair,
  said: Said,
  claim: Claim,
  candidates: CandidateList
): {readonly said: Said; readonly verdict: Verdict; readonly pair: Pair} {
  const earlier = said.claims.find(({voice}) => voice === claim.voice)
  const now = {...said, claims: [...said.claims.filter((each) => each !== earlier), claim]}
  const verdict = decide(now)
  if (earlier) {
    candidates.remove(earlier.target)
    candidates.put({kind: 'superseded', source: today.source, target: earlier.target})
  }
  return {said: now, verdict, pair: apply(today, now, verdict, candidates)}
}

function apply(
  today: Pair,
  {base, refused}: Said,
  {taken, others}: Verdict,
  candidates: CandidateList
): Pair {
  const {source} = today
  if (taken) {
    if (base.target) candidates.put({kind: 'superseded', source, target: base.target})
    candidates.remove(taken.target)
  } else if (base.target) candidates.remove(base.target)
  for (const {target} of others) {
    candidates.remove(target)
    candidates.put({kind: 'disputed', source, target})
  }
  const isOpen =
    others.length > 0 ||
    (base.doubts?.some(({kind}) => kind === 'disputed') && candidates.hasKind('disputed'))
  const pair = taken ? standing(today, taken, furtherState('translated', taken.state)) : standing(today, base)
  return withDoubts(pair, isOpen ? {kind: 'disputed'} : undefined, refused)
}

/** A segment with the translation of a claim, or as it was. */
function standing(
  pair: Pair,
  {target, state, subState, doubts}: Pick<Pair, 'target' | 'state' | 'subState' | 'doubts'>,
  far: State = state
): Pair {
  const {target: _, state: __, subState: ___, doubts: ____, ...rest} = pair
  return {
    ...rest,
    ...(target && {target}),
    state: far,
    ...(subState !== undefined && {subState}),
    ...(doubts && {doubts})
  }
}

/** Diagnostics for texts from which a person has to choose. */
export function disputeNews(
  now: Pair,
  own: Content,
  {others, isGuarded}: Pick<Verdict, 'isGuarded'> & {readonly others: ReadonlyArray<Pick<Claim, 'target'>>},
  at: () => string
): Problem[] {
  const other = others.find(({target}) => sameContent(target, own)) ?? others[0]
  if (!other) return []
  const args = {
    text: excerptOf(now.source),
    target: longExcerptOf(now.target ?? []),
    other: longExcerptOf(other.target),
    at: at(),
    take: textIdOf(other.target)
  }
  return [{id: isGuarded ? 'handback-outranked' : 'handback-disputed', level: 'warning', args}]
}
