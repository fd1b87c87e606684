import {isUnseen} from '@passerelle/model'
import type {Report} from '@passerelle/pipeline'
import {tally} from './diagnostics.ts'
import type {Messages} from '../messages/messages.ts'
import {isMet} from './findings.ts'

/** The verdict of `check`, what there is of problems, and what was accepted before: a line each. */
export function verdictLines(report: Report, messages: Messages): string[] {
  const {gate, diagnostics} = report
  const {say} = messages
  const problems = tally(
    diagnostics.filter(({accepted}) => !accepted),
    messages
  )
  return [
    sentence(report, messages),
    problems && say('text.problems', {problems}),
    gate && gate.accepted > 0 ? say('check.accepted', {count: gate.accepted}) : ''
  ].filter(Boolean)
}

/** Never a percentage of what was not looked at. */
function sentence(report: Report, {say, percent, number}: Messages): string {
  const {gate, coverage, diagnostics} = report
  const met = isMet(report)
  if (!met && diagnostics.some(({id, level}) => level === 'error' && isUnseen(id))) return say('check.unseen')
  if (coverage.length === 0) return say('check.no-documents')
  const total = coverage.reduce((sum, {segments}) => sum + segments.total, 0)
  const valid = coverage.reduce((sum, {segments}) => sum + segments.valid, 0)
  const suffix = gate?.for === 'change' ? '-change' : ''
  const key = met ? (`check.met${suffix}` as const) : (`check.not-met${suffix}` as const)
  return say(key, {valid: number(valid), count: total, percent: percent(valid, total)})
}
