import type {Finding, Report} from '@passerelle/pipeline'
import {wordsOf} from './diagnostics.ts'
import type {Messages} from '../messages/messages.ts'
import {coverageRows} from './coverage.ts'
import {isMet} from './findings.ts'
import {verdictLines} from './verdict.ts'

/** Findings that are named: job summaries may be long, but comments on pull requests end at 65,536 characters. */
const NAMED = 100

const SIGNS = {error: '❌', warning: '⚠️', info: 'ℹ️'} as const

/**
 * The report as Markdown, for job summaries and comments on pull requests: the verdict, how far each document is, and
 * what was found, by file.
 *
 * @param folder
 *   Folder of the project in its repository, with `/` at its end, or empty.
 */
export function markdownReport(report: Report, messages: Messages, folder: string): string {
  const open = report.diagnostics.filter(({accepted}) => !accepted)
  const shown = open.slice(0, NAMED)
  const more = open.length - shown.length
  const [verdict = '', ...rest] = verdictLines(report, messages)
  return [
    `### ${isMet(report) ? '✅' : '❌'} ${escape(verdict)}`,
    rest.map(escape).join('  \n'),
    table(report, messages),
    ...[...Map.groupBy(shown, ({path}) => path)].map(([path, group]) =>
      [`**\`${folder}${path}\`**`, '', ...group.map((finding) => item(finding, messages, folder))].join('\n')
    ),
    more > 0 ? escape(messages.say('text.more', {count: more})) : ''
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')
}

function table({coverage}: Report, messages: Messages): string {
  if (coverage.length === 0) return ''
  const {head, rows} = coverageRows(coverage, messages)
  const line = (cells: ReadonlyArray<string>): string => `| ${cells.map(escape).join(' | ')} |`
  return [line(head), `| --- |${' ---: |'.repeat(head.length - 1)}`, ...rows.map(line)].join('\n')
}

function item(finding: Finding, messages: Messages, folder: string): string {
  const {level, id, locale, line, target} = finding
  const {sentence, hint} = wordsOf(finding, messages)
  const place = line === undefined ? '' : `${line}: `
  const there = target ? ` (\`${[folder + target.path, target.line].filter(Boolean).join(':')}\`)` : ''
  const name = [id, locale].filter(Boolean).join(' ')
  const said = `- ${SIGNS[level]} ${place}${escape(sentence)}${there} \`${name}\``
  return hint ? `${said}  \n  ${escape(hint)}` : said
}

/** Text as it is: what stands between backticks stays code, all other marks are escaped. */
function escape(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>|#~&@]/g, String.raw`\$&`)))
    .join('')
    .replace(/\s*\n\s*/g, ' ')
}
