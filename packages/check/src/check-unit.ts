import {type Diagnostic, placed, type Unit} from '@passerelle/model'
import type {CheckContext} from './rule/check.ts'
import {checkLevels} from './rule/levels.ts'
import {checks} from './table.ts'

/**
 * Run all checks on one unit.
 *
 * @returns
 *   Diagnostics at the place of their sentence, in the order of the checks, with the level that the project
 *   gives each id.
 */
export function checkUnit(unit: Unit, context: CheckContext): Diagnostic[] {
  return checks
    .flatMap((check) => check(unit, context))
    .flatMap(({pair, at: spot, ...finding}) => {
      const level = context.options[finding.id] ?? checkLevels[finding.id]
      if (level === 'off') return []
      const {path, targetLocale: locale} = context
      const at = {path, ...context.placeOf(unit.id, pair, spot), unit: unit.id, locale}
      return [placed({...finding, level}, pair === undefined ? at : {...at, segment: pair})]
    })
}
