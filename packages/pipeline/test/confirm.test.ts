import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Pair, textIdOf, textOf} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {check, confirm, type ConfirmOptions, importHandbacks, merge, openProject, sync} from '../src/index.ts'
import {AID, handbackIn, HURT, newProject, recordIn, ROSE, shown} from './quirk-project.ts'

/** A release of which two hand-backs of one run say two sentences differently. */
async function disputed(name: string): Promise<string> {
  const root = newProject(`confirm-${name}`)
  const first = await handbackIn('1.2')
  mkdirSync(join(root, 'back'))
  writeFileSync(join(root, 'back/a.xlf'), first)
  writeFileSync(
    join(root, 'back/b.xlf'),
    first.replace('Personne n’a été', 'Nul n’a été').replace('Les secours', 'Des secours')
  )
  await importHandbacks(await openProject(root), ['back'])
  await merge(await openProject(root))
  return root
}

const pairOf = (root: string, source: string): Pair =>
  recordIn(root)
    .units.flatMap(({pairs}) => pairs)
    .find((pair) => shown(pair.source) === source)!

const settle = async (root: string, places: string[], options: ConfirmOptions = {}): Promise<number> =>
  (await confirm(await openProject(root), places, options)).counts.confirmed

const unsettled = async (root: string): Promise<unknown[]> => {
  const {diagnostics} = await check(await openProject(root))
  return diagnostics
    .filter(({id}) => id.startsWith('unsettled-'))
    .map(({args}) => 'text' in args && args.text)
}

describe('confirm', () => {
  it('lists what waits, with texts and places, and writes nothing', async () => {
    const root = await disputed('list')
    const before = recordIn(root)
    const {diagnostics, changes} = await confirm(await openProject(root), [])
    expect(changes).toEqual([])
    expect(recordIn(root)).toEqual(before)
    expect(diagnostics).toMatchObject([
      {id: 'unsettled-disputed', level: 'warning', path: 'locales/en/a.md', line: 7, args: {text: HURT}},
      {id: 'unsettled-disputed', level: 'warning', path: 'locales/en/a.md', line: 11, args: {text: AID}}
    ])
  })

  it.each([
    'locales/en/a.md:11',
    'locales/en/a.md:11:1',
    './locales/fr/a.md:11',
    'locales/xliff/en-fr/a.xlf:11'
  ])('keeps what is in place at %s, for good', async (place) => {
    const root = await disputed(`keep-${place.replaceAll(/\W/g, '-')}`)
    const {target} = pairOf(root, AID)
    expect(await settle(root, [place])).toBe(1)
    expect(await unsettled(root)).toEqual([HURT])
    const now = pairOf(root, AID)
    expect(now).toMatchObject({target, candidates: [{kind: 'declined'}]})
    expect(now).not.toHaveProperty('doubts')
    const record = recordIn(root)
    expect(await settle(root, [place])).toBe(0)
    await importHandbacks(await openProject(root), ['back'])
    expect(recordIn(root)).toEqual(record)
  })

  it('puts another text in place, which the documents then show', async () => {
    const root = await disputed('take')
    const {target} = pairOf(root, AID).candidates[0]!
    const take = textIdOf(target)
    expect(await settle(root, ['locales/en/a.md'], {take})).toBe(1)
    expect(await settle(root, ['locales/en/a.md'], {take})).toBe(0)
    expect(pairOf(root, AID)).toMatchObject({target, state: 'translated', candidates: [{kind: 'declined'}]})
    await sync(await openProject(root))
    expect(readFileSync(join(root, 'locales/fr/a.md'), 'utf8')).toContain(`\n${textOf(target)}\n`)
    expect(await settle(root, ['locales/en/a.md:7'], {take: 'other'})).toBe(1)
    expect(await unsettled(root)).toEqual([])
  })

  it('settles all that waits', async () => {
    const root = await disputed('all')
    expect(await settle(root, [], {all: true})).toBe(2)
    expect(await unsettled(root)).toEqual([])
  })

  it('takes a sentence as empty on purpose', async () => {
    const root = newProject('confirm-empty')
    const handback = (await handbackIn('1.2')).replace(/<target>Personne[^]*?<\/target>/, '<target/>')
    writeFileSync(join(root, 'back.xlf'), handback)
    await importHandbacks(await openProject(root), ['back.xlf'])
    expect(await settle(root, ['locales/en/a.md:7'], {empty: true})).toBe(1)
    expect(await settle(root, ['locales/en/a.md:7'], {empty: true})).toBe(0)
    expect(pairOf(root, HURT)).toMatchObject({target: [], state: 'translated'})
    await merge(await openProject(root))
    expect(readFileSync(join(root, 'locales/fr/a.md'), 'utf8')).toMatch(/^Elle a monté de \[.*\)\.$/m)
    expect((await check(await openProject(root))).gate?.met).toBe(true)
  })

  it('writes nothing on a trial run', async () => {
    const root = await disputed('dry')
    const before = recordIn(root)
    const report = await confirm(await openProject(root), [], {all: true, dryRun: true})
    expect([report.counts.confirmed, report.changes.length]).toEqual([2, 1])
    expect(recordIn(root)).toEqual(before)
    expect(existsSync(join(root, 'back/a.xlf'))).toBe(true)
  })

  it.each([
    [['locales/en/b.md'], {}, 'nothing-there'],
    [['locales/en/a.md:4'], {}, 'nothing-there'],
    [['locales/en/a.md'], {take: 'zzzzz'}, 'text-unknown'],
    [['locales/en/a.md:5'], {take: 'other'}, 'text-unknown'],
    [['locales/en/a.md'], {take: 'other'}, 'sentence-unclear'],
    [['locales/en/a.md:11'], {empty: true}, 'sentence-unclear']
  ] as const)('of %j with %j is told %s', async (places, options, id) => {
    const root = await disputed(`told-${id}-${places.join('').length}-${Object.keys(options).join('')}`)
    const project = await openProject(root)
    await expect(confirm(project, places, options)).rejects.toMatchObject({id})
    expect(pairOf(root, ROSE).doubts).toBeUndefined()
  })
})

describe('a sentence that has changed', () => {
  async function changed(name: string): Promise<string> {
    const root = newProject(`confirm-changed-${name}`)
    writeFileSync(join(root, 'back.xlf'), await handbackIn('1.2'))
    await importHandbacks(await openProject(root), ['back.xlf'])
    await merge(await openProject(root))
    const path = join(root, 'locales/en/a.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace('Aid came.', 'Some aid came.'))
    return root
  }

  it('has its earlier translation again where a person points at it', async () => {
    const root = await changed('pointed')
    expect(await settle(root, ['locales/en/a.md:11'])).toBe(1)
    expect(textOf(pairOf(root, 'Some aid came.').target!)).toBe('Les secours sont venus.')
    await merge(await openProject(root))
    const {diagnostics} = await check(await openProject(root))
    expect(diagnostics.filter(({id}) => id === 'translation-changed')).toEqual([])
  })

  it.each([[['locales/en/a.md'], {}] as const, [[], {all: true}] as const])(
    'stays so where all is settled at once: %j',
    async (places, options) => {
      const root = await changed(`all-${places.length}`)
      await settle(root, [...places], options)
      expect(pairOf(root, 'Some aid came.').target).toBeUndefined()
    }
  )
})
