import type {Report} from '@passerelle/pipeline'
import {printDiagnostics, tally} from '../diagnostics.ts'
import {prose} from '../layout.ts'
import type {Messages} from '../messages.ts'
import type {Look} from '../terminal.ts'

/** What `check` found, for people: every diagnostic, how far the translations are, and the verdict. */
export function checkReport(report: Report, messages: Messages, look: Look): string {
  const {diagnostics, changes} = report
  const written = changes.map(({path}) => messages.say('check.baseline', {path}))
  return [
    printDiagnostics(diagnostics, messages, look).trimEnd(),
    ...written,
    verdict(report, messages, look)
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')
}

function verdict({gate, diagnostics, coverage}: Report, messages: Messages, look: Look): string {
  const {say} = messages
  const total = coverage.reduce((sum, {segments}) => sum + segments.total, 0)
  const valid = coverage.reduce((sum, {segments}) => sum + segments.valid, 0)
  const isMet = gate?.met ?? !diagnostics.some(({level}) => level === 'error')
  const line = say(isMet ? 'check.met' : 'check.not-met', {
    valid: messages.number(valid),
    count: total,
    percent: messages.percent(valid, total)
  })
  const problems = tally(diagnostics, messages)
  const lines = [
    (isMet ? look.colors.green : look.colors.red)(prose(line, look)),
    problems && say('text.problems', {problems}),
    gate && gate.accepted > 0 ? say('check.accepted', {count: gate.accepted}) : ''
  ]
  return lines.filter(Boolean).join('\n')
}
