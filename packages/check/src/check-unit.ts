import {type Diagnostic, placed, type Unit} from '@passerelle/model'
import type {CheckContext} from './check.ts'
import {checkLevels, checks} from './table.ts'

/**
 * Run all checks on one unit.
 *
 * @returns
 *   Diagnostics at the unit's place, in the order of the checks, at the level that the project gives each id.
 */
export function checkUnit(unit: Unit, context: CheckContext): Diagnostic[] {
  const place = context.placeOf(unit.id)
  return checks
    .flatMap((check) => check(unit, context))
    .flatMap((finding) => {
      const level = context.options[finding.id] ?? checkLevels[finding.id]
      if (level === 'off') return []
      const at = place && {line: place.line, column: place.column}
      return [placed({...finding, level}, {path: context.path, ...at, unit: unit.id})]
    })
}
