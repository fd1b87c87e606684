import {codesFit} from '@passerelle/check'
import {
  type Bitext,
  type Content,
  type Diagnostic,
  dress,
  excerptOf,
  fingerprint,
  type Pair,
  sameContent,
  signature,
  type SplitTarget,
  type State,
  tidy,
  union,
  type Unit
} from '@passerelle/model'
import type {Apart, ReadFile} from '@passerelle/xliff'
import type {PackedUnits} from './packed-units.ts'
import {areRenumbered, placesIn, renumber} from './places.ts'
import {resegment} from './resegment.ts'
import {createShelf, type Shelf} from './shelf.ts'
import {keepsOldEnd} from './stale-end.ts'

/** A record after a hand-back, and what became of what was handed back. */
export interface Taken {
  readonly bitext: Bitext
  readonly imported: number
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Of what becomes of one hand-back so much is told; more of it nobody reads, and it would fill the memory. */
const MOST_NEWS = 1000

/** One translation that came back. */
interface Returned {
  readonly unit: Unit
  readonly pair: Pair
  readonly target: Content
  /** Fingerprint of the target as it was handed off. */
  readonly exported?: string
  readonly apart?: Apart
}

const STATES: ReadonlyArray<State> = ['initial', 'translated', 'reviewed', 'final']

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
  const taken = taking.end()
  const missing = missingUnits(taken.bitext, new Set(file.bitext.units.map(({id}) => id)), path)
  return {...taken, diagnostics: [...taken.diagnostics, ...missing]}
}

export interface TakingOptions {
  /** Where what has no place today is put, so that it does not fill the memory; else it is among the removed units. */
  readonly aside?: PackedUnits
  /** Divides the translation of a segment that a tool has made of several; else it is one of an earlier source. */
  readonly split?: SplitTarget
}

/** A hand-back that is taken part by part. */
export interface Taking {
  readonly take: (file: ReadFile) => void
  readonly end: () => Taken
}

/**
 * Begin to take a hand-back part by part; see {@link takeHandback}. What is missing is not said.
 */
