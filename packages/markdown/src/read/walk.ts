import {type Container, type Content, type Diagnostic, textOf} from '@passerelle/model'
import type {Code, Definition, Html, List, ListItem, Nodes, Parents, PhrasingContent} from 'mdast'
import type {MdxJsxFlowElement} from 'mdast-util-mdx'
import {readComments} from './code-comments.ts'
import {type Thinned, thinOut} from '../parse/thin-out.ts'
import {type Fenced, blankFences} from '../sites/fence.ts'
import {readYaml} from './front-matter-yaml.ts'
import {readJson} from './front-matter-json.ts'
import {readToml} from './front-matter-toml.ts'
import {readHtml} from './html.ts'
import type {Context} from './context.ts'
import {readPhrasing, titleSlot} from './inline.ts'
import {insideOf, readJsxAttributes} from './jsx.ts'
import type {Settings} from '../sites/options.ts'
import {parseMasked} from '../parse/masked.ts'
import {parseRange} from '../parse/parse.ts'
import {readDefinition} from './resource.ts'
import type {Form, Slot} from './slot.ts'
import {type Range, hasBlankLine} from '../text/source.ts'
import {type Tree, rangeOf} from '../parse/tree.ts'

/** Who is told what stands in a text, in reading order. */
export interface Sink {
  /** A place where prose stands; one inside another follows it. */
  slot(slot: Slot): void
  /**
   * A line of the structure, one per node: containers, slots, and skeleton with its bytes.
   *
   * Two texts with equal lines and equal slots are the same document.
   */
  line(line: string): void
}

