import {
  codesOf,
  type Content,
  createSimilarityIndex,
  features,
  type SimilarityIndex,
  normalize,
  type Pair,
  type Unit
} from '@passerelle/model'
import {isRetouched} from '@passerelle/xliff'

/** Least similarity of a returned source and one of today for which its translation is kept as an earlier one. */
const ALIKE = 0.5

/** The end of an id that was in the file before. */
const TWIN = /\.\.\d+$/

/** What tells a unit that is in a file again from the first; empty for the first. */
export function twinOf({id}: Pick<Unit, 'id'>): string {
  return TWIN.exec(id)?.[0] ?? ''
}

/** Where a returned translation belongs. */
export interface Place {
  /** Key of the segment of today, `unit/pair`. */
  readonly key: string
  /** Whether its source is still the same. */
  readonly same: boolean
  /** Whether it was found by its id, not by its source. */
  readonly named: boolean
}

/** Finds the segments of today to which returned translations belong. */
export interface Places {
  /** The place of a translation; asked again, it gives the same. */
  readonly find: (unit: Pick<Unit, 'id'>, pair: Pair) => Place | undefined
  /** Reserve the places that the ids of some units name, so that no other unit gets them. */
  readonly reserve: (units: ReadonlyArray<Unit>) => void
}

/**
 * A translation belongs to the segment with its id, if the source is the same but for what tools do to texts; else to
 * one with the same source, of several the first that is not taken; else to the most similar one, as a translation of
 * an earlier source. Codes count little: tools drop what they stand for, even in sources, and write one kind of code
 * for another.
 *
 * @param pairs
 *   Segments of today by `unit/pair`.
 */
export function placesIn(pairs: ReadonlyMap<string, Pair>): Places {
  const state: PlacesState = {
    pairs,
    keys: [...pairs.keys()],
    bySource: indexed(pairs, normalize),
    byShape: indexed(pairs, shapeOf),
    known: new WeakMap(),
    named: new WeakMap(),
    taken: new Set(),
    similar: undefined
  }
  return {
    find(unit, pair) {
      const before = state.known.get(pair)
      if (before) return before.place
      const place = lookFor(state, unit, pair)
      state.known.set(pair, {place})
      return place
    },
    reserve(units) {
      for (const unit of units) {
        for (const pair of unit.pairs) {
          const key = namedBy(state, unit, pair)
          if (key !== undefined) state.taken.add(key)
        }
      }
    }
  }
}

interface PlacesState {
  /** Segments of today by their keys, `unit/pair`. */
  readonly pairs: ReadonlyMap<string, Pair>
  readonly keys: ReadonlyArray<string>
  readonly bySource: (form: string) => ReadonlyArray<string>
  readonly byShape: (form: string) => ReadonlyArray<string>
  /** Places that were found. */
  readonly known: WeakMap<Pair, {readonly place: Place | undefined}>
  /** The segment that the id of a translation names, as far as it was looked for. */
  readonly named: WeakMap<Pair, string | undefined>
  /** Segments that have a translation of this hand-back. */
  readonly taken: Set<string>
  /** Finds the most similar segment; made on first use. */
  similar: SimilarityIndex | undefined
}

function lookFor(state: PlacesState, unit: Pick<Unit, 'id'>, pair: Pair): Place | undefined {
  const {bySource, byShape, taken} = state
  const own = namedBy(state, unit, pair)
  const key =
    own ?? next(bySource(normalize(pair.source)), taken) ?? next(byShape(shapeOf(pair.source)), taken)
  if (key !== undefined) {
    taken.add(key)
    return {key, same: true, named: own !== undefined}
  }
  state.similar ??= createSimilarityIndex(
    state.keys.map((each) => features(state.pairs.get(each)!.source)),
    ALIKE
  )
  const alike = state.similar.find(features(pair.source))
  return alike === undefined ? undefined : {key: state.keys[alike]!, same: false, named: false}
}

function namedBy(state: PlacesState, unit: Pick<Unit, 'id'>, pair: Pair): string | undefined {
  const {named, pairs} = state
  if (!named.has(pair)) named.set(pair, lookNamed(pairs, unit, pair))
  return named.get(pair)
}

function lookNamed(pairs: ReadonlyMap<string, Pair>, unit: Pick<Unit, 'id'>, pair: Pair): string | undefined {
  const own = [unit.id, unit.id.replace(TWIN, '')]
    .map((id) => `${id}/${pair.id}`)
    .filter((key) => pairs.has(key))
  if (own.length === 0) return undefined
  const [source, shape] = [normalize(pair.source), shapeOf(pair.source)]
  return (
    own.find((key) => normalize(pairs.get(key)!.source) === source) ??
    own.find((key) => shapeOf(pairs.get(key)!.source) === shape) ??
    own.find((key) => isRetouched(pair.source, pairs.get(key)!.source)) ??
    own.find((key) => isEmptied(pair.source, pairs.get(key)!.source))
  )
}

/** Whether a source came back empty: some tools write only the translation. */
export function isEmptied(returned: Content, today: Content): boolean {
  return returned.length === 0 && today.length > 0
}

/** The first place that is not taken; if all are, the first. */
function next(found: ReadonlyArray<string>, taken: ReadonlySet<string>): string | undefined {
  return found.find((key) => !taken.has(key)) ?? found[0]
}

/** Finds all segments that have a form of a source; the forms are made on first use. */
function indexed(
  pairs: ReadonlyMap<string, Pair>,
  formOf: (source: Content) => string
): (form: string) => ReadonlyArray<string> {
  let index: Map<string, string[]> | undefined
  return (form) => {
    index ??= Map.groupBy(pairs.keys(), (key) => formOf(pairs.get(key)!.source))
    return index.get(form) ?? []
  }
}

/** A content without what its codes stand for and the white space beside them, which tools add and remove. */
function shapeOf(content: Content): string {
  const plain = normalize(content.map((part) => (typeof part === 'string' ? part : {...part, kind: 'other'})))
  return plain.replace(/\s*(\u0001[^\u0002]*\u0002)\s*/g, '$1')
}

/** Whether two sources that are equal but for their codes have other ids on them. */
export function areRenumbered(from: Content, to: Content): boolean {
  const fresh = headsOf(to)
  return headsOf(from).some((id, index) => id !== fresh[index])
}

/** Give the codes of a target the ids of today's source, if its own source is the same text with other ids. */
export function renumber(target: Content, from: Content, to: Content): Content {
  const [old, fresh] = [headsOf(from), headsOf(to)]
  const ids = new Map(old.map((id, index) => [id, fresh[index]]))
  if (ids.size !== fresh.length || ids.size !== old.length) return target
  return target.map((part) => (typeof part === 'string' ? part : {...part, id: ids.get(part.id) ?? part.id}))
}

/** Ids of codes, each once, in the order in which they begin. */
export function headsOf(content: Content): string[] {
  return codesOf(content)
    .filter(({type}) => type !== 'close')
    .map(({id}) => id)
}
