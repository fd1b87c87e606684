import {type Block, type Content, type Document, signature} from '@passerelle/model'
import {extract} from '@passerelle/markdown'

/** One kind of place prose can stand, and the block in it that a payload is put into. */
export interface PlaceCase {
  readonly name: string
  readonly source: string
  /** Text of the block to translate. */
  readonly text: string
  /** @default place.md */
  readonly path?: string
}

/** Every kind of place, with neighbours that a text which breaks out would hurt. */
export const places: ReadonlyArray<PlaceCase> = [
  {name: 'paragraph', source: 'Before.\n\nHere.\n\nAfter.\n', text: 'Here.'},
  {name: 'paragraph at the end', source: 'Before.\n\nHere.', text: 'Here.'},
  {name: 'atx heading', source: '# Here.\n\nAfter.\n', text: 'Here.'},
  {name: 'closed atx heading', source: 'Before.\n\n## Here. ##\n\nAfter.\n', text: 'Here.'},
  {name: 'setext heading', source: 'Before.\n\nHere.\n=====\n\nAfter.\n', text: 'Here.'},
  {name: 'bullet item', source: '- Before.\n- Here.\n- After.\n', text: 'Here.'},
  {name: 'ordered item', source: '1. Before.\n2. Here.\n3. After.\n', text: 'Here.'},
  {name: 'task', source: '- [ ] Before.\n- [x] Here.\n', text: 'Here.'},
  {name: 'quote', source: '> Before.\n>\n> Here.\n\nAfter.\n', text: 'Here.'},
  {name: 'table head', source: '| Here. | Before |\n| --- | --- |\n| After | More |\n', text: 'Here.'},
  {name: 'table cell', source: '| Before | More |\n| --- | --- |\n| Here. | After |\n', text: 'Here.'},
  {name: 'bare cell', source: 'Before|More\n---|---\nHere.|After\n', text: 'Here.'},
  {name: 'footnote', source: 'Before.[^1]\n\n[^1]: Here.\n\nAfter.\n', text: 'Here.'},
  {name: 'alternative text', source: 'Before ![Here.](/a.png) after.\n', text: 'Here.'},
  {name: 'link title', source: 'Before [more](/a "Here.") after.\n', text: 'Here.'},
  {name: 'link title in single quotes', source: "Before [more](/a 'Here.') after.\n", text: 'Here.'},
  {name: 'link title in parentheses', source: 'Before [more](/a (Here.)) after.\n', text: 'Here.'},
  {name: 'image title in a cell', source: '| a | ![b](/c "Here.") |\n| - | - |\n', text: 'Here.'},
  {name: 'definition title', source: 'Before [more].\n\n[more]: /a "Here."\n\nAfter.\n', text: 'Here.'},
  {name: 'plain value', source: '---\ntitle: Here.\ndate: 2008-12-03\n---\n\nAfter.\n', text: 'Here.'},
  {name: 'single-quoted value', source: "---\ntitle: 'Here.'\nlayout: a\n---\n", text: 'Here.'},
  {name: 'double-quoted value', source: '---\ntitle: "Here."\nlayout: a\n---\n', text: 'Here.'},
  {name: 'folded value', source: '---\nsummary: >-\n  Here.\nlayout: a\n---\n', text: 'Here.'},
  {name: 'literal value', source: '---\nsummary: |-\n  Here.\nlayout: a\n---\n', text: 'Here.'},
  {
    name: 'block of HTML',
    source: '<div>\n  <p>Before</p>\n  <p>\n    Here.\n  </p>\n</div>\n\nAfter.\n',
    text: 'Here.'
  },
  {name: 'quoted block of HTML', source: '> <p>Before <b>bold</b>\n> Here.</p>\n\nAfter.\n', text: ' Here.'},
  {
    name: 'indented block of HTML',
    source: 'Before.\n\n  <span class="a">\n    Here.\n  </span>\n  <div>\n    After\n  </div>\n',
    text: 'Here.'
  },
  {name: 'attribute', source: '<img src="a.png" alt="Here.">\n\nAfter.\n', text: 'Here.'},
  {name: 'attribute in a cell', source: "| <img alt='Here.'> a | b |\n| - | - |\n", text: 'Here.'},
  {name: 'container label', source: 'Before.\n\n:::note[Here.]\nInside.\n:::\n\nAfter.\n', text: 'Here.'},
  {name: 'plain container label', source: '- Before.\n  ::: tip Here.\n  Inside.\n  :::\n', text: 'Here.'},
  {name: 'container', source: ':::note\nHere.\n:::\nAfter.\n', text: 'Here.'},
  {name: 'leaf directive', source: 'Before.\n\n::video[Here.]{#id}\n\nAfter.\n', text: 'Here.'},
  {name: 'TOML value', source: '+++\ntitle = "Here."\ndraft = true\n+++\n\nAfter.\n', text: 'Here.'},
  {name: 'literal TOML value', source: "+++\ntitle = 'Here.'\n[a]\nb = 1\n+++\n", text: 'Here.'},
  {name: 'long TOML value', source: '+++\nsummary = """\nHere."""\na = 1\n+++\n', text: 'Here.'},
  {name: 'JSON value', source: '{\n  "title": "Here.",\n  "a": 1\n}\n\nAfter.\n', text: 'Here.'},
  {name: 'alert', source: '> [!NOTE]\n> Here.\n\nAfter.\n', text: 'Here.'},
  {name: 'nested value', source: '---\na:\n  - title: Here.\n    b: c\n---\n', text: 'Here.'}
]

