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

/** Of what becomes of one hand-back so much is told; more of it nobody reads, and it would fill the memory. */
const MOST = 1000

/** What is told of a hand-back: where, and what about. */
export interface HandbackReport {
  readonly say: <Id extends DiagnosticId>(
    file: ReadFile,
    about: {readonly unit?: Pick<Unit, 'id'>; readonly offset?: number},
    id: Id,
    level: Level,
    ...rest: ArgsThen<Id, []>
  ) => void
  /** All that was said, and how much more there was. */
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
