import type {Diagnostic} from '@passerelle/model'
import type {Finding, Report} from '@passerelle/pipeline'
import {describe, expect, it} from 'vitest'
import {printDiagnostics} from '../src/reporters/diagnostics.ts'
import {loadMessages} from '../src/messages/messages.ts'
import {checkReport} from '../src/reporters/check.ts'
import {githubReport} from '../src/reporters/github.ts'
import {jsonReport} from '../src/reporters/json.ts'
import {junitReport} from '../src/reporters/junit.ts'
import {markdownReport} from '../src/reporters/markdown.ts'
import {sarifReport} from '../src/reporters/sarif.ts'
import {coverage, look, report} from './world.ts'

const messages = loadMessages('en')

/** A figure that is wrong, in a sentence of a document. */
function wrong(path: string, line: number, more: Partial<Finding> & {found?: string} = {}): Finding {
  const {found = '9', ...rest} = more
  return {
    id: 'number-differs',
    level: 'error',
    path,
    line,
    column: 3,
    unit: 'u1',
    segment: 's1',
    locale: 'fr',
    args: {expected: '1', found, text: 'One & *two*.'},
    ...rest
  } as Finding
}

function checked(diagnostics: ReadonlyArray<Finding>, met = false): Report {
  const accepted = diagnostics.filter((one) => one.accepted).length
  const rows = [coverage('a.md', [17, 1, 0], 12), coverage('b.md', [3, 0, 0], 0)]
  return report('check', {
    diagnostics,
    coverage: rows,
    gate: {met, accepted, for: 'release', failOn: 'error'}
  })
}

const source = 'locales/en/a.md'
const accepted = checked([wrong(source, 3, {accepted: true})], true)

describe('the text', () => {
  it('names the language, and the place in the page', () => {
    const finding = wrong(source, 3, {target: {path: 'locales/fr/a.md', line: 4, column: 2}})
    expect(printDiagnostics([finding], messages, {...look(), interactive: false})).toContain(
      '[number-differs fr]\n    In the page: locales/fr/a.md:4:2\n'
    )
  })

  it('does not print what was accepted, but says how much it is', () => {
    expect(checkReport(accepted, messages, look())).toBe(
      'Ready to publish: 95% of the sentences have a translation that is up to date.\n' +
        '1 known problem was accepted before.\n'
    )
  })

  it('has no percentage of what was not looked at, nor of nothing', () => {
    const unread: Diagnostic = {id: 'cannot-read', level: 'error', path: source, args: {reason: 'EACCES'}}
    expect(checkReport(checked([unread]), messages, look())).toMatch(
      /not everything could be looked at\.\n1 error/
    )
    const empty = report('check', {gate: {met: true, accepted: 0, for: 'release', failOn: 'error'}})
    expect(checkReport(empty, messages, look())).toBe(
      'Nothing was checked: there is no document to look at.\n'
    )
  })

  it('answers a writer’s question in other words', () => {
    const {coverage: rows, ...rest} = checked([], true)
    const asked = {
      ...rest,
      coverage: rows,
      gate: {met: true, accepted: 0, for: 'change' as const, failOn: 'error' as const}
    }
    expect(checkReport(asked, messages, look())).toMatch(/^This change can go in: nothing is broken\. 95%/)
    expect(checkReport({...asked, gate: {...asked.gate, met: false}}, messages, look())).toMatch(
      /^This change cannot go in yet/
    )
  })
})

describe('the format for GitHub', () => {
  const annotations = (findings: ReadonlyArray<Finding>): string[] =>
    githubReport(checked(findings), messages, 'site/', 'The report.')
      .split('\n')
      .filter((line) => /^::(?:error|warning|notice) /.test(line))

  it('has one annotation each up to ten, then one a document, then says what is left', () => {
    const many = (count: number, path: (index: number) => string): Finding[] =>
      Array.from({length: count}, (_, index) => wrong(path(index), index + 1))
    expect(annotations(many(10, () => source))).toHaveLength(10)
    const grouped = annotations(many(15, () => source))
    expect(grouped).toHaveLength(1)
    expect(grouped[0]).toMatch(
      /^::error file=site\/locales\/en\/a\.md,line=1,col=3,title=15 problems::1: .*%0Aand 10 more$/
    )
    const spread = annotations(many(40, (index) => `locales/en/${String(index % 20).padStart(2, '0')}.md`))
    expect(spread).toHaveLength(10)
    expect(spread.at(-1)).toMatch(/title=22 problems::site\/locales\/en\/09\.md \(2\)%0A.*%0Aand 6 more$/)
  })

  it('names the language', () => {
    expect(annotations([wrong(source, 3)])[0]).toContain('title=number-differs fr::')
  })

  it('counts each level for itself, and leaves out what was accepted', () => {
    const mixed = [...Array(8).keys()].flatMap((line) => [
      wrong(source, line + 1),
      wrong(source, line + 1, {level: 'warning'})
    ])
    expect(annotations(mixed)).toHaveLength(16)
    expect(annotations(accepted.diagnostics)).toEqual([])
  })

  it('prints the report where nothing in it is taken for a command', () => {
    const log = githubReport(accepted, messages, '', '::error::not one\n')
    expect(log).toMatch(/^::stop-commands::([0-9a-f]{64})\n::error::not one\n::\1::\n$/)
  })
})

