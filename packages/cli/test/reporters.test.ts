import type {Diagnostic} from '@passerelle/model'
import type {Report} from '@passerelle/pipeline'
import stringWidth from 'string-width'
import {describe, expect, it} from 'vitest'
import {printDiagnostics} from '../src/reporters/diagnostics.ts'
import {loadMessages} from '../src/messages/messages.ts'
import {checkReport} from '../src/reporters/check.ts'
import {coverageTable} from '../src/reporters/coverage.ts'
import {githubReport} from '../src/reporters/github.ts'
import {junitReport} from '../src/reporters/junit.ts'
import {sarifReport} from '../src/reporters/sarif.ts'
import {textReport} from '../src/reporters/text.ts'
import {misshapen} from './sarif-shape.ts'
import {coverage, isTranslated, look, noCounts, report} from './world.ts'

const messages = loadMessages('en')
const NAMES = {config: 'pipeline.config.mts'}
const rows = [
  coverage('releases/oslo.md', [17, 1, 0], 12),
  coverage('site.json', [20, 0, 0], 0),
  coverage('releases/lyon.md', [0, 0, 31], 1204, ['fr', 'en'])
]
const synced: Report = report('sync', {
  counts: {...noCounts, documents: 3, segmentsNew: 31, segmentsChanged: 1, imported: 2},
  changes: [
    {path: 'locales/xliff/en-fr/releases/oslo.xlf', kind: 'bilingual', change: 'updated'},
    {path: 'locales/fr/releases/oslo.md', kind: 'document', change: 'updated'},
    {path: 'outbox/fr-en/releases/lyon.xlf', kind: 'handoff', change: 'created'},
    {path: 'inbox/oslo.xlf', kind: 'handback', change: 'moved', to: 'inbox/done/oslo.xlf'}
  ],
  coverage: rows
})
const numbers: Diagnostic<'number-differs'> = {
  id: 'number-differs',
  level: 'error',
  path: 'locales/en/a b, c.md',
  line: 12,
  column: 5,
  unit: 'u1',
  args: {expected: '700,000', found: '', text: '100% of 700,000'}
}
const found: Diagnostic[] = [
  numbers,
  {id: 'document-outdated', level: 'info', path: 'locales/fr/a b, c.md', args: {count: 1}}
]
const checked = report('check', {
  diagnostics: found,
  coverage: rows,
  gate: {met: false, accepted: 2, for: 'release', failOn: 'error'}
})

