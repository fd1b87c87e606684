import {type Content, excerptOf, fingerprint, sameContent, signature} from '@passerelle/model'
import {isEmpty} from '../inline/content.ts'
import {isEmptySign} from '../words/profiles.ts'
import type {Standing20} from '../words/states.ts'
import type {Decided, Segment, Undoings} from './undoing.ts'

/**
 * Decide which target a segment of a hand-back has, and its state. The content decides; what a tool says of it adds
 * detail only.
 */
export function decideTarget(
  target: Content | undefined,
  said: Standing20,
  segment: Segment,
  {standing}: Undoings
): Decided & {readonly subState?: string} {
  const decided = undoStanding(target, said, segment, standing)
  const {subState} = said
  if (!decided.target || subState === undefined) return decided
  // A sub-state belongs to its state. A mark that a translation needs work is kept with any state.
  const isKept = (said.state ?? decided.state) === decided.state || NEEDS_WORK.test(subState)
  return isKept ? {...decided, subState} : decided
}

function undoStanding(
  target: Content | undefined,
  said: Standing20,
  segment: Segment,
  undoings: Undoings['standing']
): Decided {
  for (const {undo} of undoings) {
    const decided = undo(target, said, segment)
    if (decided) return decided
  }
  return target ? {target, state: said.state ?? 'translated'} : {state: 'initial'}
}

/** How Poedit marks a translation of which its translator is not sure (`needs-l10n`). */
const NEEDS_WORK = /^pas:needs-(?:l10n|adaptation)\b/

/** An empty target is no translation, whatever its state says. */
export function emptyTarget(
  target: Content | undefined,
  {state}: Standing20,
  {source, exported, locked, report, offset, unit}: Segment
): Decided | undefined {
  if (target && !isEmpty(target)) return undefined
  const about = {offset, unit}
  const isCleared = target && exported !== undefined
  if (!locked && state !== undefined && state !== 'initial')
    report('state-without-target', 'warning', {state, text: excerptOf(source)}, about)
  else if (!locked && isCleared) report('target-cleared', 'info', {text: excerptOf(source)}, about)
  return {state: 'initial'}
}

/** A sign that a translation is empty on purpose, such as `<EMPTY>` in OmegaT. */
export function emptySign(
  target: Content | undefined,
  {state}: Standing20,
  {source, report, offset, unit}: Segment
): Decided | undefined {
  if (!target || !isEmptySign(target)) return undefined
  report('target-emptied', 'info', {text: excerptOf(source)}, {offset, unit})
  return {target: [], state: state === undefined || state === 'initial' ? 'translated' : state}
}

/** A target that differs from the exported one was translated, even if its state says that nobody has begun. */
export function contradictedState(
  target: Content | undefined,
  {state, subState = ''}: Standing20,
  {source, exported}: Segment
): Decided | undefined {
  if (!target || state !== 'initial') return undefined
  const isUntouched = exported !== undefined && exported === fingerprint(signature(target))
  const isTranslated = isUntouched ? NEEDS_WORK.test(subState) : !sameContent(target, source)
  return isTranslated ? {target, state: 'translated'} : undefined
}

/**
 * Which target a segment of a record has, and its state: just as it was written. An empty target is a translation if
 * its state says so.
 */
export function targetOfRecord(
  target: Content | undefined,
  {state, subState}: Standing20
): Decided & {readonly subState?: string} {
  if (!target || isEmpty(target)) {
    const isMeant = target?.length === 0 && state !== undefined && state !== 'initial'
    if (!isMeant) return {state: state ?? 'initial'}
  }
  const decided = {target, state: state ?? 'translated'}
  return subState === undefined ? decided : {...decided, subState}
}