export function createTaking(bitext: Bitext, path: string, {aside, split}: TakingOptions = {}): Taking {
  const pairs = new Map(
    bitext.units.flatMap((unit) => unit.pairs.map((pair): [string, Pair] => [`${unit.id}/${pair.id}`, pair]))
  )
  const units = new Map(bitext.units.map((unit) => [unit.id, unit]))
  const removed = new Map(bitext.removed.map((unit) => [unit.id, unit]))
  /** Units of the part at hand that have no place, where these are put aside. */
  let fresh = new Map<string, Unit>()
  const diagnostics: Diagnostic[] = []
  let more = 0
  let hidesErrors = false
  let imported = 0
  /** How many of these were found by their source alone. */
  let found = 0
  let start: Pick<Diagnostic, 'line' | 'column'> | undefined

  const say = (
    file: ReadFile,
    returned: Returned,
    id: string,
    level: Diagnostic['level'],
    args: Diagnostic['args'] = {}
  ): void => {
    const {unit, pair} = returned
    if (diagnostics.length >= MOST_NEWS) {
      more++
      hidesErrors ||= level === 'error'
      return
    }
    const place = file.places.get(`${unit.id}/${pair.id}`) ?? file.places.get(unit.id)
    diagnostics.push({
      id,
      level,
      path,
      unit: unit.id,
      args,
      ...(place && {line: place.line, column: place.column})
    })
  }

  const shelves = new Map<string, Shelf>()
  /** Do something with the candidates of a segment; what was not looked through is not kept. */
  const onShelf = <T>(key: string, use: (shelf: Shelf) => T): T => {
    const shelf = shelves.get(key) ?? createShelf(pairs.get(key)!.candidates)
    const result = use(shelf)
    if (shelf.isSorted()) shelves.set(key, shelf)
    return result
  }

  const keep = (returned: Returned): void => {
    const {id} = returned.unit
    const isKnown = !aside || removed.has(id)
    const known = isKnown ? removed.get(id) : (fresh.get(id) ?? aside.take(id))
    ;(isKnown ? removed : fresh).set(id, setAside(returned, known))
  }

  /** What came back for each of the segments that a tool has joined. */
  const partsOf = ({unit, pair}: Returned, divide: SplitTarget): Returned[] | undefined => {
    const today = units.get(unit.id)?.pairs ?? []
    return resegment(pair, today, divide)?.flatMap((part) =>
      part.target ? [{unit, pair: part, target: part.target}] : []
    )
  }

  const findPlace = placesIn(pairs)
  const takeOne = (file: ReadFile, returned: Returned): void => {
    if (isUntouched(returned) && sameContent(returned.target, returned.pair.source)) return
    if (returned.apart === 'locked' && sameContent(returned.target, returned.pair.source)) return
    if (file.keepsStates && isUndoneCopy(returned)) {
      say(file, returned, 'target-copies-source', 'info', {text: excerptOf(returned.target)})
      return
    }
    const place = findPlace(returned.unit, returned.pair)
    const parts = place?.same || !split ? undefined : partsOf(returned, split)
    if (parts) {
      say(file, returned, 'segments-divided', 'warning', {count: parts.length})
      for (const part of parts) takeOne(file, part)
      return
    }
    if (!place) {
      keep(returned)
      say(file, returned, 'handback-unknown-unit', 'warning', {text: excerptOf(returned.pair.source)})
      return
    }
    const today = pairs.get(place.key)!
    if (!place.same) {
      const kind = returned.apart === 'refused' ? 'rejected' : 'previous'
      const {source} = returned.pair
      onShelf(place.key, (shelf) => shelf.put({kind, source, target: returned.target}))
      if (!isUntouched(returned))
        say(file, returned, 'handback-stale-source', 'warning', {text: excerptOf(today.source)})
      return
    }
    const outcome = onShelf(place.key, (shelf) => accept(today, returned, shelf, file.keepsStates))
    pairs.set(place.key, outcome.pair)
    if (outcome.imported) imported++
    if (outcome.imported && !place.named) found++
    for (const {id, level, args} of outcome.problems) say(file, returned, id, level, args)
  }

  return {
    take(file) {
      start ??= {line: file.place.line, column: file.place.column}
      for (const returned of returnedOf(file)) takeOne(file, returned)
      aside?.put([...fresh.values()])
      fresh = new Map()
    },
    end() {
      const pairAt = (key: string): Pair => {
        const shelf = shelves.get(key)
        return {...pairs.get(key)!, ...(shelf && {candidates: shelf.list()})}
      }
      const taken = bitext.units.map((unit) => ({
        ...unit,
        pairs: unit.pairs.map(({id}) => pairAt(`${unit.id}/${id}`))
      }))
      if (found > 0) {
        const args = {count: found}
        diagnostics.push({id: 'handback-found-by-text', level: 'info', path, ...start, args})
      }
      const level = hidesErrors ? 'error' : 'warning'
      if (more > 0) diagnostics.push({id: 'xliff-more-faults', level, path, args: {shown: MOST_NEWS, more}})
      return {bitext: {...bitext, units: taken, removed: [...removed.values()]}, imported, diagnostics}
    }
  }
}

function returnedOf({bitext, exported, apart}: ReadFile): Returned[] {
  return [...bitext.units, ...bitext.removed].flatMap((unit) =>
    unit.pairs.flatMap((pair): Returned[] => {
      if (!pair.target) return []
      const print = exported.get(`${unit.id}/${pair.id}`)
      const why = apart.get(`${unit.id}/${pair.id}`)
      return [
        {
          unit,
          pair,
          target: pair.target,
          ...(print !== undefined && {exported: print}),
          ...(why && {apart: why})
        }
      ]
    })
  )
}

interface Outcome {
  readonly pair: Pair
  readonly imported: boolean
  readonly problems: ReadonlyArray<Pick<Diagnostic, 'id' | 'level' | 'args'>>
}

