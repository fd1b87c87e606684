import type {CodeKind} from '@passerelle/model'
import type {Html, InlineCode as CodeSpan, Nodes, PhrasingContent, Text} from 'mdast'
import type {MdxJsxTextElement} from 'mdast-util-mdx'
import {rangeOf} from '../parse/tree.ts'
import {markTags} from '../sites/mark-tags.ts'
import {pairTags, tagName} from '../text/html-tag.ts'
import type {Context} from './context.ts'
import {isWhole, readTagAttributes} from './html.ts'
import {insideOf, readJsxAttributes} from './jsx.ts'
import {readImage, readLink} from './links.ts'
import {
  type Prose,
  type Reader,
  addCode,
  addPlaceholder,
  addStandalone,
  addString,
  addText,
  readerOf
} from './prose.ts'

/** Read phrasing as content: text decoded, markup as codes numbered in order of appearance. */
export function readPhrasing(nodes: ReadonlyArray<PhrasingContent>, context: Context): Prose {
  const reader = readerOf(context, nodes.at(-1)?.position?.end.offset ?? 0)
  readNodes(nodes, reader)
  const {prose} = reader
  markAttributes(prose, context.source)
  markTags(prose, context.source)
  // Arrays that have grown keep spare room; these stay in memory, so copy them.
  return {...prose, content: prose.content.slice(), ranges: prose.ranges.slice()}
}

/**
 * Mark an attribute list at the end of a block, with a blank before it, as one about the block (kramdown, Pandoc,
 * heading ids). The blank belongs to it.
 */
