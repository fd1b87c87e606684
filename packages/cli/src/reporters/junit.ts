import {isAtLeast, type Level} from '@passerelle/model'
import type {Finding, Report} from '@passerelle/pipeline'
import {placeOf, wordsOf} from './diagnostics.ts'
import type {Messages} from '../messages/messages.ts'
import {isMet, namesOf} from './findings.ts'

/**
 * JUnit XML, in the dialect that CI servers share: a suite per page or file, a case per diagnostic, errors as failures.
 *
 * What is wrong with a translation is in the suite of its page. A page of which nothing was found, nor of its source, is
 * one case that passed, so that it is seen to have been looked at. What was accepted is a case that was skipped. Names
 * stay when lines move, for CI servers follow a case by its name. The last suite is the gate, which alone decides the exit
 * code.
 *
 * @param folder
 *   Folder of the project in its repository, with `/` at its end, or empty.
 */
export function junitReport(report: Report, messages: Messages, folder: string): string {
  const pages = pagesOf(report)
  const groups = Map.groupBy(report.diagnostics, (finding) => pages.get(keyOf(finding)) ?? finding.path)
  const paths = new Set([...untouched(report), ...groups.keys()])
  const names = namesOf(report.diagnostics)
  const suites = [...paths].sort().map((path) => {
    const shown = folder + path
    const cases = (groups.get(path) ?? []).map((finding) =>
      caseOf(
        finding,
        {group: shown, name: names.get(finding)!, folder, failOn: report.gate?.failOn ?? 'error'},
        messages
      )
    )
    return suite(shown, cases.length > 0 ? cases : [passed(shown, messages.say('check.nothing-found'))])
  })
  suites.push(suite('gate', [gateCase(report, messages)]))
  const sum = (name: 'tests' | 'failures' | 'skipped'): number =>
    suites.reduce((total, one) => total + one[name], 0)
  const open =
    `<testsuites name="passerelle check" tests="${sum('tests')}" failures="${sum('failures')}" errors="0" ` +
    `skipped="${sum('skipped')}">`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    open,
    ...suites.map(({xml}) => xml),
    '</testsuites>',
    ''
  ].join('\n')
}

/** The page of each translation, by its locale and its source. */
function pagesOf({coverage}: Report): Map<string, string> {
  return new Map(
    coverage.map(({sourcePath, targetLocale, targetPath}) => [`${targetLocale} ${sourcePath}`, targetPath])
  )
}

function keyOf({locale = '', path}: Finding): string {
  return `${locale} ${path}`
}

/** Pages of whose source nothing was found either. */
function untouched({coverage, diagnostics}: Report): string[] {
  const touched = new Set(diagnostics.flatMap(({path, locale}) => (locale === undefined ? [path] : [])))
  return coverage.flatMap(({sourcePath, targetPath}) => (touched.has(sourcePath) ? [] : [targetPath]))
}

interface Suite {
  readonly xml: string
  readonly tests: number
  readonly failures: number
  readonly skipped: number
}

function suite(name: string, cases: ReadonlyArray<string>): Suite {
  const tests = cases.length
  const failures = cases.filter((one) => one.includes('<failure ')).length
  const skipped = cases.filter((one) => one.includes('<skipped ')).length
  const open =
    `  <testsuite name="${escape(name)}" tests="${tests}" failures="${failures}" errors="0" ` +
    `skipped="${skipped}">`
  return {xml: [open, ...cases, '  </testsuite>'].join('\n'), tests, failures, skipped}
}

interface Case {
  readonly group: string
  readonly name: string
  readonly folder: string
  readonly failOn: Level
}

function caseOf(finding: Finding, {group, name, folder, failOn}: Case, messages: Messages): string {
  const {sentence, hint} = wordsOf(finding, messages)
  const {id, level, target, path, accepted} = finding
  const places = [
    placeOf({...finding, path: folder + path}),
    target && placeOf({...target, path: folder + target.path})
  ]
  const text = [...places, sentence, hint].filter(Boolean).join('\n')
  if (accepted) return skipped(group, name, sentence)
  return isAtLeast(level, failOn) ? failed(group, name, id, sentence, text) : passed(group, name, text)
}

function gateCase(report: Report, messages: Messages): string {
  const name = messages.say('check.gate')
  return isMet(report)
    ? passed('gate', name)
    : failed('gate', name, 'gate', messages.say('check.gate-not-met'), '')
}

function passed(group: string, name: string, output = ''): string {
  const open = `    <testcase classname="${escape(group)}" name="${escape(name)}" time="0"`
  return output ? `${open}><system-out>${escape(output)}</system-out></testcase>` : `${open}/>`
}

function skipped(group: string, name: string, message: string): string {
  const open = `    <testcase classname="${escape(group)}" name="${escape(name)}" time="0">`
  return `${open}<skipped message="${escape(message)}"/></testcase>`
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
