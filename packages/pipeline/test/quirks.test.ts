import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {importHandbacks, merge, openProject} from '../src/index.ts'
import {builtWith, type Change, FRENCH, handbackIn, newProject, recordIn, shown} from './quirk-project.ts'

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

/** What is said of a file, and not of one of its passages. */
const ON_THE_WHOLE: ReadonlySet<string> = new Set([
  'handback-found-by-text',
  'handback-language-assumed',
  'head-mended',
  'namespace-assumed',
  'xliff-encoding',
  'xliff-not-well-formed'
])

/** What changes nothing of what a translator did, and what is said of it. */
type Quirk = readonly [what: string, change: Change, told?: ReadonlyArray<string>]

const QUIRKS: ReadonlyArray<Quirk> = [
  ['1. a byte order mark comes', (xml) => `\uFEFF${xml}`],
  ['2. UTF-16 without a mark', utf16],
  ['2. UTF-16, the other way around', (xml) => utf16(xml).swap16()],
  ['2. a second byte order mark', (xml) => `\uFEFF${xml.replace('?>', '?>\uFEFF')}`, ['head-mended']],
  [
    '2. windows-1252, declared',
    (xml) => Buffer.from(xml.replace('UTF-8', 'windows-1252').replaceAll('’', '&#8217;'), 'latin1')
  ],
  [
    '2. windows-1252, not declared',
    (xml) => Buffer.from(xml.replaceAll('’', '&#8217;'), 'latin1'),
    ['xliff-encoding']
  ],
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
    (xml) => xml.replace(/ xmlns="[^"]*"/, '').replace(/<(\/?)(?=[a-z-]+[\s>/])/g, '<$1q:'),
    ['namespace-assumed']
  ],
  ['14. there is no namespace', (xml) => xml.replace(/ xmlns="[^"]*"/, ''), ['namespace-assumed']],
  [
    '19. the language is another of its kind',
    (xml) => xml.replace(/((?:target-language|trgLang)=)"fr"/, '$1"FR_ca"'),
    ['handback-language-assumed']
  ],
  [
    '19. the language is not said',
    (xml) => xml.replace(/ (?:target-language|trgLang)="fr"/, ''),
    ['handback-language-assumed']
  ],
  [
    '20. an indent comes around content',
    (xml) =>
      (inBoth((text) => `\n         ${text}\n        `)(xml) as string).replaceAll(
        ' xml:space="preserve"',
        ''
      ),
    Array<string>(FRENCH.size).fill('white-space-undone')
  ],
  [
    '21. white space comes to the edges',
    inTargets((text) => ` ${text} `),
    Array<string>(FRENCH.size).fill('edge-space-trimmed')
  ],
  [
    '22. a code at the edge is lost',
    (xml) => xml.replace(/(<target>Appelez) <[^>]*>/, '$1'),
    ['code-put-back']
  ],
  [
    '22. codes are pasted as text',
    inTargets((text) => text.replaceAll(/<(\w+) ([^>]*)\/>/g, '&lt;$1 $2/&gt;')),
    Array<string>(2).fill('code-restored')
  ],
  [
    '23. codes of targets lose all but their ids',
    inTargets((text) => text.replace(/<(\w+) id="([^"]*)"[^>]*?(\/?)>/g, '<$1 id="$2"$3>'))
  ],
  [
    '23. codes of sources and targets lose all but their ids',
    inBoth((text) => text.replace(/<(\w+) id="([^"]*)"[^>]*?(\/?)>/g, '<$1 id="$2"$3>'))
  ],
  [
    '23. codes have other ids',
    inBoth((text) => text.replace(/ id="[^"]*?(\d)"/g, ' id="pt$1x"')),
    Array<string>(4).fill('codes-renumbered')
  ],
  [
    '23. a code has no id',
    (xml) => xml.replace(/(<target>Elle a monté de <\w+) id="[^"]*"/, '$1'),
    ['code-restored']
  ],
  ['25. comments stand in content', inBoth((text) => `<!-- c -->${text}<?p i?>`)]
]

const QUIRKS_12: ReadonlyArray<Quirk> = [
  [
    '7. the schema is not kept',
    (xml) =>
      xml
        .replace('tool-id="passerelle">', 'tool-id="none" q:a="b">')
        .replaceAll(/<context-group[^]*?<\/context-group>/g, '<context-group/>')
        .replaceAll('<source>', '<count-group/><source>')
  ],
  [
    '24. a text inside a code is moved',
    (xml) =>
      xml.replaceAll(/<x id="3"[^>]*>/g, '<ph id="3" ctype="lb">&lt;br title="<sub></sub>A break"></ph>')
  ],
  [
    '24. a text stands inside a code',
    (xml) =>
      xml.replaceAll(/<x id="3"[^>]*>/g, '<ph id="3" ctype="lb">&lt;br title="<sub>A break</sub>"></ph>'),
    Array<string>(2).fill('sub-ignored')
  ],
  [
    '30. what is locked is a unit of its own',
    (xml) =>
      xml
        .replaceAll(/<x id="1"[^>]*>/g, '<x id="locked1" xid="lock1"/>')
        .replace(
          '</body>',
          '<trans-unit id="lock1" translate="no"><source>npm i</source><target>npm i</target></trans-unit></body>'
        ),
    Array<string>(2).fill('codes-renumbered')
  ],
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
    '13. versions are mixed, and have prefixes',
    (xml) =>
      xml
        .replace(/<(\/?)(?=[a-z])/g, '<$1ns1:')
        .replaceAll('ns1:xliff', 'ns0:xliff')
        .replace(' xmlns=', ' xmlns:ns0="urn:oasis:names:tc:xliff:document:1.1" xmlns:ns1=')
  ],
  [
    '15. segmentation is finer than ours',
    (xml) =>
      xml.replace(
        /<source>Aid came.*<\/target>/,
        '<source>Aid came.</source><seg-source><mrk mtype="seg" mid="1">Aid</mrk> <mrk mtype="seg" mid="2">came.</mrk></seg-source>' +
          '<target><mrk mtype="seg" mid="1">Les secours</mrk>\n      <mrk mtype="seg" mid="2">sont venus.</mrk></target>'
      ),
    ['gap-restored']
  ],
  [
    '15. segmentation is added',
    (xml) =>
      xml.replace(
        /<source>(.*?)<\/source>(\s*)<target[^>]*>(.*?)<\/target>/g,
        '<source>$1</source><seg-source>\n  <mrk mtype="seg" mid="0">$1</mrk>\n </seg-source><target>\n  <mrk mtype="seg" mid="0">$3</mrk>\n  </target>'
      )
  ],
  [
    '16. ids are those of the tool',
    (xml) => anew(xml, 'trans-unit', (number) => `job:${number}`),
    ['handback-found-by-text']
  ],
  ['17. groups are gone', (xml) => xml.replace(/<\/?group[^>]*>/g, '')],
  ['18. all is there twice', (xml) => xml.replace(/<file[^]*<\/file>/, '$&$&')],
  [
    '18. each unit is there twice',
    (xml) => xml.replace(/<trans-unit[^]*?<\/trans-unit>/g, '$&$&'),
    Array<string>(FRENCH.size).fill('unit-duplicate')
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
    Array<string>(FRENCH.size).fill('deletion-dropped')
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
  [
    '16. ids are those of the tool',
    (xml) => anew(xml, 'unit', (number) => `tu${number}`),
    ['handback-found-by-text']
  ],
  ['18. segments have no ids', (xml) => xml.replace(/<segment id="[^"]*"/g, '<segment')],
  [
    '18. segments have other ids',
    (xml) => xml.replace(/<segment id="s/g, '<segment id="seg-'),
    ['codes-renumbered', 'handback-found-by-text']
  ],
  [
    '22. pairs are starts and ends',
    inBoth((text) => text.replace(/<pc id="([^"]*)"[^>]*>(.*?)<\/pc>/g, '<sc id="$1"/>$2<ec startRef="$1"/>'))
  ],
  [
    '29. comments are marked',
    inTargets((text) => `<mrk id="m1" type="comment" value="Good">${text}</mrk>`),
    Array.from(FRENCH, () => 'handback-comment')
  ],
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
    handback = await handbackIn(version)
  })

  it.for<Quirk>(quirks)('where %s', async ([what, change, told = []]) => {
    const root = newProject(`${version}-${what.replaceAll('/', '')}`)
    const changed = change(handback)
    expect(changed).not.toBe(handback)
    writeFileSync(join(root, 'back.xlf'), changed)
    const {diagnostics, counts} = await importHandbacks(await openProject(root), ['back.xlf'])
    const record = recordIn(root)
    const pairs = record.units.flatMap((unit) => unit.pairs)
    expect(new Map(pairs.map(({source, target}) => [shown(source), shown(target)]))).toEqual(FRENCH)
    expect(pairs.flatMap(({candidates}) => candidates)).toEqual([])
    expect(record.removed).toEqual([])
    expect(counts.imported).toBe(FRENCH.size)
    expect(diagnostics.map(({id}) => id).sort()).toEqual(told)
    await merge(await openProject(root))
    expect(readFileSync(join(root, 'locales/fr/a.md'), 'utf8')).toBe(builtWith(() => true))
    for (const {id, line, unit = ''} of diagnostics) {
      expect(line, id).toBeGreaterThan(0)
      expect(unit === '', id).toBe(ON_THE_WHOLE.has(id))
    }
  })
})
it('has a case for each of the thirty quirks', () => {
  const tests = ['quirks.test.ts', 'quirks-lost.test.ts'].map((name) =>
    readFileSync(join(import.meta.dirname, name), 'utf8')
  )
  const numbers = new Set(
    tests.flatMap((text) => [...text.matchAll(/['`](\d+)\. /g)].map(([, number]) => Number(number)))
  )
  expect(Array.from({length: 30}, (_, index) => index + 1).filter((number) => !numbers.has(number))).toEqual(
    []
  )
})
