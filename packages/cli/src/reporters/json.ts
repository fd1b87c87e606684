import type {Report} from '@passerelle/pipeline'
import {wordsOf} from './diagnostics.ts'
import type {Messages} from '../messages/messages.ts'
import {visibleJson} from '../terminal/visible.ts'

/**
 * The report as it is: the contract for programs. What each diagnostic says to people is beside its id and arguments, in
 * the language that was asked for.
 *
 * @param folder
 *   Folder of the project in its repository, with `/` at its end, or empty; paths are relative to it.
 */
export function jsonReport(report: Report, messages: Messages, folder: string): string {
  const diagnostics = report.diagnostics.map((diagnostic) => {
    const {sentence, hint} = wordsOf(diagnostic, messages)
    return {...diagnostic, sentence, ...(hint && {hint})}
  })
  const told = {...report, diagnostics, pathsRelativeTo: folder === '' ? '.' : folder.replace(/\/$/, '')}
  return `${visibleJson(told)}\n`
}
