import {textOf} from '@passerelle/model'
import {type Check, isWhole} from '../rule/check.ts'

/**
 * `length-exceeded`: the target of a unit is no longer than its author allows.
 *
 * Counted in characters as people see them (grapheme clusters, UAX #29), codes left out.
 */
export const length: Check = (unit, {targetLocale}) => {
  const {maxLength} = unit
  if (maxLength === undefined || !isWhole(unit)) return []
  const text = unit.pairs.map(({target, gap}) => textOf(target ?? []) + gap).join('')
  const count = [...new Intl.Segmenter(targetLocale, {granularity: 'grapheme'}).segment(text)].length
  return count > maxLength ? [{id: 'length-exceeded', args: {length: count, max: maxLength}}] : []
}
