import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {exportHandoffs, importHandbacks, openProject} from '../src/index.ts'
import {
  type Change,
  checked,
  filled,
  handoffOf,
  idsOf,
  newProject,
  page,
  PAGE,
  SOURCE,
  take
} from './field-project.ts'
import {recordIn, shown} from './quirk-project.ts'

let number = 0

describe('where a translation belongs', () => {
  it.each<[string, Change]>([
    ['renumbered', (xml) => xml.replace(/trans-unit id="[^"]*"/g, () => `trans-unit id="${++number}"`)],
    ['missing', (xml) => xml.replace(/trans-unit id="[^"]*"/g, 'trans-unit')],
    ['prefixed', (xml) => xml.replaceAll('trans-unit id="', 'trans-unit id="job7:')]
  ])('title and heading say the same, and ids are %s: both are filled', async (what, change) => {
    const {root, handoff} = await newProject()
    const told = await take(root, change(filled(handoff)))
    expect(told).toEqual(what === 'prefixed' ? [] : ['info handback-found-by-text'])
    expect(await page(root)).toBe(PAGE)
  })

  it.each<[string, Change]>([
    ['quotes', (xml) => xml.replace('<source>Nobody was', '<source>‘Nobody’ was')],
    ['double blanks', (xml) => xml.replace('<source>Nobody was', '<source>Nobody  was')],
    ['a no-break space', (xml) => xml.replace('<source>Nobody was', '<source>Nobody\u00A0was')],
    ['& encoded twice', (xml) => xml.replace(/(<source>Run[^]*?)&amp;/, '$1&amp;amp;')]
  ])('a tool retouched the source (%s): it is that of today', async (what, change) => {
    const source = what === 'quotes' ? SOURCE.replace('Nobody', "'Nobody'") : SOURCE
    const {root, handoff} = await newProject({'locales/en/a.md': source})
    const whole = filled(handoff).replace(
      /(<source>.Nobody.*<\/source>\s*<target>)(?=<)/,
      '$1Personne n’a été blessé.'
    )
    const back = change(whole.replace("<source>'Nobody'", '<source>Nobody'))
    expect(await take(root, back)).toEqual([])
    expect(await page(root)).toBe(PAGE)
  })

  it('two documents came back in one file', async () => {
    const other = '# The river rose\n\nNobody was seen.\n\nThe pump works.\n\nAll is well here.\n'
    const {root, handoff} = await newProject({'locales/en/a.md': SOURCE, 'locales/en/b.md': other})
    const second = readFileSync(join(root, 'out/en-fr/b.xlf'), 'utf8')
      .replace(/(<source>The pump[^]*?)<target[^>]*\/>/, '$1<target>La pompe marche.</target>')
      .replace(/(<source>Nobody[^]*?)<target[^>]*\/>/, '$1<target>Nul n’a été vu.</target>')
      .replace(/(<source>All[^]*?)<target[^>]*\/>/, '$1<target>Tout va bien ici.</target>')
      .replace(/(<source>The river[^]*?)<target[^>]*\/>/, '$1<target>La rivière a monté</target>')
    const body = /<body>([^]*)<\/body>/.exec(second)![1]!
    const told = await take(root, filled(handoff).replace('</body>', `${body}</body>`))
    expect(told.filter((line) => !line.endsWith('unit-duplicate'))).toEqual([])
    expect(await page(root)).toBe(PAGE)
    expect(await page(root, 'locales/fr/b.md')).toBe(
      '# La rivière a monté\n\nNul n’a été vu.\n\nLa pompe marche.\n\nTout va bien ici.\n'
    )
    expect(recordIn(root).removed).toEqual([])
  })
})

describe('files of the tools themselves', () => {
  const trados = (xml: string, conf: string): string =>
    xml
      .replace('<xliff ', '<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" ')
      .replace(/original="[^"]*"/, 'original="C:\\Users\\Ann\\Projects\\en-US\\a.xlf"')
      .replace(
        /<source>([^]*?)<\/source>\s*<target[^>]*>([^]*?)<\/target>/g,
        '<source>$1</source><seg-source><mrk mtype="seg" mid="1">$1</mrk></seg-source><target><mrk mtype="seg" mid="1">$2</mrk></target>' +
          `<sdl:seg-defs><sdl:seg id="1" conf="${conf}" origin="interactive"/></sdl:seg-defs>`
      )
  const memoq = (xml: string, status: string): string =>
    xml
      .replace('<xliff ', '<xliff xmlns:mq="MQXliff" ')
      .replace(/original="[^"]*"/, 'original="C:\\Jobs\\a.xlf"')
      .replaceAll('<trans-unit ', `<trans-unit mq:status="${status}" `)

  it.each<[string, string, Change]>([
    ['Trados', 'back.sdlxliff', (xml) => trados(xml, 'Translated')],
    ['memoQ', 'back.mqxliff', (xml) => memoq(xml, 'ManuallyConfirmed')]
  ])('%s: it is taken in by its ids, and one thing is told', async (_, name, change) => {
    const {root, handoff} = await newProject()
    expect(await take(root, change(filled(handoff)), name)).toEqual(['info tool-format'])
    expect(await page(root)).toBe(PAGE)
  })

  it('with ids of their own: by its texts', async () => {
    const {root, handoff} = await newProject()
    const back = trados(filled(handoff), 'Translated').replace(
      /trans-unit id="[^"]*"/g,
      () => `trans-unit id="6f1c-${++number}"`
    )
    expect(await take(root, back, 'back.sdlxliff')).toEqual([
      'info handback-found-by-text',
      'info tool-format'
    ])
    expect(await page(root)).toBe(PAGE)
  })

  it('a catalog with ids of their own: by its texts', async () => {
    const {root, handoff} = await newProject({
      'locales/en/a.md': SOURCE,
      'locales/en/c.json': '{"save": "Save all", "close": "Close it"}'
    })
    expect(handoff).toContain('Nobody')
    const back = readFileSync(join(root, 'out/en-fr/c.json.xlf'), 'utf8')
      .replace(/ (?:id|resname)="[^"]*"/g, (attribute) =>
        attribute.startsWith(' id') ? ` id="${++number}"` : ''
      )
      .replace(/(Save all<\/source>\s*)<target[^>]*>/, '$1<target>Tout enregistrer</target>')
      .replace(/(Close it<\/source>\s*)<target[^>]*>/, '$1<target>Fermer</target>')
    await take(root, back)
    expect(JSON.parse(await page(root, 'locales/fr/c.json'))).toEqual({
      save: 'Tout enregistrer',
      close: 'Fermer'
    })
  })

  it.each<[string, Change]>([
    ['Draft', (xml) => trados(xml, 'Draft')],
    ['RejectedTranslation', (xml) => trados(xml, 'RejectedTranslation')],
    ['PartiallyEdited', (xml) => memoq(xml, 'PartiallyEdited')],
    ['MachineTranslated', (xml) => memoq(xml, 'MachineTranslated')]
  ])('%s is not done', async (_, change) => {
    const {root, handoff} = await newProject()
    const told = await take(root, change(filled(handoff)), 'back.xliff')
    expect(told).toEqual(['info tool-format', ...Array<string>(6).fill('warning target-unconfirmed')])
    expect(idsOf(await checked(root))).toContain('translation-missing')
    expect(recordIn(root).units.flatMap(({pairs}) => pairs.map(({target}) => shown(target)))).toEqual(
      Array.from({length: 6}, () => undefined)
    )
  })
})

describe('what tools show of a hand-off', () => {
  it('calls approved what is translated, for those that look at it', async () => {
    const {root, handoff} = await newProject()
    await take(root, filled(handoff))
    for (const profile of ['lokalize', 'weblate'] as const) {
      const {changes} = await exportHandoffs(await openProject(root), {to: profile, profile})
      const xml = readFileSync(join(root, changes.find(({kind}) => kind === 'handoff')!.path), 'utf8')
      expect(xml.match(/approved="yes"/g)).toHaveLength(6)
      const {counts} = await importHandbacks(await openProject(root), [
        changes.find(({kind}) => kind === 'handoff')!.path
      ])
      expect([counts.imported, counts.reviewed]).toEqual([0, 0])
    }
    expect(await handoffOf(root)).not.toContain('approved')
  })

  it('says what a line break is', async () => {
    const {handoff} = await newProject({'locales/en/a.md': 'One line  \nand another.\n'})
    expect(handoff).toContain('<x id="1" ctype="lb" equiv-text="↵"/>')
  })
})
