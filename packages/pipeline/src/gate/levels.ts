import {aboutOf, type Diagnostic, type DiagnosticId, type Level} from '@passerelle/model'
import type {Question} from '../report/choices.ts'
import type {Config} from '../config/config.ts'

/**
 * What is graver to the gate than to those who work: a page whose source is gone is no fault of a `sync`, but readers go
 * on reading what nobody looks after any more.
 */
const GRAVER: Partial<Record<DiagnosticId, Level>> = {'source-gone': 'error'}

/** What decides how grave a finding is, besides what it is. */
export interface Weighing {
  readonly for: Question
  readonly failOn: Level
  readonly checks: Config['checks']
  /** Whether enough of the document of a finding is translated to let pass what is left. */
  readonly isCovered: (diagnostic: Diagnostic) => boolean
}

/** A finding at the level that the project and the question give it; undefined where it is turned off. */
export function weigh(diagnostic: Diagnostic, weighing: Weighing): Diagnostic | undefined {
  const level = weighing.checks[diagnostic.id] ?? GRAVER[diagnostic.id] ?? diagnostic.level
  if (level === 'off') return undefined
  const isComplete = aboutOf(diagnostic.id) === 'completeness'
  if (isComplete && weighing.for === 'change') return {...diagnostic, level: 'info'}
  const isLetPass = isComplete && level === 'error' && weighing.isCovered(diagnostic)
  return {...diagnostic, level: isLetPass ? (weighing.failOn === 'error' ? 'warning' : 'info') : level}
}
