import {type Content, textOf} from '@passerelle/model'
import {type MarkdownOptions, extract} from '@passerelle/markdown'
import {describe, expect, it} from 'vitest'
import {cpuOf} from '../../../test/cpu.ts'
import {ordinaryTime} from './ordinary.ts'

/** Blocks as lines: kind, then content with codes as `{raw}`. */
function blocksIn(text: string, options?: MarkdownOptions): string[] {
  return extract(text, 'a.md', options).document.blocks.map(({kind, content}) => `${kind}: ${drawn(content)}`)
}

function drawn(content: Content): string {
  return content.map((part) => (typeof part === 'string' ? part : `{${part.raw}}`)).join('')
}

describe('every place where prose stands is a block', () => {
  it.each([
    ['a paragraph', 'One\ntwo.\n', ['paragraph: One two.']],
    ['headings', '# One #\n\nTwo\n---\n', ['heading: One', 'heading: Two']],
    [
      'items and tasks',
      '- one\n  - [x] two\n1. three\n',
      ['paragraph: one', 'paragraph: two', 'paragraph: three']
    ],
    ['a quote with lazy lines', '> > one\n> two\nthree\n', ['paragraph: one two three']],
    ['lazy text that looks like a mark', '> one\n>     > two\n', ['paragraph: one > two']],
    ['a table', '| a | b \\| c |\n|-|-|\n| `d` | 1 |\n', ['cell: a', 'cell: b | c']],
    ['a footnote', 'One.[^n]\n\n[^n]: Two.\n', ['paragraph: One.{[^n]}', 'paragraph: Two.']],
    ['a link and its title', '[one](/a "two")\n', ['paragraph: {[}one{](/a "two")}', 'title: two']],
    ['an image alone', '![one](/a (two))\n', ['alternative: one', 'title: two']],
    ['an image in a link', '[![one](/a)](/b)\n', ['alternative: one']],
    ['a definition', '[a]: /b\n  "one"\n', ['title: one']],
    [
      'front matter in TOML',
      '+++\ntitle = "One"\n[a]\nsummary = \'two\'\nb = "c"\n+++\n',
      ['front-matter: One', 'front-matter: two']
    ],
    [
      'front matter in JSON',
      '{\n  "title": "One",\n  "a": "b"\n}\n\nTwo.\n',
      ['front-matter: One', 'paragraph: Two.']
    ],
    ['definitions', 'One\n: two\n', ['paragraph: One{\n: }two']],
    ['an admonition', '!!! note "One"\n    two\n', ['paragraph: {!!! note "}One{"\n    }two']],
    [
      'an alert',
      '> [!NOTE]\n> One.\n\n> [!TIP]\n>\n> Two.\n',
      ['paragraph: {[!NOTE]\n> }One.', 'paragraph: Two.']
    ],
    ['an attribute list on its line', '> One.\n> {: .a}\n', ['paragraph: One.{\n> {: .a}}']],
    ['an attribute list before its block', '{: .a}\nOne.\n', ['paragraph: {{: .a}\n}One.']],
    [
      'tags of a template on their lines',
      'One\n{% a %}\n{{< b >}}\ntwo {{ c }}\n{{ d }}\nthree\n',
      ['paragraph: One{\n{% a %}\n}{{{< b >}}\n}two {{{ c }}} {{{ d }}} three']
    ],
    [
      'a tag of a template over lines, with markup in it',
      '{% include a.html\n\t alt="A <b>b</b>"\n  - caption="_c_"\n%}\n\nOne {{< d "*e*" >}} two {{ f_ }}.\n',
      ['attribute: A {<b>}b{</b>}', 'attribute: _c_', 'paragraph: One {{{< d "*e*" >}}} two {{{ f_ }}}.']
    ],
    [
      'tags of templates with markup that have lines to themselves',
      '> One\n> {% a "*b*" %}\n> {{< c "_d_" >}}\n> two {% e "*f*" %}\n> three\n> {% g "*h*" %}\n',
      [
        'paragraph: One{\n> {% a "*b*" %}\n> }{{{< c "_d_" >}}\n> }two {{% e "*f*" %}} three{\n> {% g "*h*" %}}'
      ]
    ],
    [
      'values of tags of templates',
      'One {{< a b="c" alt="d \\"e\\"" title=`f` >}} two.\n\n{% g caption=\'h&nbsp;i\' alt=j title="{{ k }}" %}\n\n{{ l(title="m") }}\n',
      [
        'paragraph: One {{{< a b="c" alt="d \\"e\\"" title=`f` >}}} two.',
        'attribute: d "e"',
        'attribute: h\u00A0i'
      ]
    ],
    [
      'markup in a value of a tag',
      '{{% tab header="One (`two.xml`) [three](/four)" %}}\n',
      ['attribute: One ({`two.xml`}) [three{](/four)}']
    ],
    [
      'template syntax in code and in HTML',
      '`{{ a_ }}` one\n\n<p class="{{ b_ }}">two</p>\n\n```\n{% c\n%}\n```\n',
      ['paragraph: {`{{ a_ }}`} one', 'text: two']
    ],
    [
      'HTML for code, and for keys',
      'One <code>two</code> <kbd>three</kbd>.\n\n<p><tt>four</tt> <var>five</var></p>\n',
      ['paragraph: One {<code>two</code>} {<kbd>}three{</kbd>}.', 'text: {<tt>four</tt>} {<var>}five{</var>}']
    ],
    ['a leaf directive', 'One.\n\n::video[two]{#id}\n', ['paragraph: One.', 'label: two']],
    [
      'an address in HTML',
      '<p>One https://a.example/?b=1&c=2</p>\n',
      ['text: One {https://a.example/?b=1&c=2}']
    ],
    ['nothing to translate', '***\n\n123\n\n`code`\n\n    code\n\n```\ncode\n```\n', []]
  ])('%s', (_, text, expected) => {
    expect(blocksIn(text)).toEqual(expected)
  })
})

