import type {Node, Root} from 'mdast'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {mdxFromMarkdown} from 'mdast-util-mdx'
import {gfm} from 'micromark-extension-gfm'
import {mdxjs} from 'micromark-extension-mdxjs'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import {blankDeep} from './deep-containers.ts'
import {parseFast} from './fast.ts'
import type {Dialect, Settings} from '../sites/options.ts'
import type {Range} from '../text/source.ts'
import {withStrayTasks} from './stray-task.ts'
import {type Tree, withEach} from './tree.ts'

const markdown = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfmTokens)
const processors: Readonly<Record<Dialect, Pick<typeof markdown, 'parse'>>> = {
  markdown: markdown().freeze(),
  mdx: markdown().use(remarkMdxTokens).freeze()
}

/**
 * The one place where text becomes a tree: everything else reads mdast with UTF-16 offsets into `text`.
 *
 * Trap: micromark drops a byte order mark without counting it, so its offsets are one too low.
 *
 * @throws
 *   A `VFileMessage` where MDX cannot be read; Markdown always can.
 */
export function parse(text: string, {dialect, engine}: Pick<Settings, 'dialect' | 'engine'>): Tree {
  const shallow = blankDeep(text)
  const fast = engine === 'fast' && dialect === 'markdown' ? parseFast(shallow) : undefined
  const tree = fast ?? processors[dialect].parse(shallow)
  return text.startsWith('\uFEFF') ? withEach(tree, (block) => shift(block, 1)) : tree
}

/** Parse a stretch of a text by itself, as Markdown, with offsets into the whole. */
export function parseRange(text: string, {start, end}: Range): Root {
  const root = processors.markdown.parse(text.slice(start, end))
  shift(root, start)
  return root
}

/** MDX with its expressions checked as JavaScript. */
function remarkMdxTokens(this: Processor): undefined {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push(mdxjs())
  ;(data.fromMarkdownExtensions ??= []).push(mdxFromMarkdown())
}

/**
 * GFM by its tokenizer alone.
 *
 * The `transforms` of mdast-util-gfm-autolink-literal are left out: they search text nodes for addresses a second time,
 * ignore escapes, and make nodes without positions.
 */
function remarkGfmTokens(this: Processor): undefined {
  const data = this.data()
  const syntax = (data.micromarkExtensions ??= [])
  const tree = (data.fromMarkdownExtensions ??= [])
  syntax.push(gfm())
  for (const extension of gfmFromMarkdown()) {
    const {enter, exit, canContainEols} = extension
    tree.push({enter: enter ?? {}, exit: exit ?? {}, canContainEols: canContainEols ?? []})
    if (exit && 'taskListCheckValueChecked' in exit) tree.push(withStrayTasks(extension))
  }
}

/** Move all positions. A loop, because a tree may be deeper than the call stack allows. */
function shift(root: Node, by: number): void {
  const waiting: Node[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const {position} = node
    if (position) {
      for (const point of [position.start, position.end]) {
        if (point.offset !== undefined) point.offset += by
      }
    }
    for (const children of [childrenOf(node, 'children'), childrenOf(node, 'attributes')]) {
      for (const child of children) waiting.push(child)
    }
  }
}

function childrenOf(node: Node, field: 'children' | 'attributes'): Node[] {
  return field in node ? (node as Node & Record<typeof field, Node[]>)[field] : []
}
