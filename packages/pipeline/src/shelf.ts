import {type Candidate, type Content, signature} from '@passerelle/model'

/** The candidates of one segment while a hand-back is taken, which may bring very many. */
export interface Shelf {
  /** Put a candidate first, or bring it there. */
  readonly put: (candidate: Candidate) => void
  /** Whether a target was replaced before. */
  readonly wasReplaced: (target: Content) => boolean
  /** Take off all candidates with a target, but for those of an earlier source. */
  readonly take: (target: Content) => void
  /** Those there are, in their order. */
  readonly list: () => ReadonlyArray<Candidate>
}

export function createShelf(candidates: ReadonlyArray<Candidate>): Shelf {
  /** By what tells them apart; the first comes last. */
  const all = new Map<string, Candidate>()
  const byTarget = new Map<string, Set<string>>()
  const put = (candidate: Candidate): void => {
    const target = signature(candidate.target)
    const key = `${candidate.kind}\u0000${signature(candidate.source)}\u0000${target}`
    all.delete(key)
    all.set(key, candidate)
    const keys = byTarget.get(target)
    if (keys) keys.add(key)
    else byTarget.set(target, new Set([key]))
  }
  for (const candidate of candidates.toReversed()) put(candidate)
  const keysOf = (target: Content): string[] => [...(byTarget.get(signature(target)) ?? [])]
  return {
    put,
    wasReplaced: (target) => keysOf(target).some((key) => all.get(key)?.kind === 'superseded'),
    take(target) {
      for (const key of keysOf(target)) if (all.get(key)?.kind !== 'previous') all.delete(key)
    },
    list: () => [...all.values()].reverse()
  }
}