describe('a translator sees no syntax', () => {
  it.each([
    ['escapes and references', 'a \\* b &amp; c&nbsp;d &#x2A;', 'a * b & c\u00A0d *'],
    ['soft breaks with prefixes', '> - a\n>   b  c\n>   d', 'a b  c d'],
    ['hard breaks', '> a  \n> b\\\n> c', 'a{  \n> }b{\\\n> }c'],
    ['emphasis', 'a *b __c__* ~~d~~ ~e~', 'a {*}b {__}c{__}{*} {~~}d{~~} {~}e{~}'],
    ['addresses', 'a <https://b.c> https://d.e/f, g@h.ij', 'a {<https://b.c>} {https://d.e/f}, {g@h.ij}'],
    ['an escaped address', 'a https\\://b.c', 'a https://b.c'],
    ['a link whose text is an address', 'a [www.b.c](http://www.b.c) d', 'a {[www.b.c](http://www.b.c)} d'],
    [
      'references keep their label',
      'a [b c] [d][] [e][b c]\n\n[b c]: /x\n[d]: /y',
      'a {[}b c{][b c]} {[}d{][d]} {[}e{][b c]}'
    ],
    ['tags in pairs', 'a <b>c <br> <i>d</b> </u>', 'a {<b>}c {<br>} {<i>}d{</b>} {</u>}'],
    ['templates', '{{ a }} b {% c %} d {{< e "f" >}} {#g}', '{{{ a }}} b {{% c %}} d {{{< e "f" >}}} {{#g}}'],
    ['an escaped template', 'a {\\{ b }}', 'a {{ b }}']
  ])('%s', (_, text, expected) => {
    expect(blocksIn(text)).toEqual([`paragraph: ${expected}`])
  })

  it('protects what the configuration names', () => {
    expect(blocksIn('Ask ACME-12 now.', {protect: [/ACME-\d+/]})).toEqual(['paragraph: Ask {ACME-12} now.'])
  })
})

