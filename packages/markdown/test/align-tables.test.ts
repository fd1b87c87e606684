import type {Content} from '@passerelle/model'
import {extract, merge} from '@passerelle/markdown'
import {describe, expect, it} from 'vitest'

/** A document with every text in capitals, and longer. */
function shouted(text: string): string {
  const {document} = extract(text, 'a.md')
  const shout = (content: Content): Content =>
    content.map((part) => (typeof part === 'string' ? `${part.toUpperCase()}…` : part))
  const {text: merged, diagnostics} = merge(
    document,
    document.blocks.map(({content}) => shout(content))
  )
  expect(diagnostics).toEqual([])
  return merged
}

describe('a table that was aligned stays so', () => {
  it.each([
    [
      'each column to its side',
      '| Place | People | Aid |\n| ----- | -----: | :-: |\n| Ostel |    400 | yes |\n',
      '| PLACE… | PEOPLE… | AID… |\n| ------ | ------: | :--: |\n| OSTEL… |     400 | YES… |\n'
    ],
    [
      'with dashes from pipe to pipe, in a quote, with CRLF',
      '> | a   | b \\| c |\r\n> |-----|--------|\r\n> | one | two    |\r\n',
      '> | A…   | B \\| C… |\r\n> |------|---------|\r\n> | ONE… | TWO…    |\r\n'
    ],
    [
      'by what is seen, in a list, with room to spare',
      '- | a      | b |\n  | ------ | - |\n  | 漢字   | c |\n',
      '- | A…     | B… |\n  | ------ | -- |\n  | 漢字…  | C… |\n'
    ]
  ])('%s', (_, source, expected) => {
    expect(shouted(source)).toBe(expected)
  })
})

it('a table that was not aligned keeps its spaces as they are', () => {
  expect(shouted('| one | b |\n|---|:-:|\n| c | two |\n')).toBe('| ONE… | B… |\n|---|:-:|\n| C… | TWO… |\n')
  expect(shouted('one|b\n---|---\nc  |two\n')).toBe('ONE…|B…\n---|---\nC…  |TWO…\n')
})

it('a table of which nothing is translated keeps its bytes', () => {
  const source = 'One.\n\n| a     | b |\n| ----- | - |\n| cc    | d |\n'
  const {document} = extract(source, 'a.md')
  const targets = document.blocks.map((_, index): Content | undefined => (index === 0 ? ['Un.'] : undefined))
  expect(merge(document, targets).text).toBe(source.replace('One.', 'Un.'))
})
