import {type Level, LEVELS} from './diagnostic.ts'
import {type DiagnosticId, DIAGNOSTICS} from './table.ts'

/**
 * Which of the gate's two questions a diagnostic answers: whether all is translated, or whether what is there is right.
 */
export function aboutOf(id: DiagnosticId): 'completeness' | 'soundness' {
  return DIAGNOSTICS[id].about ?? 'soundness'
}

/** Whether a diagnostic says that something was not looked at; it can be neither lowered nor accepted. */
export function isUnseen(id: DiagnosticId): boolean {
  return DIAGNOSTICS[id].unseen === true
}

/** Whether an id in a configuration or baseline is that of a diagnostic. */
export function isDiagnosticId(id: string): id is DiagnosticId {
  return Object.hasOwn(DIAGNOSTICS, id)
}

/** Whether a level is as high as another or higher. */
export function isAtLeast(level: Level, bound: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(bound)
}
