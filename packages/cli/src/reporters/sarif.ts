import {createHash} from 'node:crypto'
import type {FilePlace} from '@passerelle/model'
import type {Finding, Report} from '@passerelle/pipeline'
import {wordsOf} from './diagnostics.ts'
import type {Messages} from '../messages/messages.ts'
import {namesOf} from './findings.ts'

const LEVELS = {error: 'error', warning: 'warning', info: 'note'} as const

/**
 * SARIF 2.1.0, for code scanning.
 *
 * Columns are UTF-16 code units, as diagnostics count them (section 3.14.17). A rule is an id with the hint of its
 * first result, and its level as its default; a result that concerns a whole file has no region. The place in the other
 * language is a related location. What the project has accepted is suppressed, from outside its texts (section 3.35.2).
 * Fingerprints say the language and what was found, and stay when lines move.
 *
 * @param folder
 *   Folder of the project in its repository, with `/` at its end, or empty.
 */
export function sarifReport(report: Report, messages: Messages, folder: string, version: string): string {
  const {diagnostics} = report
  const ids = [...new Set(diagnostics.map(({id}) => id))].sort()
  const driver = {
    name: 'Passerelle',
    version,
    semanticVersion: version,
    rules: ids.map((id) =>
      ruleOf(
        diagnostics.find((one) => one.id === id)!,
        messages
      )
    )
  }
  const names = namesOf(diagnostics)
  const run = {
    tool: {driver},
    columnKind: 'utf16CodeUnits',
    results: diagnostics.map((one) =>
      resultOf(one, {ruleIndex: ids.indexOf(one.id), name: names.get(one)!, folder}, messages)
    )
  }
  const log = {$schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run]}
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function ruleOf(finding: Finding, messages: Messages): object {
  const {id, level} = finding
  const {hint} = wordsOf(finding, messages)
  return {
    id,
    shortDescription: {text: id.replaceAll('-', ' ')},
    defaultConfiguration: {level: LEVELS[level]},
    ...(hint && {help: {text: hint}})
  }
}

interface About {
  readonly ruleIndex: number
  readonly name: string
  readonly folder: string
}

function resultOf(finding: Finding, {ruleIndex, name, folder}: About, messages: Messages): object {
  const {id, level, path, target, locale, accepted} = finding
  const fingerprint = createHash('sha256').update(`${path} ${name}`).digest('hex')
  return {
    ruleId: id,
    ruleIndex,
    level: LEVELS[level],
    message: {text: wordsOf(finding, messages).sentence},
    locations: [locationOf(finding, folder)],
    ...(target && {relatedLocations: [{id: 1, ...locationOf(target, folder)}]}),
    partialFingerprints: {'passerelle/v2': fingerprint},
    ...(accepted && {suppressions: [{kind: 'external', status: 'accepted'}]}),
    ...(locale && {properties: {locale}})
  }
}

function locationOf({path, line, column}: FilePlace, folder: string): object {
  const uri = (folder + path).split('/').map(encodeURIComponent).join('/')
  const artifactLocation = {uri, uriBaseId: '%SRCROOT%'}
  const region = line !== undefined && {startLine: line, ...(column !== undefined && {startColumn: column})}
  return {physicalLocation: {artifactLocation, ...(region && {region})}}
}
