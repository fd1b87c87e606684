/**
 * Why a person should still look at a translation. `check` reports each kind with this id until somebody has looked, at
 * this level unless the project sets another. The doubts of one segment stand in the order of these rows.
 */
export const DOUBTS = {
  /** Two people have translated it differently: the other text is the candidate `disputed`. */
  disputed: {id: 'unsettled-disputed', level: 'error'},
  /** A translation came back and could not be used: it is the candidate `rejected`; detail: the id of the problem. */
  refused: {id: 'unsettled-refused', level: 'error'},
  /** Only half of what came back was taken; detail: the id of the problem. */
  partial: {id: 'unsettled-partial', level: 'error'},
  /** The end of an earlier translation still stands behind this one. */
  'old-end': {id: 'unsettled-old-end', level: 'warning'},
  /** Passerelle has repaired it; detail: the id of the repair. */
  repaired: {id: 'unsettled-repaired', level: 'warning'},
  /** It translates a source that looked a little different; detail: that source, shortened. */
  cosmetic: {id: 'unsettled-cosmetic', level: 'info'},
  /** It is the translation of the same text elsewhere in the project; detail: the document. */
  reused: {id: 'unsettled-reused', level: 'info'}
} as const

/** Why a translation is in doubt: the name of a row. */
export type DoubtKind = keyof typeof DOUBTS

/** Ids with which `check` reports doubts. */
export type DoubtId = (typeof DOUBTS)[DoubtKind]['id']

/** One reason why a person should look at a translation. */
export interface Doubt {
  readonly kind: DoubtKind
  /** The id of a diagnostic, or a few words; the row of its kind tells which. Never empty. */
  readonly detail?: string
}

/** All kinds, in the order of their rows. */
export const DOUBT_KINDS = Object.keys(DOUBTS) as ReadonlyArray<DoubtKind>

/** Whether a word is the name of a kind of doubt. */
export function isDoubtKind(word: string): word is DoubtKind {
  return Object.hasOwn(DOUBTS, word)
}