/** Take one translation into the segment it belongs to, and put on its shelf what is not used. */
function accept(today: Pair, returned: Returned, shelf: Shelf, keepsStates: boolean): Outcome {
  const {exported, pair} = returned
  const target = dress(renumber(tidy(returned.target), pair.source, today.source), today.source)
  const unchanged = {pair: today, imported: false, problems: []}
  if (today.target && sameContent(today.target, target)) {
    const stands = standingOf(today, pair, keepsStates)
    return stands ? {pair: stands, imported: true, problems: []} : unchanged
  }
  if (today.target && (isUntouched(returned) || isUntouched({exported, target}))) return unchanged
  const problems = codesFit(today.source, target, returned.unit.key)
  if (problems.length > 0 || returned.apart === 'refused') {
    shelf.put({kind: 'rejected', source: today.source, target})
    return {
      pair: today,
      imported: false,
      problems: problems.map((problem) => ({...problem, level: 'error'}))
    }
  }
  if (today.target && returned.exported === undefined && shelf.wasReplaced(target)) {
    return {
      ...unchanged,
      problems: [{id: 'handback-superseded', level: 'info', args: {text: excerptOf(today.source)}}]
    }
  }
  if (today.target) shelf.put({kind: 'superseded', source: today.source, target: today.target})
  shelf.take(target)
  const {subState: _, ...rest} = today
  return {
    pair: {...rest, target, state: later('translated', pair.state), ...subStateOf(pair)},
    imported: true,
    problems: noticesOf(today, returned)
  }
}

/**
 * A translation that came back as it is, with how far it is said to be; undefined where that is no news.
 *
 * No state is taken back: tools write lower ones than they were given. What is said besides a state is, but where the
 * file comes from a tool that keeps no states.
 */
function standingOf(today: Pair, returned: Pair, keepsStates: boolean): Pair | undefined {
  const state = later(today.state, returned.state)
  if (state !== returned.state) return undefined
  const isSame = state === today.state && (returned.subState ?? today.subState) === today.subState
  const isCleared = keepsStates && today.subState !== undefined && returned.subState === undefined
  if (isSame && !isCleared) return undefined
  const {subState: _, ...rest} = today
  return {...rest, state, ...subStateOf(returned)}
}

function subStateOf({subState}: Pair): Pick<Pair, 'subState'> {
  return subState === undefined ? {} : {subState}
}

/** What a reader should know of a translation that was taken. */
function noticesOf(today: Pair, {pair, target}: Returned): Outcome['problems'] {
  const args = {text: excerptOf(target)}
  return [
    ...(areRenumbered(pair.source, today.source)
      ? [{id: 'codes-renumbered', level: 'info', args} as const]
      : []),
    ...(today.target && keepsOldEnd(target, today.target)
      ? [{id: 'target-keeps-old-end', level: 'warning', args} as const]
      : [])
  ]
}

/** Whether a target came back just as it was handed off. */
function isUntouched({exported, target}: {exported?: string | undefined; target: Content}): boolean {
  return exported === fingerprint(signature(target))
}

/** Whether a target is its source, and is not said to be done: what tools write where nothing was translated yet. */
function isUndoneCopy({pair, target}: Returned): boolean {
  return pair.state === 'initial' && sameContent(target, pair.source)
}

function later(a: State, b: State): State {
  return STATES.indexOf(a) >= STATES.indexOf(b) ? a : b
}

/** A unit for a translation that has no place today, with what was known of it. */
function setAside({unit, pair: returned, target, apart}: Returned, known: Unit | undefined): Unit {
  const {target: _, ...pair} = returned
  const kept: Pair =
    apart === 'refused'
      ? {...pair, state: 'initial', candidates: [{kind: 'rejected', source: pair.source, target}]}
      : {...pair, target, state: later('translated', pair.state)}
  if (!known) return {...unit, pairs: [kept]}
  const others = known.pairs.filter(({id}) => id !== pair.id)
  const twin = known.pairs.find(({id}) => id === pair.id)
  if (!twin) return {...known, pairs: [...others, kept]}
  if (twin.target && sameContent(twin.target, target)) return known
  const candidates = union([{kind: 'superseded', source: pair.source, target}], twin.candidates)
  return {...known, pairs: known.pairs.map((other) => (other === twin ? {...twin, candidates} : other))}
}

/**
 * Units that were to be translated and that a hand-back does not hold: left as they are, and said.
 *
 * @param there
 *   Ids of the units it holds.
 */
export function missingUnits(bitext: Bitext, there: ReadonlySet<string>, path: string): Diagnostic[] {
  const missing = bitext.units.filter((unit) => !there.has(unit.id) && unit.pairs.some(({target}) => !target))
  if (missing.length === 0) return []
  return [{id: 'handback-missing-units', level: 'warning', path, args: {count: missing.length}}]
}
