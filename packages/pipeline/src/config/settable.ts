import {type DiagnosticId, DIAGNOSTICS} from '@passerelle/model'

/** Ids of all diagnostics whose level a project may set. */
export const settableIds: ReadonlyArray<DiagnosticId> = Object.keys(DIAGNOSTICS) as DiagnosticId[]

/** Whether a diagnostic says that something was not looked at; its level is always `error`. */
export function isFixed(id: string): boolean {
  return DIAGNOSTICS[id as DiagnosticId]?.unseen === true
}
