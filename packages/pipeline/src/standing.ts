import type {State} from '@passerelle/model'

const STATES: ReadonlyArray<State> = ['initial', 'translated', 'reviewed', 'final']

/** How far a state is. */
export function rankOf(state: State): number {
  return STATES.indexOf(state)
}

/** The further of two states. */
export function later(a: State, b: State): State {
  return rankOf(a) >= rankOf(b) ? a : b
}
