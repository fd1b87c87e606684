import {type Candidate, type CandidateKind, type Content, type Pair, signature} from '@passerelle/model'

/** The candidates of one segment while a hand-back is taken; there may be very many. */
export interface CandidateList {
  /**
   * Make a candidate the first of the list, even if it is in the list already.
   *
   * @returns
   *   Whether it is new.
   */
  readonly put: (candidate: Candidate) => boolean
  /** Whether a target was replaced before, by another or because its source changed. */
  readonly wasReplaced: (target: Content) => boolean
  /** Whether a target translates an earlier source. */
  readonly wasEarlier: (target: Content) => boolean
  /** Whether there is a candidate with a kind and a target. */
  readonly has: (kind: CandidateKind, target: Content) => boolean
  /** Whether there is any candidate of a kind. */
  readonly hasKind: (kind: CandidateKind) => boolean
  /** Remove all candidates with a target, except those of an earlier source. */
  readonly remove: (target: Content) => void
  /** All candidates in their order. */
  readonly all: () => ReadonlyArray<Candidate>
  /** Whether the list was indexed; if not, it is unchanged. */
  readonly isIndexed: () => boolean
}

/** Candidates with an index; the order grows at the end, and is turned around when read. */
interface Index {
  /** By their keys; the first candidate is the last here. */
  readonly all: Map<string, Candidate>
  readonly byTarget: Map<string, Set<string>>
}

/** The candidates of all segments; a list that was not indexed is not kept. */
export interface CandidateLists {
  /** Do something with the list of a segment. */
  readonly use: <T>(key: string, work: (list: CandidateList) => T) => T
  /** The candidates of a segment, if they may have changed; else undefined. */
  readonly changed: (key: string) => ReadonlyArray<Candidate> | undefined
}

/** @param pairs Segments by their keys. */
export function createCandidateLists(pairs: ReadonlyMap<string, Pair>): CandidateLists {
  const lists = new Map<string, CandidateList>()
  return {
    use(key, work) {
      const list = lists.get(key) ?? createCandidateList(pairs.get(key)!.candidates)
      const result = work(list)
      if (list.isIndexed()) lists.set(key, list)
      return result
    },
    changed: (key) => lists.get(key)?.all()
  }
}

/** A list of candidates. It is indexed on first use, for most lists are empty and stay so. */
function createCandidateList(candidates: ReadonlyArray<Candidate>): CandidateList {
  let index: Index | undefined
  const indexed = (): Index => {
    if (!index) {
      index = {all: new Map(), byTarget: new Map()}
      for (const candidate of candidates.toReversed()) put(index, candidate)
    }
    return index
  }
  const keysOf = (target: Content): string[] =>
    candidates.length === 0 && !index ? [] : [...(indexed().byTarget.get(signature(target)) ?? [])]
  const has = (kind: CandidateKind, target: Content): boolean =>
    keysOf(target).some((key) => indexed().all.get(key)?.kind === kind)
  return {
    put: (candidate) => put(indexed(), candidate),
    wasReplaced: (target) => has('superseded', target) || has('previous', target),
    wasEarlier: (target) => has('previous', target),
    has,
    hasKind: (wanted) => (index ? [...index.all.values()] : candidates).some(({kind}) => kind === wanted),
    remove(target) {
      for (const key of keysOf(target))
        if (indexed().all.get(key)?.kind !== 'previous') indexed().all.delete(key)
    },
    all: () => (index ? [...index.all.values()].reverse() : candidates),
    isIndexed: () => index !== undefined
  }
}

function put({all, byTarget}: Index, candidate: Candidate): boolean {
  const target = signature(candidate.target)
  const key = `${candidate.kind}\u0000${signature(candidate.source)}\u0000${target}`
  const isNews = !all.delete(key)
  all.set(key, candidate)
  const keys = byTarget.get(target)
  if (keys) keys.add(key)
  else byTarget.set(target, new Set([key]))
  return isNews
}