/** What is known of a text when all of it was read. */
export interface Outcome {
  /** Where tables stand. */
  readonly tables: ReadonlyArray<Range>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Containers nested deeper are left alone: nobody writes them, and they would exhaust the stack. */
const deepest = 200

/** Read a text, and keep nothing of it but where tables stand. */
export function walk(text: string, path: string, settings: Settings, sink: Sink): Outcome {
  const tables: Range[] = []
  const diagnostics: Diagnostic[] = []
  const headings: {depth: number; text: string}[] = []
  let trail: ReadonlyArray<string> = []
  /** What is around the node that is visited, where that has a name to people. */
  let container: Container | undefined
  const json = readJson(text, settings)
  const {tree, labels, crowded, problem} = parseFenced(json ? blank(text, json.range) : text, settings, text)
  const waiting = [...labels]
  let depth = 1
  let ignoring: 'nothing' | 'next' | 'region' = 'nothing'
  if (json) sink.line('json')
  for (const slot of json?.slots ?? []) sink.slot(slot)
  if (problem) {
    diagnostics.push({id: 'mdx-invalid', level: 'warning', path, ...problem})
    sink.line('no mdx')
  }
  for (const block of tree.children) visit(block, false)
  addLabels(text.length)
  tree.release?.()
  return {tables, diagnostics}

  function visit(node: Nodes, inCell: boolean): void {
    const {start, end} = rangeOf(node)
    if (!isContainer(node)) addLabels(start)
    const ignored = depth > deepest || isIgnored(node) || (hasProse(node) && isCrowded(node))
    if (ignored) sink.line(`ignored ${slice({start, end})}`)
    else {
      depth++
      read(node, inCell)
      depth--
    }
    // A fence inside code or HTML is that, and has no label.
    if (ignored || !isContainer(node)) dropLabels(end)
  }

  function read(node: Nodes, inCell: boolean): void {
    switch (node.type) {
      case 'paragraph':
        addSlot(node.children, 'paragraph', 'paragraph', inCell)
        break
      case 'heading':
        addHeading(node.children, node.depth, rangeOf(node))
        break
      case 'tableCell':
        addSlot(node.children, 'cell', 'cell', true)
        break
      case 'yaml':
        addFrontMatter(rangeOf(node), 'yaml')
        break
      case 'mdxJsxFlowElement':
        addJsx(node)
        break
      case 'html':
        addHtml(node)
        break
      case 'code':
        addCode(node)
        break
      case 'definition':
        addDefinition(node)
        break
      case 'table':
        tables.push(rangeOf(node))
        addContainer(node, inCell)
        break
      default:
        if ('children' in node) addContainer(node, inCell)
        else if (isToml(node)) addFrontMatter(rangeOf(node), 'toml')
        else sink.line(`${node.type} ${slice(rangeOf(node))}`)
    }
  }

  function addContainer(node: Parents, inCell: boolean): void {
    sink.line(describe(node, text))
    const outer = container
    container = CONTAINERS[node.type] ?? container
    for (const child of node.children) visit(child, inCell)
    container = outer
    sink.line('end')
  }

  function addSlot(nodes: PhrasingContent[], kind: Slot['kind'], form: Form, inCell: boolean): Content {
    sink.line(form)
    const first = nodes[0]
    const last = nodes.at(-1)
    if (!first || !last) return []
    const prose = readPhrasing(nodes, context(inCell))
    const {content, places, nested, collapsed} = prose
    const range = {start: rangeOf(first).start, end: rangeOf(last).end}
    sink.slot({
      kind,
      form,
      ...range,
      content,
      places,
      collapsed,
      trail,
      inCell,
      ...(container && {container})
    })
    for (const slot of nested) sink.slot(slot)
    return content
  }

  function addHeading(nodes: PhrasingContent[], depth: number, {start}: Range): void {
    while ((headings.at(-1)?.depth ?? 0) >= depth) headings.pop()
    trail = headings.map((heading) => heading.text)
    const form = text[start] === '#' ? 'atx' : 'setext'
    sink.line(String(depth))
    headings.push({depth, text: textOf(addSlot(nodes, 'heading', form, false)).trim()})
    trail = headings.map((heading) => heading.text)
  }

  /** Labels of container fences before an offset, each read by itself. */
  function addLabels(before: number): void {
    while (waiting[0] && waiting[0].start < before) {
      const [paragraph, ...more] = parseRange(text, waiting.shift()!).children
      if (paragraph?.type === 'paragraph' && more.length === 0)
        addSlot(paragraph.children, 'label', 'label', false)
    }
  }

  function dropLabels(before: number): void {
    while (waiting[0] && waiting[0].start < before) waiting.shift()
  }

  /** Whether an author asked for a block, or all up to a mark, to be left alone. */
  function isIgnored(node: Nodes): boolean {
    const mark = markIn(node)
    if (mark) {
      ignoring = mark[1] === '-start' ? 'region' : mark[1] === '-end' ? 'nothing' : 'next'
      return true
    }
    if (ignoring === 'nothing') return false
    if (ignoring === 'next') ignoring = 'nothing'
    return true
  }

  /** Whether the parser was spared some of what stands in a node. */
  function isCrowded(node: Nodes): boolean {
    const {start, end} = rangeOf(node)
    return crowded.some((crowd) => crowd.start < end && crowd.end > start)
  }

  function addFrontMatter({start, end}: Range, type: 'yaml' | 'toml'): void {
    sink.line(type)
    const from = start + slice({start, end}).search(/[\r\n]/)
    const range = {start: from, end: Math.max(from, end - 3)}
    const found = (type === 'yaml' ? readYaml : readToml)(text, range, path, settings)
    diagnostics.push(...found.diagnostics)
    if (found.diagnostics.length > 0) sink.line(slice(range))
    for (const slot of found.slots) sink.slot(slot)
  }

  function addDefinition(node: Definition): void {
    const range = rangeOf(node)
    const resource = readDefinition(text, range)
    const slot = resource && titleSlot(node.title, resource, context(false))
    sink.line(`definition ${slice({start: range.start, end: slot?.start ?? range.end})}`)
    if (slot) sink.slot(slot)
  }

  function addJsx(node: MdxJsxFlowElement): void {
    const {start, end} = rangeOf(node)
    const inside = insideOf(node) ?? {start: end, end}
    const found = readJsxAttributes(node, context(false))
    noteAround({start, end: inside.start}, found)
    for (const child of node.children) visit(child, false)
    sink.line(slice({start: inside.end, end}).trim())
  }

  /** Note skeleton with the slots in it, and add these. */
  function noteAround({start, end}: Range, found: ReadonlyArray<Slot>): void {
    let skeleton = ''
    let cursor = start
    for (const slot of found) {
      skeleton += `${text.slice(cursor, Math.max(cursor, slot.start))}\0`
      cursor = Math.max(cursor, slot.end)
    }
    sink.line(`markup ${skeleton}${text.slice(cursor, end)}`)
    for (const slot of found) sink.slot(slot)
  }

  function addCode(node: Code): void {
    const range = rangeOf(node)
    const isRead = settings.codeComments && node.lang
    noteAround(range, isRead ? readComments(range, node.lang ?? '', context(false)) : [])
  }

  function addHtml(node: Html): void {
    const range = rangeOf(node)
    const value = isCrowded(node) && node.value.length === range.end - range.start ? slice(range) : node.value
    noteAround(range, readHtml(range, value, context(false)))
  }

  function context(inCell: boolean): Context {
    return {source: text, settings, trail, inCell}
  }

  function slice({start, end}: Range): string {
    return text.slice(start, end)
  }
}

interface Parsed extends Pick<Fenced, 'labels'>, Pick<Thinned, 'crowded'> {
  readonly tree: Tree
  /** Why MDX could not be read as such. */
  readonly problem?: Problem
}

/**
 * The tree, and the labels of container fences, which are no part of it. A function by itself, so that what the parser is
 * shown is gone when the tree is walked.
 *
 * MDX that cannot be read as such is read as Markdown, so that its prose is not lost.
 */
function parseFenced(source: string, settings: Settings, written: string): Parsed {
  const {text: fenced, labels} = settings.extensions.has('directives')
    ? blankFences(source)
    : {text: source, labels: []}
  try {
    return {labels, ...parseThinned(fenced, settings, written)}
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    return {labels, problem, ...parseThinned(fenced, {...settings, dialect: 'markdown'}, written)}
  }
}

/** In MDX a mark may be one of JavaScript, and is kept. */
function parseThinned(source: string, settings: Settings, written: string): Pick<Parsed, 'tree' | 'crowded'> {
  const {text, crowded} = settings.dialect === 'markdown' ? thinOut(source) : {text: source, crowded: []}
  return {crowded, tree: parseMasked(text, settings, written)}
}

/** A text with a stretch of it made blank lines, so that offsets hold. */
function blank(text: string, {start, end}: Range): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end)
}

