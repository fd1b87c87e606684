import {textOf} from '@passerelle/model'
import {extract, merge} from '@passerelle/markdown'
import {describe, expect, it} from 'vitest'
import {translated} from './translated.ts'

const options = {codeComments: true}

function texts(source: string): string[] {
  return extract(source, 'a.md', options).document.blocks.map(({content}) => textOf(content))
}

const code = (language: string, ...lines: string[]): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`

describe('comments in code', () => {
  it('are left alone unless asked for', () => {
    expect(extract(code('js', '// A word.'), 'a.md').document.blocks).toEqual([])
  })

  it.each([
    ['js', ['const a = "// no" // A word.'], ['A word.']],
    ['js', ['get("https://a.b") /* a word */ + 1'], ['a word']],
    [
      'js',
      ['// A long comment that', '// goes on.', 'x()', '// Another.'],
      ['A long comment that goes on.', 'Another.']
    ],
    ['js', ['// A comment.', '', '// After a blank line.'], ['A comment.', 'After a blank line.']],
    ['sh', ['#!/bin/sh', 'echo $# "# no" # a word', '  # Indented word.'], ['a word', 'Indented word.']],
    ['sql', ['SELECT 1 -- a word', "SELECT '-- no'"], ['a word']],
    ['html', ['<p>no</p> <!-- a word -->'], ['a word']],
    ['unknown', ['// no'], []]
  ] as const)('of %s are found', (language, lines, found) => {
    expect(texts(code(language, ...lines))).toEqual(found)
  })

  it('are translated where they stand, wrapped as they were', () => {
    const source = `> ${code(
      'py',
      '# A word that is long, and a second',
      '# line with a word.',
      'x = 1  # word'
    )
      .trimEnd()
      .replaceAll('\n', '\n> ')}\n`
    const result = translated(source, undefined, options)
    expect(result).toBe(
      '> ```py\n> # A mot that is long, and a second\n> # line with a mot.\n> x = 1  # mot\n> ```\n'
    )
  })

  it('are kept where the translation would end them', () => {
    const source = code('js', 'a() /* word */')
    const {document} = extract(source, 'a.md', options)
    const merged = merge(document, [['mot */ b()']], options)
    expect(merged).toMatchObject({text: source, quarantined: new Set([0])})
  })
})
