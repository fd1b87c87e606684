import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {exportHandoffs, importHandbacks, merge, openProject} from '../src/index.ts'
import {handbackIn, inUnit, newProject, recordIn} from './quirk-project.ts'

/** A hand-back in which the two sentences of a paragraph stand the other way around: the gap between them is part 2. */
async function swapped(): Promise<string> {
  return inUnit('It rose by', (unit) => placed(unit, [3, 1]))(await handbackIn('2.0')) as string
}

function placed(unit: string, places: (number | string)[]): string {
  return unit.replace(/<target(?: order="[^"]*")?>/g, () => `<target order="${places.shift()}">`)
}

async function take(root: string, xml: string): Promise<{imported: number; told: string[]}> {
  writeFileSync(join(root, 'back.xlf'), xml)
  const {counts, diagnostics} = await importHandbacks(await openProject(root), ['back.xlf'])
  await merge(await openProject(root), {})
  return {imported: counts.imported, told: diagnostics.map(({id}) => id)}
}

const paragraph = (root: string): string =>
  readFileSync(join(root, 'locales/fr/a.md'), 'utf8').split('\n\n')[2]!

const ROSE = 'Elle a monté de [trois mètres](https://a.example).'
const HURT = 'Personne n’a été blessé.'

describe('the order of sentences in a translation', () => {
  it('is that of the file that came back, and stays', async () => {
    const root = newProject('order')
    expect(await take(root, await swapped())).toEqual({imported: 7, told: []})
    expect(paragraph(root)).toBe(`${HURT} ${ROSE}`)
    expect(await take(root, await swapped())).toEqual({imported: 0, told: []})
    await exportHandoffs(await openProject(root), {to: 'again', format: 'xliff-2.0'})
    const again = readFileSync(join(root, 'again/en-fr/a.xlf'), 'utf8')
    expect(again.match(/ order="\d"/g)).toEqual([' order="3"', ' order="1"'])
    expect(await take(root, again)).toEqual({imported: 0, told: []})
    expect(paragraph(root)).toBe(`${HURT} ${ROSE}`)
  })

  it('is news where the sentences came back as they were', async () => {
    const root = newProject('order-news')
    await take(root, await handbackIn('2.0'))
    expect(await take(root, await swapped())).toEqual({imported: 1, told: []})
    expect(paragraph(root)).toBe(`${HURT} ${ROSE}`)
    const straight = inUnit('It rose by', (unit) => placed(unit, [1, 3]))(await swapped()) as string
    expect(await take(root, straight)).toEqual({imported: 1, told: []})
    expect(paragraph(root)).toBe(`${ROSE} ${HURT}`)
    expect(recordIn(root).units.flatMap(({pairs}) => pairs.flatMap(({order}) => order ?? []))).toEqual([])
  })

  it('stays where a version without it comes back, and where only the white space of the source changes', async () => {
    const root = newProject('order-stays')
    await take(root, await swapped())
    const other = (await handbackIn('1.2')).replace('Personne n’a été blessé', 'Nul n’a été blessé')
    expect(await take(root, other)).toEqual({imported: 1, told: []})
    expect(paragraph(root)).toBe(`Nul n’a été blessé. ${ROSE}`)
    const source = join(root, 'locales/en/a.md')
    writeFileSync(source, readFileSync(source, 'utf8').replace('It rose by', 'It rose  by'))
    await merge(await openProject(root), {})
    expect(paragraph(root)).toBe(`Nul n’a été blessé. ${ROSE}`)
  })

  it('is said to be left out where it cannot be', async () => {
    const root = newProject('order-odd')
    const straight = await handbackIn('2.0')
    for (const [index, [first, second]] of [
      [3, 3],
      [1.5, 1],
      ['x', 1]
    ].entries()) {
      const odd = inUnit('It rose by', (unit) => placed(unit, [first!, second!]))(straight) as string
      expect(await take(root, odd)).toEqual({imported: index === 0 ? 7 : 0, told: ['order-ignored']})
      expect(paragraph(root)).toBe(`${ROSE} ${HURT}`)
    }
  })

  it('is that of a document in which a sentence was changed by hand', async () => {
    const root = newProject('order-edited')
    await take(root, await swapped())
    const path = join(root, 'locales/fr/a.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace('Personne', 'Nul'))
    await importHandbacks(await openProject(root), ['locales/fr/a.md'])
    await merge(await openProject(root), {})
    expect(paragraph(root)).toBe(`Nul n’a été blessé. ${ROSE}`)
    const {pairs} = recordIn(root).units.find((unit) => unit.pairs.length === 2)!
    expect(pairs[1]!.target).toEqual(['Nul n’a été blessé.'])
  })
})
