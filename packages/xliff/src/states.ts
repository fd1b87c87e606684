import type {State} from '@passerelle/model'

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

/** The `state` of a target in XLIFF 1.2. */
export function stateTo12(state: State): string {
  return TO_12[state]
}

/**
 * The state that a unit of XLIFF 1.2 has.
 *
 * @param state
 *   `state` of the target; values of tools (`x-…`) and none at all say nothing.
 * @param approved
 *   `approved` of the unit: it counts where there is no state. The Translate Toolkit, and so Weblate, sets it on all
 *   that is translated.
 * @returns
 *   The state, or undefined when the file says nothing, as Transifex, Pontoon and locize do.
 */
export function stateFrom12(state: string | undefined, approved: boolean): State | undefined {
  const known = state === undefined ? undefined : FROM_12.get(state)
  return known ?? (approved ? 'reviewed' : undefined)
}

/** The state that a segment of XLIFF 2.x has, or undefined when it does not say. */
export function stateFrom20(state: string | undefined): State | undefined {
  return state === 'initial' || state === 'translated' || state === 'reviewed' || state === 'final'
    ? state
    : undefined
}
