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

/** A pair as it was read: what its file says of it besides its texts. */
export interface ReadPair {
  readonly unit: Unit
  readonly pair: Pair
  /** Where it stands, in UTF-16 code units; see `placeOf` of its file. */
  readonly offset: number
  /** Where its unit stands. */
  readonly unitOffset: number
  /**
   * Fingerprint of the target it had when it was exported, where the hand-off recorded one and the tool kept it. A target
   * that has it still is untouched.
   */
  readonly exported?: string | undefined
  /** Whether it was exported with a sub-state, where the hand-off recorded it. */
  readonly hadSubState?: boolean
  /** Why its target is no translation, where it is none. */
  readonly obstacle?: Obstacle | undefined
  /** How far its target is said to be, where anything is said. */
  readonly said?: State | undefined
  /** The diagnostic for what was put right in its target by guessing, if anything was. */
  readonly guess?: RepairId | undefined
}

/** Counts of the targets of a file. */
export interface Tally {
  /** Other than their sources. */
  readonly translated: number
  /** Of these, not as they were handed off. */
  readonly news: number
  /** Not there, or the same as their source. */
  readonly open: number
}

/** A file of the result. */
export interface ReadFile {
  readonly bitext: Bitext
  /** As the file claims: `1.2`, `2.0`, `2.1`, `2.2`. */
  readonly version: string
  /** Where it stands itself. */
  readonly place: Place
  /** All pairs of its units and removed units, in their order. */
  readonly pairs: ReadonlyArray<ReadPair>
  readonly placeOf: (offset: number) => Place
  readonly tally: Tally
}

/**
 * What a draft has become.
 *
 * @param own
 *   Makes a unit of what was read, such as a copy that keeps no text of the file.
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
 * A file of which the rest is made when it is first looked at: few look for it.
 *
 * A class, for V8 makes a shape of its own for each object literal with getters, which keeps all that these see until
 * the next great collection: a file that is read in parts would fill the memory.
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

/** Pairs of units with what was said of them when they were read. */
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
