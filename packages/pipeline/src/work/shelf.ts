import {type Candidate, type CandidateKind, type Content, type Pair, signature} from '@passerelle/model'

/** The candidates of one segment while a hand-back is taken, which may bring very many. */
export interface Shelf {
  /**
   * Put a candidate first, or bring it there.
   *
   * @returns
   *   Whether it is news.
   */
  readonly put: (candidate: Candidate) => boolean
  /** Whether a target was replaced before, by another or by a change of its source. */
  readonly wasReplaced: (target: Content) => boolean
  /** Whether a target is one of an earlier source. */
  readonly wasEarlier: (target: Content) => boolean
  /** Whether there is a candidate of a kind with a target. */
  readonly has: (kind: CandidateKind, target: Content) => boolean
  /** Whether there is any of a kind. */
  readonly any: (kind: CandidateKind) => boolean
  /** Take off all candidates with a target, but for those of an earlier source. */
  readonly take: (target: Content) => void
  /** Those there are, in their order. */
  readonly list: () => ReadonlyArray<Candidate>
  /** Whether it was looked through; else it is as it began. */
  readonly isSorted: () => boolean
}

/** Candidates in an order that grows, with what finds them. */
interface Sorted {
  /** By what tells them apart; the first comes last. */
  readonly all: Map<string, Candidate>
  readonly byTarget: Map<string, Set<string>>
}

/** The shelves of all segments; one that was not looked through is not kept. */
export interface Shelves {
  /** Do something with the candidates of a segment. */
  readonly use: <T>(key: string, work: (shelf: Shelf) => T) => T
  /** The candidates of a segment, where they may be others than before. */
  readonly list: (key: string) => ReadonlyArray<Candidate> | undefined
}

/** @param pairs Segments by their keys. */
export function createShelves(pairs: ReadonlyMap<string, Pair>): Shelves {
  const shelves = new Map<string, Shelf>()
  return {
    use(key, work) {
      const shelf = shelves.get(key) ?? createShelf(pairs.get(key)!.candidates)
      const result = work(shelf)
      if (shelf.isSorted()) shelves.set(key, shelf)
      return result
    },
    list: (key) => shelves.get(key)?.list()
  }
}

/** A shelf; it is sorted when something is looked for or put on it, for most are empty and stay so. */
function createShelf(candidates: ReadonlyArray<Candidate>): Shelf {
  let sorted: Sorted | undefined
  const sort = (): Sorted => {
    if (!sorted) {
      sorted = {all: new Map(), byTarget: new Map()}
      for (const candidate of candidates.toReversed()) put(sorted, candidate)
    }
    return sorted
  }
  const keysOf = (target: Content): string[] =>
    candidates.length === 0 && !sorted ? [] : [...(sort().byTarget.get(signature(target)) ?? [])]
  const has = (kind: CandidateKind, target: Content): boolean =>
    keysOf(target).some((key) => sort().all.get(key)?.kind === kind)
  return {
    put: (candidate) => put(sort(), candidate),
    wasReplaced: (target) => has('superseded', target) || has('previous', target),
    wasEarlier: (target) => has('previous', target),
    has,
    any: (wanted) => (sorted ? [...sorted.all.values()] : candidates).some(({kind}) => kind === wanted),
    take(target) {
      for (const key of keysOf(target)) if (sort().all.get(key)?.kind !== 'previous') sort().all.delete(key)
    },
    list: () => (sorted ? [...sorted.all.values()].reverse() : candidates),
    isSorted: () => sorted !== undefined
  }
}

function put({all, byTarget}: Sorted, candidate: Candidate): boolean {
  const target = signature(candidate.target)
  const key = `${candidate.kind}\u0000${signature(candidate.source)}\u0000${target}`
  const isNews = !all.delete(key)
  all.set(key, candidate)
  const keys = byTarget.get(target)
  if (keys) keys.add(key)
  else byTarget.set(target, new Set([key]))
  return isNews
}
