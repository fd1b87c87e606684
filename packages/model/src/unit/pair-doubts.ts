import {type Content, signature} from './content.ts'
import {type Doubt, type DoubtKind, DOUBT_KINDS} from './doubts.ts'
import {fingerprint} from './identity.ts'
import type {Pair} from './unit.ts'

/** A short name of a text, by which a person can choose it; the same for equal texts. */
export function textIdOf(target: Content): string {
  return fingerprint(signature(target)).slice(0, 5)
}

/** A pair with more doubts, one of each kind; an existing one stays. The same pair if none is new. */
export function withDoubts(pair: Pair, ...doubts: ReadonlyArray<Doubt | undefined>): Pair {
  const known = new Map(pair.doubts?.map((doubt) => [doubt.kind, doubt]))
  const before = known.size
  for (const doubt of doubts) if (doubt && !known.has(doubt.kind)) known.set(doubt.kind, doubt)
  if (known.size === before) return pair
  return {...pair, doubts: DOUBT_KINDS.flatMap((kind) => known.get(kind) ?? [])}
}

/** A pair without doubts, or without those of some kinds; the same pair if it had none of these. */
export function withoutDoubts(pair: Pair, kinds: ReadonlyArray<DoubtKind> = DOUBT_KINDS): Pair {
  if (!pair.doubts?.some(({kind}) => kinds.includes(kind))) return pair
  const {doubts, ...rest} = pair
  const left = doubts.filter(({kind}) => !kinds.includes(kind))
  return left.length > 0 ? {...rest, doubts: left} : rest
}
