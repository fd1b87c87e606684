import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Content} from '@passerelle/model'
import {read} from '@passerelle/xliff'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {exportHandoffs, importHandbacks, openProject} from '../src/index.ts'

const RELEASE = `---
title: A bridge
---

# The **river** rose

It rose by [three metres](https://a.example). Nobody was hurt.

Use \`npm i\` *now* or call <br>us.

Aid came.
`

const FRENCH = new Map([
  ['A bridge', 'Un pont'],
  ['The <1>river</1> rose', 'La <1>rivière</1> a monté'],
  ['It rose by <1>three metres</1>.', 'Elle a monté de <1>trois mètres</1>.'],
  ['Nobody was hurt.', 'Personne n’a été blessé.'],
  ['Use <1/> <2>now</2> or call <3/>us.', 'Tapez <1/> <2>vite</2> ou appelez-<3/>nous.'],
  ['Aid came.', 'Les secours sont venus.']
])

const folder = mkdtempSync(join(tmpdir(), 'passerelle-quirks-'))
afterAll(() => rmSync(folder, {recursive: true}))

function shown(content: Content | undefined): string | undefined {
  return content
    ?.map((part) => {
      if (typeof part === 'string') return part
      return {open: `<${part.id}>`, close: `</${part.id}>`, standalone: `<${part.id}/>`}[part.type]
    })
    .join('')
}

type Change = (xml: string) => string | Uint8Array

const everywhere = (tag: string, change: (inner: string) => string): ((xml: string) => string) => {
  const pattern = new RegExp(`(<(?:${tag})[^>]*>)([^]*?)(</(?:${tag})>)`, 'g')
  return (xml) =>
    xml.replace(pattern, (_, open: string, inner: string, close: string) => open + change(inner) + close)
}
const inBoth = (change: (inner: string) => string): Change => everywhere('source|target', change)
const inTargets = (change: (inner: string) => string): Change => everywhere('target', change)
const utf16 = (xml: string): Buffer => Buffer.from(xml.replace('UTF-8', 'UTF-16'), 'utf16le')
const anew = (xml: string, tag: string, name: (number: number) => string): string => {
  let number = 0
  return xml.replace(new RegExp(`<${tag} id="[^"]*"`, 'g'), () => `<${tag} id="${name(++number)}"`)
}

/** What changes nothing of what a translator did, and what is said of it. */
type Quirk = readonly [what: string, change: Change, told?: ReadonlyArray<string>]

