import type {Content, Finding as FindingOf, Level, Place, Unit} from '@passerelle/model'
import type {CheckId} from './table.ts'

export type CheckLevel = Level | 'off'

/** What checks need to know besides the unit. */
export interface CheckContext {
  /** File to report on. */
  readonly path: string
  /** Where the block of a unit stands in that file. */
  readonly placeOf: (unit: string) => Pick<Place, 'line' | 'column'> | undefined
  /** BCP 47. */
  readonly sourceLocale: string
  /** BCP 47. */
  readonly targetLocale: string
  /** Levels that differ from the default, by check id. */
  readonly options: Readonly<Record<string, CheckLevel>>
}

/** A diagnostic that does not know its level and place yet. */
export type Finding = FindingOf<CheckId>

/** One rule. It sees the whole unit, for a quotation may span sentences. */
export type Check = (unit: Unit, context: CheckContext) => ReadonlyArray<Finding>

/** A rule on each translated pair. */
export function onPairs(
  check: (source: Content, target: Content, context: CheckContext, unit: Unit) => ReadonlyArray<Finding>
): Check {
  return (unit, context) =>
    unit.pairs.flatMap(({source, target}) => (target ? check(source, target, context, unit) : []))
}

/** Whether a translation says nothing on purpose: that of its neighbour says it, too. */
export function isLeftOut(target: Content): boolean {
  return target.length === 0
}

/** Whether every sentence of a unit is translated. */
export function isWhole(unit: Unit): boolean {
  return unit.pairs.every(({target}) => target !== undefined)
}
