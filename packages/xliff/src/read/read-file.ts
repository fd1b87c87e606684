import {
  type Bitext,
  fingerprint,
  type Pair,
  type Place,
  signature,
  type State,
  type Unit
} from '@passerelle/model'
import {isEmpty} from '../inline/content.ts'
import type {RepairId} from '../returned/undoing.ts'
import type {Draft, UnitDraft} from './draft.ts'
import type {Obstacle} from './obstacle.ts'

/** A pair, and what its file says of it besides its texts. */
export interface ReadPair {
  readonly unit: Unit
  readonly pair: Pair
  /** Where it stands: UTF-16 code units from the beginning; see `placeOf` of its file. */
  readonly offset: number
  /** Where its unit stands. */
  readonly unitOffset: number
  /**
   * Fingerprint of the target as exported, where the hand-off recorded one and the tool kept it. A target that still
   * has this fingerprint is untouched.
   */
  readonly exported?: string | undefined
  /** Whether it was exported with a sub-state, where the hand-off recorded it. */
  readonly hadSubState?: boolean
  /** Why its target is no translation; undefined where it is one. */
  readonly obstacle?: Obstacle | undefined
  /** How far the file says that its target is; undefined where it says nothing. */
  readonly said?: State | undefined
  /** The diagnostic for a repair of its target that is a guess, if there was one. */
  readonly guess?: RepairId | undefined
}

/** Counts of the targets of a file. */
export interface Tally {
  /** Targets that differ from their sources. */
  readonly translated: number
  /** Those of them that differ from what was handed off. */
  readonly news: number
  /** Targets that are missing or the same as their source. */
  readonly open: number
}

/** One `<file>` of a hand-back or record. */
export interface ReadFile {
  readonly bitext: Bitext
  /** As the file claims: `1.2`, `2.0`, `2.1`, `2.2`. */
  readonly version: string
  /** Where the `<file>` begins. */
  readonly place: Place
  /** All pairs of its units and removed units, in their order. */
  readonly pairs: ReadonlyArray<ReadPair>
  readonly placeOf: (offset: number) => Place
  readonly tally: Tally
}

/**
 * A draft as a file.
 *
 * @param own
 *   Makes the unit to keep from the one that was read, such as a copy that keeps no text of the file in memory.
 */
export function finish(
  draft: Draft,
  placeOf: (offset: number) => Place,
  own: (unit: Unit, about: {readonly removed: boolean}) => Unit = (unit) => unit
): ReadFile {
  const all = [...draft.units.values()]
  const entries = all.filter(({removed}) => !removed)
  const removed = entries.length < all.length ? all.filter((entry) => entry.removed) : []
  const bitext: Bitext = {
    document: draft.document,
    sourceLocale: draft.sourceLocale,
    targetLocale: draft.targetLocale,
    units: entries.map(({unit}) => own(unit, {removed: false})),
    removed: removed.map(({unit}) => own(unit, {removed: true})),
    ...(draft.comments.length > 0 && {comments: draft.comments}),
    ...(draft.metadata.length > 0 && {metadata: draft.metadata}),
    ...(draft.skeleton !== undefined && {skeleton: draft.skeleton}),
    ...(draft.printed && {printed: draft.printed})
  }
  return new Finished(bitext, [...entries, ...removed], draft, placeOf)
}

/**
 * A file whose other fields are made when somebody first looks at them: few do.
 *
 * It is a class because V8 makes a new shape for each object literal with getters, and that shape keeps its values
 * until the next major collection. A file that is read in parts would fill the memory.
 */
class Finished implements ReadFile {
  readonly bitext: Bitext
  readonly version: string
  readonly placeOf: (offset: number) => Place
  readonly #start: number
  readonly #drafts: ReadonlyArray<UnitDraft>
  #pairs: ReadonlyArray<ReadPair> | undefined
  #tally: Tally | undefined

  constructor(
    bitext: Bitext,
    drafts: ReadonlyArray<UnitDraft>,
    {version, element}: Draft,
    placeOf: (offset: number) => Place
  ) {
    this.bitext = bitext
    this.version = version
    this.placeOf = placeOf
    this.#start = element.start
    this.#drafts = drafts
  }

  get place(): Place {
    return this.placeOf(this.#start)
  }

  get pairs(): ReadonlyArray<ReadPair> {
    return (this.#pairs ??= pairsOf([...this.bitext.units, ...this.bitext.removed], this.#drafts))
  }

  get tally(): Tally {
    return (this.#tally ??= tallyOf(this.#drafts))
  }
}

/** Pairs of units, each with what the file says of it. */
function pairsOf(units: ReadonlyArray<Unit>, drafts: ReadonlyArray<UnitDraft>): ReadPair[] {
  return units.flatMap((unit, index) => {
    const {facts, offset: unitOffset} = drafts[index]!
    return unit.pairs.map((pair, number): ReadPair => {
      const own =
        facts[number]?.pair === pair.id ? facts[number] : facts.find((each) => each.pair === pair.id)!
      const {offset, exported, hadSubState, obstacle, said, guess} = own
      return {unit, pair, offset, unitOffset, exported, hadSubState, obstacle, said, guess}
    })
  })
}

function tallyOf(drafts: ReadonlyArray<UnitDraft>): Tally {
  const tally = {translated: 0, news: 0, open: 0}
  for (const {facts} of drafts) {
    for (const {target, isCopy, exported, obstacle} of facts) {
      if (obstacle === 'locked') continue
      const isEmptied = !target || isEmpty(target)
      if (isEmptied || isCopy) {
        tally.open++
        continue
      }
      tally.translated++
      if (exported === undefined || exported !== fingerprint(signature(target))) tally.news++
    }
  }
  return tally
}
