import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {read, writeHandoff} from '../src/index.ts'
import {sound} from './arbitraries.ts'
import {DATA, hasData} from './validate-xml.ts'

const ids = (input: string | Uint8Array): string[] => read(input, 'a.xlf').diagnostics.map(({id}) => id)

describe('what is no XLIFF', () => {
  it.each([
    ['', 'xliff-empty'],
    [' \n', 'xliff-empty'],
    ['\uFEFF', 'xliff-empty'],
    ['Dear all, please find attached', 'not-xliff'],
    ['{"a": 1}', 'not-xliff'],
    ['<html><body/></html>', 'not-xliff'],
    [
      '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"><body/></file></xliff>',
      'xliff-empty'
    ]
  ])('says so of %j', (text, id) => {
    expect(ids(text)).toEqual([id])
    expect(ids(new TextEncoder().encode(text))).toEqual([id])
  })
})

const UNITS = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.md" source-language="en" target-language="fr" datatype="x"><body>
<trans-unit id="a.s1"><source>One</source><target>Un</target></trans-unit>
<trans-unit id="b.s1"><source>Two <x id="1"</source><target>Deux</target></trans-unit>
<trans-unit id="c.s1"><source>Three</source><target>Trois</target></trans-unit>
</body></file></xliff>`

describe('what is not well-formed', () => {
  it('loses the units that are not, and no other', () => {
    const {files, diagnostics} = read(UNITS, 'a.xlf')
    expect(files[0]!.bitext.document).toBe('a.md')
    expect(files[0]!.bitext.units.map(({id}) => id)).toEqual(['a', 'c'])
    expect(diagnostics).toMatchObject([
      {id: 'xliff-not-well-formed', level: 'error', line: 4},
      {id: 'unit-unreadable', level: 'error', line: 4, unit: 'b.s1'}
    ])
  })

  it('is read as far as it goes where it is cut off', () => {
    for (let end = 0; end < UNITS.length; end++) {
      const {files, diagnostics} = read(UNITS.slice(0, end), 'a.xlf')
      expect(diagnostics.some(({level}) => level === 'error')).toBe(true)
      const whole = UNITS.slice(0, end).includes('Un</target></trans-unit>')
      expect(files[0]?.bitext.units.some(({id}) => id === 'a') ?? false).toBe(whole)
    }
  })

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(
        sound,
        fc.nat(),
        fc.nat(),
        fc.string(),
        fc.constantFrom('1.2', '2.0'),
        (bitext, at, gone, put, version) => {
          const xml = writeHandoff([bitext], {version})
          const start = at % xml.length
          expect(
            read(xml.slice(0, start) + put + xml.slice(start + (gone % 20)), 'a.xlf').files
          ).toBeDefined()
        }
      )
    )
  })

  it('never makes the reader throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(read(bytes, 'a.xlf').diagnostics.length).toBeGreaterThan(0)
      })
    )
  })
})

describe('encodings', () => {
  const xml = (declared: string): string =>
    `<?xml version="1.0"${declared}?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="é"><body>` +
    '<trans-unit id="u"><source>é</source><target>œ’</target></trans-unit></body></file></xliff>'
  const utf16 = (text: string, swap: boolean): Uint8Array => {
    const buffer = Buffer.from(text, 'utf16le')
    return swap ? buffer.swap16() : buffer
  }
  const windows = (text: string): Uint8Array =>
    Uint8Array.from(text, (character) => ({œ: 0x9c, '’': 0x92})[character] ?? character.charCodeAt(0))

  it.each([
    ['UTF-8', new TextEncoder().encode(xml(''))],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${xml('')}`)],
    ['UTF-8 with two marks', new TextEncoder().encode(`\uFEFF${xml('').replace('?>', '?>\uFEFF')}`)],
    ['UTF-16 with a mark', utf16(`\uFEFF${xml(' encoding="UTF-16"')}`, false)],
    ['UTF-16 with a mark, big end first', utf16(`\uFEFF${xml(' encoding="UTF-16"')}`, true)],
    ['UTF-16 without a mark', utf16(xml(' encoding="UTF-16"'), false)],
    ['UTF-16 without a mark, big end first', utf16(xml(' encoding="UTF-16"'), true)],
    ['UTF-8 that says it is UTF-16', new TextEncoder().encode(xml(' encoding="UTF-16"'))],
    ['windows-1252', windows(xml(' encoding="windows-1252"'))]
  ])('reads %s', (_, bytes) => {
    const {files, diagnostics} = read(bytes, 'a.xlf')
    expect(diagnostics.filter(({level}) => level !== 'info')).toEqual([])
    const [unit] = files[0]!.bitext.units
    expect([files[0]!.bitext.document, unit!.pairs[0]!.source, unit!.pairs[0]!.target]).toEqual([
      'é',
      ['é'],
      ['œ’']
    ])
  })

  it('says when bytes are not what they claim', () => {
    expect(read(windows(xml('')), 'a.xlf').diagnostics).toMatchObject([
      {id: 'xliff-encoding', level: 'warning', args: {assumed: 'windows-1252'}}
    ])
    expect(read(windows(xml('')), 'a.xlf').files[0]!.bitext.units[0]!.pairs[0]!.target).toEqual(['œ’'])
    expect(read(new TextEncoder().encode(xml(' encoding="UTF-16"')), 'a.xlf').diagnostics).toMatchObject([
      {id: 'xliff-encoding', level: 'info', line: 1, args: {declared: 'utf-16', assumed: 'utf-8'}}
    ])
    const bytes = Buffer.concat([Buffer.from(xml('').replace('œ’', 'œ’é')), Buffer.from('\n')])
    bytes[bytes.indexOf('é</target>')] = 0xff
    const behind = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('><', '>\n<'), 'latin1')
    for (const [broken, line] of [
      [bytes, 1],
      [behind, 7]
    ] as const)
      expect(read(broken, 'a.xlf').diagnostics).toMatchObject([{id: 'xliff-encoding', level: 'error', line}])
    const [file] = read(behind, 'a.xlf').files
    expect(file!.placeOf(file!.pairs[0]!.unitOffset)).toMatchObject({line: 5})
  })
})

describe.skipIf(!hasData)('the files of tools and test suites', () => {
  const files = hasData ? globSync(join(DATA, '**/*.{xlf,xliff,sdlxliff,mxliff,txlf}')) : []

  it('are all read without an exception', () => {
    expect(files.length).toBeGreaterThan(600)
    let units = 0
    for (const path of files) {
      for (const {bitext} of read(readFileSync(path), path).files) units += bitext.units.length
    }
    expect(units).toBeGreaterThan(5000)
  })
})
