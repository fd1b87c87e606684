import {existsSync, mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {DIAGNOSTICS, isUnseen} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {openProject, UsageError} from '../src/index.ts'
import {type GateProject, gateProject} from './gate-project.ts'

const RELEASE = `# Title one

We have 1234 files here, said she. Another one
follows with 5678 in it.

Last paragraph stays.
`
const CATALOG = `{
  "hello": "Hello {{name}} again",
  "files_one": "{{count}} file sent",
  "files_other": "{{count}} files sent",
  "menu": {"open": "Open it", "items": ["One here", "Two there"]},
  "last": "This is the last one"
}
`
const SOURCE = 'locales/en/a.md'
const PAGE = 'locales/fr/a.md'
const CATALOG_PAGE = 'locales/fr/t.json'

async function published(config = {}): Promise<GateProject> {
  const project = gateProject({'en/a.md': RELEASE}, config)
  await project.translate()
  return project
}

async function publishedCatalog(): Promise<GateProject> {
  const project = gateProject({'en/t.json': CATALOG})
  await project.translate()
  return project
}

const wrong = (text: string): string => text.replace('1234', '9999').replaceAll('e', 'é')
const wrongToo = (text: string): string => wrong(text).replace('5678', '1111')

describe('the page', () => {
  it('passes where it is as it was built', async () => {
    expect(await (await published()).check()).toMatchObject({met: true, diagnostics: []})
  })

  it('is missing where it was never built, or was deleted', async () => {
    const never = gateProject({'en/a.md': RELEASE})
    await never.translate(undefined, false)
    expect(await never.check()).toMatchObject({met: false, found: [`document-missing fr ${PAGE}`]})
    const deleted = await published()
    deleted.remove(PAGE)
    expect(await deleted.check()).toMatchObject({met: false, found: [`document-missing fr ${PAGE}`]})
  })

  it('is missing in one language alone', async () => {
    const project = gateProject({'en/a.md': RELEASE}, {locales: ['en', 'fr', 'de']})
    await project.translate()
    project.remove('locales/de/a.md')
    expect(await project.check()).toMatchObject({met: false, found: ['document-missing de locales/de/a.md']})
    expect(await project.check({locales: ['fr']})).toMatchObject({met: true})
  })

  it('is outdated where a translation that is here was not built in, in either question', async () => {
    const project = await published()
    await project.translate((text) => text.replaceAll('e', 'è'), false)
    for (const asked of ['release', 'change'] as const)
      expect(await project.check({for: asked})).toMatchObject({
        met: false,
        found: [`document-outdated fr ${PAGE}`]
      })
  })

  it.each([
    ['a paragraph went', ['Last paragraph stays.\n', '']],
    ['a paragraph came', ['Last', 'One more.\n\nLast']],
    ['a sentence changed', ['Last', 'The last']]
  ] as const)('is behind where %s, which fails a release alone', async (_, [from, to]) => {
    const project = await published()
    project.edit(SOURCE, from, to)
    const release = await project.check()
    expect(release.met).toBe(false)
    expect(
      release.ids.every((id) => DIAGNOSTICS[id as keyof typeof DIAGNOSTICS].about === 'completeness')
    ).toBe(true)
    const change = await project.check({for: 'change'})
    expect(change.met).toBe(true)
    expect(change.found).toEqual(release.found)
    expect(change.diagnostics.every(({level}) => level === 'info')).toBe(true)
  })

  it('is edited by hand', async () => {
    const project = await published({edits: 'ask'})
    project.edit(PAGE, '# ', '## ')
    expect(await project.check()).toMatchObject({met: false})
  })

  it('is corrected by hand, which the next sync takes: a note in a change, and judged as it reads', async () => {
    const project = await published()
    project.edit(PAGE, 'filés héré', 'dossiers chez nous')
    expect(await project.check()).toMatchObject({met: false, found: [`edit-waits fr ${PAGE}:3`]})
    expect(await project.check({for: 'change'})).toMatchObject({met: true, diagnostics: [{level: 'info'}]})
    project.edit(PAGE, '1234', '1235')
    expect((await project.check()).found).toContain(`number-differs fr ${SOURCE}:3`)
    await project.sync()
    expect((await project.check()).found).toEqual([`number-differs fr ${SOURCE}:3`])
  })

  it('is not looked for where pages are built for each publication', async () => {
    const project = await published({pages: 'built'})
    project.remove(PAGE)
    expect(await project.check()).toMatchObject({met: true, diagnostics: []})
  })

  it('is not missing where it is held back; its sentences are', async () => {
    const project = gateProject({'en/a.md': RELEASE}, {buildFrom: 100})
    await project.translate((text) => (text.startsWith('Last') ? '' : text.replaceAll('e', 'é')))
    expect(existsSync(join(project.root, PAGE))).toBe(false)
    expect((await project.check()).found).toContain(`translation-missing fr ${SOURCE}:6`)
    expect((await project.check()).ids).not.toContain('document-missing')
  })

  it.each([
    ['a byte order mark', '\uFEFF'],
    ['ends of lines as Windows writes them', '\r\n']
  ])('with %s passes, and names its lines', async (_, mark) => {
    const text = mark === '\r\n' ? RELEASE.replaceAll('\n', mark) : mark + RELEASE
    const project = gateProject({'en/a.md': text})
    await project.translate(wrongToo)
    const {met, diagnostics} = await project.check()
    expect(met).toBe(true)
    expect(diagnostics).toMatchObject([
      {id: 'number-differs', line: 3, column: 9, target: {path: PAGE, line: 3, column: 9}},
      {id: 'number-differs', line: 4, column: 14, target: {path: PAGE, line: 3, column: 61}}
    ])
  })

  it('of a document with front matter alone is judged as any', async () => {
    const project = gateProject({'en/a.md': '---\ntitle: A bridge\n---\n'})
    await project.translate()
    expect(await project.check()).toMatchObject({met: true})
    project.remove(PAGE)
    expect(await project.check()).toMatchObject({met: false, ids: ['document-missing']})
  })

  it('that cannot be read is never green', async () => {
    const project = await published()
    project.remove(PAGE)
    mkdirSync(join(project.root, PAGE))
    expect(await project.check()).toMatchObject({met: false})
  })

  it('that is a link out of the project is never green', async () => {
    const project = await published()
    const elsewhere = gateProject({'fr/a.md': project.read(PAGE)})
    project.remove(PAGE)
    symlinkSync(join(elsewhere.root, PAGE), join(project.root, PAGE))
    expect(await project.check()).toMatchObject({met: false})
  })

  it('whose source is gone fails a release, and is a note in a change', async () => {
    const project = gateProject({'en/a.md': RELEASE, 'en/b.md': '# There\n'})
    await project.translate()
    project.remove(SOURCE)
    expect(await project.check()).toMatchObject({met: false, ids: ['source-gone']})
    expect(await project.check({for: 'change'})).toMatchObject({met: true, ids: ['source-gone']})
    const {diagnostics} = await project.sync()
    expect(diagnostics).toMatchObject([{id: 'source-gone', level: 'warning'}])
  })
})

describe('a catalog’s page', () => {
  it.each([
    ['a key', /,\n {2}"last".*/, '', `key-lost fr ${CATALOG_PAGE}:6`],
    ['a key inside', '"open": "Opén it", ', '', `key-lost fr ${CATALOG_PAGE}:6`],
    ['an entry of a list', ', "Two théré"', '', `key-lost fr ${CATALOG_PAGE}:6`],
    ['a plural form', / {2}"files_other".*\n/, '', `form-lost fr ${CATALOG_PAGE}:4`]
  ])('has lost %s', async (_, from, to, expected) => {
    const project = await publishedCatalog()
    project.edit(CATALOG_PAGE, from, to)
    const {found, met} = await project.check()
    expect(found).toContain(expected)
    expect(met).toBe(false)
    expect((await project.check({for: 'change'})).met).toBe(false)
  })

  it('has another variable, is no JSON, has a key too many or twice', async () => {
    const project = await publishedCatalog()
    const page = project.read(CATALOG_PAGE)
    const found = async (text: string): Promise<ReadonlyArray<string>> => {
      project.write(CATALOG_PAGE, text)
      return (await project.check()).found
    }
    expect(await found(page.replace('{{name}}', '{{nom}}'))).toEqual(
      expect.arrayContaining([`variable-lost fr ${CATALOG_PAGE}:2`, `variable-invented fr ${CATALOG_PAGE}:2`])
    )
    expect(await found(page.slice(0, 40))).toEqual([expect.stringMatching(/^json-invalid fr /)])
    expect(await found(page.replace('{\n', '{\n  "extra": "x",\n'))).toContain(
      `key-extra fr ${CATALOG_PAGE}:2`
    )
    expect(await found(page.replace('{\n', '{\n  "files_two": "x",\n'))).toContain(
      `form-unreachable fr ${CATALOG_PAGE}:2`
    )
    expect(await found(page.replace('{\n', '{\n  "hello": "x",\n'))).toContain(
      `json-key-repeated fr ${CATALOG_PAGE}:3`
    )
  })

  it('has lost no key that is new in its source, nor one too many that went from it', async () => {
    const project = await publishedCatalog()
    project.edit('locales/en/t.json', '"last": "This is the last one"', '"new": "Nothing alike at all"')
    project.edit(CATALOG_PAGE, '"Héllo', '"Bonjour')
    const {ids} = await project.check()
    expect(ids).toContain('translation-missing')
    expect(ids.filter((id) => id.startsWith('key-'))).toEqual([])
  })

  it('is compared with the other where both exist and were never brought together', async () => {
    const project = gateProject({
      'en/t.json': CATALOG,
      'fr/t.json': '{\n  "hello": "Bonjour {{nom}}",\n  "x": "y"\n}\n'
    })
    const {found, met} = await project.check()
    expect(met).toBe(false)
    expect(found).toEqual(
      expect.arrayContaining([
        `both-exist locales/en/t.json`,
        `key-lost fr ${CATALOG_PAGE}:2`,
        `form-lost fr ${CATALOG_PAGE}:2`,
        `variable-lost fr ${CATALOG_PAGE}:2`,
        `key-extra fr ${CATALOG_PAGE}:3`
      ])
    )
  })
})

describe('places', () => {
  it('are those of the sentence, in its source and in the page', async () => {
    const text = '> **One 1.** See [two](https://a.example/two) 2\n> &amp; three. Here\n> is *the 3*.\n'
    const project = gateProject({'en/a.md': text})
    await project.translate((one) => one.replaceAll(/\d/g, '7'))
    const {diagnostics} = await project.check()
    const places = diagnostics
      .filter(({id}) => id === 'number-differs')
      .map(({line, column}) => [line, column])
    expect(places).toEqual([
      [1, 9],
      [1, 47],
      [3, 11]
    ])
    // A block that is printed stands on one line.
    expect(diagnostics.map(({target}) => target?.line)).toEqual([1, 1, 1])
  })

  it('of translations to do are one for a block, at the first such sentence, with their number', async () => {
    const project = gateProject({'en/a.md': RELEASE}, {locales: ['en', 'fr', 'de']})
    await project.extract()
    const {diagnostics} = await project.check()
    expect(diagnostics.filter(({locale}) => locale === 'de')).toHaveLength(3)
    expect(diagnostics.filter(({locale}) => locale === 'fr')).toHaveLength(3)
    expect(diagnostics.map(({args}) => 'count' in args && args.count)).toEqual([1, 1, 2, 2, 1, 1])
  })
})

describe('levels', () => {
  it('hold for every id, from any part of the program', async () => {
    const project = await published({checks: {'document-missing': 'warning', 'number-differs': 'error'}})
    project.remove(PAGE)
    expect(await project.check()).toMatchObject({met: true, diagnostics: [{level: 'warning'}]})
    expect(await project.check({failOn: 'warning'})).toMatchObject({met: false})
    expect(await project.check({failOn: 'info'})).toMatchObject({met: false})
  })

  it('cannot be turned down where something was not looked at', async () => {
    for (const id of Object.keys(DIAGNOSTICS) as (keyof typeof DIAGNOSTICS)[]) {
      if (!isUnseen(id)) continue
      const {root} = gateProject({}, {checks: {[id]: 'info'}})
      await expect(openProject(root), id).rejects.toBeInstanceOf(UsageError)
    }
  })

  it('let pass from a minimum on, in each language for itself', async () => {
    const project = gateProject({'en/a.md': RELEASE}, {locales: ['en', 'fr', 'de']})
    await project.translate()
    project.edit(SOURCE, 'Last', 'The last')
    await project.extract()
    expect(await project.check({minimum: 75})).toMatchObject({met: true})
    expect(await project.check({minimum: 76})).toMatchObject({met: false})
    expect(await project.check({minimum: 75, failOn: 'warning'})).toMatchObject({met: true})
  })
})

describe('what could not be opened', () => {
  it('is never green', async () => {
    const project = await published()
    project.edit('locales/xliff/en-fr/a.xlf', /<\/unit>[^]*$/, '')
    const {met, ids} = await project.check()
    expect(met).toBe(false)
    expect(ids).toContain('document-unopened')
    await project.check({updateBaseline: true})
    expect((await project.check()).met).toBe(false)
  })
})

describe('the baseline', () => {
  const BASELINE = 'passerelle-baseline.json'
  const strict = {checks: {'number-differs': 'error'}} as const

  async function accepted(): Promise<GateProject> {
    const project = gateProject({'en/a.md': RELEASE}, strict)
    await project.translate(wrong)
    expect(await project.check()).toMatchObject({met: false})
    expect(await project.check({updateBaseline: true})).toMatchObject({met: true, gate: {accepted: 1}})
    return project
  }

  it('has one line for each finding, which says what it is', async () => {
    const project = await accepted()
    expect(project.read(BASELINE)).toMatch(
      /^\{\n {2}"version": 2,\n {2}"accepted": \[\n {4}\{"path":"locales\/en\/a\.md","locale":"fr","id":"number-differs",.*"found":"9999".*\}\n {2}\]\n\}\n$/
    )
    expect(await project.check()).toMatchObject({
      met: true,
      diagnostics: [{accepted: true}],
      gate: {accepted: 1}
    })
  })

  it('is not undone by lines above', async () => {
    const project = await accepted()
    project.edit(SOURCE, '# Title one\n', '# Title one\n\n\n\n')
    await project.sync()
    expect(await project.check()).toMatchObject({met: true})
  })

  it('does not excuse another fault of the same kind in the same paragraph or sentence, nor in another language', async () => {
    const project = await accepted()
    await project.translate(wrongToo)
    expect(await project.check()).toMatchObject({met: false})
    await project.translate((text) => wrong(text).replace('9999', '8888'))
    expect(await project.check()).toMatchObject({met: false})

    const two = gateProject({'en/a.md': RELEASE}, {locales: ['en', 'fr', 'de']})
    await two.extract()
    await two.check({locales: ['fr'], updateBaseline: true})
    expect(await two.check({locales: ['fr']})).toMatchObject({met: true})
    expect(await two.check({locales: ['de']})).toMatchObject({met: false})
  })

  it('names what is repaired, and drops it when told to', async () => {
    const project = await accepted()
    await project.translate()
    const {found, met} = await project.check()
    expect(found).toEqual([`baseline-repaired ${BASELINE}:4`])
    expect(met).toBe(true)
    await project.check({pruneBaseline: true, dryRun: true})
    expect(project.read(BASELINE)).toContain('number-differs')
    await project.check({pruneBaseline: true})
    expect(project.read(BASELINE)).toBe('{\n  "version": 2,\n  "accepted": []\n}\n')
    await project.translate(wrong)
    expect(await project.check()).toMatchObject({met: false})
  })

  it('drops an entry of a document that is gone, and none that this run did not look at', async () => {
    const project = gateProject({'en/a.md': RELEASE, 'en/b.md': '# Two\n'}, {locales: ['en', 'fr', 'de']})
    await project.extract()
    await project.check({updateBaseline: true})
    const before = project.read(BASELINE)
    await project.check({locales: ['fr'], pruneBaseline: true})
    await project.check({locales: ['fr'], updateBaseline: true})
    expect(project.read(BASELINE)).toBe(before)
    project.remove('locales/en/b.md')
    expect((await project.check()).ids.filter((id) => id === 'baseline-repaired')).toHaveLength(2)
  })

  it('writes nothing in a trial run', async () => {
    const project = gateProject({'en/a.md': RELEASE})
    await project.check({updateBaseline: true, dryRun: true})
    expect(existsSync(join(project.root, BASELINE))).toBe(false)
    await project.check({pruneBaseline: true})
    expect(existsSync(join(project.root, BASELINE))).toBe(false)
  })

  it('of version 1 is read with its meaning, and written anew when told to', async () => {
    const project = gateProject({'en/a.md': RELEASE}, strict)
    await project.translate(wrong)
    const [first] = (await project.check()).diagnostics
    const old = {version: 1, accepted: [`number-differs ${SOURCE} ${first!.unit}`]}
    project.write(BASELINE, `${JSON.stringify(old, undefined, 2)}\n`)
    await project.translate(wrongToo)
    expect(await project.check()).toMatchObject({met: true, gate: {accepted: 2}})
    await project.check({pruneBaseline: true})
    expect(JSON.parse(project.read(BASELINE))).toMatchObject({
      version: 2,
      accepted: [{locale: 'fr'}, {locale: 'fr'}]
    })
    expect(await project.check()).toMatchObject({met: true, gate: {accepted: 2}})
  })

  it.each(['[1]', '{"version": 3, "accepted": []}', '{"version": 2, "accepted": [{}]}', '{', 'null'])(
    'that is none, %s, is said, and not written over',
    async (text) => {
      const project = await published()
      project.write(BASELINE, text)
      expect(await project.check()).toMatchObject({met: false, found: [`baseline-invalid ${BASELINE}`]})
      await project.check({updateBaseline: true})
      expect(project.read(BASELINE)).toBe(text)
    }
  )

  it('that is named and is not there is an error', async () => {
    const project = await published()
    expect(await project.check({baseline: 'no.json'})).toMatchObject({met: false, ids: ['cannot-read']})
  })
})