/** TOML front matter, a node of remark-frontmatter and satteri that mdast does not name. */
function isToml(node: {readonly type: string}): boolean {
  return node.type === 'toml'
}

type Problem = Pick<Diagnostic<'mdx-invalid'>, 'line' | 'column' | 'args'>

/** What the parser of MDX threw, as a place and a reason; `undefined` for anything else. */
function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('reason' in error) || !('line' in error)) return
  const {reason, line, column} = error as Error & {reason: string; line?: number; column?: number}
  return {line: line ?? 1, column: column ?? 1, args: {reason}}
}

/** A comment of Markdown or MDX that says what to leave alone: its `-start` or `-end`. */
function markIn(node: Nodes): RegExpExecArray | null | undefined {
  if (node.type !== 'html' && node.type !== 'mdxFlowExpression') return
  return /^(?:<!--|\/\*)\s*passerelle-ignore(-start|-end)?\s*(?:-->|\*\/)\s*$/.exec(node.value)
}

/** Whether a node is read for what the parser says of it, and not for its source. */
function hasProse({type}: Nodes): boolean {
  return ['paragraph', 'heading', 'tableCell', 'definition'].includes(type)
}

/** Whether a node holds blocks, so that a label may stand between them. */
function isContainer({type}: Nodes): boolean {
  return ['mdxJsxFlowElement', 'blockquote', 'list', 'listItem', 'footnoteDefinition'].includes(type)
}

function describe(node: Nodes, text: string): string {
  switch (node.type) {
    case 'list':
      return `list ${node.ordered ? node.start : '-'} ${looseness(node, text)}`
    case 'listItem':
      return `item ${node.checked ?? '-'} ${looseness(node, text)}`
    case 'table':
      return `table ${node.align?.join(' ')}`
    case 'footnoteDefinition':
      return `footnote ${node.identifier}`
    default:
      return node.type
  }
}

/** Whether a blank line stands between two children: what makes a list loose (CommonMark 5.3). */
function looseness({children}: List | ListItem, text: string): 'loose' | 'tight' {
  const isLoose = children.some((child, index) => {
    const before = children[index - 1]
    return before && hasBlankLine(text.slice(lastEnd(before), rangeOf(child).start))
  })
  return isLoose ? 'loose' : 'tight'
}

/** Where the last leaf of a node ends: what follows it is white space and container prefixes. */
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

/** Containers that people call by their names. */
const CONTAINERS: Readonly<Partial<Record<Nodes['type'], Container>>> = {
  listItem: 'item',
  blockquote: 'quotation'
}