describe('the news of a verb', () => {
  it('says what happened, where it is, how far all is, and what to do now', () => {
    expect(textReport(synced, messages, look(), NAMES)).toBe(`Done: 3 documents looked through.
  · 31 sentences are new
  · 1 sentence has changed
  · 2 translations came in

Documents (1):
  ~ locales/fr/releases/oslo.md

1 bilingual file was brought up to date.

Files for translators (1):
  + outbox/fr-en/releases/lyon.xlf

Files that came back (1):
  → inbox/oslo.xlf → inbox/done/oslo.xlf

English → French  Translated       Changed  Missing        To do
releases/oslo.md  █████████░  94%        1        –     12 words
site.json         ██████████ 100%        –        –            –

French → English  Translated       Changed  Missing        To do
releases/lyon.md  ░░░░░░░░░░   0%        –       31  1,204 words

Total (3)         █████░░░░░  53%        1       31  1,216 words

The rebuilt documents are in locales/fr/, the files for translators in outbox/.

Still to translate: 1,216 words. Send the files in outbox/ to your translators,
put what comes back into inbox/, and run \`passerelle sync\` again.
`)
  })

  it.skipIf(!isTranslated('fr'))('says it in French', () => {
    const text = textReport(synced, loadMessages('fr'), look(), NAMES).replaceAll(/[\u00A0\u202F]/g, '~')
    expect(text).toBe(`C’est fait~: 3 documents passés en revue.
  · 31 phrases sont nouvelles
  · 1 phrase a changé
  · 2 traductions sont arrivées

Documents (1)~:
  ~ locales/fr/releases/oslo.md

1 fichier bilingue a été mis à jour.

Fichiers pour les traducteurs (1)~:
  + outbox/fr-en/releases/lyon.xlf

Fichiers renvoyés (1)~:
  → inbox/oslo.xlf → inbox/done/oslo.xlf

Anglais → Français  Traduit           Modifié  Manquant     À faire
releases/oslo.md    █████████░  94~%        1         –     12 mots
site.json           ██████████ 100~%        –         –           –

Français → Anglais  Traduit           Modifié  Manquant     À faire
releases/lyon.md    ░░░░░░░░░░   0~%        –        31  1~204 mots

Total (3)           █████░░░░░  53~%        1        31  1~216 mots

Les documents reconstruits sont dans locales/fr/, les fichiers pour les
traducteurs dans outbox/.

Reste à traduire~: 1~216 mots. Envoyez les fichiers du dossier outbox/ à vos
traducteurs, déposez ce qui revient dans inbox/ et relancez \`passerelle sync\`.
`)
  })

  it('says that there was nothing to do', () => {
    const quiet = report('sync', {coverage: [coverage('a.md', [3, 0, 0], 0)]})
    expect(textReport(quiet, messages, look(), NAMES))
      .toBe(`Nothing to do: 2 documents, and nothing has changed since last time.

English → French  Translated       Changed  Missing  To do
a.md              ██████████ 100%        –        –      –

The rebuilt documents are in locales/fr/.

Everything is translated and up to date.
`)
    expect(textReport(report('merge'), messages, look(), NAMES)).toBe(
      'Nothing to do: the documents already show all translations.\n'
    )
  })

  it('speaks of no rebuilt documents where all pages wait', () => {
    const held: Diagnostic = {
      id: 'page-held-back',
      level: 'info',
      path: 'locales/en/releases/oslo.md',
      locale: 'fr',
      args: {page: 'locales/fr/releases/oslo.md', percent: 94, from: 100}
    }
    const waiting = report('sync', {coverage: [rows[0]!], diagnostics: [held]})
    expect(textReport(waiting, messages, look(), NAMES)).toContain(
      '\n\nThe files for translators are in outbox/.\n'
    )
  })

  it('says what a trial run would do', () => {
    const text = textReport({...synced, dryRun: true}, messages, look(), NAMES)
    expect(text).toMatch(
      /^A trial run: nothing was written\. This is what would be done:\n\n {2}· 31 sentences/
    )
    expect(text).toContain('Bilingual files (1):\n  ~ locales/xliff/en-fr/releases/oslo.xlf\n')
    expect(text).not.toMatch(/Done|was brought/)
    expect(text).toMatch(/To do it, run the command without --dry-run\.\n$/)
    expect(textReport({...report('merge'), dryRun: true}, messages, look(), NAMES)).toMatch(/^Nothing to do/)
  })

  it('names a folder for texts after init, not the one for hand-backs', () => {
    const changes = ['inbox', 'locales/de'].map(
      (path) => ({path, kind: 'folder', change: 'created'}) as const
    )
    const text = textReport(report('init', {counts: noCounts, changes}), messages, look(), NAMES)
    expect(text).toContain('for instance\nlocales/de/releases/first.md')
  })

  it('has no cheer where something failed', () => {
    const lost: Diagnostic = {id: 'lock-lost', level: 'error', path: '.passerelle.lock', args: {}}
    const text = textReport(report('sync', {counts: noCounts, diagnostics: [lost]}), messages, look(), NAMES)
    expect(text).toBe(
      '1 error: see above.\n\nNow correct what is marked as an error above, and run the command again.\n'
    )
  })

  it('says where to put texts when there are none', () => {
    const text = textReport(report('status', {counts: noCounts}), messages, look(), NAMES)
    expect(text).toMatch(/^There are no texts to work on here\. Put one into/)
    expect(text).toMatch(/say where your texts are in\npipeline\.config\.mts\./)
  })

  it('names a dozen files and counts the rest', () => {
    const changes = Array.from({length: 15}, (_, index) => ({
      path: `locales/fr/${index}.md`,
      kind: 'document' as const,
      change: 'created' as const
    }))
    const text = textReport(report('merge', {changes}), messages, look(), NAMES)
    expect(text).toContain('Documents (15):\n  + locales/fr/0.md\n')
    expect(text).toContain('  + locales/fr/11.md\n  and 3 more')
  })

  it('names the folder that --to asked for', () => {
    const changes = [{path: 'x/a.xlf', kind: 'handoff', change: 'created'}] as const
    expect(textReport(report('export', {changes}), messages, look(), {...NAMES, to: 'x/'})).toContain(
      'Send the files in x/ to'
    )
  })
})

