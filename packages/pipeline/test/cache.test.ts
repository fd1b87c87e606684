import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, describe, expect, it} from 'vitest'
import {check, openProject, type Report, status, sync, type VerbOptions} from '../src/index.ts'
import {scan} from '../src/cache/scan.ts'
import {runsOf} from '../../../test/support.ts'

const base = mkdtempSync(join(tmpdir(), 'passerelle-cache-'))
afterAll(() => rmSync(base, {recursive: true}))
let count = 0

const TEXT = '# One river\n\nThe army sent two boats. Nobody was hurt.\n'

function project(): string {
  const root = join(base, String(++count))
  mkdirSync(join(root, 'locales/fr'), {recursive: true})
  mkdirSync(join(root, 'locales/en'))
  writeFileSync(join(root, 'passerelle.config.json'), '{"locales": ["en", "fr"]}\n')
  writeFileSync(join(root, 'locales/en/a.md'), TEXT)
  writeFileSync(join(root, 'locales/en/b.md'), TEXT.replace('One', 'Our'))
  return root
}

const cacheOf = (root: string, program = '1'): VerbOptions => ({
  cache: {folder: join(root, 'node_modules/.cache/passerelle'), program}
})

const VERBS = {sync, status, check} as const

async function run(root: string, verb: keyof typeof VERBS, options: VerbOptions): Promise<Report> {
  return VERBS[verb](await openProject(root), options)
}

/** Results that are kept. */
function kept(root: string): number {
  const folder = join(root, 'node_modules/.cache/passerelle')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('result-')).length : 0
}

/** Something that somebody does to the files of a project. */
type Deed = (root: string, number: number) => void

const at = (root: string, number: number): string =>
  join(root, ['locales/en/a.md', 'locales/en/b.md', 'locales/fr/a.md', 'outbox/en-fr/a.xlf'][number % 4]!)

const DEEDS: Readonly<Record<string, Deed>> = {
  'the same bytes again': (root, number) => {
    const path = at(root, number)
    if (existsSync(path)) writeFileSync(path, readFileSync(path))
  },
  'other bytes, as many, in the same instant': (root, number) => {
    const path = at(root, number)
    if (existsSync(path))
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(/a|e/, (a) => (a === 'a' ? 'e' : 'a'))
      )
  },
  'other bytes with the times of before': (root, number) => {
    const path = at(root, number)
    if (!existsSync(path)) return
    const {atime, mtime} = statSync(path)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/o|u/, (o) => (o === 'o' ? 'u' : 'o'))
    )
    utimesSync(path, atime, mtime)
  },
  'a file of long ago in its place': (root, number) => {
    const path = at(root, number)
    if (!existsSync(path)) return
    writeFileSync(`${path}.new`, readFileSync(path, 'utf8').replace('boats', 'bouts'))
    utimesSync(`${path}.new`, 1000, 1000)
    renameSync(`${path}.new`, path)
  },
  'a file gone': (root, number) => rmSync(at(root, number), {force: true}),
  'a file more': (root, number) => writeFileSync(join(root, `locales/en/c${number % 3}.md`), TEXT),
  'a folder more': (root) => mkdirSync(join(root, 'locales/de'), {recursive: true}),
  'a hand-back': (root) => {
    const path = at(root, 3)
    if (!existsSync(path)) return
    mkdirSync(join(root, 'inbox'), {recursive: true})
    const filled = readFileSync(path, 'utf8').replace(
      '<source>Nobody was hurt.</source>',
      '<source>Nobody was hurt.</source><target state="translated">Sauf</target>'
    )
    writeFileSync(join(root, 'inbox/a.xlf'), filled)
  },
  'another configuration': (root, number) =>
    writeFileSync(
      join(root, 'passerelle.config.json'),
      `{"locales": ["en", "fr"], "buildFrom": ${number % 100}}\n`
    ),
  'a cache that was cut off': (root) => {
    const folder = join(root, 'node_modules/.cache/passerelle')
    if (!existsSync(folder)) return
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8')
      writeFileSync(join(folder, name), text.slice(0, text.length / 2))
    }
  },
  'no cache any more': (root) => rmSync(join(root, 'node_modules'), {recursive: true, force: true})
}

