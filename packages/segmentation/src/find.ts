import {type Diagnostic, withinLimit} from '@passerelle/model'
import {type Program, compile} from './compile.ts'
import {expressionOf, sourceOf} from './expression.ts'
import {defaultRules} from './rules/defaults.ts'
import type {SegmentationRules} from './rules/rules.ts'
import {type Progress, breaksOf} from './run.ts'

/** How a text is cut. */
export interface SegmentOptions {
  /** @default the rules of this package */
  readonly rules?: SegmentationRules
  /**
   * Milliseconds that rules other than those of this package may take for one text.
   *
   * @default 2000
   */
  readonly limit?: number
  /** Told when rules took too long and those of this package stood in for them. */
  readonly report?: (diagnostic: Diagnostic) => void
}

/**
 * Positions where a text breaks, ascending, before the white space.
 */
export function findBreaks(text: string, locale: string, options: SegmentOptions): number[] {
  const find = (program: Program, progress?: Progress): number[] => breaksOf(text, program, progress)
  return runBounded(text, locale, options, find)
}

/**
 * Run the rules of a locale on a text.
 *
 * An expression can take longer than anyone lives, so rules of others run under a limit. The rules of this package
 * are bounded and need none; they stand in where others take too long.
 *
 * @param run
 *   Called a second time with the rules of this package when the first takes too long.
 */
export function runBounded<T>(
  text: string,
  locale: string,
  {rules = defaultRules, limit = 2000, report}: SegmentOptions,
  run: (program: Program, progress?: Progress) => T
): T {
  const program = compile(rules, locale)
  if (rules === defaultRules) return run(program)
  const progress: Progress = {position: 0, stage: undefined}
  const results: T[] = []
  const done = withinLimit(() => results.push(run(program, progress)), limit)
  if (done) return results[0]!
  report?.(tooSlow(text, program, rules, progress))
  return run(compile(defaultRules, locale))
}

/** Milliseconds one rule may take at one place before it is named as the slow one. */
const SUSPICIOUS = 100

function tooSlow(
  text: string,
  program: Program,
  {path, flavour}: SegmentationRules,
  progress: Progress
): Diagnostic {
  const {position, stage} = progress
  const suspects = stage?.rules ?? program.stages.filter(({breaks}) => breaks).flatMap(({rules}) => rules)
  const culprit = suspects.find((rule) => {
    const pattern = new RegExp(sourceOf(expressionOf(rule, flavour)), stage ? 'vy' : 'vg')
    pattern.lastIndex = position
    return !withinLimit(() => void pattern.test(text), SUSPICIOUS)
  })
  const {line, group = '', before = '', after = ''} = culprit ?? {}
  const args = {group, before, after, position, length: text.length}
  return {id: 'srx-too-slow', level: 'warning', path, ...(line === undefined ? {} : {line}), args}
}
