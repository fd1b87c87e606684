import {type DiagnosticId, DIAGNOSTICS} from '@passerelle/model'

/** Ids of all that a project may set a level for. */
export const settableIds: ReadonlyArray<DiagnosticId> = Object.keys(DIAGNOSTICS) as DiagnosticId[]

/** Whether a finding says that something was not looked at: then it is always an error. */
export function isFixed(id: string): boolean {
  return DIAGNOSTICS[id as DiagnosticId]?.unseen === true
}