function markAttributes({content, ranges}: Prose, source: string): void {
  const [before, last] = content.slice(-2)
  const range = ranges.at(-1)
  if (typeof last !== 'object' || typeof before !== 'string' || !range) return
  if (last.kind !== 'placeholder' || !/^\{(?:[#.:]|[\w-]+=)/.test(last.raw)) return
  const text = before.replace(/[ \t]$/, '')
  const start = range.start - (before.length - text.length)
  const raw = source.slice(start, range.end)
  if (text === '' || text === before || raw !== before.slice(text.length) + last.raw) return
  content.splice(-2, 2, text, {...last, kind: 'mark', raw})
  ranges[ranges.length - 1] = {start, end: range.end}
}

/** Nodes side by side, and which of them is read. */
interface Siblings {
  readonly nodes: ReadonlyArray<PhrasingContent>
  /** Index of the end tag for each start tag, and the other way round. */
  readonly mates: ReadonlyMap<number, number>
  /** Ids of codes that wait for their end tag, by the index of that tag. */
  readonly ids: Map<number, string>
  /** Index of the node that is read; readers that take several nodes move it on. */
  index: number
}

type Handler<Node extends PhrasingContent> = (node: Node, reader: Reader, siblings: Siblings) => void

/** How each type of node is read. A type without a row becomes one code with all it holds. */
const HANDLERS: {
  readonly [Type in PhrasingContent['type']]?: Handler<Extract<PhrasingContent, {type: Type}>>
} = {
  text: readTextNode,
  strong: (node, reader) => readSpan(node, 'bold', reader),
  emphasis: (node, reader) => readSpan(node, 'italic', reader),
  delete: (node, reader) => readSpan(node, 'strike', reader),
  link: (node, reader) => readLink(node, reader, readNodes),
  linkReference: (node, reader) => readLink(node, reader, readNodes),
  image: readImage,
  imageReference: readImage,
  break: readBreak,
  html: readTag,
  inlineCode: readCode,
  footnoteReference: (node, reader) => {
    const range = rangeOf(node)
    const equiv = reader.source.slice(range.start, range.end).replace('^', '')
    addStandalone(reader, 'footnote', range, {equiv})
  },
  mdxJsxTextElement: readJsx,
  mdxTextExpression: (node, reader) =>
    addStandalone(reader, 'placeholder', rangeOf(node), {equiv: `{${node.value}}`})
}

/** Spans nested deeper become one code with all they hold. */
const deepest = 100

function readNodes(nodes: ReadonlyArray<PhrasingContent>, reader: Reader): void {
  const siblings: Siblings = {nodes, mates: pairTags(nodes), ids: new Map(), index: 0}
  for (; siblings.index < nodes.length; siblings.index++) {
    const node = nodes[siblings.index]!
    const isTooDeep = 'children' in node && reader.depth > deepest
    const handler = isTooDeep ? undefined : (HANDLERS[node.type] as Handler<PhrasingContent> | undefined)
    if (handler) handler(node, reader, siblings)
    else addStandalone(reader, 'other', rangeOf(node))
  }
}

/** Where the next node begins, after the container prefix of its line. */
function startOfNext({nodes, index}: Siblings, otherwise: number): number {
  const next = nodes[index + 1]
  return next ? rangeOf(next).start : otherwise
}

/** Read a text; a mark at its end includes the container prefix of the next line. */
function readTextNode(node: Text, reader: Reader, siblings: Siblings): void {
  const range = rangeOf(node)
  const isText = addText(range, node.value, reader)
  if (!isText) addString(reader, node.value.replace(/\r\n|\n|\r/g, ' '))
  const {content, ranges} = reader.prose
  const [mark, own] = [content.at(-1), ranges.at(-1)]
  if (typeof mark !== 'object' || mark.kind !== 'mark' || !own || !/[\r\n]$/.test(mark.raw)) return
  const end = startOfNext(siblings, range.end)
  content[content.length - 1] = {...mark, raw: reader.source.slice(own.start, end)}
  ranges[ranges.length - 1] = {start: own.start, end}
}

/** Read a line break: a code that includes the indentation and container prefix of the next line. */
function readBreak(node: Nodes, reader: Reader, siblings: Siblings): void {
  const {start} = rangeOf(node)
  addStandalone(reader, 'break', {start, end: startOfNext(siblings, reader.limit)})
}

/** Read a tag: half of a pair, or a code by itself; some elements become one code with all they hold. */
function readTag(node: Html, reader: Reader, siblings: Siblings): void {
  const {nodes, mates, ids, index} = siblings
  const range = rangeOf(node)
  const equiv = node.value
  const mate = mates.get(index)
  if (mate !== undefined && mate > index && isWhole(node.value)) {
    addStandalone(reader, 'html', {start: range.start, end: rangeOf(nodes[mate]!).end}, {equiv})
    siblings.index = mate
    return
  }
  reader.prose.nested.push(...readTagAttributes(range, reader))
  if (mate === undefined)
    addStandalone(reader, tagName(node.value) === 'br' ? 'break' : 'html', range, {equiv})
  else if (mate > index) ids.set(mate, addCode(reader, 'open', 'html', range, {equiv}))
  else addCode(reader, 'close', 'html', range, {equiv, id: ids.get(index) ?? ''})
}

/** Read a code span, or a formula or tag of a template that the parser was shown as one. */
function readCode(node: CodeSpan, reader: Reader): void {
  const range = rangeOf(node)
  if (reader.source[range.start] === '`') addStandalone(reader, 'code', range, {equiv: node.value})
  else addPlaceholder(reader, 'placeholder', range, node.value.replace(/\s+/g, ' '))
}

function readSpan(
  node: Extract<PhrasingContent, {children: PhrasingContent[]}>,
  kind: CodeKind,
  reader: Reader
): void {
  const {start, end} = rangeOf(node)
  const inside = {
    start: node.children[0]?.position?.start.offset ?? end,
    end: node.children.at(-1)?.position?.end.offset ?? end
  }
  const id = addCode(reader, 'open', kind, {start, end: inside.start})
  readNodes(node.children, {...reader, limit: inside.end, depth: reader.depth + 1})
  addCode(reader, 'close', kind, {start: inside.end, end}, {id})
}

/** Read a component: a pair around its children, with slots for its attributes. */
function readJsx(node: MdxJsxTextElement, reader: Reader): void {
  const {start, end} = rangeOf(node)
  const inside = insideOf(node)
  const tag = reader.source.slice(start, inside?.start ?? end)
  reader.prose.nested.push(...(isWhole(tag) ? [] : readJsxAttributes(node, reader)))
  if (!inside || isWhole(tag)) {
    addStandalone(reader, node.name === 'br' ? 'break' : 'html', {start, end}, {equiv: tag})
    return
  }
  const id = addCode(reader, 'open', 'html', {start, end: inside.start}, {equiv: tag})
  readNodes(node.children, {...reader, limit: inside.end, depth: reader.depth + 1})
  addCode(reader, 'close', 'html', {start: inside.end, end}, {id, equiv: `</${node.name ?? ''}>`})
}
