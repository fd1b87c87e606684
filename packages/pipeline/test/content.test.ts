import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {meaningOf} from '../src/content/languages.ts'
import {nameDocuments} from '../src/content/names.ts'
import {resolveConfig} from '../src/config/config.ts'
import {check, exportHandoffs, importHandbacks, merge, openProject, type Report, sync} from '../src/index.ts'

/** A project with a configuration of these patterns, and these files. */
function project(
  content: ReadonlyArray<string>,
  files: ReadonlyArray<string> | Readonly<Record<string, string>>
): string {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-content-'))
  const texts = Array.isArray(files)
    ? Object.fromEntries(files.map((path: string) => [path, `Here is ${path}.\n`]))
    : (files as Record<string, string>)
  for (const [path, text] of Object.entries(texts)) write(root, path, text)
  configure(root, content)
  return root
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), text)
}

function configure(root: string, content: ReadonlyArray<string>): void {
  write(root, 'passerelle.config.json', JSON.stringify({locales: ['en', 'fr'], content}))
}

async function gate(root: string): Promise<{met: boolean; told: string[]; report: Report}> {
  const report = await check(await openProject(root))
  const told = report.diagnostics
    .filter(({id}) => id !== 'translation-missing')
    .map(({id, path, level}) => `${level} ${id} ${path}`)
  return {met: report.gate!.met, told, report}
}

const ALL = ['locales/{locale}/**/*.{md,json}']

describe('a folder in the place of that of a language', () => {
  it.each([
    ['francais', 'fr'],
    ['Français', 'fr'],
    ['french', 'fr'],
    ['frnech', 'fr'],
    ['FR', 'fr'],
    ['fr-FR', 'fr'],
    ['fr_CA', 'fr'],
    ['fra', 'fr'],
    ['anglais', 'en'],
    ['englisch', 'en']
  ])('%s is %s under another name', async (name, nearest) => {
    expect(meaningOf(name, ['en', 'fr'])).toEqual({nearest})
    const {met, told, report} = await gate(project(ALL, ['locales/en/a.md', `locales/${name}/b.md`]))
    expect([met, told]).toEqual([false, [`error folder-misnamed locales/${name}`]])
    expect(report.diagnostics.find(({id}) => id === 'folder-misnamed')!.args).toEqual({
      nearest: `locales/${nearest}`,
      exclude: `!locales/${name}/**`
    })
  })

  it.each(['de', 'pt-BR', 'deutsch', 'espagnol'])(
    '%s is that of a language nobody configured',
    async (name) => {
      const {met, told} = await gate(project(ALL, ['locales/en/a.md', `locales/${name}/b.md`]))
      expect([met, told]).toEqual([false, [`error locale-not-configured locales/${name}`]])
    }
  )

  it.each(['images', 'xliff', 'shared', 'src', 'doc', 'drafts', 'templates', 'media', 'partials'])(
    '%s is not like one',
    (name) => {
      expect(meaningOf(name, ['en', 'fr'])).toBeUndefined()
    }
  )

  it('is told of where it holds texts alone, and texts of other folders are no error', async () => {
    const {told} = await gate(
      project(ALL, [
        'locales/en/a.md',
        'locales/FR/a.png',
        'locales/images/b.png',
        'locales/xliff/notes.md',
        'locales/shared/c.md',
        'docs/de/d.md'
      ])
    )
    expect(told).toEqual(['warning folder-not-read locales/shared'])
  })

  it('is looked for at the top of a project too, where other folders are nobody’s mistake', async () => {
    const {told} = await gate(
      project(['{locale}/**/*.md'], ['en/a.md', 'docs/b.md', 'test/c.md', 'francais/d.md'])
    )
    expect(told).toEqual(['error folder-misnamed francais'])
  })

  it('is told of, too, where it holds what somebody meant as a text', async () => {
    const {told} = await gate(project(ALL, ['locales/en/a.md', 'locales/french/a.docx']))
    expect(told).toEqual(['error folder-misnamed locales/french'])
  })
})

