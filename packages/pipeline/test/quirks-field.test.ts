import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {
  type Change,
  checked,
  copied,
  filled,
  handoffOf,
  idsOf,
  inTarget,
  newProject,
  page,
  PAGE,
  type Project,
  SOURCE,
  take
} from './field-project.ts'

describe('what is no translation', () => {
  it.each(['', ' state="needs-translation"', ' state="new"'])(
    'a file full of copies, its targets%s: untranslated, and said so',
    async (state) => {
      const {root, handoff} = await newProject()
      expect(await take(root, copied(handoff, state))).toEqual(['warning handback-untranslated'])
      expect(idsOf(await checked(root))).toContain('translation-missing')
    }
  )

  it.each(['', ' state="needs-translation"', ' state="translated"'])(
    'a file full of copies that comes late, its targets%s: it replaces nothing',
    async (state) => {
      const {root, handoff} = await newProject()
      await take(root, filled(handoff))
      const told = await take(root, copied(handoff, state))
      expect(told).toEqual(['warning handback-untranslated'])
      expect(await page(root)).toBe(PAGE)
    }
  )

  describe('with names among its sentences', () => {
    const NAMES = `${SOURCE}\nSave\n`
    const inFrench = (handoff: string): string =>
      filled(handoff).replace(/(<source>Save<\/source>\s*<target[^>]*>)/, '$1Enregistrer')

    it.each([' state="translated"', ' state="final"'])(
      'a file full of copies that comes late, its targets%s: it replaces no name',
      async (state) => {
        const {root, handoff} = await newProject({'locales/en/a.md': NAMES})
        await take(root, inFrench(handoff))
        expect(await take(root, copied(handoff, state))).toEqual(['warning handback-untranslated'])
        expect(await page(root)).toBe(`${PAGE}\nEnregistrer\n`)
      }
    )

    it('a file of nothing but names, which somebody says are the same in both languages', async () => {
      const {root, handoff} = await newProject({'locales/en/a.md': 'Lyon\n\nNice\n\nParis\n'})
      await take(root, copied(handoff, ' state="translated"'))
      expect(idsOf(await checked(root))).toEqual([])
    })
  })

  it.each(['', ' state="needs-translation"', ' state="new"'])(
    'one copy among translations, its target%s',
    async (state) => {
      const {root, handoff} = await newProject()
      const back = filled(handoff, 'translated').replace(
        /<target[^>]*>La ville[^<]*/,
        `<target${state}>Aid came from the town.`
      )
      expect(await take(root, back)).toEqual(['warning target-copies-source'])
      expect(idsOf(await checked(root))).toContain('translation-missing')
    }
  )

  it('a file that came back as it was handed out', async () => {
    const {root, handoff} = await newProject()
    expect(await take(root, handoff)).toEqual(['warning handback-untranslated'])
  })

  it('half a sentence', async () => {
    const {root, handoff} = await newProject()
    const half = filled(handoff).replace(
      /<source>Aid[^]*?<\/target>/,
      '<source>Aid came from the town.</source><seg-source><mrk mtype="seg" mid="1">Aid came</mrk> <mrk mtype="seg" mid="2">from the town.</mrk></seg-source>' +
        '<target><mrk mtype="seg" mid="1">Les secours sont venus</mrk> <mrk mtype="seg" mid="2"/></target>'
    )
    expect(await take(root, half)).toEqual(['warning target-partial'])
    expect(await page(root)).not.toContain('Les secours')
    const found = (await checked(root)).filter(({level}) => level === 'error')
    expect(idsOf(found)).toContain('translation-missing')
    // Once it is whole, nothing is in doubt.
    await take(root, filled(handoff))
    expect((await checked(root)).map(({id}) => id)).toEqual([])
    expect(await take(root, half)).toEqual(['warning target-partial'])
    expect((await checked(root)).map(({id}) => id)).toEqual([])
  })

  it.each([
    ['is not there', ''],
    ['is still the source', ' <mrk mtype="seg" mid="2">from the town.</mrk>']
  ])('half a sentence, the other half %s', async (_, second) => {
    const {root, handoff} = await newProject()
    const half = filled(handoff).replace(
      /<source>Aid[^]*?<\/target>/,
      '<source>Aid came from the town.</source><seg-source><mrk mtype="seg" mid="1">Aid came</mrk> <mrk mtype="seg" mid="2">from the town.</mrk></seg-source>' +
        `<target><mrk mtype="seg" mid="1">Les secours sont venus</mrk>${second}</target>`
    )
    expect(await take(root, half)).toEqual(['warning target-partial'])
    expect(await page(root)).not.toContain('Les secours')
    expect(idsOf(await checked(root))).toContain('translation-missing')
  })

  it.each(['state-qualifier="fuzzy-match"', 'state="needs-translation" state-qualifier="leveraged-mt"'])(
    'what a tool found or made: %s',
    async (said) => {
      const {root, handoff} = await newProject()
      const back = filled(handoff).replace(/<target>La ville/, `<target ${said}>La ville`)
      expect(await take(root, back)).toEqual(['warning target-unconfirmed'])
      expect(idsOf(await checked(root))).toContain('translation-missing')
    }
  )
})

