import {
  type Bitext,
  type Diagnostic,
  excerptOf,
  type Pair,
  type SplitTarget,
  type Unit
} from '@passerelle/model'
import {isDone, type ReadFile} from '@passerelle/xliff'
import {accept, isUntouched, type Returned} from './accept.ts'
import {type Claims, createClaims} from '../work/claims.ts'
import {copyKind} from './copies.ts'
import {createLeftovers} from './leftovers.ts'
import {createNews} from './news.ts'
import {createNoted} from './noted.ts'
import type {PackedUnits} from '../work/packed-units.ts'
import {type Place, placesIn} from './places.ts'
import {createRemarks} from './remarks.ts'
import {reordered} from './reorder.ts'
import {resegment} from './resegment.ts'
import {setAside} from './set-aside.ts'
import {createShelves} from '../work/shelf.ts'

/** A record after a hand-back, and what became of what was handed back. */
export interface Taken {
  readonly bitext: Bitext
  readonly imported: number
  /** How many translations came back as they were, but approved or marked. */
  readonly reviewed: number
  /** How many comments of translators are new. */
  readonly comments: number
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Take a hand-back into the record of today's source.
 *
 * Content decides, not state: a target that is there is a translation, unless it is the very one that was handed
 * off. It goes to the segment with its id where the source is still the same, else to one with the same source,
 * else, as an earlier translation, to the one most alike; what finds no place is kept among the removed units.
 * A target whose codes do not fit is kept as rejected and reported. Taking the same hand-back twice changes nothing.
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
  /** Where what has no place today is put, so that it does not fill the memory; else it is among the removed units. */
  readonly aside?: PackedUnits
  /** Divides the translation of a segment that a tool has made of several; else it is one of an earlier source. */
  readonly split?: SplitTarget
  /** What other hand-backs of this run said; they decide together. @default none */
  readonly claims?: Claims
  /** Whose word it is, where several files are of one. @default the file */
  readonly voice?: string
  /** Where a segment stands in its source, as people name it. */
  readonly locate?: (key: string) => string
}

/** A hand-back that is taken part by part. */
export interface Taking {
  readonly take: (file: ReadFile) => void
  readonly end: () => Taken
}

/**
 * Begin to take a hand-back part by part; see {@link takeHandback}.
 */
