import {extract, merge} from '@passerelle/markdown'
import {describe, expect, it} from 'vitest'

/** The document with `word` made `mot` in each block. */
function translate(source: string, more = ''): string {
  const {document} = extract(source, 'a.md')
  const targets = document.blocks.map(({content}) =>
    content.map((part) => (typeof part === 'string' ? part.replaceAll('word', `mot${more}`) : part))
  )
  return merge(document, targets).text
}

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
    expect(translate(source)).toBe(source.replaceAll('word', 'mot'))
  })

  it('but where they are not as many and stand both ways, it is itself', () => {
    expect(translate('A&nbsp;word\u00A0here.\n', '\u00A0!')).toBe('A\u00A0mot\u00A0!\u00A0here.\n')
  })
})
