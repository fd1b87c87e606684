import {codesFit} from '@passerelle/check'
import {
  type Content,
  type DiagnosticId,
  type Doubt,
  withCodesOf,
  excerptOf,
  fingerprint,
  furtherState,
  type Pair,
  type Problem,
  sameContent,
  signature,
  type State,
  tidy,
  type Unit,
  withDoubts
} from '@passerelle/model'
import {decodedFor, type Obstacle} from '@passerelle/xliff'
import {type Claim, type Claims, disputeNews, hear, type Said, type Verdict} from '../work/claims.ts'
import {areRenumbered, renumber} from './places.ts'
import type {CandidateList} from '../work/candidates.ts'
import {keepsOldEnd} from './stale-end.ts'
import {markNews, standingOf, subStateOf} from './standing.ts'

/** One translation that came back. */
export interface Returned {
  readonly unit: Unit
  readonly pair: Pair
  readonly target: Content
  /** Fingerprint of the target as it was handed off. */
  readonly exported?: string
  /** Whether it was handed off with a mark, such as that it needs work. */
  readonly marked?: boolean
  /** How far the file says that it is. */
  readonly said?: State | undefined
  /** Whether that is finished. */
  readonly isSaid?: boolean
  /** What was put right in it by guessing, if anything was. */
  readonly guess?: DiagnosticId
  /** Why it is no translation, where it is none. */
  readonly obstacle?: Obstacle
  /** Where it stands in its file, and where its unit does. */
  readonly offset?: number
  readonly unitOffset?: number
}

/** What becomes of a translation. */
export interface Outcome {
  readonly pair: Pair
  /**
   * What of it is news: its text, how far it is said to be, or that what was taken before it gives way to what was there.
   */
  readonly news?: 'text' | 'standing' | 'withdrawn'
  readonly problems: ReadonlyArray<Problem>
}

/** What is known of the segment that a translation is taken into. */
interface Around {
  /** Key of its unit, where it has one. */
  readonly key: string | undefined
  readonly candidates: CandidateList
  /** What the hand-backs of this run say, by segment. */
  readonly claims: Claims
  /** Its own key, `unit/pair`. */
  readonly at: string
  readonly voice: string
  /** Where it stands in its source, for who has to choose: `locales/en/oslo.md:12`. */
  readonly place: () => string
}

/** Take one translation into the segment it belongs to, and put among its candidates what is not used. */
export function accept(today: Pair, returned: Returned, around: Around): Outcome {
  const {exported, pair} = returned
  const {key, candidates, claims, at} = around
  const own = sameContent(pair.source, today.source)
    ? returned.target
    : decodedFor(returned.target, today.source)
  const target = withCodesOf(renumber(tidy(own), pair.source, today.source), today.source)
  const said = claims.get(at) ?? {base: today, claims: []}
  const {base} = said
  const unchanged: Outcome = {pair: today, problems: []}
  if (base.target && sameContent(base.target, target)) return confirmBase(today, returned, said, around)
  if (today.target && (isUntouched(returned) || isUntouched({exported, target}))) return unchanged
  const problems = codesFit(today.source, target, key)
  if (problems.length > 0 || returned.obstacle === 'refused') {
    const detail = problems[0]?.id ?? 'markup-unknown'
    // Of a code without an id it was told that it has none.
    const isReported = target.some((part) => typeof part !== 'string' && part.id === '')
    const reported = isReported ? [] : problems.map((problem): Problem => ({...problem, level: 'error'}))
    return keepAside(today, target, {kind: 'refused', detail}, said, around, reported)
  }
  if (returned.obstacle === 'partial')
    return keepAside(today, target, {kind: 'partial', detail: 'target-partial'}, said, around)
  if (returned.obstacle === 'unconfirmed')
    return keepAside(today, target, {kind: 'refused', detail: 'target-unconfirmed'}, said, around, [
      {id: 'target-unconfirmed', level: 'warning', args: {text: excerptOf(target)}}
    ])
  if (!today.target && !isPersonsWord(returned) && candidates.wasEarlier(target))
    return {
      ...unchanged,
      problems: [{id: 'handback-repeats-earlier', level: 'warning', args: {text: excerptOf(today.source)}}]
    }
  const isBased = base.target !== undefined && isBasedOn(base.target, returned)
  if (candidates.has('declined', target) || (today.target && !isBased && candidates.wasReplaced(target))) {
    return {
      ...unchanged,
      problems: [{id: 'handback-superseded', level: 'info', args: {text: excerptOf(today.source)}}]
    }
  }
  return takeClaim(today, {...returned, target}, said, around)
}

