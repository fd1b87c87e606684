import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {analyse} from '../src/read/analyse.ts'
import {parseFast} from '../src/parse/fast.ts'
import {resolve} from '../src/sites/options.ts'
import {isTrusted} from '../src/parse/trust.ts'
import {cpuOf} from '../../../test/cpu.ts'
import {ordinaryTime} from './ordinary.ts'
import {type Sample, hasShared, samplesIn, specExamples} from './shared.ts'

/**
 * The same texts at every run, so that a rare construct does not fail a change that has nothing to do with it; other
 * texts, and as many as are asked for, with `PASSERELLE_RUNS`.
 */
const wanted = process.env['PASSERELLE_RUNS']
const random = wanted === undefined ? {numRuns: 2000, seed: 2026} : {numRuns: Number(wanted)}

/** Everything read of a text, by one parser. */
function read(text: string, engine: 'fast' | 'remark'): string {
  const {slots, shape} = analyse(text, 'a.md', {...resolve(), engine})
  const seen = slots.map(({collapsed, ...slot}) => ({...slot, collapsed: collapsed && [...collapsed]}))
  return JSON.stringify([seen, shape])
}

/** What Markdown is made of, in pieces that meet in every way. */
const piece = fc.constantFrom(
  'word',
  'a',
  'é',
  '«',
  '»',
  '\u00A0',
  '中',
  '。',
  '😀',
  '2024.',
  '1)',
  '!',
  ':',
  ';',
  '"',
  "'",
  '&',
  '&amp;',
  '\\',
  '\\*',
  '*',
  '**',
  '_',
  '__',
  '~',
  '~~',
  '`',
  '``',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](u)',
  '[x](y "t")',
  '[r]',
  '[r][]',
  '[t][r]',
  '[^1]',
  '<',
  '>',
  '<b>',
  '</b>',
  '<br>',
  '<!-- c -->',
  '<div>',
  '</div>',
  '|',
  '{{x}}',
  '$',
  ':::',
  '#',
  '+',
  '-',
  '=',
  'https://a.example',
  'www.a.example',
  'x@a.example',
  '<https://a.example>',
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\n- ',
  '\n* ',
  '\n1. ',
  '\n2) ',
  '\n> ',
  '\n>',
  '\n    ',
  '\n  ',
  '\n# ',
  '\n===\n',
  '\n---\n',
  '\n***\n',
  '\n```\n',
  '\n~~~\n',
  '\n| a | b |\n|---|:-:|\n| c | d |\n',
  '\n[r]: /u "t"\n',
  '\n[^1]: note\n',
  '\n- [ ] ',
  '\n- [x] ',
  '\n<div>\n',
  '\n</div>\n',
  '---\ntitle: x\n---\n'
)
const markdown = fc.array(piece, {minLength: 1, maxLength: 20}).map((pieces) => pieces.join(''))

describe.skipIf(!parseFast(''))('the fast parser reads what remark reads', () => {
  it('in random texts, where it is trusted', {timeout: 600_000}, () => {
    fc.assert(
      fc.property(markdown, (text) => {
        fc.pre(parseFast(text) !== undefined)
        expect(read(text, 'fast')).toBe(read(text, 'remark'))
      }),
      random
    )
  })

  it.skipIf(!hasShared)('in examples of the specifications put together anew', {timeout: 600_000}, () => {
    const pieces = specExamples().flatMap(({text}) => [text, ...text.split(/(?<=\n)/), ...text.split('\n\n')])
    const some = fc.constantFrom(...pieces.filter(({length}) => length > 0 && length < 200))
    const prefix = fc.constantFrom('', '', '> ', '- ', '1. ', '  ', '    ', '[^1]: ', '\uFEFF')
    const next = fc.constantFrom('\n', '\n', '\n> ', '\n  ', '\n    ')
    const spliced = fc
      .tuple(prefix, fc.array(some, {minLength: 1, maxLength: 4}), fc.constantFrom('', '\n', '\n\n'), next)
      .map(([start, parts, between, line]) => start + parts.join(between).replaceAll('\n', line))
    fc.assert(
      fc.property(spliced, (text) => {
        fc.pre(parseFast(text) !== undefined)
        expect(read(text, 'fast')).toBe(read(text, 'remark'))
      }),
      random
    )
  })

  const sets: [string, () => Sample[]][] = [
    ['the specifications', specExamples],
    ['all pairs', () => samplesIn('markdown/pairs')],
    ['all other documents', () => samplesIn('markdown/mono')],
    ['pages that changed', () => samplesIn('drift')]
  ]
  describe.skipIf(!hasShared)('in real documents', () => {
    it.each(sets)('of %s', (_, samples) => {
      const differing = samples().filter(
        ({text}) => parseFast(text) && read(text, 'fast') !== read(text, 'remark')
      )
      expect(differing.map(({name}) => name)).toEqual([])
    })

    it('most of which it is trusted with', () => {
      const samples = samplesIn('markdown/pairs').filter(({name}) => name.endsWith('.md'))
      const trusted = samples.filter(({text}) => parseFast(text))
      expect(trusted.length / samples.length).toBeGreaterThan(0.96)
    })
  })
})