export function createTaking(
  bitext: Bitext,
  path: string,
  {aside, split, claims = createClaims(), voice = path, locate = () => ''}: TakingOptions = {}
): Taking {
  const units = new Map(bitext.units.map((unit) => [unit.id, unit]))
  const pairs = new Map(
    bitext.units.flatMap((unit) => unit.pairs.map((pair): [string, Pair] => [`${unit.id}/${pair.id}`, pair]))
  )
  /** Keys of the entries of a catalog. */
  const keys = new Map(
    bitext.units.flatMap(({id, key, pairs: own}) =>
      key === undefined ? [] : own.map((pair): [string, string] => [`${id}/${pair.id}`, key])
    )
  )
  const places = placesIn(pairs)
  const leftovers = createLeftovers(bitext.removed, aside)
  const {say, told} = createNews(path)
  const remarks = createRemarks(bitext, {pairs, places, leftovers, say})
  const noted = createNoted(units)
  const shelves = createShelves(pairs)
  /** Places of the targets, where a file gives them. */
  const orders = new Map<string, number>()
  /** Segments of which the translation is new. */
  const renewed = new Set<string>()
  let imported = 0
  let reviewed = 0
  /** How many of these were found by their source alone. */
  let found = 0
  let start: Pick<Diagnostic, 'line' | 'column'> | undefined

  /** What came back for each of the segments that a tool has joined. */
  const partsOf = ({unit, pair}: Returned, divide: SplitTarget): Returned[] | undefined => {
    const today = units.get(unit.id)?.pairs ?? []
    return resegment(pair, today, divide)?.flatMap((part) =>
      part.target ? [{unit, pair: part, target: part.target}] : []
    )
  }

  const takeOne = (file: ReadFile, returned: Returned): void => {
    const place = places.find(returned.unit, returned.pair)
    const copy = copyKind(file, returned, place?.same ? pairs.get(place.key)!.target : undefined)
    if (copy === 'silent' || copy === 'open') {
      if (copy === 'open' && file.course.translated > 0)
        say(file, returned, 'target-copies-source', 'warning', {text: excerptOf(returned.target)})
      return
    }
    const parts = place?.same || !split ? undefined : partsOf(returned, split)
    if (parts) {
      say(file, returned, 'segments-divided', 'warning', {count: parts.length})
      for (const part of parts) takeOne(file, part)
    } else if (!place) {
      const isNews = leftovers.change(returned.unit.id, (known) => setAside(returned, known))
      // What came back as it went out, and is in the record, is nothing to speak of.
      if (isNews || !isUntouched(returned))
        say(file, returned, 'handback-unknown-unit', 'warning', {text: excerptOf(returned.pair.source)})
    } else if (place.same) takeInto(place, file, returned)
    else keepAsEarlier(place, file, returned)
  }

  /** A translation of what a segment was before it changed. */
  const keepAsEarlier = ({key}: Place, file: ReadFile, returned: Returned): void => {
    const isUsable = returned.apart === undefined || returned.apart === 'locked'
    const kind = isUsable ? 'previous' : 'rejected'
    const {source} = returned.pair
    const isNews = shelves.use(key, (shelf) => shelf.put({kind, source, target: returned.target}))
    const text = excerptOf(pairs.get(key)!.source)
    if (isNews && !isUntouched(returned)) say(file, returned, 'handback-stale-source', 'warning', {text})
  }

  const takeInto = ({key, named}: Place, file: ReadFile, returned: Returned): void => {
    if (returned.pair.order !== undefined) orders.set(key, returned.pair.order)
    const today = pairs.get(key)!
    const outcome = shelves.use(key, (shelf) =>
      accept(today, returned, {key: keys.get(key), shelf, claims, at: key, voice, place: () => locate(key)})
    )
    pairs.set(key, outcome.pair)
    if (outcome.news === 'standing') reviewed++
    if (outcome.news === 'withdrawn') imported--
    if (outcome.news === 'text') {
      imported++
      if (copyKind(file, returned, undefined) === 'taken')
        say(file, returned, 'copy-taken', 'info', {text: excerptOf(returned.target)})
      renewed.add(key)
      if (!named) found++
    }
    for (const {id, level, args} of outcome.problems) say(file, returned, id, level, args)
  }

  const pairAt = (key: string): Pair => {
    const candidates = shelves.list(key)
    const comments = remarks.of(key)
    return {...pairs.get(key)!, ...(candidates && {candidates}), ...(comments?.length && {comments})}
  }

  const unitNow = (unit: Unit): Unit => {
    const keys = unit.pairs.map(({id}) => `${unit.id}/${id}`)
    const now = keys.map(pairAt)
    const inOrder = reordered(
      now,
      keys.map((key) => orders.get(key))
    )
    // Where only their order is news, that is one thing that came in.
    if (inOrder !== now && !keys.some((key) => renewed.has(key))) imported++
    return {...unit, pairs: inOrder, ...noted.of(unit.id)}
  }

  return {
    take(file) {
      start ??= {line: file.place.line, column: file.place.column}
      // Most files have all their ids: then nothing is looked for by its source.
      places.reserve(file.bitext.units)
      for (const returned of returnedOf(file)) takeOne(file, returned)
      remarks.take(file)
      noted.take(file)
      leftovers.flush()
    },
    end() {
      const comments = remarks.ofDocument()
      const now: Bitext = {
        ...bitext,
        units: bitext.units.map(unitNow),
        removed: leftovers.list(),
        ...(comments.length > 0 && {comments}),
        ...noted.ofDocument()
      }
      const args = {count: found}
      const byText: Diagnostic = {id: 'handback-found-by-text', level: 'info', path, ...start, args}
      const diagnostics = found > 0 ? [...told(), byText] : told()
      return {bitext: now, imported, reviewed, comments: remarks.count(), diagnostics}
    }
  }
}

export function returnedOf({bitext, exported, marked, apart, said, guessed}: ReadFile): Returned[] {
  return [...bitext.units, ...bitext.removed].flatMap((unit) =>
    unit.pairs.flatMap((pair): Returned[] => {
      if (!pair.target) return []
      const key = `${unit.id}/${pair.id}`
      const print = exported.get(key)
      const why = apart.get(key)
      const guess = guessed.get(key)
      return [
        {
          unit,
          pair,
          target: pair.target,
          ...(print !== undefined && {exported: print}),
          marked: marked.has(key),
          isSaid: isDone(said.get(key)),
          ...(guess && {guess}),
          ...(why && {apart: why})
        }
      ]
    })
  )
}
