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
  /** Who says it: a file, or the project that several files are of. A later word of the same is in place of the earlier. */
  readonly voice: string
  /** Whether it came back just as it was handed off: any other word is news beside it. */
  readonly isRepeated: boolean
}

/** What the hand-backs of one run say of one segment. */
export interface Said {
  /** The segment before any of them was taken. */
  readonly base: Pair
  readonly claims: ReadonlyArray<Claim>
  /** That one of them could not be used. */
  readonly refused?: Doubt
}

/** What the hand-backs of one run say, by segment, so that neither their order nor their names decide. */
export type Claims = Map<string, Said>

/** No hand-back was heard yet. */
export function createClaims(): Claims {
  return new Map()
}

/** What hand-backs come to. */
export interface Verdict {
  /** The text that is taken; undefined where what was there stays. */
  readonly taken: Claim | undefined
  /** Other texts, which a person has to choose from; in one order, whatever the order of the files. */
  readonly others: ReadonlyArray<Claim>
  /** Whether what was there stays because it is further than all of them. */
  readonly isGuarded: boolean
}

/**
 * Decide between the hand-backs of a run.
 *
 * What was reviewed or is final gives way to nothing lesser. Of several texts the one that is further is taken; of those
 * that are as far, none, where there is a translation already, else the one whose text comes first, for a document with
 * a translation to be chosen serves better than one without.
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

/** Claims by their texts, each with the furthest state, the furthest first. */
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
 * Hear one more hand-back about a segment.
 *
 * @param candidates
 *   Candidates of the segment; what is not used is put there.
 * @returns
 *   What is said of the segment by now, what that comes to, and the segment as it is then.
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

/** A segment with the translation of a claim, or with what it was. */
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

/** What is said of a text that waits for a person to choose. */
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
