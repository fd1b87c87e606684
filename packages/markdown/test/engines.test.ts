import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {analyse} from '../src/analyse.ts'
import {parseFast} from '../src/fast.ts'
import {resolve} from '../src/options.ts'
import {isTrusted} from '../src/trust.ts'
import {type Sample, hasShared, samplesIn, specExamples} from './shared.ts'

const numRuns = Number(process.env['PASSERELLE_RUNS'] ?? 2000)

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
      {numRuns}
    )
  })

  const sets: [string, () => Sample[]][] = [
    ['the specifications', specExamples],
    ['all pairs', () => samplesIn('markdown/pairs')],
    ['all other documents', () => samplesIn('markdown/mono')],
    ['pages that changed', () => samplesIn('drift')]
  ]
  describe.skipIf(!hasShared)('in real documents', () => {
    it.each(sets)('of %s', {timeout: 300_000}, (_, samples) => {
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
    ['with NUL', 'a\0b'],
    ['with a lone surrogate', 'a\uD800b'],
    ['with an emoji at a mark of emphasis', '**😀 News**'],
    ['with front matter that ends in dots', '---\nx: 1\n...\n# Head\n'],
    ['with an end tag of raw HTML in capitals', '<script>\n</SCRIPT>\n'],
    ['with a task that has nothing on its line', '- [ ]\n  text\n'],
    ['with an empty item', '-\n\n  text\n'],
    ['with a footnote in a label', '![image[^4]](#)'],
    ['with a footnote in a list item', '- [^1]: Note\n'],
    ['with a definition before a list', '[r]: /u\n2) two\n']
  ])('%s', (_, text) => {
    expect(isTrusted(text)).toBe(false)
  })

  it('with what its tree shows to be doubtful', () => {
    const doubtful = [
      'see https\\://a.example',
      'www.\n',
      '- test\n  <!--\n  -->\n- b\n',
      '[^1]: e\n<b>\n',
      'a||\n-|-\n<b>'
    ]
    expect(doubtful.filter((text) => parseFast(text))).toEqual([])
  })
})
