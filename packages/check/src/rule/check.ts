import type {Content, FilePlace, Finding as FindingOf, Level, Place, Unit} from '@passerelle/model'
import type {CheckId} from './levels.ts'

export type CheckLevel = Level | 'off'

/** Where something is in its source and, if that is known, in the other language. */
export interface Places extends Pick<Place, 'line' | 'column'> {
  readonly target?: FilePlace
}

/** What checks know besides the unit. */
export interface CheckContext {
  /** File to report on. */
  readonly path: string
  /**
   * Place of a unit in that file, and of its translation: of words in one of its sentences, of a sentence, or of the
   * whole block.
   */
  readonly placeOf: (unit: string, pair?: string, at?: Spot) => Places | undefined
  /** BCP 47. */
  readonly sourceLocale: string
  /** BCP 47. */
  readonly targetLocale: string
  /** Levels that the project has set, by id of a check. */
  readonly options: Readonly<Record<string, CheckLevel>>
}

/** A diagnostic without its level and place. */
export type Finding = FindingOf<CheckId> & {
  /** The sentence it is about; undefined if that is the whole block. */
  readonly pair?: string
  /** The words of the sentence that it is about, as the source and the translation write them. */
  readonly at?: Spot
}

/** Words of a sentence, to give a more exact place. */
export interface Spot {
  readonly source?: string
  readonly target?: string
}

/** One rule. It sees the whole unit, because a quotation may go on over several sentences. */
export type Check = (unit: Unit, context: CheckContext) => ReadonlyArray<Finding>

/** A rule for each translated pair. */
export function onPairs(
  check: (source: Content, target: Content, context: CheckContext, unit: Unit) => ReadonlyArray<Finding>
): Check {
  return (unit, context) =>
    unit.pairs.flatMap(({id, source, target}) =>
      target ? check(source, target, context, unit).map((finding) => ({...finding, pair: id})) : []
    )
}

/** Whether a translation is empty on purpose, because that of its neighbour says it, too. */
export function isLeftOut(target: Content): boolean {
  return target.length === 0
}

/** Whether every sentence of a unit is translated. */
export function isWhole(unit: Unit): boolean {
  return unit.pairs.every(({target}) => target !== undefined)
}
