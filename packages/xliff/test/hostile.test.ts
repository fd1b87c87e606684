import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {growthOf, LINEAR} from './linear.ts'
import {read, readStream, validate, validateStream, writeHandoff} from '../src/index.ts'
import {sound} from './arbitraries.ts'

const HEAD =
  '<xliff version="1.2"><file original="a.md" source-language="en" target-language="fr" datatype="x"><body>'
const TAIL = '</body></file></xliff>'
const unit = (source: string): string => `<trans-unit id="u"><source>${source}</source></trans-unit>`

describe('hostile input ends in an error, in bounded time', () => {
  it('entities that grow', () => {
    const entities = Array.from({length: 30}, (_, index) =>
      index === 0 ? '<!ENTITY e0 "lol">' : `<!ENTITY e${index} "${`&e${index - 1};`.repeat(10)}">`
    )
    const xml = `<!DOCTYPE xliff [${entities.join('')}]>${HEAD}${unit('&e29;')}${TAIL}`
    const {diagnostics} = read(xml, 'a.xlf')
    expect(diagnostics.some(({level}) => level === 'error')).toBe(true)
    expect(JSON.stringify(diagnostics)).not.toContain('lollol')
  })

  it('entities that read files', () => {
    const xml = `<!DOCTYPE xliff [<!ENTITY e SYSTEM "file:///etc/passwd">]>${HEAD}${unit('&e;')}${TAIL}`
    expect(JSON.stringify(read(xml, 'a.xlf'))).not.toContain('root:')
  })

  it.each(['group', 'g', 'mrk'])('a hundred thousand %s in one another', (name) => {
    const depth = 100_000
    const nested = `<${name} id="1">`.repeat(depth) + `</${name}>`.repeat(depth)
    const xml = name === 'group' ? HEAD + nested + TAIL : HEAD + unit(nested) + TAIL
    for (const use of [read, validate]) {
      expect(use(xml, 'a.xlf')).toBeDefined()
    }
    expect(read(xml, 'a.xlf').diagnostics.some(({level}) => level === 'error')).toBe(true)
  })

  it('text of many megabytes', () => {
    expect(
      growthOf((count) => () => read(HEAD + unit('a '.repeat(count)) + TAIL, 'a.xlf'), 1_250_000)
    ).toBeLessThan(LINEAR)
  })

  it('characters that XML does not have', () => {
    for (const character of ['\u0000', '\u0003', '\uFFFF', '\uD800', '&#0;', '&#xD800;', '&#x110000;']) {
      const {files, diagnostics} = read(
        HEAD + unit(`a${character}`) + unit('b').replace('"u"', '"v"') + TAIL,
        'a.xlf'
      )
      expect(diagnostics.some(({id}) => id === 'xliff-not-well-formed')).toBe(true)
      expect(files[0]!.bitext.units.map(({id}) => id)).toContain('v')
    }
  })

  it('codes that are lost, very many', () => {
    const many = (count: number): string => {
      const codes = Array.from({length: count}, (_, id) => `<x id="${id}" equiv-text="[${id}]"/>`).join('a ')
      const target = `<target>${'[1] b '.repeat(count)}</target></trans-unit>`
      return HEAD + unit(codes).replace('</trans-unit>', target) + TAIL
    }
    expect(growthOf((count) => () => read(many(count), 'a.xlf'), 5_000)).toBeLessThan(LINEAR)
  })

  it('notes of very many groups', () => {
    const many = (count: number): string =>
      HEAD + '<group><note>Which?</note></group>'.repeat(count) + unit('a') + TAIL
    expect(growthOf((count) => () => read(many(count), 'a.xlf'), 10_000)).toBeLessThan(LINEAR)
  })

  it('what no unit ends, many times', () => {
    for (const piece of [
      '<trans-unit id="a">',
      '<trans-unit id="a"',
      '<!--',
      '<file a="',
      '<x id="1"',
      '&',
      '<group>'
    ]) {
      expect(
        growthOf((count) => () => read(HEAD + piece.repeat(count), 'a.xlf'), 2500),
        piece
      ).toBeLessThan(LINEAR)
    }
  })

  it('escaped codes and marks, many times', () => {
    const pieces = [
      '&lt;x id="1"',
      '&lt;',
      '&lt;x id="1"/>',
      '\n    ',
      '<x id="1"/>\n     ',
      '\\u{',
      '<mrk mtype="seg" mid="1"/> ',
      '<g id="1">',
      '</g>',
      '<target>',
      '{a}'
    ]
    for (const piece of pieces) {
      const xml = (many: string): string =>
        HEAD +
        unit(`a <x id="1"/>${many}`).replace('</trans-unit>', `<target>${many}</target></trans-unit>`) +
        TAIL
      expect(
        growthOf((count) => () => read(xml(piece.repeat(count)), 'a.xlf'), 2500),
        piece
      ).toBeLessThan(LINEAR)
    }
  })

  it.each(['1.2', '2.0'] as const)('a hand-off in XLIFF %s cut off at every byte', async (version) => {
    const sample = fc.sample(sound, {seed: 5, numRuns: 200}).find((bitext) => {
      const {length} = writeHandoff([bitext], {version: '2.0'})
      return length > 2000 && length < 4000
    })
    const bytes = new TextEncoder().encode(writeHandoff([sample!], {version}))
    const last = writeHandoff([sample!], {version}).lastIndexOf('>')
    for (let end = 0; end < Math.min(bytes.length, last); end++) {
      const cut = bytes.subarray(0, end)
      const open = async function* pieces(): AsyncGenerator<Uint8Array> {
        yield cut.subarray(0, 200)
        yield cut.subarray(200)
      }
      const found = [
        read(cut, 'a.xlf').diagnostics,
        validate(cut, 'a.xlf'),
        await readStream(open, 'a.xlf', () => {}),
        await validateStream(open, 'a.xlf')
      ]
      const isError = found.map((diagnostics) => diagnostics.some(({level}) => level === 'error'))
      expect([end, ...isError]).toEqual([end, true, true, true, true])
    }
  })

  it.each([
    ['copies', (n: number) => `<ph id="${n}" copyOf="x${n}"/>`],
    ['original data', (n: number) => `<ph id="${n}" dataRef="x${n}"/>`],
    ['annotations', (n: number) => `<mrk id="${n}" type="term" ref="#x${n}">a</mrk>`],
    ['comments', (n: number) => `<mrk id="${n}" type="comment" ref="#n=x${n}">a</mrk>`],
    [
      'references to nothing',
      (n: number) => `<mrk id="${n}" type="its:any" its:locQualityIssuesRef="#its=x${n}">a</mrk>`
    ],
    ['sizes', (n: number) => `<ph id="${n}" slr:sizeInfoRef="x${n}"/>`],
    ['sequences', (n: number) => `<ph id="${n}" canReorder="no" canCopy="no" canDelete="no"/>`],
    ['duplicates', () => '<ph id="1"/>']
  ])('one unit of very many %s', (_, piece) => {
    const many = (count: number): string => {
      const inside = Array.from({length: count}, (__, n) => piece(n)).join('')
      const data = Array.from({length: count}, (__, n) => `<data id="d${n}"/>`).join('')
      return (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:its="http://www.w3.org/2005/11/its" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" ' +
        'version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="u">' +
        `<originalData>${data}</originalData>` +
        `<segment><source>${inside}</source><target>${inside}</target></segment></unit></file></xliff>`
      )
    }
    expect(growthOf((count) => () => validate(many(count), 'a.xlf'), 10_000)).toBeLessThan(LINEAR)
  })

  it('a file cut off at every byte', () => {
    const bytes = new TextEncoder().encode(
      `\uFEFF<?xml version="1.0"?>${HEAD}${unit('é <x id="1"/>👌')}${TAIL}`
    )
    for (let end = 0; end < bytes.length; end++) {
      const {diagnostics} = read(bytes.subarray(0, end), 'a.xlf')
      expect([end, diagnostics.some(({level}) => level === 'error')]).toEqual([end, true])
    }
  })
})