describe('JUnit', () => {
  it('has no two cases of one name, and names that stay when lines move', () => {
    const names = (findings: ReadonlyArray<Finding>): string[] =>
      [...junitReport(checked(findings), messages, '').matchAll(/<testcase [^>]*name="([^"]*)"/g)].map(
        (one) => one[1]!
      )
    const two = [wrong(source, 3), wrong(source, 3, {found: '8'}), wrong(source, 9)]
    expect(new Set(names(two)).size).toBe(names(two).length)
    const moved = two.map((finding) => ({...finding, line: finding.line! + 4}))
    expect(names(moved)).toEqual(names(two))
  })

  it('puts what is wrong with a translation into the suite of its page, which is then not called clean', () => {
    const xml = junitReport(checked([wrong(source, 3)]), messages, 'site/')
    expect(xml).toContain('<testsuite name="site/locales/fr/a.md" tests="1" failures="1"')
    expect(xml.match(/nothing found/g)).toHaveLength(1)
    expect(xml).toContain('<testcase classname="site/locales/fr/b.md" name="nothing found"')
    const {locale: _, ...general} = wrong(source, 3)
    expect(junitReport(checked([general as Finding]), messages, '')).not.toContain('"locales/fr/a.md"')
  })

  it('fails what the gate was told to fail on', () => {
    const {gate, ...rest} = checked([wrong(source, 3, {level: 'warning'})])
    expect(junitReport({...rest, gate: gate!}, messages, '')).toContain('tests="1" failures="0"')
    expect(junitReport({...rest, gate: {...gate!, failOn: 'warning'}}, messages, '')).toContain(
      'tests="1" failures="1"'
    )
  })

  it('skips what was accepted', () => {
    const xml = junitReport(accepted, messages, '')
    expect(xml).not.toContain('<failure')
    expect(xml).toMatch(/failures="0" errors="0" skipped="1">/)
    expect(xml).toContain('<skipped message="')
  })
})

describe('SARIF', () => {
  it('suppresses what was accepted, and has fingerprints of what was found and in which language', () => {
    const results = (finding: Finding): {suppressions?: unknown; partialFingerprints: unknown}[] =>
      JSON.parse(sarifReport(checked([finding]), messages, '', '1.0.0')).runs[0].results
    expect(results(wrong(source, 3, {accepted: true}))[0]).toMatchObject({
      suppressions: [{kind: 'external', status: 'accepted'}]
    })
    const print = (finding: Finding): unknown => results(finding)[0]!.partialFingerprints
    expect(print(wrong(source, 3))).toEqual(print(wrong(source, 7)))
    expect(print(wrong(source, 3))).not.toEqual(print(wrong(source, 3, {found: '8'})))
    expect(print(wrong(source, 3))).not.toEqual(print(wrong(source, 3, {locale: 'de'})))
  })

  it('relates the place in the page', () => {
    const finding = wrong(source, 3, {target: {path: 'locales/fr/a.md', line: 4, column: 2}})
    const [result] = JSON.parse(sarifReport(checked([finding]), messages, 'site/', '1.0.0')).runs[0].results
    expect(result.relatedLocations[0].physicalLocation).toEqual({
      artifactLocation: {uri: 'site/locales/fr/a.md', uriBaseId: '%SRCROOT%'},
      region: {startLine: 4, startColumn: 2}
    })
  })
})

describe('Markdown', () => {
  it('has the verdict, a table, and what was found by file', () => {
    const finding = wrong(source, 3, {target: {path: 'locales/fr/a.md', line: 4, column: 2}})
    expect(markdownReport(checked([finding]), messages, 'site/'))
      .toBe(`### ❌ Not ready to publish: 95% of the sentences have a translation that is up to date.

1 error: see above.

|  | Translated | Changed | Missing | To do |
| --- | ---: | ---: | ---: | ---: |
| locales/fr/a.md | 94% | 1 | – | 12 words |
| locales/fr/b.md | 100% | – | – | – |

**\`site/locales/en/a.md\`**

- ❌ 3: The translation says 9 where its source says 1: “One \\& \\*two\\*.”. (\`site/locales/fr/a.md:4\`) \`number-differs fr\`${'  '}
  Check the figures before you publish.
`)
  })

  it('stays within what a comment may hold', () => {
    const many = Array.from({length: 5000}, (_, index) => wrong(source, index + 1))
    const text = markdownReport(checked(many), messages, '')
    expect(text.length).toBeLessThan(65_536)
    expect(text).toContain('and 4,900 more')
  })
})

describe('JSON', () => {
  it('says in words what it says in ids, and what its paths are relative to', () => {
    const told = JSON.parse(jsonReport(checked([wrong(source, 3)]), loadMessages('fr'), 'site/'))
    expect(told.pathsRelativeTo).toBe('site')
    expect(told.diagnostics[0]).toMatchObject({id: 'number-differs', path: source, locale: 'fr'})
    expect(told.diagnostics[0].sentence).toContain('9')
    expect(told.diagnostics[0].hint).toMatch(/\p{L}/u)
  })
})