/** Places in tags of templates, which who reads Markdown alone knows nothing of. */
export const values: ReadonlyArray<PlaceCase> = [
  {
    name: 'value of a shortcode',
    source: 'One.\n\n{{< figure src="a.png" alt="Here." title="b" >}}\n',
    text: 'Here.'
  },
  {
    name: 'value of an include',
    source: "> One {% include a.html\n>   caption='Here.' b='c' %} two.\n",
    text: 'Here.'
  },
  {name: 'value of a shortcode in HTML', source: '<div>\n{{% a title="Here." %}}\n</div>\n', text: 'Here.'},
  {
    name: 'value of a shortcode in a cell',
    source: '| {{< a alt="Here." >}} b | c |\n| - | - |\n',
    text: 'Here.'
  }
]

/** Places inside a block: the payload takes the place of `Here.` between codes. */
export const spans: ReadonlyArray<PlaceCase> = [
  {name: 'bold', source: 'Before **Here.** after.\n', text: 'Here.'},
  {name: 'italic', source: '_Here._\n', text: 'Here.'},
  {name: 'strike', source: 'Before ~~Here.~~ after.\n', text: 'Here.'},
  {name: 'link', source: 'Before [Here.](/a) after.\n', text: 'Here.'},
  {name: 'link by a shortcode', source: 'Before [Here.]({{< ref "a b" >}}) after.\n', text: 'Here.'},
  {name: 'shortcut reference', source: 'See [Here.] now.\n\n[Here.]: /a\n', text: 'Here.'},
  {name: 'collapsed reference', source: 'See [Here.][] now.\n\n[Here.]: /a\n', text: 'Here.'},
  {name: 'after a hard break', source: '> Before  \n> **Here.**  \n> after.\n', text: 'Here.'},
  {name: 'after code', source: '- `code` Here. `more`\n', text: ' Here. '},
  {name: 'after an image', source: '![alt](a.png)Here.\n', text: 'Here.'},
  {name: 'definition', source: 'Before\n: Here.\n: After.\n', text: 'Here.'},
  {name: 'abbreviation', source: 'Before AB.\n\n*[AB]: Here.\n*[CD]: After.\n', text: 'Here.'},
  {name: 'title of an admonition', source: '!!! note "Here."\n    After.\n', text: 'Here.'},
  {name: 'before an attribute list', source: '> Here.\n> {: .note}\n\nAfter.\n', text: 'Here.'},
  {name: 'after an attribute list', source: '{: .note}\nHere.\n\nAfter.\n', text: 'Here.'},
  {name: 'heading with an id', source: '## Here. {#id}\n\nAfter.\n', text: 'Here.'},
  {name: 'between tags of a template', source: 'Before.\n{% note %}\nHere.\n{% endnote %}\n', text: 'Here.'},
  {
    name: 'between tags with markup',
    source: '> Before.\n> {% a "*b*" %}\n> Here.\n> {% c "_d_" %}\n> After.\n',
    text: 'Here.'
  },
  {name: 'after a break of HTML', source: 'Before<br>\nHere.<br/> After.\n', text: ' Here.'},
  {name: 'beside a tag with markup', source: 'Before {{< a "*b*" >}} **Here.** {% c _d_ %}\n', text: 'Here.'},
  {name: 'emphasis after a mark', source: '> [!NOTE]\n> *Here.* After.\n', text: 'Here.'},
  {name: 'in tags', source: 'Before <b>Here.</b> after.\n', text: 'Here.'},
  {name: 'bold in a cell', source: '| a **Here.** b | c |\n| - | - |\n', text: 'Here.'}
]

const mdx = {path: 'place.mdx', text: 'Here.'}

/** Places among components and expressions. */
export const components: ReadonlyArray<PlaceCase> = [
  {...mdx, name: 'paragraph of MDX', source: 'Before.\n\nHere.\n\nAfter.\n'},
  {...mdx, name: 'heading of MDX', source: "import A from 'a'\n\n# Here.\n\nAfter {a}.\n"},
  {...mdx, name: 'component', source: '<A b={c}>\n  Here.\n</A>\n\nAfter.\n'},
  {...mdx, name: 'component in text', source: 'Before <A>Here.</A> after {b}.\n'},
  {...mdx, name: 'attribute of a component', source: '<A title="Here." b="c">\n  Inside.\n</A>\n'},
  {...mdx, name: 'link of MDX', source: '- Before [Here.](/a) after.\n'}
]

/** The document of a place, and its block that holds the text. */
export function open({source, text, path = 'place.md'}: PlaceCase): {
  document: Document
  index: number
  block: Block
} {
  const {document} = extract(source, path)
  const index = document.blocks.findIndex(({content}) => content.includes(text))
  const block = document.blocks[index]
  if (!block) throw new Error(`no block with “${text}” in ${JSON.stringify(source)}`)
  return {document, index, block}
}

/** A content with one of its texts replaced. */
export function replaceText(content: Content, text: string, by: string): Content {
  return content.map((part) => (part === text ? by : part))
}

/** A block as it is seen. In a scalar, unlike Markdown, a typed placeholder is a placeholder. */
export function shown({kind, content}: Block): string {
  const flat = content.map((part) => (typeof part === 'string' ? part : part.raw)).join('')
  return `${kind} ${kind === 'front-matter' ? flat : signature(content)}`
}
