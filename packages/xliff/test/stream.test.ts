import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {placesOf} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {read, type ReadPart, readStream, validate, validateStream, type Tally} from '../src/index.ts'
import {createLines} from '../src/xml/lines.ts'
import {createPlaceFinder, type OpenFile} from '../src/xml/stream.ts'
import {DATA, hasData} from './validate-xml.ts'

/** Bytes in pieces of a size. */
const inPieces = (bytes: Uint8Array, size: number): OpenFile =>
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }

const text = fc
  .array(fc.constantFrom('a', 'é', '👌', '\n', '\r', '\r\n', '\uFEFF'))
  .map((all) => all.join(''))

describe('places in a text that goes by in pieces', () => {
  it('are those in the whole text', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), fc.integer({min: 1, max: 5}), (whole, at, size) => {
        const offsets = at.map((offset) => offset % (whole.length + 1)).sort((a, b) => a - b)
        const finder = createPlaceFinder(offsets)
        for (let from = 0; from < whole.length; from += size) finder.take(whole.slice(from, from + size))
        expect(finder.end()).toEqual(offsets.map(placesOf(whole)))
      })
    )
  })
})

describe('lines of a text that goes by in pieces', () => {
  it('give the places of the whole text, as long as they are not forgotten', () => {
    fc.assert(
      fc.property(text, fc.integer({min: 1, max: 5}), fc.nat(40), (whole, size, forgotten) => {
        const lines = createLines()
        for (let from = 0; from < whole.length; from += size) lines.take(whole.slice(from, from + size))
        const first = forgotten % (whole.length + 1)
        lines.forget(first)
        for (let offset = first; offset <= whole.length; offset++) {
          expect(lines.placeOf(offset)).toEqual(placesOf(whole)(offset))
        }
      })
    )
  })
})

describe('an encoding', () => {
  const xml = (declared: string): string =>
    `<?xml version="1.0"${declared}?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">` +
    '<file original="é" source-language="en" datatype="x"><body><trans-unit id="œ"/></body></file></xliff>'
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
  const windows = (text: string): Uint8Array =>
    Uint8Array.from(text, (character) => (character === 'œ' ? 0x9c : character.charCodeAt(0)))

  it.each([
    ['UTF-8', Buffer.from(xml(''))],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${xml('')}`)],
    ['UTF-16 with a mark', utf16(`\uFEFF${xml(' encoding="UTF-16"')}`)],
    ['UTF-16 without a mark', utf16(xml(' encoding="UTF-16"'))],
    ['UTF-16, big end first', utf16(`\uFEFF${xml(' encoding="UTF-16"')}`).swap16()],
    ['windows-1252', windows(xml(' encoding="windows-1252"'))],
    ['windows-1252 that says it is UTF-8', windows(xml(''))],
    [
      'UTF-8 that is broken',
      Buffer.concat([Buffer.from(`${xml('')}<!--éàü`), Buffer.of(0xff), Buffer.from('-->')])
    ],
    [
      'UTF-8 that ends in half a character',
      Buffer.concat([Buffer.from(`${xml('')}<!--éàü-->`), Buffer.of(0xc3)])
    ]
  ])('is told in pieces as in the whole: %s', async (_, bytes) => {
    const whole = validate(bytes, 'a.xlf')
    expect(whole.length).toBeGreaterThan(0)
    for (const size of [2, 3, 300]) {
      const head = bytes.subarray(0, 300)
      const open: OpenFile = async function* pieces() {
        yield head
        yield* inPieces(bytes.subarray(300), size)()
      }
      expect(await validateStream(open, 'a.xlf')).toEqual(whole)
    }
  })
})

describe.skipIf(!hasData)('the files of tools and test suites', () => {
  it('are read part by part as in the whole', async () => {
    const paths = globSync(join(DATA, '**/*.{xlf,xliff,sdlxliff,mxliff,txlf}'))
    let several = 0
    for (const path of paths) {
      const bytes = readFileSync(path)
      const whole = read(bytes, path)
      // What is mended is mended in the whole; twins are told apart in a part.
      if (whole.diagnostics.some(({id}) => id === 'xliff-not-well-formed' || id === 'unit-duplicate'))
        continue
      const files: ReadPart[][] = []
      const diagnostics = await readStream(inPieces(bytes, 1009), path, (part) => {
        // Places are there as long as the part is looked at.
        for (const {offset} of part.pairs) expect(part.placeOf(offset).offset).toBe(offset)
        ;(files[part.file] ??= []).push(part)
      })
      expect(diagnostics).toEqual(whole.diagnostics)
      several += files.filter((parts) => parts.length > 1).length
      expect(files.map((parts) => parts.flatMap(({bitext}) => bitext.units))).toEqual(
        whole.files.map(({bitext}) => bitext.units)
      )
      const sum = (tallies: ReadonlyArray<Tally>): number[] =>
        (['translated', 'news', 'open'] as const).map((key) =>
          tallies.reduce((total, tally) => total + tally[key], 0)
        )
      expect(files.map((parts) => sum(parts.map(({tally}) => tally)))).toEqual(
        whole.files.map(({tally}) => sum([tally]))
      )
      expect(files.map((parts) => parts.flatMap(({pairs}) => pairs))).toEqual(
        whole.files.map(({pairs}) => pairs)
      )
    }
    expect(several).toBeGreaterThan(10)
  })

  it('are checked in pieces as in the whole', async () => {
    const paths = globSync(join(DATA, '**/*.{xlf,xliff,sdlxliff,mxliff,txlf}'))
    expect(paths.length).toBeGreaterThan(600)
    for (const path of paths) {
      const bytes = readFileSync(path)
      expect(await validateStream(inPieces(bytes, 1009), path)).toEqual(validate(bytes, path))
    }
  })
})
