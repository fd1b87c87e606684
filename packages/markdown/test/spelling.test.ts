import {extract, merge} from '@passerelle/markdown'
import {describe, expect, it} from 'vitest'
import {translated} from './translated.ts'

describe('a character is spelled as its author spells it', () => {
  it.each([
    ['a paragraph', 'A&nbsp;word &mdash; *at&nbsp;once* &lt;b> &copy;\n'],
    ['a quotation in bold', 'One **&laquo;&nbsp;word&nbsp;&raquo;**, here.\n'],
    ['a heading with code', '# A word `—` &mdash; <https://a.b?x&amp;y>\n'],
    ['a title', '[x](/a "t &amp; word &quot;q&quot;")\n'],
    ['HTML', '<p>A&nbsp;word &mdash; it&#8217;s &lt;x&gt; &quot;q&quot;</p>\n'],
    ['HTML with bare signs', '<p>a word > b < c</p>\n'],
    ['HTML that spells it both ways', '<p>it&#8217;s a word’s&nbsp;word, here&nbsp;and there</p>\n'],
    ['a note with an address', 'An ^[example word https://a.b]\n'],
    ['YAML', '---\ntitle: "A word\\_: b\\u00A0c"\n---\n'],
    ['TOML', '+++\ntitle = "A word\\u00a0: b"\n+++\n'],
    ['JSON', '{"title": "A word\\u00a0: \\u00e9 \\\\_"}\n'],
    ['an attribute', '<img alt="a&nbsp;word > b &amp; c" src="a?b&c">\n']
  ])('in %s', (_, source) => {
    expect(translated(source)).toBe(source.replaceAll('word', 'mot'))
  })

  it('but not letters, digits and blanks, which are spelled so to hide them', () => {
    expect(translated('&#119;ord&#32;word\n', (text) => text.replaceAll('word', 'mot 1'))).toBe(
      'mot 1 mot 1\n'
    )
    expect(translated('<p>&#119;ord&#32;word</p>\n', (text) => text.replaceAll('word', 'mot 1'))).toBe(
      '<p>mot 1 mot 1</p>\n'
    )
  })

  it('in a scalar alone that had escapes itself', () => {
    const {document} = extract("+++\ntitle = 'a\\_b'\n+++\n", 'a.md')
    const merged = merge(document, [["l’a\u00A0b 'c'"]])
    expect(merged.quarantined.size).toBe(0)
    expect(extract(merged.text, 'a.md').document.blocks[0]?.content).toEqual(["l’a\u00A0b 'c'"])
  })

  it('but where they are not as many and stand both ways, it is itself', () => {
    expect(translated('A&nbsp;word\u00A0here.\n', (text) => text.replaceAll('word', 'mot\u00A0!'))).toBe(
      'A\u00A0mot\u00A0!\u00A0here.\n'
    )
  })
})
