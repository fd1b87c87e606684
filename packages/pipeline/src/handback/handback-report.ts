import {
  type ArgsThen,
  type Diagnostic,
  diagnostic,
  type DiagnosticArgs,
  type DiagnosticId,
  type Level,
  type Unit
} from '@passerelle/model'
import type {ReadFile} from '@passerelle/xliff'

/** How many diagnostics one hand-back may get: nobody reads more, and they would fill the memory. */
const MOST = 1000

/** Collects diagnostics about a hand-back. */
export interface HandbackReport {
  readonly say: <Id extends DiagnosticId>(
    file: ReadFile,
    about: {readonly unit?: Pick<Unit, 'id'>; readonly offset?: number},
    id: Id,
    level: Level,
    ...rest: ArgsThen<Id, []>
  ) => void
  /** All diagnostics, and how many more there were. */
  readonly all: () => Diagnostic[]
}

/** @param path File of the hand-back. */
export function createHandbackReport(path: string): HandbackReport {
  const diagnostics: Diagnostic[] = []
  let more = 0
  let hidesErrors = false
  return {
    say(file, {unit, offset}, id, level, ...[args]) {
      if (diagnostics.length >= MOST) {
        more++
        hidesErrors ||= level === 'error'
        return
      }
      const {line, column} = offset === undefined ? file.place : file.placeOf(offset)
      const about = {path, ...(unit && {unit: unit.id}), line, column}
      diagnostics.push(diagnostic(id, level, args ?? ({} as DiagnosticArgs[typeof id]), about))
    },
    all() {
      if (more === 0) return diagnostics
      const level = hidesErrors ? 'error' : 'warning'
      return [...diagnostics, {id: 'xliff-more-faults', level, path, args: {shown: MOST, more}}]
    }
  }
}
