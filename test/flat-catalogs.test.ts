import xliff from 'xliff'
import {describe, expect, it} from 'vitest'
import {sandbox} from './support.ts'

const CATALOG = `{
  "title": "Press",
  "read": "Read <0>{{name}}</0>",
  "day_one": "{{count}} day",
  "day_other": "{{count}} days"
}
`

describe('flat catalogs, for those who speak the form of the npm package xliff', () => {
  it('go out through that package, are filled by it, and come back', async () => {
    const project = sandbox({'locales/en/site.json': CATALOG, 'locales/en/a.md': 'No catalog.\n'})
    expect(await project.passerelle('export', '--to', 'out', '--format', 'i18next-xliff')).toMatchObject({
      code: 0
    })
    expect(project.list('out/**/*.xlf')).toEqual(['out/en-fr/site.json.xlf'])

    const flat = await xliff.xliff12ToJs(project.read('out/en-fr/site.json.xlf'))
    const [entries] = Object.values(flat.resources as Record<string, Record<string, {target?: string}>>)
    const french = {
      title: 'Presse',
      read: 'Lire <0>{{name}}</0>',
      day_one: '{{count}} jour',
      day_many: '{{count}} de jours',
      day_other: '{{count}} jours'
    }
    expect(Object.keys(entries!).sort()).toEqual(Object.keys(french).sort())
    for (const [key, target] of Object.entries(french)) entries![key]!.target = target
    project.write('back.xlf', await xliff.jsToXliff12(flat))

    expect(await project.passerelle('import', 'back.xlf')).toMatchObject({code: 0})
    expect(await project.passerelle('merge')).toMatchObject({code: 0})
    expect(JSON.parse(project.read('locales/fr/site.json'))).toEqual(french)
    expect(Object.keys(JSON.parse(project.read('locales/fr/site.json')) as object)).toEqual([
      'title',
      'read',
      'day_one',
      'day_many',
      'day_other'
    ])
  })
})
