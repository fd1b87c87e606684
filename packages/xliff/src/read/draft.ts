import {
  type Bitext,
  type Comment,
  type Content,
  fingerprint,
  type MetaGroup,
  type Pair,
  type Place,
  type PrintedPage,
  signature,
  type State,
  type Unit
} from '@passerelle/model'
import {isEmpty} from '../inline/content.ts'
import type {RepairId, SegmentContext, Undoings} from '../returned/undoing.ts'
import type {Element} from '../xml/parse.ts'
import type {RepairPolicy} from '../words/repair-policy.ts'
import type {Report} from '../xml/report.ts'

/** One `<file>` as far as it has been read. */
export interface Draft {
  readonly element: Element
  readonly version: string
  readonly document: string
  readonly sourceLocale: string
  targetLocale: string
  /** Whether this is a record of the repository; see `writeRecord`. */
  record: boolean
  skeleton: string | undefined
  printed: PrintedPage | undefined
  /** What translators say of the document as a whole. */
  comments: Comment[]
  /** What tools note of it. */
  metadata: MetaGroup[]
  units: Map<string, UnitDraft>
  /** How often each id was met again. */
  readonly twins: Map<string, number>
  /** Where units and their pairs stand. */
  offsets: Standing[]
}

interface Standing {
  readonly unit: string
  /** Absent for the unit itself. */
  readonly pair?: string
  readonly offset: number
  /** Fingerprint of the target as exported. */
  readonly exported?: string | undefined
  /** Whether it was exported with a sub-state. */
  readonly marked?: boolean
  /** The target, where there is one. */
  readonly target?: Content | undefined
  /** Whether that is its source. */
  readonly isCopy?: boolean
  /** How far the file says that it is. */
  readonly said?: State | undefined
  readonly guess?: RepairId | undefined
  readonly apart?: Apart | undefined
}

/**
 * Why a target is no translation: it holds what cannot be read (`refused`), its segment is not for translation
 * (`locked`), a part of it is not there yet (`partial`), or its tool says that nobody has finished it (`unconfirmed`).
 */
export type Apart = 'refused' | 'locked' | 'partial' | 'unconfirmed'

/** A unit without its pairs. */
export type UnitHead = Omit<Unit, 'pairs'>

interface UnitDraft {
  readonly unit: Unit
  /** Those of the unit, which may get more. */
  readonly pairs: Pair[]
  readonly removed: boolean
}

/** What reading a unit needs besides the unit. */
export interface UnitContext {
  readonly draft: Draft
  readonly containers: ReadonlyArray<Element>
  readonly report: Report
  readonly repair: RepairPolicy
  readonly undoings: Undoings
  /** Whether an annotation is around what is no part of the text. */
  readonly isDropped: (element: Element) => boolean
  /** Comments that stand at the head of a file of Trados, by id. */
  readonly definitions?: ReadonlyMap<string, ReadonlyArray<Comment>>
}

/** Take a pair of a unit that may be there already; a segment that is met again is a twin, and none is dropped. */
export function addPair(
  context: UnitContext,
  id: string,
  describe: (id: string) => UnitHead,
  pair: Pair,
  standing: Omit<Standing, 'unit' | 'pair'>
): void {
  const {draft, report} = context
  const known = draft.units.get(id)
  if (known?.pairs.some((other) => other.id === pair.id)) {
    // Units without ids are told apart by their sources.
    if (id !== '') report('unit-duplicate', 'warning', {id}, {offset: standing.offset, unit: id})
    addPair(context, nextId(draft, id), describe, pair, standing)
    return
  }
  if (known) known.pairs.push(pair)
  else {
    const pairs = [pair]
    draft.units.set(id, {unit: {...describe(id), pairs}, pairs, removed: false})
    draft.offsets.push({unit: id, offset: standing.offset})
  }
  draft.offsets.push({unit: id, pair: pair.id, ...standing})
}

/** An id for a unit whose own is taken. */
export function nextId({units, twins}: Draft, id: string): string {
  let number = twins.get(id) ?? 1
  do number++
  while (units.has(`${id}..${number}`))
  twins.set(id, number)
  return `${id}..${number}`
}

/** What a file says of its segments besides their texts; keys are `unit/pair`. */
export interface Facts {
  /**
   * Fingerprint of the target each pair had when it was exported, where the hand-off recorded one and the tool
   * kept it. A target that has it still is untouched.
   */
  readonly exported: ReadonlyMap<string, string>
  /** Segments that were exported with a sub-state, where the hand-off recorded it. */
  readonly marked: ReadonlySet<string>
  /** Segments whose target is no translation. */
  readonly apart: ReadonlyMap<string, Apart>
  /** How far targets are said to be, where anything is said. */
  readonly said: ReadonlyMap<string, State>
  /** Targets that were put right by guessing, with the id by which that is told. */
  readonly guessed: ReadonlyMap<string, RepairId>
}

/** What a file is on the whole. */
export interface Course {
  /** How many targets are other than their sources. */
  readonly translated: number
  /** How many of these are not as they were handed off. */
  readonly news: number
  /** How many segments have no target, or one that is its source. */
  readonly open: number
}

export const NO_FACTS: Facts = {
  exported: new Map(),
  marked: new Set(),
  apart: new Map(),
  said: new Map(),
  guessed: new Map()
}