describe('a sentence that has changed while its old translation comes back', () => {
  const changed = async (): Promise<Project> => {
    const {root, handoff} = await newProject()
    await take(root, filled(handoff))
    writeFileSync(join(root, 'locales/en/a.md'), SOURCE.replace('from the town', 'from the harbour'))
    return {root, handoff: await handoffOf(root)}
  }
  const old = 'La ville a envoyé des secours.'
  const withOld = (handoff: string, said: string): string =>
    handoff.replace(/(<source>Aid[^]*?<\/source>\s*)<target[^>]*\/>/, `$1<target${said}>${old}</target>`)

  it.each([
    ['', 'handback-repeats-earlier'],
    [' state="needs-translation"', 'handback-repeats-earlier'],
    [' state="new"', 'handback-repeats-earlier'],
    [' state-qualifier="fuzzy-match"', 'target-unconfirmed']
  ])('stays changed where its target says%s', async (said, id) => {
    const {root, handoff} = await changed()
    expect(await take(root, withOld(handoff, said))).toEqual([`warning ${id}`])
    expect(idsOf(await checked(root))).toContain('translation-changed')
  })

  it('is valid where somebody says so', async () => {
    const {root, handoff} = await changed()
    expect(await take(root, withOld(handoff, ' state="translated"'))).toEqual([])
    expect(idsOf(await checked(root))).toEqual([])
  })

  it('keeps its new translation where the old one comes late', async () => {
    const {root, handoff} = await changed()
    const fresh = handoff.replace(
      /(<source>Aid[^]*?<\/source>\s*)<target[^>]*\/>/,
      '$1<target>Le port a envoyé des secours.</target>'
    )
    await take(root, fresh)
    expect(await take(root, withOld(handoff, ' state="translated"'))).toEqual(['info handback-superseded'])
    expect(await page(root)).toContain('Le port a envoyé des secours.')
  })
})

/** What is done to a target, what is told, and what of the page is other than the translator meant. */
type Undone = readonly [
  what: string,
  change: Change,
  told: ReadonlyArray<string>,
  also?: ReadonlyArray<string>
]

