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

/** Least likeness of a returned source and one of today's for its translation to be shown as an earlier one. */
const ALIKE = 0.5

/** What an id has at its end where its unit was met before in a file. */
const TWIN = /\.\.\d+$/

/** What tells a unit that was met again in a file from the first; empty for that. */
export function twinOf({id}: Pick<Unit, 'id'>): string {
  return TWIN.exec(id)?.[0] ?? ''
}

/** Where a returned translation belongs. */
export interface Place {
  /** Key of the segment of today, `unit/pair`. */
  readonly key: string
  /** Whether its source is still the same. */
  readonly same: boolean
  /** Whether it has the id that came back, and is not found by its source. */
  readonly named: boolean
}

/** A finder of the segments of today to which returned translations belong. */
export interface Places {
  /** Where one belongs; a second look gives what the first gave. */
  readonly find: (unit: Pick<Unit, 'id'>, pair: Pair) => Place | undefined
  /** Set aside the places that ids name in some units: none of them is another's. */
  readonly reserve: (units: ReadonlyArray<Unit>) => void
}

/**
 * It is the one with its id where the source is still the same, but for what tools do to texts; else one with the same
 * source, of several the first that none before it had; else the one most alike, for which it is a translation of an earlier
 * source. Codes say little: tools drop what they stand for, in sources
 * too, and write one kind of code for another.
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
  /** Where what came back belongs, as far as it was looked for. */
  readonly known: WeakMap<Pair, {readonly place: Place | undefined}>
  /** The segment that the id of what came back names, if any, as far as it was looked for. */
  readonly named: WeakMap<Pair, string | undefined>
  /** Segments that something was found for. */
  readonly taken: Set<string>
  /** Finds the segment most alike; made when first asked for. */
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

/** Whether nothing is left of a source: some tools write the translation alone. */
export function isEmptied(returned: Content, today: Content): boolean {
  return returned.length === 0 && today.length > 0
}

/** The first of some places that is not taken; where all are, the first. */
function next(found: ReadonlyArray<string>, taken: ReadonlySet<string>): string | undefined {
  return found.find((key) => !taken.has(key)) ?? found[0]
}

/** Finds all segments with a form of their source; the forms are made when one is first looked for. */
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

/** A content but for what its codes stand for, and the white space beside them, which tools add and take. */
function shapeOf(content: Content): string {
  const plain = normalize(content.map((part) => (typeof part === 'string' ? part : {...part, kind: 'other'})))
  return plain.replace(/\s*(\u0001[^\u0002]*\u0002)\s*/g, '$1')
}

/** Whether the codes of two sources, the same but for them, have other ids. */
export function areRenumbered(from: Content, to: Content): boolean {
  const fresh = headsOf(to)
  return headsOf(from).some((id, index) => id !== fresh[index])
}

/** Give the codes of a target the ids they have in today's source, where its own source, the same but for them, has others. */
export function renumber(target: Content, from: Content, to: Content): Content {
  const [old, fresh] = [headsOf(from), headsOf(to)]
  const ids = new Map(old.map((id, index) => [id, fresh[index]]))
  if (ids.size !== fresh.length || ids.size !== old.length) return target
  return target.map((part) => (typeof part === 'string' ? part : {...part, id: ids.get(part.id) ?? part.id}))
}

/** Ids of codes, each once, by where they begin. */
export function headsOf(content: Content): string[] {
  return codesOf(content)
    .filter(({type}) => type !== 'close')
    .map(({id}) => id)
}