// Tiling alone is no proof: with every offset one off, it still holds.
describe('offsets are exact', () => {
  const prefixes = ['', '\uFEFF', '\r\n\n', '\t\n', '\uFEFF- a\n\n']
  it.each(prefixes)('after %j', (prefix) => {
    const text = `${prefix}# One *two*\n\n\tcode\n\n-\tthree &amp; 👩‍💻 four\n\n> |five|\n> |-|\n> |\tsix\t|\n\n![seven](/a 'eight')`
    const found = extract(text, 'a.md').document.blocks.map(({start, end}) => text.slice(start, end))
    const wanted = ['One *two*', 'three &amp; 👩‍💻 four', 'five', 'six', 'seven', 'eight']
    expect(found.slice(-wanted.length)).toEqual(wanted)
  })

  it('in lines and columns', () => {
    const [, block] = extract('\uFEFFa\r\n\r\n> - b\n', 'a.md').document.blocks
    expect(block?.place).toEqual({line: 3, column: 5, offset: 10})
  })
})

describe('codes say what they are', () => {
  it('names where a link leads', () => {
    const [block] = extract('See [this](/a "b") and ![c](/d).', 'a.md').document.blocks
    const codes = block?.content.filter((part) => typeof part !== 'string')
    expect(codes?.map(({id, kind, note, equiv}) => ({id, kind, note, equiv}))).toEqual([
      {id: '1', kind: 'link', note: '/a', equiv: undefined},
      {id: '1', kind: 'link', note: '/a', equiv: undefined},
      {id: '2', kind: 'image', note: '/d', equiv: 'c'}
    ])
  })

  it('shows what a link without prose says', () => {
    const [block] = extract('See [`a`.](/b) and [1](/c) and [](/d).\n', 'a.md').document.blocks
    const codes = block?.content.filter((part) => typeof part !== 'string')
    expect(codes?.map(({equiv}) => equiv)).toEqual(['a.', '1', '/d'])
  })

  it('knows the headings above', () => {
    const {blocks} = extract('# A\n\na\n\n### B\n\nb\n\n## *C*\n\nc\n', 'a.md').document
    expect(blocks.map(({trail}) => trail.join('/'))).toEqual(['', 'A', 'A', 'A/B', 'A', 'A/C'])
  })
})

describe('HTML', () => {
  it('gives its text and the attributes people read', () => {
    const html = `<div title="One &amp; two" class="three">
<p>Four <b>five</b><br>
   six <code>seven</code> &lt;</p><img alt='eight' src="nine"> <b translate="no">ten</b>
<script>var eleven = '<p>twelve</p>'</script><pre>thirteen</pre></div>\n`
    expect(blocksIn(html)).toEqual([
      'attribute: One & two',
      'text: Four {<b>}five{</b>}{<br>} six {<code>seven</code>} <',
      'attribute: eight'
    ])
  })

  it('in a quote has no marks', () => {
    expect(blocksIn('> <p>\n> one\n> two\n> </p>\n')).toEqual(['text: one two'])
  })

  it('in text gives its attributes, and is one code where it is no prose', () => {
    expect(blocksIn('a <img alt="b"> <span translate="no">c *d*</span> <code>e</code>')).toEqual([
      'paragraph: a {<img alt="b">} {<span translate="no">c *d*</span>} {<code>e</code>}',
      'attribute: b'
    ])
  })
})

