import type {Diagnostic} from '@passerelle/model'
import type {Report} from '@passerelle/pipeline'
import {placeOf, wordsOf} from '../diagnostics.ts'
import type {Messages} from '../messages.ts'

/**
 * JUnit XML, in the dialect that CI servers share: a suite per file, a case per diagnostic, errors as failures.
 *
 * A file in which nothing was found is one case that passed, so that it is seen to have been looked at. The last
 * suite is the gate, which alone decides the exit code.
 */
export function junitReport(report: Report, messages: Messages): string {
  const found = Map.groupBy(report.diagnostics, ({path}) => path)
  const paths = new Set([...report.coverage.map(({targetPath}) => targetPath), ...found.keys()])
  const suites = [...paths].sort().map((path) => suite(path, casesOf(path, found.get(path) ?? [], messages)))
  suites.push(suite('gate', [gateCase(report, messages)]))
  const tests = suites.reduce((sum, one) => sum + one.tests, 0)
  const failures = suites.reduce((sum, one) => sum + one.failures, 0)
  const open = `<testsuites name="passerelle check" tests="${tests}" failures="${failures}" errors="0">`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    open,
    ...suites.map(({xml}) => xml),
    '</testsuites>',
    ''
  ].join('\n')
}

interface Suite {
  readonly xml: string
  readonly tests: number
  readonly failures: number
}

function suite(name: string, cases: ReadonlyArray<string>): Suite {
  const tests = cases.length
  const failures = cases.filter((one) => one.includes('<failure ')).length
  const open = `  <testsuite name="${escape(name)}" tests="${tests}" failures="${failures}" errors="0" skipped="0">`
  return {xml: [open, ...cases, '  </testsuite>'].join('\n'), tests, failures}
}

function casesOf(path: string, diagnostics: ReadonlyArray<Diagnostic>, messages: Messages): string[] {
  if (diagnostics.length === 0) return [passed(path, messages.say('check.nothing-found'))]
  return diagnostics.map((diagnostic) => {
    const {sentence, hint} = wordsOf(diagnostic, messages)
    const text = [placeOf(diagnostic), sentence, hint].filter(Boolean).join('\n')
    const name = `${diagnostic.id} ${placeOf(diagnostic)}`
    return diagnostic.level === 'error'
      ? failed(path, name, diagnostic.id, sentence, text)
      : passed(path, name, text)
  })
}

function gateCase({gate, diagnostics}: Report, messages: Messages): string {
  const isMet = gate?.met ?? !diagnostics.some(({level}) => level === 'error')
  const name = messages.say('check.gate')
  return isMet ? passed('gate', name) : failed('gate', name, 'gate', messages.say('check.gate-not-met'), '')
}

function passed(group: string, name: string, output = ''): string {
  const open = `    <testcase classname="${escape(group)}" name="${escape(name)}" time="0"`
  return output ? `${open}><system-out>${escape(output)}</system-out></testcase>` : `${open}/>`
}

function failed(group: string, name: string, type: string, message: string, text: string): string {
  const open = `    <testcase classname="${escape(group)}" name="${escape(name)}" time="0">`
  return `${open}<failure type="${escape(type)}" message="${escape(message)}">${escape(text)}</failure></testcase>`
}

/** Escape for XML 1.0, for content and attributes alike; characters it cannot hold at all (section 2.2) become U+FFFD. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