/** A file of the result. */
export interface ReadFile extends Facts {
  readonly bitext: Bitext
  /** As the file claims: `1.2`, `2.0`, `2.1`, `2.2`. */
  readonly version: string
  /** Where it stands itself. */
  readonly place: Place
  /** Where units and segments stand; keys are `unit` and `unit/pair`. */
  readonly places: ReadonlyMap<string, Place>
  readonly course: Course
}

export function finish(draft: Draft, placeOf: (offset: number) => Place): ReadFile {
  const units: Unit[] = []
  const removed: Unit[] = []
  for (const entry of draft.units.values()) {
    ;(entry.removed ? removed : units).push(entry.unit)
  }
  const bitext: Bitext = {
    document: draft.document,
    sourceLocale: draft.sourceLocale,
    targetLocale: draft.targetLocale,
    units,
    removed,
    ...(draft.comments.length > 0 && {comments: draft.comments}),
    ...(draft.metadata.length > 0 && {metadata: draft.metadata}),
    ...(draft.skeleton !== undefined && {skeleton: draft.skeleton}),
    ...(draft.printed && {printed: draft.printed})
  }
  return new Finished(bitext, draft, placeOf)
}

/**
 * A file of which the rest is made when it is first looked at: few look for it.
 *
 * A class, for V8 makes a shape of its own for each object literal with getters, which keeps all that these see until
 * the next great collection: a file that is read in parts would fill the memory.
 */
class Finished implements ReadFile {
  readonly bitext: Bitext
  readonly version: string
  readonly #start: number
  readonly #offsets: ReadonlyArray<Standing>
  readonly #placeOf: (offset: number) => Place
  #places: ReadonlyMap<string, Place> | undefined
  #exported: ReadonlyMap<string, string> | undefined
  #course: Course | undefined

  constructor(bitext: Bitext, {version, element, offsets}: Draft, placeOf: (offset: number) => Place) {
    this.bitext = bitext
    this.version = version
    this.#start = element.start
    this.#offsets = offsets
    this.#placeOf = placeOf
  }

  get place(): Place {
    return this.#placeOf(this.#start)
  }

  get places(): ReadonlyMap<string, Place> {
    return (this.#places ??= new Map(
      this.#offsets.map(({unit, pair, offset}) => [
        pair === undefined ? unit : `${unit}/${pair}`,
        this.#placeOf(offset)
      ])
    ))
  }

  get exported(): ReadonlyMap<string, string> {
    return (this.#exported ??= known(this.#offsets, 'exported'))
  }

  get marked(): ReadonlySet<string> {
    return new Set(this.#offsets.flatMap(({unit, pair, marked}) => (marked ? [`${unit}/${pair}`] : [])))
  }

  get apart(): ReadonlyMap<string, Apart> {
    return known(this.#offsets, 'apart')
  }

  get said(): ReadonlyMap<string, State> {
    return known(this.#offsets, 'said')
  }

  get guessed(): ReadonlyMap<string, RepairId> {
    return known(this.#offsets, 'guess')
  }

  get course(): Course {
    return (this.#course ??= courseOf(this.#offsets))
  }
}

/** What is known of segments in one respect. */
function known<Key extends 'exported' | 'apart' | 'said' | 'guess'>(
  offsets: ReadonlyArray<Standing>,
  key: Key
): ReadonlyMap<string, NonNullable<Standing[Key]>> {
  const found = new Map<string, NonNullable<Standing[Key]>>()
  for (const standing of offsets) {
    const value = standing[key]
    if (value !== undefined) found.set(`${standing.unit}/${standing.pair}`, value)
  }
  return found
}

function courseOf(offsets: ReadonlyArray<Standing>): Course {
  const course = {translated: 0, news: 0, open: 0}
  for (const {pair, target, isCopy = false, exported, apart} of offsets) {
    if (pair === undefined || apart === 'locked') continue
    const isEmptied = !target || isEmpty(target)
    if (isEmptied || isCopy) course.open++
    if (isEmptied) continue
    const isNews = exported === undefined || exported !== fingerprint(signature(target))
    if (isCopy) continue
    course.translated++
    if (isNews) course.news++
  }
  return course
}

/** Whether a state says that a translation is finished. */
export function isDone(said: State | undefined): boolean {
  return said !== undefined && said !== 'initial'
}

/**
 * Whether and why a target is no translation.
 *
 * @param strange
 *   How many elements that are none of XLIFF its source has: those a tool put into both are the tool's.
 */
export function apartOf(
  {unknown = 0, isPartial}: SegmentContext,
  strange: number,
  {locked, confirmed = true}: {readonly locked: boolean; readonly confirmed?: boolean}
): Apart | undefined {
  if (unknown > 2 * strange) return 'refused'
  if (locked) return 'locked'
  if (isPartial) return 'partial'
  return confirmed ? undefined : 'unconfirmed'
}

/** Value of the nearest of an element and its containers that has an attribute. */
export function inherited(
  element: Element,
  containers: ReadonlyArray<Element>,
  attribute: string
): string | undefined {
  const own = element.attributes[attribute]
  if (own !== undefined) return own
  return containers.findLast((container) => attribute in container.attributes)?.attributes[attribute]
}
