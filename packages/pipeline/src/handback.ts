import {
  type Bitext,
  type Comment,
  type Comments,
  createComments,
  type Diagnostic,
  excerptOf,
  excerptOfComment,
  type MetaGroup,
  type Pair,
  sameContent,
  type SplitTarget,
  type Unit
} from '@passerelle/model'
import type {ReadFile} from '@passerelle/xliff'
import {accept, isUntouched, type Returned} from './accept.ts'
import {createNews} from './news.ts'
import type {PackedUnits} from './packed-units.ts'
import {placesIn} from './places.ts'
import {reordered} from './reorder.ts'
import {resegment} from './resegment.ts'
import {setAside, setCommentsAside} from './set-aside.ts'
import {createShelf, type Shelf} from './shelf.ts'

/** A record after a hand-back, and what became of what was handed back. */
export interface Taken {
  readonly bitext: Bitext
  readonly imported: number
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
}

/** A hand-back that is taken part by part. */
export interface Taking {
  readonly take: (file: ReadFile) => void
  readonly end: () => Taken
}

/**
 * Begin to take a hand-back part by part; see {@link takeHandback}.
 */
export function createTaking(bitext: Bitext, path: string, {aside, split}: TakingOptions = {}): Taking {
  const pairs = new Map(
    bitext.units.flatMap((unit) => unit.pairs.map((pair): [string, Pair] => [`${unit.id}/${pair.id}`, pair]))
  )
  const units = new Map(bitext.units.map((unit) => [unit.id, unit]))
  const removed = new Map(bitext.removed.map((unit) => [unit.id, unit]))
  /** Units of the part at hand that have no place and are news, where these are put aside. */
  let fresh = new Map<string, Unit>()
  const {say, told} = createNews(path)
  let imported = 0
  /** Segments of which the translation is new. */
  const renewed = new Set<string>()
  /** How many of these were found by their source alone. */
  let found = 0
  /** What is said of the document as a whole. */
  const ofDocument = createComments(bitext.comments)
  /** What is said of a segment. */
  const remarks = new Map<string, Comments>()
  let comments = 0
  let start: Pick<Diagnostic, 'line' | 'column'> | undefined

  /** What tools note of units that are there, and of the document. */
  const noted = new Map<string, ReadonlyArray<MetaGroup>>()
  const notedOfAll: MetaGroup[] = []
  /** Places of the targets, where a file gives them. */
  const orders = new Map<string, number>()
  const shelves = new Map<string, Shelf>()
  /** Do something with the candidates of a segment; what was not looked through is not kept. */
  const onShelf = <T>(key: string, use: (shelf: Shelf) => T): T => {
    const shelf = shelves.get(key) ?? createShelf(pairs.get(key)!.candidates)
    const result = use(shelf)
    if (shelf.isSorted()) shelves.set(key, shelf)
    return result
  }

  const keep = (id: string, change: (known: Unit | undefined) => Unit): void => {
    const isKnown = !aside || removed.has(id)
    const known = isKnown ? removed.get(id) : (fresh.get(id) ?? aside.find(id))
    const changed = change(known)
    if (changed !== known) (isKnown ? removed : fresh).set(id, changed)
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
      keep(returned.unit.id, (known) => setAside(returned, known))
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
    if (returned.pair.order !== undefined) orders.set(place.key, returned.pair.order)
    const outcome = onShelf(place.key, (shelf) => accept(today, returned, shelf, file.keepsStates))
    pairs.set(place.key, outcome.pair)
    if (outcome.imported) {
      imported++
      renewed.add(place.key)
    }
    if (outcome.imported && !place.named) found++
    for (const {id, level, args} of outcome.problems) say(file, returned, id, level, args)
  }

  const tell = (file: ReadFile, about: {unit?: Unit; pair?: Pair}, news: ReadonlyArray<Comment>): void => {
    comments += news.length
    const text = about.pair ? excerptOf(about.pair.source) : ''
    for (const comment of news)
      say(file, about, 'handback-comment', 'info', {text, comment: excerptOfComment(comment)})
  }

  /** Keep what is said of a segment with it, whatever becomes of its translation. */
  const takeComments = (file: ReadFile, unit: Unit, pair: Pair): void => {
    const place = findPlace(unit, pair)
    if (!place) {
      keep(unit.id, (known) => {
        const kept = setCommentsAside(unit, pair, known)
        tell(file, {unit, pair}, newsOf(commentsOf(known, pair.id), commentsOf(kept, pair.id)))
        return kept
      })
      return
    }
    const said = remarks.get(place.key) ?? createComments(pairs.get(place.key)!.comments)
    remarks.set(place.key, said)
    tell(file, {unit, pair}, said.add(pair.comments ?? []))
  }

  return {
    take(file) {
      start ??= {line: file.place.line, column: file.place.column}
      for (const returned of returnedOf(file)) takeOne(file, returned)
      for (const unit of [...file.bitext.units, ...file.bitext.removed]) {
        if (unit.metadata && units.has(unit.id)) noted.set(unit.id, unit.metadata)
        for (const pair of unit.pairs) if (pair.comments) takeComments(file, unit, pair)
      }
      notedOfAll.push(...(file.bitext.metadata ?? []))
      tell(file, {}, ofDocument.add(file.bitext.comments ?? []))
      aside?.put([...fresh.values()])
      fresh = new Map()
    },
    end() {
      const pairAt = (key: string): Pair => {
        const shelf = shelves.get(key)
        const said = remarks.get(key)?.list()
        return {
          ...pairs.get(key)!,
          ...(shelf && {candidates: shelf.list()}),
          ...(said?.length && {comments: said})
        }
      }
      const taken = bitext.units.map((unit) => {
        const now = unit.pairs.map(({id}) => pairAt(`${unit.id}/${id}`))
        const pairs = reordered(
          now,
          unit.pairs.map(({id}) => orders.get(`${unit.id}/${id}`))
        )
        // Where only their order is news, that is one thing that came in.
        if (pairs !== now && !unit.pairs.some(({id}) => renewed.has(`${unit.id}/${id}`))) imported++
        const metadata = noted.get(unit.id)
        return {...unit, pairs, ...(metadata && {metadata})}
      })
      const args = {count: found}
      const byText: Diagnostic = {id: 'handback-found-by-text', level: 'info', path, ...start, args}
      const diagnostics = found > 0 ? [...told(), byText] : told()
      const said = ofDocument.list()
      const now = {
        ...bitext,
        units: taken,
        removed: [...removed.values()],
        ...(said.length > 0 && {comments: said}),
        ...(notedOfAll.length > 0 && {metadata: notedOfAll})
      }
      return {bitext: now, imported, comments, diagnostics}
    }
  }
}

function commentsOf(unit: Unit | undefined, pair: string): Pair['comments'] {
  return unit?.pairs.find(({id}) => id === pair)?.comments
}

/** Those that were not there before; comments are only added, at the end. */
function newsOf(before: Pair['comments'] = [], now: Pair['comments'] = []): ReadonlyArray<Comment> {
  return now.slice(before.length)
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

/** Whether a target is its source, and is not said to be done: what tools write where nothing was translated yet. */
function isUndoneCopy({pair, target}: Returned): boolean {
  return pair.state === 'initial' && sameContent(target, pair.source)
}
