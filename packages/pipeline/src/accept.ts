import {codesFit} from '@passerelle/check'
import {
  type Content,
  type DiagnosticId,
  type Doubt,
  dress,
  excerptOf,
  fingerprint,
  type Pair,
  type Problem,
  sameContent,
  signature,
  type State,
  tidy,
  type Unit,
  withDoubts,
  withoutDoubts
} from '@passerelle/model'
import {type Apart, decodedFor} from '@passerelle/xliff'
import {areRenumbered, renumber} from './places.ts'
import type {Shelf} from './shelf.ts'
import {keepsOldEnd} from './stale-end.ts'

/** One translation that came back. */
export interface Returned {
  readonly unit: Unit
  readonly pair: Pair
  readonly target: Content
  /** Fingerprint of the target as it was handed off. */
  readonly exported?: string
  /** Whether it was handed off with a mark, such as that it needs work. */
  readonly marked?: boolean
  /** Whether the file says that it is finished. */
  readonly isSaid?: boolean
  /** What was put right in it by guessing, if anything was. */
  readonly guess?: DiagnosticId
  readonly apart?: Apart
}

/** What becomes of a translation. */
export interface Outcome {
  readonly pair: Pair
  /** What of it is news: its text, or how far it is said to be. */
  readonly news?: 'text' | 'standing'
  readonly problems: ReadonlyArray<Problem>
}

/** What is known of the segment that a translation is taken into. */
interface Around {
  /** Key of its unit, where it has one. */
  readonly key: string | undefined
  readonly shelf: Shelf
}

/** Take one translation into the segment it belongs to, and put on its shelf what is not used. */
export function accept(today: Pair, returned: Returned, {key, shelf}: Around): Outcome {
  const {exported, pair} = returned
  const own = sameContent(pair.source, today.source)
    ? returned.target
    : decodedFor(returned.target, today.source)
  const target = dress(renumber(tidy(own), pair.source, today.source), today.source)
  const unchanged: Outcome = {pair: today, problems: []}
  if (today.target && sameContent(today.target, target)) {
    const stands = standingOf(today, returned)
    return stands ? {pair: stands, news: 'standing', problems: markNews(today, stands)} : unchanged
  }
  if (today.target && (isUntouched(returned) || isUntouched({exported, target}))) return unchanged
  const problems = codesFit(today.source, target, key)
  if (problems.length > 0 || returned.apart === 'refused') {
    shelf.put({kind: 'rejected', source: today.source, target})
    // Of a code without an id it was told that it has none.
    const isTold = target.some((part) => typeof part !== 'string' && part.id === '')
    return {
      pair: today,
      problems: isTold ? [] : problems.map((problem) => ({...problem, level: 'error'}))
    }
  }
  if (returned.apart === 'partial' || returned.apart === 'unconfirmed')
    return keepUnfinished(today, target, returned.apart, shelf)
  if (!today.target && !isPersonsWord(returned) && shelf.wasEarlier(target))
    return {
      ...unchanged,
      problems: [{id: 'handback-repeats-earlier', level: 'warning', args: {text: excerptOf(today.source)}}]
    }
  if (today.target && !isBasedOn(today.target, returned) && shelf.wasReplaced(target)) {
    return {
      ...unchanged,
      problems: [{id: 'handback-superseded', level: 'info', args: {text: excerptOf(today.source)}}]
    }
  }
  if (today.target) shelf.put({kind: 'superseded', source: today.source, target: today.target})
  shelf.take(target)
  const {subState: _, ...rest} = withoutDoubts(today)
  const taken: Pair = {...rest, target, state: later('translated', pair.state), ...subStateOf(pair)}
  const {guess} = returned
  return {
    pair: guess ? withDoubts(taken, {kind: 'repaired', detail: guess}) : taken,
    news: 'text',
    problems: noticesOf(today, returned)
  }
}

/**
 * Keep what is not finished as a suggestion: half a translation, and what a tool found or made and nobody confirmed.
 *
 * It is said each time; that it is in doubt, once.
 */
function keepUnfinished(
  today: Pair,
  target: Content,
  apart: 'partial' | 'unconfirmed',
  shelf: Shelf
): Outcome {
  const isNews = shelf.put({kind: 'rejected', source: today.source, target})
  const [doubt, problems]: [Doubt, Outcome['problems']] =
    apart === 'partial'
      ? [{kind: 'partial', detail: 'target-partial'}, []]
      : [
          {kind: 'refused', detail: 'target-unconfirmed'},
          [{id: 'target-unconfirmed', level: 'warning', args: {text: excerptOf(target)}}]
        ]
  return {pair: isNews ? withDoubts(today, doubt) : today, problems}
}

/** Whether somebody says of a translation that it is one; what comes back as it was handed out, nobody says. */
function isPersonsWord(returned: Returned): boolean {
  return returned.isSaid === true && !isUntouched(returned)
}

/** A mark that somebody wants another look, which no tool sets of itself. */
const DOUBT = /^(?:pas:needs-|poedit:fuzzy$)/

/**
 * A translation that came back as it is, with how far it is said to be; undefined where that is no news.
 *
 * No state is taken back: tools write lower ones than they were given, but for a mark that it needs another look. A mark
 * is taken off by a file that was handed off with it, and by no other.
 */
function standingOf(today: Pair, {pair, marked = false}: Returned): Pair | undefined {
  const {subState: _, ...rest} = today
  const isDoubted = !marked && pair.subState !== today.subState && DOUBT.test(pair.subState ?? '')
  if (isDoubted) return {...rest, state: pair.state, ...subStateOf(pair)}
  const state = later(today.state, pair.state)
  if (state !== pair.state) return undefined
  const isSame = state === today.state && (pair.subState ?? today.subState) === today.subState
  const isCleared = marked && today.subState !== undefined && pair.subState === undefined
  if (isSame && !isCleared) return undefined
  return {...rest, state, ...subStateOf(pair)}
}

/** What to say where a mark that a translation needs another look came, or was taken off. */
function markNews(before: Pair, now: Pair): Outcome['problems'] {
  const [was, is] = [before, now].map(({subState = ''}) => DOUBT.test(subState))
  if (was === is) return []
  return [
    {id: is ? 'handback-marked' : 'handback-unmarked', level: 'info', args: {text: excerptOf(now.source)}}
  ]
}

function subStateOf({subState}: Pair): Pick<Pair, 'subState'> {
  return subState === undefined ? {} : {subState}
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

const STATES: ReadonlyArray<State> = ['initial', 'translated', 'reviewed', 'final']

/** Whether a file was handed off with this translation, so that another in its place is a change of it. */
function isBasedOn(target: Content, {exported}: Returned): boolean {
  return exported === fingerprint(signature(target))
}

/** The further of two states. */
export function later(a: State, b: State): State {
  return STATES.indexOf(a) >= STATES.indexOf(b) ? a : b
}
