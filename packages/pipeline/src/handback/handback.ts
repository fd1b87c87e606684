import type {Bitext, Diagnostic, Pair, SplitTarget, Unit} from '@passerelle/model'
import {isDone, type ReadFile} from '@passerelle/xliff'
import {type Claims, createClaims} from '../work/claims.ts'
import type {PackedUnits} from '../work/packed-units.ts'
import {createCandidateLists} from '../work/candidates.ts'
import type {Returned} from './accept.ts'
import {createLeftovers} from './leftovers.ts'
import {createHandbackReport} from './handback-report.ts'
import {createToolMetadata} from './tool-metadata.ts'
import {placesIn} from './places.ts'
import {createReturnedComments} from './comments.ts'
import {reordered} from './reorder.ts'
import {takeReturned, type TakingState} from './take-returned.ts'

/** A record after a hand-back, and what became of its translations. */
export interface Taken {
  readonly bitext: Bitext
  readonly imported: number
  /** How many translations came back unchanged, but approved or marked. */
  readonly reviewed: number
  /** How many comments of translators are new. */
  readonly comments: number
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Take a hand-back into the record of today's source.
 *
 * Content decides, not state: any target is a translation, unless it equals the one that was handed off. It goes to the
 * segment with its id if the source is the same; else to a segment with the same source; else, as an earlier
 * translation, to the most similar one. If there is none, it is kept among the removed units. A target whose codes do
 * not fit is kept as rejected, and reported. Taking the same hand-back twice changes nothing.
 *
 * @param path
 *   File of the hand-back, for diagnostics.
 */
export function takeHandback(
  bitext: Bitext,
  file: ReadFile,
  path: string,
  options: TakingOptions = {}
): Taken {
  const taking = createTaking(bitext, path, options)
  taking.take(file)
  return taking.end()
}

export interface TakingOptions {
  /**
   * Where to put translations without a place today, so that they do not fill the memory; else they go to the removed
   * units.
   */
  readonly aside?: PackedUnits
  /**
   * Divides the translation of a segment that a tool has joined from several; without it, that counts as one of an
   * earlier source.
   */
  readonly split?: SplitTarget
  /** What other hand-backs of this run said; all are decided together. @default none */
  readonly claims?: Claims
  /** Who says it, if several files are from one project. @default the file */
  readonly voice?: string
  /** Place of a segment in its source, in words for people. */
  readonly locate?: (key: string) => string
}

/** A hand-back that is taken part by part. */
export interface Taking {
  readonly take: (file: ReadFile) => void
  readonly end: () => Taken
}

/** Begin to take a hand-back part by part; see {@link takeHandback}. */
export function createTaking(bitext: Bitext, path: string, options: TakingOptions = {}): Taking {
  const state = beginTaking(bitext, path, options)
  return {take: (file) => takeFile(state, file), end: () => endTaking(state)}
}

function beginTaking(
  bitext: Bitext,
  path: string,
  {aside, split, claims = createClaims(), voice = path, locate = () => ''}: TakingOptions
): TakingState {
  const units = new Map(bitext.units.map((unit) => [unit.id, unit]))
  const pairs = new Map(
    bitext.units.flatMap((unit) => unit.pairs.map((pair): [string, Pair] => [`${unit.id}/${pair.id}`, pair]))
  )
  const keys = new Map(
    bitext.units.flatMap(({id, key, pairs: own}) =>
      key === undefined ? [] : own.map((pair): [string, string] => [`${id}/${pair.id}`, key])
    )
  )
  const places = placesIn(pairs)
  const leftovers = createLeftovers(bitext.removed, aside)
  const report = createHandbackReport(path)
  return {
    bitext,
    path,
    split,
    claims,
    voice,
    locate,
    units,
    pairs,
    keys,
    places,
    leftovers,
    report,
    comments: createReturnedComments(bitext, {pairs, places, leftovers, say: report.say}),
    metadata: createToolMetadata(units),
    candidateLists: createCandidateLists(pairs),
    orders: new Map(),
    renewed: new Set(),
    counts: {imported: 0, reviewed: 0, foundByText: 0},
    start: undefined
  }
}

function takeFile(state: TakingState, file: ReadFile): void {
  state.start ??= {line: file.place.line, column: file.place.column}
  // Most files have all ids, so nothing has to be looked for by its source.
  state.places.reserve(file.bitext.units)
  for (const returned of returnedOf(file)) takeReturned(state, file, returned)
  state.comments.take(file)
  state.metadata.take(file)
  state.leftovers.flush()
}

function endTaking(state: TakingState): Taken {
  const {bitext, comments, leftovers, metadata, counts, report, path, start} = state
  const ofDocument = comments.ofDocument()
  const now: Bitext = {
    ...bitext,
    units: bitext.units.map((unit) => unitNow(state, unit)),
    removed: leftovers.list(),
    ...(ofDocument.length > 0 && {comments: ofDocument}),
    ...metadata.ofDocument()
  }
  const args = {count: counts.foundByText}
  const byText: Diagnostic = {id: 'handback-found-by-text', level: 'info', path, ...start, args}
  const diagnostics = counts.foundByText > 0 ? [...report.all(), byText] : report.all()
  const {imported, reviewed} = counts
  return {bitext: now, imported, reviewed, comments: comments.count(), diagnostics}
}

/** A unit after all that came back for it. */
function unitNow(state: TakingState, unit: Unit): Unit {
  const keys = unit.pairs.map(({id}) => `${unit.id}/${id}`)
  const now = keys.map((key) => pairNow(state, key))
  const inOrder = reordered(
    now,
    keys.map((key) => state.orders.get(key))
  )
  // If only the order is new, that counts as one thing that came in.
  if (inOrder !== now && !keys.some((key) => state.renewed.has(key))) state.counts.imported++
  return {...unit, pairs: inOrder, ...state.metadata.of(unit.id)}
}

function pairNow({candidateLists, comments, pairs}: TakingState, key: string): Pair {
  const candidates = candidateLists.changed(key)
  const said = comments.of(key)
  return {...pairs.get(key)!, ...(candidates && {candidates}), ...(said?.length && {comments: said})}
}

/** The pairs of a file that have a translation. */
export function returnedOf({pairs}: ReadFile): Returned[] {
  return pairs.flatMap(({pair, exported, hadSubState, obstacle, guess, ...read}): Returned[] => {
    if (!pair.target) return []
    return [
      {
        ...read,
        pair,
        target: pair.target,
        ...(exported !== undefined && {exported}),
        marked: hadSubState === true,
        isSaid: isDone(read.said),
        ...(guess && {guess}),
        ...(obstacle && {obstacle})
      }
    ]
  })
}
