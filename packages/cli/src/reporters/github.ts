import {createHash} from 'node:crypto'
import {type Level, LEVELS} from '@passerelle/model'
import type {Finding, Report} from '@passerelle/pipeline'
import {wordsOf} from './diagnostics.ts'
import type {Messages} from '../messages/messages.ts'

const COMMANDS = {error: 'error', warning: 'warning', info: 'notice'} as const

/** Annotations of one level that GitHub shows of a step; it drops the others without a word. */
const SHOWN = 10

/** Findings that an annotation for a whole document names. */
const NAMED = 5

/**
 * Annotations of GitHub Actions, and the report for the log.
 *
 * There are at most ten of a level, which are as many as GitHub shows: where there would be more, each document has one,
 * and the last one says what is left. What was accepted has none. The report stands between marks that stop GitHub from
 * reading commands, for it quotes texts that anybody may have written.
 *
 * Source: GitHub, "Workflow commands for GitHub Actions", setting an error message and stopping workflow commands.
 * Values escape `%`, CR and LF, properties also `:` and `,`.
 *
 * @param folder
 *   Folder of the project in its repository, with `/` at its end, or empty.
 * @param text
 *   The report for people.
 */
export function githubReport(report: Report, messages: Messages, folder: string, text: string): string {
  const open = report.diagnostics.filter(({accepted}) => !accepted)
  const annotations = LEVELS.flatMap((level) =>
    annotationsOf(
      open.filter((one) => one.level === level),
      level,
      messages,
      folder
    )
  )
  const token = createHash('sha256').update(text).digest('hex')
  return [...annotations, `::stop-commands::${token}`, text.trimEnd(), `::${token}::`, ''].join('\n')
}

function annotationsOf(
  findings: ReadonlyArray<Finding>,
  level: Level,
  messages: Messages,
  folder: string
): string[] {
  const one = (finding: Finding): string => {
    const {sentence, hint} = wordsOf(finding, messages)
    return command(level, {...finding, path: folder + finding.path}, titleOf(finding), [sentence, hint])
  }
  if (findings.length <= SHOWN) return findings.map(one)
  const documents = [...Map.groupBy(findings, ({path}) => path)]
  const shown = documents.length > SHOWN ? documents.slice(0, SHOWN - 1) : documents
  const annotations = shown.map(([path, group]) => {
    if (group.length === 1) return one(group[0]!)
    const lines = group.slice(0, NAMED).map((finding) => lineOf(finding, messages))
    const more = group.length - lines.length
    const title = messages.say('check.found', {count: group.length})
    const rest = more > 0 ? messages.say('text.more', {count: more}) : ''
    return command(level, {...group[0]!, path: folder + path}, title, [...lines, rest])
  })
  if (documents.length === shown.length) return annotations
  const left = documents.slice(shown.length)
  const count = left.reduce((sum, [, group]) => sum + group.length, 0)
  const title = messages.say('check.found', {count})
  const paths = left.slice(0, NAMED).map(([path, group]) => `${folder}${path} (${group.length})`)
  const rest = left.length > NAMED ? messages.say('text.more', {count: left.length - NAMED}) : ''
  return [...annotations, command(level, {path: folder + left[0]![0]}, title, [...paths, rest])]
}

function lineOf(finding: Finding, messages: Messages): string {
  const {line} = finding
  return `${line === undefined ? '' : `${line}: `}${wordsOf(finding, messages).sentence} [${titleOf(finding)}]`
}

function titleOf({id, locale}: Finding): string {
  return [id, locale].filter(Boolean).join(' ')
}

interface Anchor {
  readonly path: string
  readonly line?: number
  readonly column?: number
}

function command(
  level: Level,
  {path, line, column}: Anchor,
  title: string,
  lines: ReadonlyArray<string>
): string {
  const properties = Object.entries({file: path, line, col: line && column, title})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${COMMANDS[level]} ${properties.join(',')}::${escapeData(lines.filter(Boolean).join('\n'))}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
