import {textOf} from '@passerelle/model'
import {extract} from '@passerelle/markdown'
import {describe, expect, it} from 'vitest'
import {findTargets} from '../src/sites/template-targets.ts'
import {translated} from './translated.ts'

function texts(source: string): string[] {
  return extract(source, 'a.md').document.blocks.map(({content}) => textOf(content))
}

describe('a link that leads by template syntax is a link', () => {
  it.each([
    ['Hugo', 'A [word *x*]({{< relref path="a b" >}}) here.\n', 'A word x here.'],
    ['Liquid with an address', 'Write to [a word](mailto:{{ site.emails.dto }}).\n', 'Write to a word.'],
    ['Liquid with a filter', '![a word]( {{ "/p" | f: a[ b ] }} "A word")\n', 'a word'],
    ['two in a line', '[a word]({{ x y }} "A word") and [a word]({{ z }})\n', 'a word and a word'],
    ['Jekyll', '[a word](/{% link x.md %}#a (t word))\n', 'a word'],
    ['ERB', '[a word](<%= path a, b %>)\n', 'a word'],
    ['a definition', 'See [the word][a].\n\n[a]: {{ x y }} "A word"\n', 'See the word.']
  ])('of %s', (_, source, text) => {
    expect(texts(source)[0]).toBe(text)
    expect(translated(source)).toBe(source.replaceAll('word', 'mot'))
  })

  it.each([
    ['in code', 'A word `[x]({{ y z }})`, [word]({{ a b }})\n'],
    ['in a block of code', '```\n[word]({{ b c }})\n```\n'],
    ['escaped', '\\[a word]({{ x y }}) word\n'],
    ['in HTML', '<p>[a word]({{ b c }})</p>\n']
  ])('and none %s', (_, source) => {
    const code = source.startsWith('```')
    expect(translated(source)).toBe(code ? source : source.replaceAll('word', 'mot'))
  })

  it('and none in a footnote, which does not lead anywhere', () => {
    expect(findTargets('[a]: {{ x y }}\n')).toHaveLength(1)
    expect(findTargets('[^a]: {{ x y }}\n')).toEqual([])
  })

  it('that tells the translator where it leads', () => {
    const {content} = extract('[a]({{ b c }})\n', 'a.md').document.blocks[0]!
    expect(content[0]).toMatchObject({kind: 'link', note: '{{ b c }}', raw: '['})
  })
})
