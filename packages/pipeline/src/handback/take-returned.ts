import {
  type Bitext,
  type Diagnostic,
  excerptOf,
  type Pair,
  type SplitTarget,
  type Unit
} from '@passerelle/model'
import type {ReadFile} from '@passerelle/xliff'
import type {Claims} from '../work/claims.ts'
import type {CandidateLists} from '../work/candidates.ts'
import {accept, isUntouched, type Returned} from './accept.ts'
import {copyKind} from './copies.ts'
import type {Leftovers} from './leftovers.ts'
import type {HandbackReport} from './handback-report.ts'
import type {ToolMetadata} from './tool-metadata.ts'
import {isEmptied, type Place, type Places, twinOf} from './places.ts'
import type {ReturnedComments} from './comments.ts'
import {resegment} from './resegment.ts'
import {setAside} from './set-aside.ts'

/** A record while a hand-back is taken into it. Keys of segments are `unit/pair`. */
export interface TakingState {
  /** The record as it was before. */
  readonly bitext: Bitext
  /** File of the hand-back. */
  readonly path: string
  readonly split: SplitTarget | undefined
  readonly claims: Claims
  readonly voice: string
  readonly locate: (key: string) => string
  /** Units of today, by id. */
  readonly units: ReadonlyMap<string, Unit>
  /** Segments with what was taken so far. */
  readonly pairs: Map<string, Pair>
  /** Keys of the entries of a catalog, by segment. */
  readonly keys: ReadonlyMap<string, string>
  readonly places: Places
  readonly leftovers: Leftovers
  readonly report: HandbackReport
  readonly comments: ReturnedComments
  readonly metadata: ToolMetadata
  readonly candidateLists: CandidateLists
  /** Places of the targets, if a file gives them. */
  readonly orders: Map<string, number>
  /** Segments whose translation is new. */
  readonly renewed: Set<string>
  readonly counts: {
    imported: number
    reviewed: number
    /** How many of the imported translations were found only by their source. */
    foundByText: number
  }
  /** Where the first file of the hand-back begins. */
  start: Pick<Diagnostic, 'line' | 'column'> | undefined
}

/** Take one returned translation to its place. */
export function takeReturned(state: TakingState, file: ReadFile, returned: Returned): void {
  const {places, pairs, split, leftovers} = state
  const {say} = state.report
  const place = places.find(returned.unit, returned.pair)
  const copy = copyKind(file, returned, place?.same ? pairs.get(place.key)!.target : undefined)
  if (copy === 'silent' || copy === 'open') {
    if (copy === 'open' && file.tally.translated > 0)
      say(file, returned, 'target-copies-source', 'warning', {text: excerptOf(returned.target)})
    return
  }
  const parts = place?.same || !split ? undefined : partsOf(state, file, returned, split)
  if (parts) {
    say(file, returned, 'segments-divided', 'warning', {count: parts.length})
    for (const part of parts) takeReturned(state, file, part)
  } else if (!place) {
    const isNews = leftovers.change(returned.unit.id, (known) => setAside(returned, known))
    // It came back unchanged and is in the record: nothing to report.
    if (isNews || !isUntouched(returned))
      say(file, returned, 'handback-unknown-unit', 'warning', {text: excerptOf(returned.pair.source)})
  } else if (place.same) takeInto(state, place, file, returned)
  else keepAsEarlier(state, place, file, returned)
}

/** A translation for each of the segments that a tool has joined. */
function partsOf(
  {units}: TakingState,
  file: ReadFile,
  whole: Returned,
  divide: SplitTarget
): Returned[] | undefined {
  const {unit, pair} = whole
  const today = units.get(unit.id)?.pairs ?? []
  return resegment(pair, today, divide)?.flatMap((part): Returned[] => {
    if (!part.target) return []
    const named = file.pairs.find((each) => each.unit === unit && each.pair.id === part.id)
    const offset = named?.offset ?? whole.unitOffset
    return [{unit, pair: part, target: part.target, said: named?.said, ...(offset !== undefined && {offset})}]
  })
}

/** Keep a translation of an earlier source of a segment. */
function keepAsEarlier(
  {candidateLists, pairs, report}: TakingState,
  {key}: Place,
  file: ReadFile,
  returned: Returned
): void {
  const isUsable = returned.obstacle === undefined || returned.obstacle === 'locked'
  const kind = isUsable ? 'previous' : 'rejected'
  const {source} = returned.pair
  const isNews = candidateLists.use(key, (candidates) =>
    candidates.put({kind, source, target: returned.target})
  )
  const text = excerptOf(pairs.get(key)!.source)
  if (isNews && !isUntouched(returned)) report.say(file, returned, 'handback-stale-source', 'warning', {text})
}

/** Take a translation of today's source into its segment. */
function takeInto(state: TakingState, {key, named}: Place, file: ReadFile, returned: Returned): void {
  const {pairs, keys, orders, claims, locate, counts, report} = state
  if (returned.pair.order !== undefined) orders.set(key, returned.pair.order)
  const today = pairs.get(key)!
  const isAlone = isEmptied(returned.pair.source, today.source)
  const meant: Returned = isAlone ? {guess: 'source-emptied', ...returned} : returned
  const voice = state.voice + twinOf(returned.unit)
  const outcome = state.candidateLists.use(key, (candidates) =>
    accept(today, meant, {
      key: keys.get(key),
      candidates,
      claims,
      at: key,
      voice,
      place: () => locate(key)
    })
  )
  pairs.set(key, outcome.pair)
  if (outcome.news === 'standing') counts.reviewed++
  if (outcome.news === 'withdrawn') counts.imported--
  if (outcome.news === 'text') {
    counts.imported++
    if (copyKind(file, returned, undefined) === 'taken')
      report.say(file, returned, 'copy-taken', 'info', {text: excerptOf(returned.target)})
    state.renewed.add(key)
    if (!named) counts.foundByText++
    if (isAlone) report.say(file, returned, 'source-emptied', 'warning', {text: excerptOf(today.source)})
  }
  for (const {id, level, args} of outcome.problems) report.say(file, returned, id, level, args)
}
