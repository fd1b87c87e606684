import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {textOf} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {exportHandoffs, type HandoffFormat, importHandbacks, openProject} from '../src/index.ts'
import {handbackIn, inUnit, newProject, recordIn} from './quirk-project.ts'

async function take(root: string, xml: string): Promise<string[]> {
  writeFileSync(join(root, 'back.xlf'), xml)
  const {diagnostics} = await importHandbacks(await openProject(root), ['back.xlf'])
  return diagnostics.map(({id}) => id)
}

/** How far a sentence is in the record. */
function standing(root: string): string {
  const pairs = recordIn(root).units.flatMap((unit) => unit.pairs)
  const {state, subState = ''} = pairs.find(({source}) => textOf(source) === 'Aid came.')!
  return `${state} ${subState}`.trim()
}

/** The hand-off of today, with another word for how far that sentence is. */
async function handedOff(root: string, version: string, from: string, to: string): Promise<string> {
  await exportHandoffs(await openProject(root), {to: 'again', format: `xliff-${version}` as HandoffFormat})
  const xml = readFileSync(join(root, 'again/en-fr/a.xlf'), 'utf8')
  const changed = inUnit('Aid came', (unit) => unit.replace(from, to))(xml) as string
  expect(changed).not.toBe(xml)
  return changed
}

describe('a mark on a translation that came back as it was', () => {
  it.each([
    ['Poedit', '1.2', 'state="translated"', 'state="needs-l10n"', 'translated pas:needs-l10n'],
    [
      'Lokalize',
      '1.2',
      'state="translated"',
      'state="needs-review-translation"',
      'translated pas:needs-review-translation'
    ],
    [
      'Poedit',
      '2.0',
      'state="translated"',
      'state="translated" subState="poedit:fuzzy"',
      'translated poedit:fuzzy'
    ]
  ])('comes and goes as in %s, %s', async (tool, version, plain, doubted, expected) => {
    const root = newProject(`marks-${tool}-${version}-${plain.length + doubted.length}`)
    await take(root, await handbackIn(version))
    const on = await handedOff(root, version, plain, doubted)
    expect(await take(root, on)).toEqual(['handback-marked'])
    expect(standing(root)).toBe(expected)
    expect(await take(root, on)).toEqual([])
    expect(standing(root)).toBe(expected)

    const off = await handedOff(root, version, doubted, plain)
    expect(await take(root, off)).toEqual(['handback-unmarked'])
    expect(standing(root)).toBe('translated')
    expect(await take(root, off)).toEqual([])
  })

  it('is kept where a file that never had it comes back', async () => {
    const root = newProject('marks-stale')
    await take(root, await handbackIn('1.2'))
    const stale = await handedOff(root, '1.2', 'state="translated"', 'state="translated" ')
    await take(root, await handedOff(root, '1.2', 'state="translated"', 'state="needs-l10n"'))
    expect(await take(root, stale)).toEqual([])
    expect(standing(root)).toBe('translated pas:needs-l10n')
  })

  it('takes an approval back', async () => {
    const root = newProject('marks-approved')
    await take(root, await handbackIn('1.2'))
    await take(root, await handedOff(root, '1.2', 'state="translated"', 'state="signed-off"'))
    expect(standing(root)).toBe('reviewed')
    const doubted = await handedOff(root, '1.2', 'state="signed-off"', 'state="needs-review-translation"')
    await take(root, doubted.replaceAll('approved="yes"', 'approved="no"'))
    expect(standing(root)).toBe('translated pas:needs-review-translation')
  })
})