describe('the table', () => {
  const long = [coverage('releases/2026/a-very-long-name-of-a-release-that-never-ends.md', [999, 1, 0], 3)]

  it.each([60, 72, 80])('fits %i columns', (width) => {
    const lines = coverageTable([...rows, ...long], messages, look(width)).split('\n')
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width)
    expect(lines.some((line) => line.includes('…'))).toBe(true)
  })

  it('is never full before all is done, nor empty once something is', () => {
    expect(coverageTable(long, messages, look())).toContain('█████████░  99%')
    expect(coverageTable([coverage('a', [1, 0, 999], 1)], messages, look())).toContain('█░░░░░░░░░   0%')
  })

  it('draws with ASCII where there is nothing else', () => {
    for (const env of [{LANG: 'C'}, {TERM: 'dumb'}]) {
      const text = coverageTable([...rows, ...long], messages, look(80, env))
      expect(text).toMatch(/^[\n -~]*$/)
      expect(text).toContain('#########.  94%')
      expect(text).toContain('English -> French')
    }
  })

  it('leaves out what is done where it must be short', () => {
    const many = Array.from({length: 30}, (_, index) =>
      coverage(`${index}.md`, index < 2 ? [1, 0, 1] : [2, 0, 0], index < 2 ? 5 : 0)
    )
    const text = coverageTable(many, messages, look(), {rows: 20})
    expect(text.match(/\.md/g)).toHaveLength(2)
    expect(text).toContain('and 28 more; `passerelle status` shows all')
    expect(text).toContain('Total (30)')
  })
})

describe('a diagnostic', () => {
  it('stands on one line for programs', () => {
    const file = {...look(), interactive: false}
    expect(printDiagnostics(found, messages, file)).toBe(
      `locales/en/a b, c.md:12:5  error  The figure 700,000 is not in the translation: “100% of 700,000”. [number-differs]
    Check the figures before you publish.
locales/fr/a b, c.md  note  1 passage of this page does not show the translation that is here for it. [document-outdated]
    \`passerelle merge\` rebuilds it.
`
    )
  })

  it('is followed by what to do, once where several in a row ask for the same', () => {
    const [number, outdated] = found as [Diagnostic, Diagnostic]
    const all = printDiagnostics([number, number, outdated, number], messages, {
      ...look(),
      interactive: false
    })
    const lines = all.split('\n').map((line) => /\[([a-z-]+)\]$/.exec(line)?.[1] ?? line.trim())
    const check = 'Check the figures before you publish.'
    const merge = '`passerelle merge` rebuilds it.'
    const ids = [number.id, number.id, check, outdated.id, merge, number.id, check, '']
    expect(lines).toEqual(ids)
  })

  it('is broken into lines for people', () => {
    expect(printDiagnostics(found.slice(0, 1), messages, look(60))).toBe(
      `locales/en/a b, c.md:12:5  error${'  '}
    The figure 700,000 is not in the translation: “100% of
    700,000”. [number-differs]
    Check the figures before you publish.
`
    )
  })

  it('says something even when its id is not known', () => {
    const unknown: unknown = {id: 'moon-full', level: 'warning', path: 'a.md', line: 3, args: {phase: 4}}
    const strange = unknown as Diagnostic
    expect(printDiagnostics([strange], messages, {...look(), interactive: false})).toBe(
      'a.md:3  warning  moon-full (phase: 4) [moon-full]\n'
    )
  })
})