const QUIRKS: ReadonlyArray<Quirk> = [
  ['1. a byte order mark comes', (xml) => `\uFEFF${xml}`],
  ['2. UTF-16 without a mark', utf16],
  ['2. UTF-16, the other way around', (xml) => utf16(xml).swap16()],
  ['2. a second byte order mark', (xml) => `\uFEFF${xml.replace('?>', '?>\uFEFF')}`, ['head-mended']],
  ['3. lines end in CR LF', (xml) => xml.replaceAll('\n', '\r\n')],
  ['3. lines end in CR', (xml) => xml.replaceAll('\n', '\r')],
  ['4. there is no declaration', (xml) => xml.replace(/<\?.*?\?>\n/, '')],
  ['5. characters are references', (xml) => xml.replace(/[éè’]/g, (a) => `&#${a.charCodeAt(0)};`)],
  ['5. text is CDATA', inTargets((text) => (text.includes('<') ? text : `<![CDATA[${text}]]>`))],
  [
    '6. smart quotes stand in a tag',
    (xml) => xml.replace(/(<target[^>]*>[^<]*<\w+ id=)"([^"]*)"/, '$1“$2”'),
    ['unit-mended', 'xliff-not-well-formed']
  ],
  [
    '14. prefixes are not declared',
    (xml) => xml.replace(/ xmlns="[^"]*"/, '').replace(/<(\/?)(?=[a-z-]+[\s>/])/g, '<$1q:')
  ],
  [
    '19. the language is another of its kind',
    (xml) => xml.replace(/((?:target-language|trgLang)=)"fr"/, '$1"FR_ca"')
  ],
  ['19. the language is not said', (xml) => xml.replace(/ (?:target-language|trgLang)="fr"/, '')],
  [
    '20. an indent comes around content',
    (xml) =>
      (inBoth((text) => `\n         ${text}\n        `)(xml) as string).replaceAll(
        ' xml:space="preserve"',
        ''
      ),
    Array<string>(6).fill('white-space-undone')
  ],
  [
    '21. white space comes to the edges',
    inTargets((text) => ` ${text} `),
    Array<string>(6).fill('edge-space-trimmed')
  ],
  [
    '22. codes are pasted as text',
    inTargets((text) => text.replaceAll(/<(\w+) ([^>]*)\/>/g, '&lt;$1 $2/&gt;')),
    ['code-restored']
  ],
  [
    '23. codes of targets lose all but their ids',
    inTargets((text) => text.replace(/<(\w+) id="([^"]*)"[^>]*?(\/?)>/g, '<$1 id="$2"$3>'))
  ],
  [
    '23. codes of sources and targets lose all but their ids',
    inBoth((text) => text.replace(/<(\w+) id="([^"]*)"[^>]*?(\/?)>/g, '<$1 id="$2"$3>'))
  ],
  ['23. codes have other ids', inBoth((text) => text.replace(/ id="[^"]*?(\d)"/g, ' id="pt$1x"'))],
  ['25. comments stand in content', inBoth((text) => `<!-- c -->${text}<?p i?>`)]
]

const QUIRKS_12: ReadonlyArray<Quirk> = [
  [
    '8. the target is last in its unit',
    (xml) => xml.replace(/(<target[^>]*>.*?<\/target>)([^]*?)(?=<\/trans-unit>)/g, '$2$1')
  ],
  [
    '12. alternatives come before the target',
    (xml) => xml.replaceAll('<target', '<alt-trans><source>x</source><target>y</target></alt-trans><target')
  ],
  [
    '13. the version is an older one',
    (xml) => xml.replace('version="1.2"', 'version="1.1"').replace('document:1.2', 'document:1.1')
  ],
  [
    '15. segmentation is added',
    (xml) =>
      xml.replace(
        /<source>(.*?)<\/source>(\s*)<target[^>]*>(.*?)<\/target>/g,
        '<source>$1</source><seg-source>\n  <mrk mtype="seg" mid="0">$1</mrk>\n </seg-source><target>\n  <mrk mtype="seg" mid="0">$3</mrk>\n  </target>'
      )
  ],
  ['16. ids are those of the tool', (xml) => anew(xml, 'trans-unit', (number) => `job:${number}`)],
  ['17. groups are gone', (xml) => xml.replace(/<\/?group[^>]*>/g, '')],
  ['18. all is there twice', (xml) => xml.replace(/<file[^]*<\/file>/, '$&$&')],
  [
    '18. each unit is there twice',
    (xml) => xml.replace(/<trans-unit[^]*?<\/trans-unit>/g, '$&$&'),
    Array<string>(6).fill('unit-duplicate')
  ],
  [
    '23. codes are of other kinds',
    inBoth((text) =>
      text
        .replace(/<g id="(\d)"[^>]*>(.*?)<\/g>/g, '<bpt id="$1">&lt;b></bpt>$2<ept id="$1">&lt;/b></ept>')
        .replace(/<x id="(\d)"[^>]*\/>/g, '<ph id="$1">&lt;x></ph>')
    )
  ],
  [
    '29. changes are tracked',
    inTargets((text) => `<mrk mtype="x-sdl-deleted">old </mrk><mrk mtype="x-sdl-added">${text}</mrk>`),
    Array<string>(6).fill('deletion-dropped')
  ],
  [
    'segments are joined',
    (xml) =>
      xml.replace(
        /(<source>It rose .*?)<\/source>(\s*<target>.*?)<\/target>[^]*?<source>(Nobody was hurt\.)<\/source>\s*<target>(.*?)<\/target>/,
        '$1 $3</source>$2 $4</target>'
      ),
    ['segments-divided']
  ]
]

const QUIRKS_20: ReadonlyArray<Quirk> = [
  [
    '13. the version is a later one',
    (xml) => xml.replace('version="2.0"', 'version="2.2"').replace('document:2.0', 'document:2.2')
  ],
  ['16. ids are those of the tool', (xml) => anew(xml, 'unit', (number) => `tu${number}`)],
  ['18. segments have no ids', (xml) => xml.replace(/<segment id="[^"]*"/g, '<segment')],
  ['18. segments have other ids', (xml) => xml.replace(/<segment id="s/g, '<segment id="seg-')],
  [
    '22. pairs are starts and ends',
    inBoth((text) => text.replace(/<pc id="([^"]*)"[^>]*>(.*?)<\/pc>/g, '<sc id="$1"/>$2<ec startRef="$1"/>'))
  ],
  ['29. comments are marked', inTargets((text) => `<mrk id="m1" type="comment" value="Good">${text}</mrk>`)],
  [
    'segments are split',
    (xml) =>
      xml.replace(
        /<source>It rose (.*?)<\/source>\s*<target>Elle a monté (.*?)<\/target>\s*<\/segment>/,
        '<source>It rose</source><target>Elle a monté</target></segment><ignorable><source> </source></ignorable><segment><source>$1</source><target>$2</target></segment>'
      ),
    ['segments-joined']
  ],
  [
    'segments are joined',
    (xml) =>
      xml.replace(
        /(<source>It rose .*?)<\/source>(\s*<target>.*?)<\/target>[^]*?<source>(Nobody was hurt\.)<\/source>\s*<target>(.*?)<\/target>/,
        '$1 $3</source>$2 $4</target>'
      ),
    ['segments-divided']
  ]
]

describe.each([
  ['1.2', [...QUIRKS, ...QUIRKS_12]],
  ['2.0', [...QUIRKS, ...QUIRKS_20]]
] as const)('a hand-back in XLIFF %s is taken in whole', (version, quirks) => {
  let handback = ''

  beforeAll(async () => {
    const root = newProject(`export-${version}`)
    await exportHandoffs(await openProject(root), {to: 'out', format: `xliff-${version}`})
    handback = readFileSync(join(root, 'out/en-fr/a.xlf'), 'utf8')
      .replace(/<target[^>]*\/>/g, '')
      .replace(
        /<source>([^]*?)<\/source>(?!\s*<target> )/g,
        (source, inner: string) => source + targetFor(inner)
      )
  })

  it.for<Quirk>(quirks)('where %s', async ([what, change, told = []]) => {
    const root = newProject(`${version}-${what.replaceAll('/', '')}`)
    const changed = change(handback)
    expect(changed).not.toBe(handback)
    writeFileSync(join(root, 'back.xlf'), changed)
    const {diagnostics, counts} = await importHandbacks(await openProject(root), ['back.xlf'])
    const record = read(readFileSync(join(root, 'locales/xliff/en-fr/a.xlf')), 'record').files[0]!.bitext
    const pairs = record.units.flatMap((unit) => unit.pairs)
    expect(new Map(pairs.map(({source, target}) => [shown(source), shown(target)]))).toEqual(FRENCH)
    expect(pairs.flatMap(({candidates}) => candidates)).toEqual([])
    expect(record.removed).toEqual([])
    expect(counts.imported).toBe(FRENCH.size)
    expect(diagnostics.map(({id}) => id).sort()).toEqual(told)
    for (const {id, line, unit = ''} of diagnostics) {
      expect(line, id).toBeGreaterThan(0)
      expect(unit === '', id).toBe(['head-mended', 'xliff-not-well-formed'].includes(id))
    }
  })
})

function newProject(name: string): string {
  const root = join(folder, name)
  for (const locale of ['en', 'fr']) mkdirSync(join(root, 'locales', locale), {recursive: true})
  writeFileSync(join(root, 'locales/en/a.md'), RELEASE)
  return root
}

/** A target with the tags of its source. */
function targetFor(inner: string): string {
  const tags = [...inner.matchAll(/<(\/?)\w+(?: [^>]*?)?(\/?)>/g)].map(([tag]) => tag)
  const ids = new Map<string, string>()
  const open: string[] = []
  for (const tag of tags) {
    const shortest = tag.startsWith('</') ? `</${open.pop()}>` : ''
    const id = /\bid="[^"]*?(\d)"/.exec(tag)?.[1]
    if (id && !tag.endsWith('/>')) open.push(id)
    ids.set(shortest || (tag.endsWith('/>') ? `<${id}/>` : `<${id}>`), tag)
  }
  const key = [...ids].reduce((text, [short, tag]) => text.replace(tag, short), inner)
  const french = FRENCH.get(key)
  if (french === undefined) return ''
  return `<target>${[...ids].reduce((text, [short, tag]) => text.replace(short, tag), french)}</target>`
}
