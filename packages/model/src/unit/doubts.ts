/**
 * Why a person should still look at a translation, and how `check` says so until somebody has: an id, and its level
 * where a project says nothing. The order of the rows is that in which doubts of one segment stand.
 */
export const DOUBTS = {
  /** Two people have translated it differently: the other text is the candidate `disputed`. */
  disputed: {id: 'unsettled-disputed', level: 'error'},
  /** A translation came back and could not be used: it is the candidate `rejected`; detail: the id of the problem. */
  refused: {id: 'unsettled-refused', level: 'error'},
  /** Half of what came back was taken; detail: the id of the problem. */
  partial: {id: 'unsettled-partial', level: 'error'},
  /** The end of an earlier translation still stands behind this one. */
  'old-end': {id: 'unsettled-old-end', level: 'warning'},
  /** We have put right what a tool or a translator did to it; detail: the id of the repair. */
  repaired: {id: 'unsettled-repaired', level: 'warning'},
  /** It was made for a source that looked a little different; detail: that source, shortened. */
  cosmetic: {id: 'unsettled-cosmetic', level: 'info'},
  /** It is the translation of the same text elsewhere in the project; detail: the document. */
  reused: {id: 'unsettled-reused', level: 'info'}
} as const

/** Why a translation is in doubt: the name of a row. */
export type DoubtKind = keyof typeof DOUBTS

/** Ids that `check` reports doubts by. */
export type DoubtId = (typeof DOUBTS)[DoubtKind]['id']

/** One thing of a translation that a person should look at. */
export interface Doubt {
  readonly kind: DoubtKind
  /** What it is about: the id of a diagnostic, or a few words; the row of its kind says which. Never empty. */
  readonly detail?: string
}

/** All kinds, in the order of their rows. */
export const DOUBT_KINDS = Object.keys(DOUBTS) as ReadonlyArray<DoubtKind>

/** Whether a word is a kind of doubt. */
export function isDoubtKind(word: string): word is DoubtKind {
  return Object.hasOwn(DOUBTS, word)
}
