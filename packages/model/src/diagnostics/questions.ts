import {type Level, LEVELS} from './diagnostic.ts'
import {type DiagnosticId, DIAGNOSTICS} from './table.ts'

/** Which of the gate's two questions a diagnostic answers: is all translated, or is what is there right. */
export function aboutOf(id: DiagnosticId): 'completeness' | 'soundness' {
  return DIAGNOSTICS[id].about ?? 'soundness'
}

/** Whether a diagnostic says that something was not looked at: it can be neither turned down nor accepted. */
export function isUnseen(id: DiagnosticId): boolean {
  return DIAGNOSTICS[id].unseen === true
}

/** Whether an id, as a configuration or a baseline writes it, is one of a diagnostic. */
export function isDiagnosticId(id: string): id is DiagnosticId {
  return Object.hasOwn(DIAGNOSTICS, id)
}

/** Whether a level is at least as grave as another. */
export function isAtLeast(level: Level, bound: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(bound)
}