describe('a text is not trusted to the fast parser', () => {
  it.each([
    ['with a lone surrogate', 'a\uD800b'],
    ['with an emoji at a mark of emphasis', '**😀 News**'],
    ['with front matter that ends in dots', '---\nx: 1\n...\n# Head\n'],
    ['with an end tag of raw HTML in capitals', '<script>\n</SCRIPT>\n'],
    ['with a task that has nothing on its line', '- [ ]\n  text\n'],
    ['with a space in the destination of a definition', '1. [a]: <b c>\n[x] d\n'],
    ['with a task above the line of a table without pipes', '- [x] word\n    :---\ntitle\n'],
    ['with an empty item', '-\n\n  text\n'],

    ['with a footnote in a list item', '- [^1]: Note\n'],
    ['with a definition before a quote', '[foo]: /url2\n> \n> 1. - 2. foo\n> '],
    ['with a definition before a list that begins with nine', '[foo]: /url\n> \n> \n> 9.  a\n'],
    ['with a definition after indented code', '    >\n[a]:>\n\n2) ~'],
    ['with a table that a line without a mark goes on', '> ||\n>|-\n||\n|-'],
    ['with a definition before a list', '[r]: /u\n2) two\n'],
    ['with a definition before a table', '[a]:>\n\t]\n-|'],
    ['with a definition before HTML', '>[a]:a\n<a a="">\n'],
    ['with a definition that goes on below', '>[a]:\n='],
    ['with marks that meet, and one without a mate', '**a*\n_*a*_'],
    ['with a definition over lines', '[\n-|\n]:a'],
    ['with an escaped bracket in a definition', '[\\]]:\n-|'],
    ['with a zero width no-break space at a mark of emphasis', '*a*\uFEFF'],
    ['with a next-line character at a mark of emphasis', '**\u0085a**'],
    ['with a vertical tab in a tag', '<script\v'],
    ['with a space in the label of a footnote', ']\n[^a ]:'],
    ['with a footnote right after an image mark', '[^1]:![^1][a'],
    ['with a footnote a line after an image mark', '![\n^1]\n[^1]:a'],
    ['with footnotes in a row, the first one empty', '[^a]:\n    [^a]:'],
    ['with a footnote inside another', '[^a]:a\n    [^a]:'],
    ['with an empty list in a footnote', 'a\n[^a]:-'],
    ['with character data that ends in brackets', '<![CDATA[]]]>\n'],
    ['with a comment that ends where it starts', '>\n<!-->\n    --\n\n    '],
    ['with a line broken at the end of a label', '[\\\n]()'],
    ['with a title that an escape begins a line of', '[](a "\n\\")'],
    ['with an end tag over lines', '</a\n    >'],
    ['with a table below a lazy line', '- a\na\n  |-'],
    ['with a mail address without the start of its domain', '\\\\+@.a.']
  ])('%s', (_, text) => {
    expect(isTrusted(text)).toBe(false)
  })

  it('unless the other would take minutes', () => {
    const marks = `${'*a_ '.repeat(3500)}\n- [ ]\n`
    const nested = ['>'.repeat(20_000), '- '.repeat(20_000), '1. '.repeat(20_000)].map(
      (deep) => `${deep}a\n\nb *c*\n`
    )
    const found: number[] = []
    const time = cpuOf(() => {
      for (const text of [marks, ...nested]) found.push(analyse(text, 'a.md', resolve()).slots.length)
    })
    expect(found).toEqual([2, 1, 1, 1])
    expect(time).toBeLessThan(10 * ordinaryTime())
  })

  it('with what its tree shows to be doubtful', () => {
    const doubtful = [
      'see https\\://a.example',
      'www.\n',
      '- test\n  <!--\n  -->\n- b\n',
      '[^1]: e\n<b>\n',
      '---\n- a',
      '+++\n[^a]:',
      '1. <a\n    a>',
      '>a<?\n>?>',
      '- <script\n - a',
      '1. a\n\n    <!--\n 1) a',
      '<pre\n</style>\n',
      '![image[^4]](#)\n\n[^4]: d',
      '- a\n>     {\n>     `',
      '>-     a\n       ',
      '* a\n<!a>\n    a\n\n    ',
      '[^1]: note ![\n| a | b |\n|---|:-:|\n[^1]](u)',
      'a>www.a/&#x1;',
      'wordhttps://a.example:::www.a.example',
      'a||\n-|-\n<b>'
    ]
    expect(doubtful.filter((text) => parseFast(text))).toEqual([])
  })
})
