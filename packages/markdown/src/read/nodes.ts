import {type Container, textOf} from '@passerelle/model'
import type {Code, Definition, Heading, Html, List, ListItem, Nodes, Parents, Table} from 'mdast'
import type {MdxJsxFlowElement} from 'mdast-util-mdx'
import {rangeOf} from '../parse/tree.ts'
import {hasBlankLine} from '../text/source.ts'
import {readComments} from './code-comments.ts'
import {readToml} from './front-matter-toml.ts'
import {readYaml} from './front-matter-yaml.ts'
import {readHtml} from './html.ts'
import {insideOf, readJsxAttributes} from './jsx.ts'
import {titleSlot} from './links.ts'
import {readDefinition} from './resource.ts'
import {type WalkState, addMarkup, addSlot, contextOf, isThinned, slice} from './walk-state.ts'

/** Reads a node inside another. */
type Visit = (node: Nodes, state: WalkState) => void

type Handler<Node extends Nodes> = (node: Node, state: WalkState, visit: Visit) => void

/** How each type of node is read. A type without a row is a container where it has children, else skeleton. */
const HANDLERS: {readonly [Type in Nodes['type']]?: Handler<Extract<Nodes, {type: Type}>>} & {
  /** TOML front matter: remark-frontmatter and satteri make it, and mdast does not name it. */
  readonly toml: Handler<Nodes>
} = {
  paragraph: (node, state) => addSlot(node.children, 'paragraph', 'paragraph', state),
  heading: readHeading,
  tableCell: (node, state) => addSlot(node.children, 'cell', 'cell', state),
  table: readTable,
  yaml: (node, state) => readFrontMatter(node, 'yaml', state),
  toml: (node, state) => readFrontMatter(node, 'toml', state),
  html: readHtmlBlock,
  code: readCodeBlock,
  definition: readLinkDefinition,
  mdxJsxFlowElement: readComponent
}

/** Read a node as its type says. */
export function readNode(node: Nodes, state: WalkState, visit: Visit): void {
  const handler = HANDLERS[node.type] as Handler<Nodes> | undefined
  if (handler) handler(node, state, visit)
  else if ('children' in node) readContainer(node, state, visit)
  else state.sink.line(`${node.type} ${slice(rangeOf(node), state)}`)
}

/** Containers for which people have a name. */
const CONTAINERS: Readonly<Partial<Record<Nodes['type'], Container>>> = {
  listItem: 'item',
  blockquote: 'quotation'
}

function readContainer(node: Parents, state: WalkState, visit: Visit): void {
  const {container, sink, source} = state
  sink.line(describe(node, source))
  state.container = CONTAINERS[node.type] ?? container
  for (const child of node.children) visit(child, state)
  state.container = container
  sink.line('end')
}

function readTable(node: Table, state: WalkState, visit: Visit): void {
  state.tables.push(rangeOf(node))
  readContainer(node, state, visit)
}

function readHeading(node: Heading, state: WalkState): void {
  const {headings, source, sink} = state
  const {depth} = node
  while ((headings.at(-1)?.depth ?? 0) >= depth) headings.pop()
  state.trail = headings.map((heading) => heading.text)
  const form = source[rangeOf(node).start] === '#' ? 'atx' : 'setext'
  sink.line(String(depth))
  headings.push({depth, text: textOf(addSlot(node.children, 'heading', form, state)).trim()})
  state.trail = headings.map((heading) => heading.text)
}

function readFrontMatter(node: Nodes, type: 'yaml' | 'toml', state: WalkState): void {
  const {source, path, settings, sink, diagnostics} = state
  sink.line(type)
  const {start, end} = rangeOf(node)
  const from = start + source.slice(start, end).search(/[\r\n]/)
  const range = {start: from, end: Math.max(from, end - 3)}
  const found = (type === 'yaml' ? readYaml : readToml)(source, range, path, settings)
  diagnostics.push(...found.diagnostics)
  if (found.diagnostics.length > 0) sink.line(slice(range, state))
  for (const slot of found.slots) sink.slot(slot)
}

function readLinkDefinition(node: Definition, state: WalkState): void {
  const {source, sink} = state
  const {start, end} = rangeOf(node)
  const resource = readDefinition(source, {start, end})
  const slot = resource && titleSlot(node.title, resource, contextOf(state))
  sink.line(`definition ${source.slice(start, slot?.start ?? end)}`)
  if (slot) sink.slot(slot)
}

/** Read a component of MDX that stands as a block: `<Note title="…">`, with the blocks in it. */
function readComponent(node: MdxJsxFlowElement, state: WalkState, visit: Visit): void {
  const {start, end} = rangeOf(node)
  const inside = insideOf(node) ?? {start: end, end}
  addMarkup({start, end: inside.start}, readJsxAttributes(node, contextOf(state)), state)
  for (const child of node.children) visit(child, state)
  state.sink.line(slice({start: inside.end, end}, state).trim())
}

function readCodeBlock(node: Code, state: WalkState): void {
  const range = rangeOf(node)
  const isRead = state.settings.codeComments && node.lang
  addMarkup(range, isRead ? readComments(range, node.lang ?? '', contextOf(state)) : [], state)
}

function readHtmlBlock(node: Html, state: WalkState): void {
  const range = rangeOf(node)
  const {start, end} = range
  // The value lacks delimiters that were thinned out; the source has them.
  const value = isThinned(node, state) && node.value.length === end - start ? slice(range, state) : node.value
  addMarkup(range, readHtml(range, value, contextOf(state)), state)
}

/** A container as a line of the structure. */
function describe(node: Parents, source: string): string {
  switch (node.type) {
    case 'list':
      return `list ${node.ordered ? node.start : '-'} ${looseness(node, source)}`
    case 'listItem':
      return `item ${node.checked ?? '-'} ${looseness(node, source)}`
    case 'table':
      return `table ${node.align?.join(' ')}`
    case 'footnoteDefinition':
      return `footnote ${node.identifier}`
    default:
      return node.type
  }
}

/** Whether a blank line stands between two children: what makes a list loose (CommonMark 5.3). */
function looseness({children}: List | ListItem, source: string): 'loose' | 'tight' {
  const isLoose = children.some((child, index) => {
    const before = children[index - 1]
    return before && hasBlankLine(source.slice(lastEnd(before), rangeOf(child).start))
  })
  return isLoose ? 'loose' : 'tight'
}

/** Where the last leaf of a node ends; only white space and container prefixes come after it. */
function lastEnd(node: Nodes): number {
  let last: Nodes = node
  for (
    let inner: Nodes | undefined = node;
    inner;
    inner = 'children' in inner ? inner.children.at(-1) : undefined
  )
    last = inner
  return rangeOf(last).end
}