describe('a file that nobody reads', () => {
  it('is named by its ending, with what leaves it out; pictures are counted, others not mentioned', async () => {
    const root = project(ALL, [
      'locales/en/a.md',
      'locales/en/releases/brief.docx',
      'locales/en/releases/b.png',
      'locales/fr/c.jpg',
      'locales/en/.DS_Store',
      'locales/en/~$brief.docx',
      'locales/en/LICENSE',
      'other/d.docx'
    ])
    const {told, report} = await gate(root)
    expect(told).toEqual([
      'info assets-not-read locales/en/releases',
      'warning file-not-read locales/en/releases/brief.docx'
    ])
    const args = report.diagnostics.map(({args}) => args)
    expect(args).toContainEqual({count: 2})
    const exclude = '!locales/en/releases/brief.docx'
    expect(args).toContainEqual({count: 1, names: 'brief.docx', ending: '.docx', exclude})
    configure(root, [...ALL, exclude])
    expect((await gate(root)).told).toEqual(['info assets-not-read locales/en/releases'])
  })

  it('is told once for each ending, and one pattern leaves all out', async () => {
    const files = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `locales/en/${name}/x.docx`)
    const root = project(ALL, ['locales/en/a.md', ...files])
    const {report} = await gate(root)
    const exclude = '!locales/{locale}/**/*.docx'
    expect(report.diagnostics.map(({args}) => args)).toContainEqual({
      count: 6,
      names: 'x.docx, x.docx, x.docx, x.docx, x.docx, …',
      ending: '.docx',
      exclude
    })
    configure(root, [...ALL, exclude])
    expect((await gate(root)).told).toEqual([])
  })

  it('is one only in the folders that a pattern looks into', async () => {
    const {told} = await gate(
      project(
        ['locales/{locale}/blog/*.md'],
        [
          'locales/en/blog/a.md',
          'locales/en/blog/a.txt',
          'locales/en/blog/old/a.txt',
          'locales/en/a.txt',
          'locales/en/blog/data.json'
        ]
      )
    )
    expect(told).toEqual([
      'warning file-not-read locales/en/blog/a.txt',
      'warning file-not-read locales/en/blog/data.json'
    ])
  })

  it('is none where a pattern takes its ending, and some names alone', async () => {
    expect(
      (await gate(project(['locales/{locale}/r-*.md'], ['locales/en/r-1.md', 'locales/en/x.md']))).told
    ).toEqual([])
  })
})

describe('what is left out with !', () => {
  it('is neither read nor missed', async () => {
    const root = project(
      [...ALL, '!**/drafts/**', '!locales/{locale}/old.md', '!locales/de'],
      [
        'locales/en/a.md',
        'locales/en/drafts/b.md',
        'locales/fr/old.md',
        'locales/en/old.md',
        'locales/de/c.md'
      ]
    )
    const {told, report} = await gate(root)
    expect(told).toEqual([])
    expect(report.coverage.map(({document}) => document)).toEqual(['a.md'])
  })
})

describe('nothing to check', () => {
  it.each<[what: string, content: string[], files: string[], told: string[]]>([
    ['in an empty folder', ALL, [], ['error nothing-to-check .']],
    [
      'where a pattern is misspelt',
      ['locale/{locale}/*.md'],
      ['locales/en/a.md'],
      ['error nothing-to-check .']
    ],
    ['where all is left out', [...ALL, '!**/*.md'], ['locales/en/a.md'], ['error nothing-to-check .']]
  ])('is an error %s', async (_, content, files, expected) => {
    const {met, told} = await gate(project(content, files))
    expect([met, told]).toEqual([false, expected])
  })

  it('is an error where there is one language, as in a clone to which an empty folder did not come', async () => {
    const root = project([], ['locales/en/a.md'])
    write(root, 'passerelle.config.json', '{}')
    const {met, told} = await gate(root)
    expect([met, told]).toEqual([false, ['error one-language .']])
  })

  it('is an error where the only original is gone, and its page is still there', async () => {
    const root = project(ALL, ['locales/en/a.md'])
    await translateAll(root)
    rmSync(join(root, 'locales/en/a.md'))
    const {met, told} = await gate(root)
    expect([met, told]).toEqual([false, ['error nothing-to-check .', 'error source-gone locales/fr/a.md']])
  })

  it('is no error where a choice leaves nothing, and said', async () => {
    const root = project(ALL, ['locales/en/a.md'])
    const {gate: found, diagnostics} = await check(await openProject(root), {locales: ['en']})
    expect([found!.met, diagnostics.map(({id}) => id)]).toEqual([true, ['nothing-selected']])
  })

  it('names each of several patterns that takes nothing, and fails where its folder is not there', async () => {
    const {met, told} = await gate(
      project([...ALL, 'locales/{locale}/*.mdx', 'doc/{locale}/*.md'], ['locales/en/a.md', 'docs/en/a.md'])
    )
    expect(met).toBe(false)
    expect(told).toEqual(['error pattern-without-folder doc', 'warning pattern-without-file locales'])
  })

  it('keeps sync from no work: an empty project is set up, not broken', async () => {
    expect((await sync(await openProject(project(ALL, [])))).diagnostics).toEqual([])
  })
})

