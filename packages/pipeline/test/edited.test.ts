import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {textOf} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {check, importHandbacks, openProject, sync} from '../src/index.ts'
import {AID, handbackIn, HURT, inTargetOf, newProject, recordIn} from './quirk-project.ts'

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

/** Sentences without a translation of today. */
function missing(root: string): string[] {
  const pairs = recordIn(root).units.flatMap((unit) => unit.pairs)
  return pairs.flatMap(({source, target}) => (target ? [] : [textOf(source)]))
}

describe('a built document that was edited by hand', () => {
  it('brings in what was edited, and not what stands in the place of a translation that is missing or old', async () => {
    const root = newProject('edited')
    const [english, french] = ['en', 'fr'].map((locale) => join(root, 'locales', locale, 'a.md')) as [
      string,
      string
    ]
    const withoutTwo = ['Aid', 'Nobody'].reduce(
      (xml, source) => inTargetOf(source, () => '')(xml) as string,
      await handbackIn('1.2')
    )
    writeFileSync(join(root, 'back.xlf'), withoutTwo)
    await importHandbacks(await openProject(root), ['back.xlf'])
    edit(english, 'A bridge', 'A new bridge')
    await sync(await openProject(root))
    expect(readFileSync(french, 'utf8')).toContain('Un pont')
    expect(missing(root)).toEqual(['A new bridge', HURT, AID])

    edit(french, 'Tapez', 'Saisissez')
    const told = (await check(await openProject(root))).diagnostics
    expect(told.filter(({path}) => path === 'locales/fr/a.md')).toMatchObject([
      {id: 'edit-waits', level: 'error', line: 9}
    ])
    const {counts} = await importHandbacks(await openProject(root), ['locales/fr/a.md'])
    expect(counts.imported).toBe(1)
    expect(missing(root)).toEqual(['A new bridge', HURT, AID])

    edit(french, AID, 'Les secours sont venus.')
    edit(french, 'Un pont', 'Le pont')
    await importHandbacks(await openProject(root), ['locales/fr/a.md'])
    // Who corrects a translation of an earlier source says nothing of the source of today.
    expect(missing(root)).toEqual(['A new bridge', HURT])
    expect(readFileSync(french, 'utf8')).toContain('Le pont')
  })
})
