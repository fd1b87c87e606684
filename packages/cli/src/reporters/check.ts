import type {Report} from '@passerelle/pipeline'
import {printDiagnostics} from './diagnostics.ts'
import {prose} from '../terminal/layout.ts'
import type {Messages} from '../messages/messages.ts'
import type {Look} from '../terminal/terminal.ts'
import {isMet} from './findings.ts'
import {verdictLines} from './verdict.ts'

/** What `check` found, for people: every diagnostic that is not accepted, and the verdict. */
export function checkReport(report: Report, messages: Messages, look: Look): string {
  const {diagnostics, changes} = report
  const written = changes.map(({path}) => messages.say('check.baseline', {path}))
  const [verdict = '', ...rest] = verdictLines(report, messages)
  const color = isMet(report) ? look.colors.green : look.colors.red
  const open = diagnostics.filter(({accepted}) => !accepted)
  return [
    printDiagnostics(open, messages, look).trimEnd(),
    ...written,
    [color(prose(verdict, look)), ...rest].join('\n')
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')
}