describe('check', () => {
  it('gives its verdict', () => {
    const text = checkReport(checked, messages, {...look(), interactive: false})
    expect(text).toMatch(
      /Not ready to publish: 53% of the sentences have a translation that is up to\ndate\.\n1 error: see above\.\n2 known problems were accepted before\.\n$/
    )
    const fine = checkReport(
      report('check', {
        coverage: [rows[1]!],
        gate: {met: true, accepted: 0, for: 'release', failOn: 'error'}
      }),
      messages,
      look()
    )
    expect(fine).toBe('Ready to publish: 100% of the sentences have a translation that is up to date.\n')
  })

  it('annotates pull requests', () => {
    const log = githubReport(checked, messages, 'site/', 'The report.\n')
    expect(log.replaceAll(/[0-9a-f]{64}/g, 'TOKEN')).toBe(
      '::error file=site/locales/en/a b%2C c.md,line=12,col=5,title=number-differs::The figure 700,000 is not in the ' +
        'translation: “100%25 of 700,000”.%0ACheck the figures before you publish.\n' +
        '::notice file=site/locales/fr/a b%2C c.md,title=document-outdated::1 passage of this page does not show the ' +
        'translation that is here for it.%0A`passerelle merge` rebuilds it.\n' +
        '::stop-commands::TOKEN\nThe report.\n::TOKEN::\n'
    )
  })

  it('writes JUnit', () => {
    const xml = junitReport(
      {...checked, diagnostics: [{...numbers, args: {expected: '<"&\u0001', found: '', text: ''}}]},
      messages,
      ''
    )
    expect(xml).toContain(
      '<testsuites name="passerelle check" tests="5" failures="2" errors="0" skipped="0">'
    )
    expect(xml).toContain(
      '<testsuite name="locales/en/a b, c.md" tests="1" failures="1" errors="0" skipped="0">'
    )
    expect(xml).toContain('<failure type="number-differs" message="The figure &lt;&quot;&amp;\uFFFD is not')
    expect(xml).toContain('<testcase classname="locales/fr/site.json" name="nothing found" time="0"/>')
    expect(xml).toContain(
      '<failure type="gate" message="Something is missing, outdated or broken."></failure>'
    )
  })

  it('writes SARIF', () => {
    const log = JSON.parse(sarifReport(checked, messages, 'site/', '1.2.3'))
    expect(log.version).toBe('2.1.0')
    const [run] = log.runs
    expect(run.tool.driver).toMatchObject({name: 'Passerelle', version: '1.2.3'})
    expect(run.tool.driver.rules.map(({id}: {id: string}) => id)).toEqual([
      'document-outdated',
      'number-differs'
    ])
    expect(run.results[0]).toEqual({
      ruleId: 'number-differs',
      ruleIndex: 1,
      level: 'error',
      message: {text: 'The figure 700,000 is not in the translation: “100% of 700,000”.'},
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri: 'site/locales/en/a%20b%2C%20c.md', uriBaseId: '%SRCROOT%'},
            region: {startLine: 12, startColumn: 5}
          }
        }
      ],
      partialFingerprints: {'passerelle/v2': expect.stringMatching(/^[0-9a-f]{64}$/)}
    })
    expect(run.results[1].locations[0].physicalLocation).not.toHaveProperty('region')
    expect(run.results[1].level).toBe('note')
  })

  it('writes SARIF of the shape that its schema asks for', () => {
    const accepted: Diagnostic = {...numbers, locale: 'fr', target: {path: 'locales/fr/a.md', line: 3}}
    const whole = {...checked, diagnostics: [...checked.diagnostics, {...accepted, accepted: true as const}]}
    for (const one of [whole, {...checked, diagnostics: []}])
      expect(misshapen(JSON.parse(sarifReport(one, messages, 'site/', '1.2.3')))).toEqual([])
  })
})