describe('MDX', () => {
  it('gives the prose of components, and protects expressions', () => {
    const text =
      "import A from 'a'\n\n# One {b}\n\n<A title=\"two\" icon=\"c\">\n  three <B label='four'>five</B>\n</A>\n\n{/* passerelle-ignore */}\n\nsix\n\nexport const d = 'e'\n"
    const {document, diagnostics} = extract(text, 'a.mdx')
    expect(document.blocks.map(({kind, content}) => `${kind}: ${drawn(content)}`)).toEqual([
      'heading: One {{b}}',
      'attribute: two',
      "paragraph: three {<B label='four'>}five{</B>}",
      'attribute: four'
    ])
    expect(diagnostics).toEqual([])
  })

  it('that is broken is read as Markdown, and said to be', () => {
    const {document, diagnostics} = extract('one\n\ntwo {\n', 'a.mdx')
    expect(document.blocks.map(({content}) => drawn(content))).toEqual(['one', 'two {'])
    expect(diagnostics).toMatchObject([{id: 'mdx-invalid', level: 'warning', path: 'a.mdx'}])
  })
})

describe('containers', () => {
  it('have labels, and fences that are no text', () => {
    const text =
      'a\n:::tip[b *c*]{.d}\ne\n:::\nf\n\n> ::: details g h {open}\n> i\n> :::\n\n```\n:::note[j]\n```\n\n:::\n'
    expect(blocksIn(text)).toEqual([
      'paragraph: a',
      'label: b {*}c{*}',
      'paragraph: e',
      'paragraph: f',
      'label: g h',
      'paragraph: i'
    ])
  })
})

describe('what an author asks to be left alone is', () => {
  it.each([
    ['the next block', 'a\n\n<!-- passerelle-ignore -->\n\n- b\n\nc\n', ['a', 'c']],
    [
      'a region',
      '<!-- passerelle-ignore-start -->\n\n# a\n\nb\n\n<!-- passerelle-ignore-end -->\n\nc\n',
      ['c']
    ]
  ])('%s', (_, text, expected) => {
    expect(blocksIn(text)).toEqual(expected.map((one) => `paragraph: ${one}`))
  })
})

describe('front matter', () => {
  it('gives its translatable values', () => {
    const yaml =
      '---\ntitle: One\nlayout: two\nhero:\n  - tagline: "Three: four"\nsummary: >-\n  five\n  six\ndate: 2008-12-03\n---\n'
    const {blocks} = extract(yaml, 'a.md').document
    expect(blocks.map(({key, content}) => `${key}: ${drawn(content)}`)).toEqual([
      'title: One',
      'hero.tagline: Three: four',
      'summary: five six'
    ])
  })

  it('takes the keys that are named', () => {
    expect(blocksIn('---\ntitle: a\nb:\n  c: d\n---\n', {frontMatter: ['b.c']})).toEqual(['front-matter: d'])
  })

  it('says what is broken and reads on', () => {
    const {document, diagnostics} = extract('---\ntitle: "a\nb: c\n---\n\nText.\n', 'a.md')
    expect(document.blocks.map(({content}) => drawn(content))).toEqual(['Text.'])
    expect(diagnostics).toMatchObject([{id: 'front-matter-invalid', level: 'error', path: 'a.md'}])
    expect(diagnostics[0]?.line).toBeGreaterThan(1)
  })
})

describe('front matter of many lines', () => {
  it.each(['\n', '\r\n', '\r'])('is read at once where %j ends them, closed or not', (end) => {
    const keys = Array.from({length: 2000}, (_, index) => `key${index}: value ${index}`)
    const lines = ['---', 'title: A bridge', ...keys, '---', '', 'It opens.', '']
    const {blocks} = extract(lines.join(end), 'a.md').document
    expect(blocks.map(({content}) => textOf(content))).toEqual(['A bridge', 'It opens.'])
    const time = cpuOf(() => {
      for (const text of [lines, lines.slice(0, -4)]) extract(text.join(end), 'a.md')
    })
    expect(time).toBeLessThan(10 * ordinaryTime())
  })
})

describe('the mark of a task that stands in no item', () => {
  it.each(['*\n[ ] a b', '1.\n[x] a b\n', '> -\n[ ] a b\n'])('is text in %j', (text) => {
    expect(blocksIn(text)).toEqual([`paragraph: ${text.slice(text.indexOf('[')).trimEnd()}`])
  })
})
