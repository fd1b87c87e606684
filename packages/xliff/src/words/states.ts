import {isReviewed, isState, type State} from '@passerelle/model'
import {TYPES_12} from './values-12.ts'

/** How far a segment is, in the words of XLIFF 1.2: attributes of a `<target>`, and `approved` of its unit. */
export interface Standing12 {
  readonly state?: string | undefined
  readonly qualifier?: string | undefined
  /** Undefined where a file does not say. */
  readonly approved?: boolean | undefined
}

/** How far a segment is, in the words of XLIFF 2, `state` and `subState`; nothing where a file does not say. */
export interface Standing20 {
  readonly state?: State | undefined
  readonly subState?: string | undefined
}

/**
 * States of XLIFF 1.2 in those of 2.x.
 *
 * `signed-off` is reviewed and `final` final, as Matecat and Weblate write them; needs-review states are work that a
 * translator did.
 */
const FROM_12: ReadonlyMap<string, State> = new Map([
  ['new', 'initial'],
  ['needs-translation', 'initial'],
  ['needs-adaptation', 'initial'],
  ['needs-l10n', 'initial'],
  ['needs-review-translation', 'translated'],
  ['needs-review-adaptation', 'translated'],
  ['needs-review-l10n', 'translated'],
  ['translated', 'translated'],
  ['signed-off', 'reviewed'],
  ['final', 'final']
])

const TO_12: Readonly<Record<State, string>> = {
  initial: 'needs-translation',
  translated: 'translated',
  reviewed: 'signed-off',
  final: 'final'
}

/**
 * A sub-state for what 1.2 says and the four states cannot: `pas:STATE,QUALIFIER,APPROVED`. Parts that follow from the
 * state are left out, as in `pas:needs-review-l10n`.
 */
const PARTS = /^pas:([\w.~%-]*)(?:,([\w.~%-]*))?(?:,(approved|open))?$/

/** A qualifier that holds a sub-state of 2.x. */
const SUB_STATE = /^x-([^\s:]+:[^\s:]+)$/

/** The standings that most segments have, made once. */
const PLAIN: ReadonlyMap<string | undefined, Standing20> = new Map<string | undefined, Standing20>([
  [undefined, {}],
  ...Object.entries(TO_12).map(([state, written]) => [written, {state: state as State}] as const)
])

/**
 * How far a segment is, in the words of XLIFF 1.2.
 *
 * It undoes {@link to20}, and {@link to20} undoes it: a standing that goes there and back is the same.
 */
export function to12({state = 'initial', subState}: Standing20): Required<Standing12> {
  const usual = {state: TO_12[state], qualifier: undefined, approved: isReviewed(state)}
  if (subState === undefined) return usual
  const ours = PARTS.exec(subState)?.slice(1).map(unescaped)
  const [named, qualifier, approved] = ours ?? []
  if (!ours || !fits(named, 'state') || !fits(qualifier, 'qualifier'))
    return {...usual, qualifier: `x-${subState.replace(/\s+/g, '_')}`}
  return {
    state: named || usual.state,
    qualifier: qualifier || undefined,
    approved: approved ? approved === 'approved' : usual.approved
  }
}

/**
 * How far a segment of XLIFF 1.2 is, in the words of XLIFF 2. What these cannot say goes into the sub-state, so that
 * nothing is lost.
 *
 * `approved` counts where there is no state: the Translate Toolkit, and so Weblate, sets it on all that is translated.
 * Values of tools (`x-…`) are no states; there the content decides.
 */
export function to20({state: written, qualifier = '', approved}: Standing12): Standing20 {
  const plain = qualifier === '' && approved === undefined ? PLAIN.get(written) : undefined
  if (plain) return plain
  const known = written === undefined ? undefined : FROM_12.get(written)
  const state = known ?? (approved ? 'reviewed' : undefined)
  const usual = to12({state: state ?? 'translated'})
  const named = written === undefined || written === usual.state ? '' : written
  const isUsual = approved === undefined || written === undefined || approved === usual.approved
  const parts = [named, qualifier, isUsual ? '' : approved ? 'approved' : 'open']
  while (parts.at(-1) === '') parts.pop()
  if (parts.length === 0) return {state}
  const [, foreign] = parts.length === 2 && named === '' ? (SUB_STATE.exec(qualifier) ?? []) : []
  return {state, subState: foreign ?? `pas:${parts.map(encodeURIComponent).join(',')}`}
}

/** Whether a qualifier says that a tool found or made the target, so that nobody translated this very source. */
export function isSuggested(qualifier: string | undefined): boolean {
  return qualifier !== undefined && SUGGESTIONS.has(qualifier)
}

const SUGGESTIONS: ReadonlySet<string> = new Set([
  'fuzzy-match',
  'leveraged-glossary',
  'leveraged-mt',
  'mt-suggestion',
  'tm-suggestion'
])

/** Whether XLIFF 1.2 has a value, or it is a tool's own (`x-…`). */
function fits(value: string | undefined, type: 'state' | 'qualifier'): boolean {
  return !value || TYPES_12[type]!.test(value)
}

/** Undo `encodeURIComponent`; a text that was not encoded so stays as it is. */
function unescaped(part: string | undefined): string | undefined {
  if (part === undefined) return undefined
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** How far a segment of XLIFF 2.x says it is; a sub-state belongs to a state. */
export function standingFrom20(state: string | undefined, subState: string | undefined): Standing20 {
  return isState(state) ? {state, ...(subState !== undefined && {subState})} : {}
}