/** Hear what is news about a segment beside what the other hand-backs of this run say. */
function takeClaim(
  today: Pair,
  returned: Returned,
  said: Said,
  {candidates, claims, at, voice, place}: Around
): Outcome {
  const {target, pair} = returned
  const notices = noticesOf(said.base, returned)
  const state = furtherState('translated', pair.state)
  const isWaiting =
    candidates.has('disputed', target) && !said.claims.some((claim) => sameContent(claim.target, target))
  // It waits for a person since an earlier run.
  if (isWaiting && today.target)
    return {pair: today, problems: disputeNews(today, target, {others: [{target}], isGuarded: false}, place)}
  const doubts: Doubt[] = [
    ...(notices.some(({id}) => id === 'target-keeps-old-end') ? [{kind: 'old-end'} as const] : []),
    ...(returned.guess ? [{kind: 'repaired', detail: returned.guess} as const] : [])
  ]
  const claim: Claim = {
    target,
    state,
    ...subStateOf(pair),
    ...(doubts.length > 0 && {doubts}),
    voice,
    isRepeated: isUntouched(returned)
  }
  const heard = hear(today, said, claim, candidates)
  claims.set(at, heard.said)
  const {taken} = heard.verdict
  const isOurs = taken && sameContent(taken.target, target)
  return {
    pair: heard.pair,
    ...newsOf(today, heard.pair, said, heard.verdict),
    problems: [...(isOurs ? notices : []), ...disputeNews(heard.pair, target, heard.verdict, place)]
  }
}

/** A hand-back that has what was there before another of this run changed it: no news, but how far it is said to be. */
function confirmBase(
  today: Pair,
  returned: Returned,
  said: Said,
  {candidates, claims, at, place}: Around
): Outcome {
  const last = said.claims.at(-1)
  const stands = standingOf(last ? said.base : today, returned)
  if (!stands) return {pair: today, problems: []}
  const base = {...said, base: stands}
  if (!last) {
    if (claims.has(at)) claims.set(at, base)
    return {pair: stands, news: 'standing', problems: markNews(today, stands)}
  }
  const heard = hear(today, base, last, candidates)
  claims.set(at, heard.said)
  return {
    pair: heard.pair,
    ...newsOf(today, heard.pair, said, heard.verdict),
    problems: disputeNews(heard.pair, last.target, heard.verdict, place)
  }
}

function newsOf(
  before: Pair,
  now: Pair,
  {base}: Said,
  {taken}: Pick<Verdict, 'taken'>
): Pick<Outcome, 'news'> {
  if (isSameTarget(before, now)) {
    return before.state === now.state && before.subState === now.subState ? {} : {news: 'standing'}
  }
  if (!taken) return {news: 'withdrawn'}
  // One text of this run in the place of another counts once.
  return isSameTarget(before, base) ? {news: 'text'} : {}
}

function isSameTarget({target: a}: Pair, {target: b}: Pair): boolean {
  return a && b ? sameContent(a, b) : a === b
}

/**
 * Keep as a suggestion what cannot be used, half a translation, and what a tool found or made and nobody confirmed.
 *
 * It is said each time; that it is in doubt, once.
 */
function keepAside(
  today: Pair,
  target: Content,
  doubt: Doubt,
  said: Said,
  {candidates, claims, at}: Around,
  problems: Outcome['problems'] = []
): Outcome {
  if (!candidates.put({kind: 'rejected', source: today.source, target})) return {pair: today, problems}
  claims.set(at, {...said, refused: doubt})
  return {pair: withDoubts(today, doubt), problems}
}

/** Whether somebody says of a translation that it is one; what comes back as it was handed out, nobody says. */
function isPersonsWord(returned: Returned): boolean {
  return returned.isSaid === true && !isUntouched(returned)
}

/** What a reader should know of a translation that was taken. */
function noticesOf(today: Pair, {pair, target}: Returned): Outcome['problems'] {
  const args = {text: excerptOf(target)}
  return [
    ...(areRenumbered(pair.source, today.source)
      ? [{id: 'codes-renumbered', level: 'info', args} as const]
      : []),
    ...(today.target && keepsOldEnd(target, today.target)
      ? [{id: 'target-keeps-old-end', level: 'warning', args} as const]
      : [])
  ]
}

/** Whether a target came back just as it was handed off. */
export function isUntouched({exported, target}: {exported?: string | undefined; target: Content}): boolean {
  return exported === fingerprint(signature(target))
}

/** Whether a file was handed off with this translation, so that another in its place is a change of it. */
function isBasedOn(target: Content, {exported}: Returned): boolean {
  return exported === fingerprint(signature(target))
}