/** Translate all that is handed out. */
async function translateAll(root: string): Promise<void> {
  await exportHandoffs(await openProject(root), {to: 'out'})
  for (const name of readdirSync(join(root, 'out'), {recursive: true, encoding: 'utf8'})) {
    if (!name.endsWith('.xlf')) continue
    const text = readFileSync(join(root, 'out', name), 'utf8')
    const filled = text.replace(
      /<source>([^<]*)<\/source>(\s*)<target[^>]*\/>/g,
      '<source>$1</source>$2<target state="translated">$1 [fr]</target>'
    )
    write(root, join('out', name), filled)
  }
  await importHandbacks(await openProject(root), ['out'])
  await merge(await openProject(root))
}

const SECOND = 'docs/{locale}/**/*.{md,json}'

describe('names of documents', () => {
  it('stay when a folder is added, before or behind, and when it goes again', async () => {
    const root = project(ALL, ['locales/en/a.md', 'locales/en/index.md'])
    await translateAll(root)
    write(root, 'docs/en/index.md', 'Something else.\n')
    write(root, 'docs/en/b.md', 'And a b.\n')
    for (const content of [
      [...ALL, SECOND],
      [SECOND, ...ALL]
    ]) {
      const copy = mkdtempSync(join(tmpdir(), 'passerelle-names-'))
      cpSync(root, copy, {recursive: true})
      configure(copy, content)
      await translateAll(copy)
      const {met, report} = await gate(copy)
      expect(report.coverage.map(({document, sourcePath}) => [document, sourcePath])).toEqual([
        ['a.md', 'locales/en/a.md'],
        ['docs/b.md', 'docs/en/b.md'],
        ['docs/index.md', 'docs/en/index.md'],
        ['index.md', 'locales/en/index.md']
      ])
      expect(met).toBe(true)
      configure(copy, [SECOND])
      expect((await gate(copy)).met).toBe(true)
      configure(copy, ALL)
      expect((await gate(copy)).met).toBe(true)
    }
  })

  it('of a project that always had several folders have these in them, as ever', async () => {
    const root = project([...ALL, SECOND], ['locales/en/a.md', 'docs/en/a.md'])
    await translateAll(root)
    const {met, report} = await gate(root)
    expect([met, report.coverage.map(({document}) => document)]).toEqual([
      true,
      ['docs/a.md', 'locales/a.md']
    ])
  })

  it('are found again whatever folders come and go (a law)', async () => {
    const roots = fc.uniqueArray(fc.constantFrom('', 'a/', 'b/', 'a/b/'), {minLength: 1})
    const belows = fc.uniqueArray(fc.constantFrom('x.md', 'b/x.md', 'y.md', 'x.json'), {minLength: 1})
    await fc.assert(
      fc.asyncProperty(fc.array(roots, {minLength: 1, maxLength: 4}), belows, async (steps, names) => {
        const records = new Set<string>()
        const owner = new Map<string, string>()
        for (const some of steps) {
          const content = some.map((root) => `${root}{locale}/**/*.{md,json}`)
          const config = resolveConfig({locales: ['en', 'fr'], content}, 'x.json')
          const found = some.flatMap((root) => names.map((below) => ({root, below, locales: ['en']})))
          const isOwner = async (
            {root, below}: {root: string; below: string},
            name: string
          ): Promise<number> => (owner.get(name) === `${root}en/${below}` ? 1 : 0)
          const {documents} = await nameDocuments(found, {config, locales: ['en', 'fr']}, records, isOwner)
          expect(new Set(documents.map(({document}) => document)).size).toBe(documents.length)
          for (const {root, below, document} of documents) {
            const before = [...owner].find(([, path]) => path === `${root}en/${below}`)?.[0]
            expect(document).toBe(before ?? document)
            owner.set(document, `${root}en/${below}`)
            records.add(`locales/xliff/en-fr/${document.replace(/\.md$/, '')}.xlf`)
          }
        }
      })
    )
  })
})
