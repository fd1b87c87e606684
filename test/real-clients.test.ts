import {existsSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {accent, root, run, type Sandbox, sandbox, shared, translate} from './support.ts'

const tools = join(shared, 'tools/cat-clients')
const required = process.env['PASSERELLE_REQUIRE_ALL'] === '1'
const has = (command: string): boolean => required || (existsSync(tools) && existsSync(`/usr/bin/${command}`))

/** Clients come from the system, not from the tool chain of this repository. */
function client(command: string, args: ReadonlyArray<string>): ReturnType<typeof run> {
  return run('/usr/bin/env', ['PATH=/usr/bin:/bin', command, ...args])
}

/** What the repository translates, from each of its languages, and the release of 2008. */
function releases(): Record<string, string> {
  const own = [
    'en/releases/annual-report-2025.md',
    'en/releases/reporters-line.md',
    'en/releases/winter-appeal-2026.md',
    'en/site.json',
    'fr/releases/convention-engins-derivants.md',
    'fr/releases/crue-meyre-trois-mois.md',
    'fr/releases/prix-presse-rivages-2027.md'
  ]
  const files = Object.fromEntries(
    own.map((path) => [`locales/${path}`, readFileSync(join(root, 'locales', path), 'utf8')])
  )
  return {
    ...files,
    'locales/en/releases/oslo.md': readFileSync(join(shared, 'data/release/oslo-2008.en.md'), 'utf8')
  }
}

async function handoffs(project: Sandbox, ...args: string[]): Promise<string[]> {
  expect(await project.passerelle('export', '--to', 'out', ...args)).toMatchObject({code: 0})
  return project.list('out/**/*.xlf')
}

/** Everything handed off came back translated, and each document was built from it. */
async function expectWhole(project: Sandbox): Promise<void> {
  expect(await project.passerelle('merge')).toMatchObject({code: 0})
  const {stdout} = await project.passerelle('status', '--json')
  const {coverage} = JSON.parse(stdout) as {
    coverage: {targetPath: string; segments: {total: number; valid: number}}[]
  }
  expect(coverage.length).toBe(Object.keys(releases()).length)
  for (const {targetPath, segments} of coverage) {
    expect(segments.valid, targetPath).toBe(segments.total)
    expect(project.exists(targetPath), targetPath).toBe(true)
  }
}

/** Run OmegaT without window on a project, as it was handed out. */
async function omegat(kit: string, ...args: string[]): Promise<void> {
  const config = mkdtempSync(join(tmpdir(), 'passerelle-omegat-config-'))
  const fixed = [`--config-dir=${config}`, '--disable-project-locking', '--no-team']
  const done = await client('omegat', [kit, ...args, ...fixed])
  expect(done.code, done.stdout + done.stderr).toBe(0)
}

/** Translate a project in OmegaT: accent every segment that it shows, and let it compile. */
async function translateInOmegat(kit: string): Promise<void> {
  const [source, target] = basename(kit).split('-') as [string, string]
  const seen = join(kit, 'seen.tmx')
  await omegat(
    kit,
    '--mode=console-createpseudotranslatetmx',
    `--pseudotranslatetmx=${seen}`,
    '--pseudotranslatetype=equal'
  )
  const memory = segmentsIn(readFileSync(seen, 'utf8')).map((segment) => {
    const tuv = (language: string, text: string): string =>
      `<tuv lang="${language}"><seg>${escape(text)}</seg></tuv>`
    const own = tuv(target, accentOutsideTags(segment)).replace('">', '" changeid="ann">')
    return `<tu>${tuv(source, segment)}${own}</tu>\n`
  })
  const saved = join(kit, 'omegat/project_save.tmx')
  writeFileSync(saved, readFileSync(saved, 'utf8').replace('</body>', `${memory.join('')}</body>`))
  await omegat(kit, '--mode=console-translate')
}

describe.skipIf(!has('omegat'))('OmegaT 3.6', () => {
  it('opens the project, translates it, and what it returns comes in whole', async () => {
    const project = sandbox(releases())
    await handoffs(project, '--profile', 'omegat')
    for (const kit of ['en-fr', 'fr-en']) await translateInOmegat(join(project.root, 'out', kit))
    const imported = await project.passerelle('import', 'out/en-fr/target', 'out/fr-en/target')
    expect(imported.code, imported.stderr).toBe(0)
    // Its memory says the same, and all of it belongs to one of our sentences.
    const again = await project.passerelle('import', 'out/en-fr', 'out/fr-en', '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({counts: {imported: 0}, changes: [], diagnostics: []})
    await expectWhole(project)
    expect(project.read('locales/fr/releases/oslo.md')).toContain(
      accent('Some one hundred states are expected to attend')
    )

    // Handed out again, every sentence has its translation by file and id, whatever else has the same source.
    await handoffs(project, '--profile', 'omegat')
    await omegat(join(project.root, 'out/en-fr'), '--mode=console-translate')
    const {stdout} = await project.passerelle('import', 'out/en-fr/target', '--json')
    expect(JSON.parse(stdout)).toMatchObject({counts: {imported: 0}, diagnostics: []})
  })
})

describe.skipIf(!has('pocount'))('the Translate Toolkit', () => {
  it('counts, fills and returns hand-offs, and what it returns comes in whole', async () => {
    const project = sandbox(releases())
    for (const path of await handoffs(project)) {
      const file = join(project.root, path)
      expect(await client('pocount', [file])).toMatchObject({code: 0})
      const back = join(project.root, 'back.xlf')
      const filled = await client('/usr/bin/python3', [join(tools, 'tt/weblate_like.py'), file, back])
      expect(filled.code, filled.stderr).toBe(0)
      const imported = await project.passerelle('import', 'back.xlf')
      expect(imported.code, imported.stderr).toBe(0)
    }
    await expectWhole(project)
    expect(project.read('locales/fr/releases/oslo.md')).toContain(
      '[FR] Some one hundred states are expected to attend'
    )
  })

  it('fills a hand-off from an earlier one with pretranslate, and it comes in whole', async () => {
    const project = sandbox(releases())
    for (const path of await handoffs(project)) {
      const [old, back] = ['old.xlf', 'back.xlf'].map((name) => join(project.root, name))
      project.write('old.xlf', translate(project.read(path), accent))
      const args = ['--progress=none', '--nofuzzymatching', '-t', old!, join(project.root, path), back!]
      expect(await client('pretranslate', args)).toMatchObject({code: 0})
      const imported = await project.passerelle('import', 'back.xlf', '--json')
      expect(JSON.parse(imported.stdout), path).toMatchObject({diagnostics: []})
    }
    await expectWhole(project)
    expect(project.read('locales/fr/releases/oslo.md')).toContain(
      accent('Some one hundred states are expected')
    )
    expect(project.read('locales/en/releases/crue-meyre-trois-mois.md')).toContain(accent('trois mois'))
  })

  it('writes plain targets: those that lack a code are said, and put right or kept aside; all others come in', async () => {
    const project = sandbox(releases())
    for (const path of await handoffs(project)) {
      const [file, back] = [path, 'back.xlf'].map((name) => join(project.root, name))
      const filled = await client('/usr/bin/python3', [join(tools, 'tt/tt_edit.py'), file!, back!, 'plain'])
      expect(filled.code, filled.stderr).toBe(0)
      const {stdout} = await project.passerelle('import', 'back.xlf', '--json')
      const {counts, diagnostics} = JSON.parse(stdout) as {
        counts: {imported: number}
        diagnostics: {unit: string; level: string; line: number}[]
      }
      const sources = [
        ...project.read(path).matchAll(/<trans-unit id="([^"]+)\.s\d+"([^>]*)>\s*<source>(.*?)<\/source>/g)
      ]
      // A plural form for one may do without its count.
      const needed = (attributes: string, source: string): string =>
        /resname="[^"]*_one"/.test(attributes) ? source.replace(/<x [^>]*equiv-text="count"\/>/, '') : source
      const coded = sources
        .filter(([, , attributes, source]) => /<[gx] /.test(needed(attributes!, source!)))
        .map(([, unit]) => unit!)
      expect(new Set(diagnostics.map(({unit}) => unit)), path).toEqual(new Set(coded))
      // A code at an edge is put back.
      const refused = new Set(diagnostics.filter(({level}) => level === 'error').map(({line}) => line))
      expect(counts.imported, path).toBe(sources.length - refused.size)
    }
  })

  it('finds nothing with pofilter that is of our making, and takes back what it writes', async () => {
    const project = sandbox(releases())
    for (const path of await handoffs(project)) {
      const [full, failed] = ['full.xlf', 'failed.xlf'].map((name) => join(project.root, name))
      project.write('full.xlf', translate(project.read(path), accent))
      const filter = async (...checks: string[]): Promise<string> => {
        const named = checks.flatMap((check) => ['-t', check])
        const done = await client('pofilter', ['--progress=none', '--language=fr', ...named, full!, failed!])
        expect(done.code, done.stderr).toBe(0)
        return project.exists('failed.xlf') ? project.read('failed.xlf') : ''
      }
      expect(await filter(...OF_THE_FORMAT), path).not.toContain('trans-unit')

      // A unit is fuzzy to it that nobody has approved: all come back, as XLIFF 1.1 around units of 1.2.
      expect(await filter('isfuzzy')).toContain('version="1.1"')
      const imported = await project.passerelle('import', 'failed.xlf', '--json')
      // What it found stands in a note of each unit, and is told and kept as what anybody says.
      const {diagnostics, counts} = JSON.parse(imported.stdout) as {
        diagnostics: {id: string}[]
        counts: {comments: number}
      }
      expect(new Set(diagnostics.map(({id}) => id)), path).toEqual(new Set(['handback-comment']))
      expect(counts.comments, path).toBe(project.read('failed.xlf').split('isfuzzy:').length - 1)

      project.write('full.xlf', project.read('full.xlf').replace('</target>', '\t\n</target>'))
      const spoilt = await filter(...OF_THE_FORMAT)
      for (const check of ['tabs', 'newlines', 'endwhitespace']) expect(spoilt, path).toContain(`${check}:`)
    }
    await expectWhole(project)
  })
})

