import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {PROFILES} from '@passerelle/xliff'
import {check, exportHandoffs, importHandbacks, merge, openProject, type Profile} from '../src/index.ts'
import {handbackIn, inTargetOf, newProject, recordIn} from './quirk-project.ts'

/** A project that took in a hand-back, and its French release. */
async function taken(name: string, xml: string): Promise<{root: string; french: string; ids: string[]}> {
  const root = newProject(name)
  writeFileSync(join(root, 'back.xlf'), xml)
  const {diagnostics} = await importHandbacks(await openProject(root), ['back.xlf'])
  await merge(await openProject(root))
  const ids = diagnostics.map(({id}) => id)
  return {root, french: readFileSync(join(root, 'locales/fr/a.md'), 'utf8'), ids}
}

const errors = async (root: string): Promise<string[]> => {
  const {diagnostics} = await check(await openProject(root))
  return diagnostics.filter(({level}) => level !== 'info').map(({id}) => id)
}

describe.each(Object.entries(PROFILES))(
  'a sentence that its neighbour says, too, for %s',
  (name, profile) => {
    const emptied = async (sign: string): Promise<string> =>
      (await handbackIn(profile.version))
        .replace('trois mètres<', 'trois mètres, sans blesser personne<')
        .replace('Personne n’a été blessé.', sign.replace('<', '&lt;'))

    it('prints nothing and is valid with the sign of the client', async () => {
      const {root, french, ids} = await taken(`empty-${name}`, await emptied(profile.empty))
      expect(ids).toEqual(['target-emptied'])
      expect(french).toContain(
        '\nElle a monté de [trois mètres, sans blesser personne](https://a.example).\n'
      )
      expect(await errors(root)).toEqual([])
      const again = await importHandbacks(await openProject(root), ['back.xlf'])
      expect(again.changes).toEqual([])
    })

    it('is missing without it', async () => {
      const {root} = await taken(`blank-${name}`, await emptied(''))
      expect(await errors(root)).toEqual(['translation-missing'])
    })

    it('goes out with the sign, and comes back as it went', async () => {
      const {root} = await taken(`out-${name}`, await emptied(profile.empty))
      const record = recordIn(root)
      await exportHandoffs(await openProject(root), {to: 'out', profile: name as Profile})
      const path = name === 'omegat' ? 'out/en-fr/source/a.xlf' : `out/en-fr/a${profile.ending}`
      const xml = readFileSync(join(root, path), 'utf8')
      // OmegaT is given sources, and has its translations in a memory.
      const sign = profile.empty.replace('<', '&lt;').replace('>', '&gt;')
      expect(xml.includes(`>${sign}</target>`)).toBe(!profile.copySource)
      const back = await importHandbacks(await openProject(root), [path])
      expect(back.counts.imported).toBe(0)
      expect(recordIn(root)).toEqual(record)
    })
  }
)

it('a block of which no sentence is said is an error, and stays as it is in the source', async () => {
  const xml = inTargetOf('Aid', () => '<target>&lt;EMPTY&gt;</target>')(await handbackIn('1.2')) as string
  const {root, french} = await taken('empty-block', xml)
  expect(french).toContain('\nAid came.\n')
  expect(await errors(root)).toEqual(['target-empty'])
})
