import {
  type Content,
  excerptOf,
  fingerprint,
  type Pair,
  sameContent,
  signature,
  type State
} from '@passerelle/model'
import {isEmpty} from '../inline/content.ts'
import {isEmptySign} from '../words/profiles.ts'
import type {Report} from '../xml/report.ts'
import type {Standing20} from '../words/states.ts'

export interface Known {
  readonly source: Content
  /** Fingerprint of the target as exported. */
  readonly exported: string | undefined
  readonly record: boolean
  /** Not for translation: tools hide such units and drop their targets, which means nothing. */
  readonly locked: boolean
  readonly report: Report
  readonly offset: number
  readonly unit: string
}

/**
 * Decide what target a segment has, and in what state: content decides, the state a tool wrote only refines.
 *
 * OmegaT returns finished targets as `needs-translation`, Lokalize signs off empty ones. So an empty target is none,
 * and one that is not the exported one was translated. What is empty on purpose has a sign, as `<EMPTY>` in OmegaT.
 */
export function settle(
  target: Content | undefined,
  said: Standing20,
  known: Known
): Pick<Pair, 'target' | 'state' | 'subState'> {
  const settled = settleTarget(target, said, known)
  const {subState} = said
  if (!settled.target || subState === undefined) return settled
  // What is said besides belongs to the state that was said, but for a mark that a translation needs work.
  const isKept = (said.state ?? settled.state) === settled.state || NEEDS_WORK.test(subState)
  return isKept ? {...settled, subState} : settled
}

/** How Poedit marks a translation of which its translator is not sure (`needs-l10n`). */
const NEEDS_WORK = /^pas:needs-(?:l10n|adaptation)\b/

function settleTarget(
  target: Content | undefined,
  {state, subState}: Standing20,
  {source, exported, record, locked, report, offset, unit}: Known
): Pick<Pair, 'target' | 'state'> {
  const about = {offset, unit}
  const isDoubted = NEEDS_WORK.test(subState ?? '')
  if (!target || isEmpty(target)) {
    if (record) return settleEmpty(target, state)
    const isCleared = target && exported !== undefined
    if (!locked && state !== undefined && state !== 'initial')
      report('state-without-target', 'warning', {state, text: excerptOf(source)}, about)
    else if (!locked && isCleared) report('target-cleared', 'info', {text: excerptOf(source)}, about)
    return {state: 'initial'}
  }
  if (!record && isEmptySign(target)) {
    report('target-emptied', 'info', {text: excerptOf(source)}, about)
    return {target: [], state: state === undefined || state === 'initial' ? 'translated' : state}
  }
  if (record || (state !== undefined && state !== 'initial')) return {target, state: state ?? 'translated'}
  if (exported !== undefined && exported === fingerprint(signature(target))) {
    return {target, state: isDoubted ? 'translated' : (state ?? 'translated')}
  }
  return {target, state: sameContent(target, source) ? (state ?? 'translated') : 'translated'}
}

/** What is empty in a record is a translation where it was translated so: nothing at all, and a state that says it. */
function settleEmpty(target: Content | undefined, state: State = 'initial'): Pick<Pair, 'target' | 'state'> {
  return {state, ...(target?.length === 0 && state !== 'initial' && {target})}
}
