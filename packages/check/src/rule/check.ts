import type {Content, FilePlace, Finding as FindingOf, Level, Place, Unit} from '@passerelle/model'
import type {CheckId} from './levels.ts'

export type CheckLevel = Level | 'off'

/** Where something stands in its source, and in the other language where that is known. */
export interface Places extends Pick<Place, 'line' | 'column'> {
  readonly target?: FilePlace
}

/** What checks need to know besides the unit. */
export interface CheckContext {
  /** File to report on. */
  readonly path: string
  /**
   * Where a sentence of a unit stands in that file, or words of it, or its block where no sentence is named; and where
   * its translation does.
   */
  readonly placeOf: (unit: string, pair?: string, at?: Spot) => Places | undefined
  /** BCP 47. */
  readonly sourceLocale: string
  /** BCP 47. */
  readonly targetLocale: string
  /** Levels that differ from the default, by check id. */
  readonly options: Readonly<Record<string, CheckLevel>>
}

/** A diagnostic that does not know its level and place yet. */
export type Finding = FindingOf<CheckId> & {
  /** The sentence it is about; absent where it is the whole block. */
  readonly pair?: string
  /** What of the sentence it is about, as it is written in the source and in the translation. */
  readonly at?: Spot
}

/** Words of a sentence, by which the place of a finding is told more closely. */
export interface Spot {
  readonly source?: string
  readonly target?: string
}

/** One rule. It sees the whole unit, for a quotation may span sentences. */
export type Check = (unit: Unit, context: CheckContext) => ReadonlyArray<Finding>

/** A rule on each translated pair. */
export function onPairs(
  check: (source: Content, target: Content, context: CheckContext, unit: Unit) => ReadonlyArray<Finding>
): Check {
  return (unit, context) =>
    unit.pairs.flatMap(({id, source, target}) =>
      target ? check(source, target, context, unit).map((finding) => ({...finding, pair: id})) : []
    )
}

/** Whether a translation says nothing on purpose: that of its neighbour says it, too. */
export function isLeftOut(target: Content): boolean {
  return target.length === 0
}

/** Whether every sentence of a unit is translated. */
export function isWhole(unit: Unit): boolean {
  return unit.pairs.every(({target}) => target !== undefined)
}
