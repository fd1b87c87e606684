/** The four states of XLIFF 2 (`state`), the least first. */
const STATES = ['initial', 'translated', 'reviewed', 'final'] as const

/** How far a translation has come. */
export type State = (typeof STATES)[number]

/** Whether a word is a state. */
export function isState(word: string | undefined): word is State {
  return STATES.some((state) => state === word)
}

/** How far a state is, from 0. */
export function rankOf(state: State): number {
  return STATES.indexOf(state)
}

/** Whether somebody has looked at a translation besides who made it. */
export function isReviewed(state: State): boolean {
  return rankOf(state) >= rankOf('reviewed')
}

/** The further of two states. */
export function furtherState(a: State, b: State): State {
  return rankOf(a) >= rankOf(b) ? a : b
}

/** The least of some states, for a whole is as far as its least part; `initial` where there is none. */
export function leastOf(states: ReadonlyArray<State>): State {
  return STATES.find((state) => states.includes(state)) ?? 'initial'
}
