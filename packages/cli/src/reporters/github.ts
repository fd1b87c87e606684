import type {Diagnostic} from '@passerelle/model'
import type {Report} from '@passerelle/pipeline'
import {wordsOf} from '../diagnostics.ts'
import type {Messages} from '../messages.ts'

const COMMANDS = {error: 'error', warning: 'warning', info: 'notice'} as const

/**
 * Annotations of GitHub Actions, one line per diagnostic.
 *
 * Source: GitHub, "Workflow commands for GitHub Actions", setting an error message. Values escape `%`, CR and LF,
 * properties also `:` and `,`.
 *
 * @param folder
 *   Folder of the project in its repository, with `/` at its end, or empty.
 */
export function githubReport(report: Report, messages: Messages, folder: string): string {
  return report.diagnostics.map((diagnostic) => annotation(diagnostic, messages, folder)).join('')
}

function annotation(diagnostic: Diagnostic, messages: Messages, folder: string): string {
  const {sentence, hint} = wordsOf(diagnostic, messages)
  const {level, path, line, column, id} = diagnostic
  const properties = Object.entries({file: folder + path, line, col: line && column, title: id})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${COMMANDS[level]} ${properties.join(',')}::${escapeData([sentence, hint].filter(Boolean).join('\n'))}\n`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
