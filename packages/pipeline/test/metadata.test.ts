import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {exportHandoffs, importHandbacks, openProject, sync} from '../src/index.ts'
import {handbackIn, newProject, recordIn} from './quirk-project.ts'

const noted = (category: string): string =>
  `<mda:metaGroup category="${category}"><mda:meta type="by">Ana</mda:meta></mda:metaGroup>`

/** A hand-back in which a tool has noted something of every unit and of the file. */
async function notedBy(category: string): Promise<string> {
  const xml = await handbackIn('2.0')
  return xml
    .replaceAll('</mda:metadata>', `${noted(category)}</mda:metadata>`)
    .replace(/<file [^>]*>/, `$&<mda:metadata>${noted(category)}</mda:metadata>`)
}

const groups = (category: string): unknown => [{category, entries: [{type: 'by', value: 'Ana'}]}]

async function take(root: string, xml: string): Promise<number> {
  writeFileSync(join(root, 'back.xlf'), xml)
  const {counts} = await importHandbacks(await openProject(root), ['back.xlf'])
  return counts.imported
}

describe('what a tool notes for itself', () => {
  it('is kept with the record, goes out again, and follows its unit', async () => {
    const root = newProject('metadata')
    await take(root, await notedBy('ours'))
    expect(recordIn(root).metadata).toEqual(groups('ours'))
    const {length} = recordIn(root).units.filter(({metadata}) => metadata)
    expect(length).toBeGreaterThan(0)

    await exportHandoffs(await openProject(root), {to: 'again', format: 'xliff-2.0'})
    const again = readFileSync(join(root, 'again/en-fr/a.xlf'), 'utf8')
    expect(again.split(noted('ours').slice(0, 30))).toHaveLength(length + 2)
    expect(await take(root, again)).toBe(0)
    expect(recordIn(root).metadata).toEqual(groups('ours'))

    const source = join(root, 'locales/en/a.md')
    writeFileSync(source, readFileSync(source, 'utf8').replace('It rose by', 'It rose, by'))
    await sync(await openProject(root), {})
    expect(recordIn(root).units.filter(({metadata}) => metadata)).toHaveLength(length)

    await take(root, await notedBy('newer'))
    expect(recordIn(root).metadata).toEqual(groups('newer'))
    await take(root, await handbackIn('2.0'))
    expect(recordIn(root).metadata).toEqual(groups('newer'))
  })
})
