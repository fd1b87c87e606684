/** The four states of XLIFF 2 (`state`), the lowest first. */
const STATES = ['initial', 'translated', 'reviewed', 'final'] as const

/** How far a translation has come. */
export type State = (typeof STATES)[number]

/** Whether a word is a state. */
export function isState(word: string | undefined): word is State {
  return STATES.some((state) => state === word)
}

/** How far a state is, as a number from 0. */
export function rankOf(state: State): number {
  return STATES.indexOf(state)
}

/** Whether somebody other than the translator has looked at a translation. */
export function isReviewed(state: State): boolean {
  return rankOf(state) >= rankOf('reviewed')
}

/** The further of two states. */
export function furtherState(a: State, b: State): State {
  return rankOf(a) >= rankOf(b) ? a : b
}

/** The lowest of some states, which is that of the whole; `initial` if there are none. */
export function leastOf(states: ReadonlyArray<State>): State {
  return STATES.find((state) => states.includes(state)) ?? 'initial'
}
