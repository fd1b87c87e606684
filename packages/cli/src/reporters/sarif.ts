import type {Diagnostic} from '@passerelle/model'
import type {Report} from '@passerelle/pipeline'
import {wordsOf} from '../diagnostics.ts'
import type {Messages} from '../messages.ts'

const LEVELS = {error: 'error', warning: 'warning', info: 'note'} as const

/**
 * SARIF 2.1.0, for code scanning.
 *
 * Columns are UTF-16 code units, as diagnostics count them (section 3.14.17). A rule is an id with the hint of its
 * first result; a result that concerns a whole file has no region.
 *
 * @param folder
 *   Folder of the project in its repository, with `/` at its end, or empty.
 */
export function sarifReport(report: Report, messages: Messages, folder: string, version: string): string {
  const ids = [...new Set(report.diagnostics.map(({id}) => id))].sort()
  const driver = {
    name: 'Passerelle',
    version,
    semanticVersion: version,
    rules: ids.map((id) =>
      ruleOf(
        report.diagnostics.find((one) => one.id === id)!,
        messages
      )
    )
  }
  const run = {
    tool: {driver},
    columnKind: 'utf16CodeUnits',
    results: report.diagnostics.map((one) => resultOf(one, ids.indexOf(one.id), messages, folder))
  }
  const log = {$schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run]}
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function ruleOf(diagnostic: Diagnostic, messages: Messages): object {
  const {id, level} = diagnostic
  const {hint} = wordsOf(diagnostic, messages)
  return {
    id,
    shortDescription: {text: id.replaceAll('-', ' ')},
    defaultConfiguration: {level: LEVELS[level]},
    ...(hint && {help: {text: hint}})
  }
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number, messages: Messages, folder: string): object {
  const {id, level, path, line, column, unit} = diagnostic
  const region =
    line === undefined ? undefined : {startLine: line, ...(column !== undefined && {startColumn: column})}
  const artifactLocation = {
    uri: (folder + path).split('/').map(encodeURIComponent).join('/'),
    uriBaseId: '%SRCROOT%'
  }
  return {
    ruleId: id,
    ruleIndex,
    level: LEVELS[level],
    message: {text: wordsOf(diagnostic, messages).sentence},
    locations: [{physicalLocation: {artifactLocation, ...(region && {region})}}],
    ...(unit && {partialFingerprints: {'passerelle/v1': `${id}:${path}:${unit}`}})
  }
}