describe('the cache', () => {
  it('changes no result, whatever happens to the files', async () => {
    const deed = fc.tuple(fc.constantFrom(...Object.keys(DEEDS)), fc.nat(99))
    // Of two runs one finds everything as it was, so that there is something to be taken from the cache.
    const deeds = fc.oneof(fc.constant([]), fc.array(deed, {minLength: 1, maxLength: 2}))
    const verbs = fc.constantFrom(...(Object.keys(VERBS) as (keyof typeof VERBS)[]))
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, {minLength: 4, maxLength: 10}), verbs, async (steps, verb) => {
        const root = project()
        for (const step of steps) {
          for (const [name, number] of step) DEEDS[name]!(root, number)
          // The same files elsewhere, without a cache. A copy keeps the names, which is all that reports say of a place.
          const copy = join(base, `${count}-copy`)
          rmSync(copy, {recursive: true, force: true})
          cpSync(root, copy, {recursive: true})
          expect(await run(root, verb, cacheOf(root))).toEqual(await run(copy, verb, {}))
        }
      }),
      {numRuns: runsOf(40)}
    )
  })

  it.each(['other bytes, as many, in the same instant', 'other bytes with the times of before'])(
    'is not deceived by %s',
    async (deed) => {
      const root = project()
      await run(root, 'sync', cacheOf(root))
      await run(root, 'sync', cacheOf(root))
      DEEDS[deed]!(root, 0)
      expect((await run(root, 'sync', cacheOf(root))).changes).not.toEqual([])
    }
  )

  it('answers an idle run without doing it, and another question not', async () => {
    const root = project()
    await run(root, 'sync', cacheOf(root))
    expect(kept(root)).toBe(0)
    const idle = await run(root, 'sync', cacheOf(root))
    expect(kept(root)).toBe(1)
    // What is kept is what is answered: it is changed here, to see it.
    const folder = join(root, 'node_modules/.cache/passerelle')
    const name = readdirSync(folder).find((one) => one.startsWith('result-'))!
    writeFileSync(join(folder, name), JSON.stringify({...idle, kept: 77}))
    expect(await run(root, 'sync', cacheOf(root))).toEqual({...idle, kept: 77})
    expect(await run(root, 'sync', {...cacheOf(root), dryRun: true})).toEqual({...idle, dryRun: true})
    expect(await run(root, 'sync', {...cacheOf(root), locales: ['fr']})).toEqual(idle)
    expect(await run(root, 'sync', cacheOf(root, 'another version'))).toEqual(idle)
    expect(await run(root, 'status', cacheOf(root))).toMatchObject({verb: 'status'})
  })

  it('reads no file again that is as it was, once it is older than its clock is fine', () => {
    const root = project()
    const where = {root, folders: ['locales'], files: [], except: ''}
    const first = scan(where, [], Date.now())!
    expect(first.map(({path, isRacy}) => [path, isRacy])).toEqual([
      ['locales/en/', false],
      ['locales/en/a.md', true],
      ['locales/en/b.md', true],
      ['locales/fr/', false]
    ])
    const settled = scan(where, first, Date.now() + 10_000)!
    const seen = settled.map((one) => ({...one, bytes: 'as known'}))
    expect(scan(where, seen, Date.now() + 10_000)!.filter(({path}) => path.endsWith('.md'))).toEqual(
      seen.filter(({path}) => path.endsWith('.md'))
    )
  })

  it('keeps nothing of a project with links, nor where nobody may write', async () => {
    const root = project()
    const elsewhere = join(base, `elsewhere-${count}`)
    mkdirSync(elsewhere)
    symlinkSync(elsewhere, join(root, 'locales/en/linked'))
    await run(root, 'status', cacheOf(root))
    expect(kept(root)).toBe(0)
    const other = project()
    const blocked = join(other, 'blocked')
    writeFileSync(blocked, '')
    const cache = {folder: join(blocked, 'cache'), program: '1'}
    expect((await run(other, 'status', {cache})).verb).toBe('status')
  })

  it('keeps a few results', async () => {
    const root = project()
    for (let number = 0; number < 20; number++) await run(root, 'status', cacheOf(root, String(number)))
    expect(kept(root)).toBe(12)
  })
})
