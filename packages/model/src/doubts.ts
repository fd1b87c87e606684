import {type Content, signature} from './content.ts'
import {fingerprint} from './identity.ts'
import type {Pair} from './unit.ts'

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
  cosmetic: {id: 'unsettled-cosmetic', level: 'info'}
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

const KINDS = Object.keys(DOUBTS) as ReadonlyArray<DoubtKind>

/** Whether a word is a kind of doubt. */
export function isDoubtKind(word: string): word is DoubtKind {
  return Object.hasOwn(DOUBTS, word)
}

/** A short name of a text, by which a person chooses it among others: the same wherever it stands. */
export function textIdOf(target: Content): string {
  return fingerprint(signature(target)).slice(0, 5)
}

/** A pair with more doubts: one of each kind, the first that was there; itself where none is news. */
export function withDoubts(pair: Pair, ...doubts: ReadonlyArray<Doubt | undefined>): Pair {
  const known = new Map(pair.doubts?.map((doubt) => [doubt.kind, doubt]))
  const before = known.size
  for (const doubt of doubts) if (doubt && !known.has(doubt.kind)) known.set(doubt.kind, doubt)
  if (known.size === before) return pair
  return {...pair, doubts: KINDS.flatMap((kind) => known.get(kind) ?? [])}
}

/** A pair without doubts, or without some; itself where it had none of these. */
export function withoutDoubts(pair: Pair, kinds: ReadonlyArray<DoubtKind> = KINDS): Pair {
  if (!pair.doubts?.some(({kind}) => kinds.includes(kind))) return pair
  const {doubts, ...rest} = pair
  const left = doubts.filter(({kind}) => !kinds.includes(kind))
  return left.length > 0 ? {...rest, doubts: left} : rest
}
