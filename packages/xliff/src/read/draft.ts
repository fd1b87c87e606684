import {
  type Comment,
  type Content,
  excerptOf,
  type MetaGroup,
  type Pair,
  type PrintedPage,
  type State,
  type Unit
} from '@passerelle/model'
import type {RepairId, Undoings} from '../returned/undoing.ts'
import type {RepairPolicy} from '../words/repair-policy.ts'
import type {Element} from '../xml/parse.ts'
import type {Report} from '../xml/report.ts'
import type {Obstacle} from './obstacle.ts'

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
  /** What tools note of the document for themselves. */
  metadata: MetaGroup[]
  units: Map<string, UnitDraft>
  /** How often each id was met again. */
  readonly twins: Map<string, number>
}

/** A unit as far as it has been read. */
export interface UnitDraft {
  readonly unit: Unit
  readonly offset: number
  /** Pairs of the unit, which may get more. */
  readonly pairs: Pair[]
  /** What the file says of its segments, those too that were joined with others. */
  readonly facts: PairFacts[]
  readonly removed: boolean
}

/** What a file says of a segment besides its texts. */
export interface PairFacts {
  /** Id of the segment. */
  readonly pair: string
  readonly offset: number
  /** Fingerprint of the target as exported. */
  readonly exported: string | undefined
  /** Whether it was exported with a sub-state. */
  readonly hadSubState: boolean
  /** The target, where there is one. */
  readonly target: Content | undefined
  /** Whether the target is a copy of the source. */
  readonly isCopy: boolean
  /** How far the file says that the segment is. */
  readonly said: State | undefined
  /** The diagnostic for a repair that is a guess, if there was one. */
  readonly guess: RepairId | undefined
  readonly obstacle: Obstacle | undefined
}

/** A unit without its pairs. */
export type UnitHead = Omit<Unit, 'pairs'>

/** What the reader of a unit has to know besides the unit. */
export interface UnitContext {
  readonly draft: Draft
  readonly containers: ReadonlyArray<Element>
  readonly report: Report
  readonly repair: RepairPolicy
  readonly undoings: Undoings
  /** Whether an annotation marks words as no part of the text. */
  readonly isDropped: (element: Element) => boolean
  /** Comments that stand at the head of a file of Trados, by id. */
  readonly definitions?: ReadonlyMap<string, ReadonlyArray<Comment>>
}

/** A segment that stands by itself, as in XLIFF 1.2: its unit may be there already. */
export interface LonePair {
  readonly unit: string
  readonly describe: (id: string) => UnitHead
  readonly pair: Pair
  readonly facts: PairFacts
}

/** Add a pair to its unit, which may be there already. A segment that is met again becomes a twin; none is dropped. */
export function addPair(context: UnitContext, {unit: id, describe, pair, facts}: LonePair): void {
  const {draft, report} = context
  const known = draft.units.get(id)
  if (!known) {
    const pairs = [pair]
    const {offset} = facts
    draft.units.set(id, {unit: {...describe(id), pairs}, offset, pairs, facts: [facts], removed: false})
  } else if (known.pairs.some((other) => other.id === pair.id)) {
    // Units without ids are told apart by their sources.
    if (id !== '') {
      const text = excerptOf(pair.source)
      report('unit-duplicate', 'warning', {text}, {offset: facts.offset, unit: id})
    }
    addPair(context, {unit: nextId(draft, id), describe, pair, facts})
  } else {
    known.pairs.push(pair)
    known.facts.push(facts)
  }
}

/** An id for a unit whose own is taken. */
export function nextId({units, twins}: Draft, id: string): string {
  let number = twins.get(id) ?? 1
  do number++
  while (units.has(`${id}..${number}`))
  twins.set(id, number)
  return `${id}..${number}`
}

/** The value of an attribute on an element, else on the nearest container that has it. */
export function inherited(
  element: Element,
  containers: ReadonlyArray<Element>,
  attribute: string
): string | undefined {
  const own = element.attributes[attribute]
  if (own !== undefined) return own
  return containers.findLast((container) => attribute in container.attributes)?.attributes[attribute]
}