/**
 * What pofilter checks that a hand-off could be at fault for: text that is split, escaped or spaced wrongly.
 *
 * The others are about the translation (words, figures, capitals, punctuation, addresses, length), its state (`isfuzzy`,
 * `isreview`, `hassuggestion`), or formats of programs that no release has (`printf`, `variables`, `accelerators`).
 */
const OF_THE_FORMAT = [
  'blank',
  'untranslated',
  'newlines',
  'tabs',
  'escapes',
  'startwhitespace',
  'endwhitespace',
  'doublespacing',
  'validchars',
  'xmltags',
  'nplurals',
  'compendiumconflicts',
  'kdecomments'
]

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function segmentsIn(tmx: string): string[] {
  const decoded = [...tmx.matchAll(/<seg>([\s\S]*?)<\/seg>/g)].map(([, text]) =>
    text!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  )
  return [...new Set(decoded)]
}

/** OmegaT shows codes as `<g0>`, `</g0>`, `<x1/>`. Figures without a vowel get a sign: a mere copy is no translation. */
function accentOutsideTags(text: string): string {
  const accented = text.replace(/(<\/?[a-z]\d+\/?>)|([^<]+)/g, (all, tag?: string) => tag ?? accent(all))
  return accented === text ? `${text} ≈` : accented
}
