import {aboutOf, type Diagnostic, type DiagnosticId, type Level} from '@passerelle/model'
import type {Question} from '../report/choices.ts'
import type {Config} from '../config/config.ts'

/**
 * Levels that are higher in the gate than elsewhere: a page whose source is gone does not make a `sync` fail, but
 * readers go on reading a page that nobody maintains.
 */
const GRAVER: Partial<Record<DiagnosticId, Level>> = {'source-gone': 'error'}

/** What decides the level of a finding, besides its id. */
export interface Weighing {
  readonly for: Question
  readonly failOn: Level
  readonly checks: Config['checks']
  /** Whether enough of the finding's document is translated, so that the rest is no error. */
  readonly isCovered: (diagnostic: Diagnostic) => boolean
}

/** A finding with the level that the project and the question give it; undefined if it is turned off. */
export function weigh(diagnostic: Diagnostic, weighing: Weighing): Diagnostic | undefined {
  const level = weighing.checks[diagnostic.id] ?? GRAVER[diagnostic.id] ?? diagnostic.level
  if (level === 'off') return undefined
  const isComplete = aboutOf(diagnostic.id) === 'completeness'
  if (isComplete && weighing.for === 'change') return {...diagnostic, level: 'info'}
  const isLetPass = isComplete && level === 'error' && weighing.isCovered(diagnostic)
  return {...diagnostic, level: isLetPass ? (weighing.failOn === 'error' ? 'warning' : 'info') : level}
}