const UNDONE: ReadonlyArray<Undone> = [
  [
    'the source behind it',
    inTarget('Aid', (t) => `${t} Aid came from the town.`),
    ['source-removed'],
    ['unsettled-repaired']
  ],
  [
    'the source glued to it',
    inTarget('Aid', (t) => `${t}Aid came from the town.`),
    ['source-removed'],
    ['unsettled-repaired']
  ],
  [
    'the source before it',
    inTarget('Aid', (t) => `Aid came from the town. ${t}`),
    ['source-removed'],
    ['unsettled-repaired']
  ],
  [
    'the source with its codes behind it',
    inTarget('It rose', (t) => `${t} It rose by <g id="1">three metres</g> overnight.`),
    ['source-removed'],
    ['unsettled-repaired']
  ],
  ['&amp; encoded twice', inTarget('Run', (t) => t.replace('&amp;', '&amp;amp;')), ['target-decoded']],
  [
    '&amp; encoded three times',
    inTarget('Run', (t) => t.replace('&amp;', '&amp;amp;amp;')),
    ['target-decoded']
  ],
  ['an apostrophe of HTML', inTarget('Nobody', (t) => t.replace('’', '&amp;rsquo;')), ['target-decoded']],
  [
    'references',
    inTarget('Aid', (t) => t.replace('é', '&amp;#233;').replace('é', '&amp;#xE9;')),
    ['target-decoded']
  ],
  [
    'escapes of JSON',
    inTarget('Aid', (t) => t.replace('é', '\\u00e9').replace(' des', '\\ndes')),
    ['target-decoded']
  ],
  [
    'UTF-8 that was read as another encoding',
    inTarget('Nobody', (t) => Buffer.from(t).toString('latin1').replace('\u0080\u0099', '€™')),
    ['target-decoded']
  ],
  ['a percent sign for each blank', inTarget('Aid', encodeURIComponent), ['target-decoded']],
  ['Enter', inTarget('Aid', (t) => t.replace(' des ', '\ndes ')), ['line-break-replaced']],
  ['a tab', inTarget('Aid', (t) => t.replace(' des ', '\t des ')), ['line-break-replaced']],
  ['Enter in a heading', inTarget('The river', (t) => t.replace(' a ', ' &#10;a ')), ['line-break-replaced']],
  [
    'marks nobody sees',
    inTarget('Aid', (t) => `\u200B${t.replace(' ', ' \u200E\uFEFF')}`),
    ['unseen-removed']
  ],
  ['quotes of a spreadsheet', inTarget('Aid', (t) => `"${t}"`), ['quotes-removed'], ['unsettled-repaired']],
  [
    'backticks for the tag',
    inTarget('Run', (t) => t.replace('<x id="1"/>', '`reset --all`')),
    ['code-restored']
  ],
  [
    'backticks around the tag',
    inTarget('Run', (t) => t.replace('<x id="1"/>', '`<x id="1"/>`')),
    ['code-restored']
  ],
  [
    'backticks, and the tag at the end',
    inTarget('Run', (t) => `${t.replace('<x id="1"/>', '`reset --all`')}<x id="1"/>`),
    ['code-restored']
  ],
  ['asterisks for the tag', inTarget('Run', (t) => t.replace(/<\/?g[^>]*>/g, '**')), ['code-restored']],
  [
    'a link of Markdown',
    inTarget('It rose', (t) => t.replace(/<g id="1">(.*)<\/g>/, '[$1](https://a.example)')),
    ['code-restored']
  ],
  ['tags that are text', inTarget('Run', (t) => t.replaceAll('<', '&lt;')), ['code-restored']],
  [
    'tags that are text, encoded twice',
    inTarget('Run', (t) => t.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;')),
    ['code-restored', 'target-decoded']
  ],
  [
    'tags as a tool shows them',
    inTarget('Run', (t) => t.replace('<g id="2">', '&lt;2&gt;').replace('</g>', '&lt;/2&gt;')),
    ['code-restored']
  ],
  ['a tag without its id', inTarget('Run', (t) => t.replace('<g id="2">', '<g>')), ['code-restored']]
]

describe('what tools and translators do to a target is undone, and told', () => {
  it.for(UNDONE)('%s', async ([, change, told, also = []]) => {
    const {root, handoff} = await newProject()
    const back = change(filled(handoff))
    expect(back).not.toBe(filled(handoff))
    expect((await take(root, back)).map((line) => line.replace(/^\w+ /, ''))).toEqual(told)
    expect(await page(root)).toBe(PAGE)
    expect(idsOf(await checked(root))).toEqual(also)
  })

  it('a code that is there twice is one error', async () => {
    const {root, handoff} = await newProject()
    const back = inTarget('Run', (t) => t.replace('<x id="1"/>', '<x id="1"/>, <x id="1"/>'))(filled(handoff))
    expect(await take(root, back)).toEqual(['error code-repeated'])
  })
})

describe('ids lead where a tool has lost the rest', () => {
  it('sources that came back empty: taken for today’s texts, told, and in doubt until somebody has looked', async () => {
    const {root, handoff} = await newProject()
    const back = filled(handoff).replace(/<source>[^]*?<\/source>/g, '<source/>')
    expect(new Set(await take(root, back))).toEqual(new Set(['warning source-emptied']))
    expect(await page(root)).toBe(PAGE)
    expect(new Set(idsOf(await checked(root)))).toEqual(new Set(['unsettled-repaired']))
    expect(await take(root, back)).toEqual([])
  })

  it.each([
    [
      'two that differ wait for somebody to choose',
      'Une aide est venue de la ville.',
      ['unsettled-disputed']
    ],
    ['two that are the same are one', 'La ville a envoyé des secours.', []]
  ] as const)('a passage twice in a file: %s', async (_, other, ids) => {
    const {root, handoff} = await newProject()
    const back = filled(handoff).replace(
      /<trans-unit[^>]*>(?:(?!<\/trans-unit>)[^])*Aid came[^]*?<\/trans-unit>/,
      (unit) => unit + unit.replace('La ville a envoyé des secours.', other)
    )
    expect(await take(root, back)).toContain('warning unit-duplicate')
    expect(await page(root)).toBe(PAGE)
    expect(idsOf(await checked(root))).toEqual(ids)
    await take(root, back)
    expect(idsOf(await checked(root))).toEqual(ids)
  })
})
