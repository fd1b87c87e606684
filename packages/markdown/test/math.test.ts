import {textOf} from '@passerelle/model'
import {extract, merge} from '@passerelle/markdown'
import {describe, expect, it} from 'vitest'
import {translated} from './translated.ts'

function codes(source: string): string[] {
  return extract(source, 'a.md').document.blocks.flatMap(({content}) =>
    content.flatMap((part) => (typeof part === 'string' ? [] : [part.raw]))
  )
}

describe('a formula is one code', () => {
  it.each([
    [
      'with signs of TeX',
      String.raw`A word $\frac{a_1 * b}{c_2 * d}$ here.`,
      String.raw`$\frac{a_1 * b}{c_2 * d}$`
    ],
    ['of one letter', 'A word $x$, here.', '$x$'],
    ['displayed in a line', String.raw`A word $$a \\ b$$ here.`, String.raw`$$a \\ b$$`],
    ['displayed over lines', '> A word\n> $$\n> a *b*\n> - c\n> $$\n> here.', '$$\n> a *b*\n> - c\n> $$'],
    ['in a link', '[a word $x^2$](/a)', '$x^2$']
  ])('%s', (_, source, formula) => {
    expect(codes(source)).toContain(formula)
    expect(translated(`${source}\n`)).toContain(formula)
  })

  it.each([
    ['two prices', 'From $5 to 10$ a word.'],
    ['two prices in words', 'From $5 and $10, a word.'],
    ['escaped', String.raw`A word \$x^2$ here.`],
    ['of a shell', 'A word `$a = $b`, $HOME/$USER.']
  ])('and none is %s', (_, source) => {
    expect(codes(source).filter((raw) => raw.startsWith('$'))).toEqual([])
    expect(codes(translated(`${source}\n`)).filter((raw) => raw.startsWith('$'))).toEqual([])
  })

  it.each(['\n', '\r\n', '\r'])('alone is nothing to translate where %j ends lines', (end) => {
    const text = ['$$', 'a \\\\', '- b c', '$$', '', 'Word.', ''].join(end)
    expect(extract(text, 'a.md').document.blocks.map(({content}) => textOf(content))).toEqual(['Word.'])
  })

  it('that a translator types is what he typed', () => {
    const {document} = extract('Here.\n', 'a.md')
    const {text} = merge(document, [['Un $x^2$ ici.']])
    expect(extract(text, 'a.md').document.blocks[0]?.content).toEqual(['Un $x^2$ ici.'])
  })
})

describe('a directive in text keeps its name and its attributes', () => {
  it.each([
    ['with a label', 'A :abbr[word]{title="A b"} here.', [':abbr[', ']{title="A b"}']],
    ['with a label alone', 'A :term[word], here.', [':term[', ']']],
    ['without a label', 'A word :icon{name="x"} here.', [':icon{name="x"}']]
  ])('%s', (_, source, raws) => {
    expect(codes(source)).toEqual(raws)
    expect(translated(`${source}\n`)).toBe(`${source.replaceAll('word', 'mot')}\n`)
  })

  it('is none after a word, a colon or in a label that ends nowhere', () => {
    expect(codes('Note:see[1], ::a[b], :smile: [x], :a[b')).toEqual([])
  })
})
