import type {Content} from '@passerelle/model'
import {extract, merge} from '@passerelle/markdown'
import {describe, expect, it} from 'vitest'

const source = '# One\n\nTwo *three*.\n\n- four\n- five [six](/a)\n- seven\n'
const {document} = extract(source, 'a.md')

/** Merge with one block's target given and all others in capitals. */
function mergeWith(index: number, target: Content): ReturnType<typeof merge> {
  return merge(
    document,
    document.blocks.map(({content}, at) =>
      at === index ? target : content.map((part) => (typeof part === 'string' ? part.toUpperCase() : part))
    )
  )
}

describe('a unit that cannot be proved', () => {
  const link = document.blocks[3]?.content ?? []
  const impossible: [string, Content, string][] = [
    ['an open code without its close', link.slice(0, -1), 'unbalanced'],
    [
      'a code that does not exist',
      ['a ', {type: 'standalone', id: '9', kind: 'break', raw: '\n\n# a'}],
      'structure'
    ],
    [
      'a link in a link',
      ['a', ...link.slice(1, 2), ...link.slice(1).map(renumbered), ...link.slice(-1)],
      'codes'
    ],
    ['nothing at all', [''], 'structure']
  ]

  it.each(impossible)('alone keeps its source: %s', (_, target, reason) => {
    const {text, diagnostics, quarantined} = mergeWith(3, target)
    expect([...quarantined]).toEqual([3])
    expect(text).toBe('# ONE\n\nTWO *THREE*.\n\n- FOUR\n- five [six](/a)\n- SEVEN\n')
    expect(diagnostics).toMatchObject([
      {id: 'unit-quarantined', level: 'error', path: 'a.md', line: 6, column: 3}
    ])
    expect(diagnostics[0]?.args).toMatchObject({reason})
  })
})

describe('codes may be', () => {
  const [, , , block] = document.blocks
  const [text = '', open, inner = '', close] = block?.content ?? []

  it('moved', () => {
    expect(mergeWith(3, [open!, inner, close!, ' five']).text).toContain('\n- [six](/a) five\n')
  })

  it('dropped', () => {
    expect(mergeWith(3, ['five']).text).toContain('\n- five\n')
  })

  it('repeated', () => {
    const again = [open!, close!].map((code) => (typeof code === 'string' ? code : {...code, id: '2'}))
    const target = [text, open!, inner, close!, ' ', again[0]!, inner, again[1]!]
    expect(mergeWith(3, target).text).toContain('\n- five [six](/a) [six](/a)\n')
  })
})

describe('a changed block keeps the style of the document', () => {
  it.each([
    ['the marker of emphasis', '_one_ and *two* and __three__\n', '_UNO_ and *DUO* and __TRIO__\n'],
    ['hard breaks and prefixes', '> one  \n> two\\\n> three\n', '> UNO  \n> DUO\\\n> TRIO\n'],
    ['quotes of titles', "[x](/a 'one')\n", "[x](/a 'UNO')\n"],
    ['shortcut references', 'a [one] b\n\n[one]: /b\n', 'a [UNO][one] b\n\n[one]: /b\n'],
    ['shortcut images', '![one] b\n\n[one]: /b\n', '![UNO][one] b\n\n[one]: /b\n'],
    ['collapsed images', '![one][] b\n\n[one]: /b\n', '![UNO][one] b\n\n[one]: /b\n'],
    ['padding of cells', '| one   |two|\n|:-|-|\n', '| UNO   |DUO|\n|:-|-|\n'],
    ['closing marks', '##  one  ##\r\n', '##  UNO  ##\r\n'],
    [
      'quotes of values',
      '---\ntitle: \'one\'\nsummary: "two"\n---\n',
      '---\ntitle: \'UNO\'\nsummary: "DUO"\n---\n'
    ],
    ['folds of values', '---\nsummary: >-\n  one\n  two\n---\n', '---\nsummary: >-\n  UNO DUO\n---\n'],
    ['French emphasis', '**one**, b\n', '**UNO**, b\n']
  ])('%s', (_, text, expected) => {
    const {document} = extract(text, 'a.md')
    const words: Readonly<Record<string, string>> = {one: 'UNO', two: 'DUO', three: 'TRIO'}
    const targets = document.blocks.map(({content}) =>
      content.map((part) =>
        typeof part === 'string' ? part.replace(/one|two|three/g, (word) => words[word] ?? '') : part
      )
    )
    expect(merge(document, targets).text).toBe(expected)
  })

  it('and French emphasis renders', () => {
    const {document} = extract('**a**, b\n', 'a.md')
    const [open, , close] = document.blocks[0]?.content ?? []
    const shown = (target: Content): string => merge(document, [target]).text
    expect(shown([open!, '« mot »', close!, ', b'])).toBe('**« mot »**, b\n')
    expect(shown(['l’', open!, '« été »', close!, ' b'])).toBe('l’**« été »** b\n')
    expect(shown([open!, '漢字、', close!, '漢字'])).toBe('**漢字、**&#x6F22;字\n')
  })
})

function renumbered(part: string | Exclude<Content[number], string>): Content[number] {
  return typeof part === 'string' ? part : {...part, id: `${part.id}0`}
}
