import type {Diagnostic} from '@passerelle/model'
import type {Nodes} from 'mdast'
import {parseRange} from '../parse/parse.ts'
import {parseBlocks} from '../parse/parse-blocks.ts'
import {rangeOf} from '../parse/tree.ts'
import type {Settings} from '../sites/options.ts'
import type {Range} from '../text/source.ts'
import {readJson} from './front-matter-json.ts'
import {readNode} from './nodes.ts'
import {type Sink, type WalkState, addSlot, isThinned, slice} from './walk-state.ts'

/** What is known of a text after all of it was read. */
export interface Outcome {
  /** Where tables stand. */
  readonly tables: ReadonlyArray<Range>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Containers nested deeper are left alone: nobody writes them, and they would exhaust the stack. */
const deepest = 200

/** Read a text, and keep nothing but where its tables stand. */
export function walk(text: string, path: string, settings: Settings, sink: Sink): Outcome {
  const json = readJson(text, settings)
  const {tree, labels, thinned, problem} = parseBlocks(text, settings, json?.range)
  const state: WalkState = {
    source: text,
    path,
    settings,
    sink,
    thinned,
    tables: [],
    diagnostics: [],
    headings: [],
    trail: [],
    container: undefined,
    labels: [...labels],
    depth: 1,
    ignoring: 'nothing'
  }
  if (json) sink.line('json')
  for (const slot of json?.slots ?? []) sink.slot(slot)
  if (problem) {
    state.diagnostics.push({id: 'mdx-invalid', level: 'warning', path, ...problem})
    sink.line('no mdx')
  }
  for (const block of tree.children) visit(block, state)
  addLabels(state, text.length)
  tree.release?.()
  return {tables: state.tables, diagnostics: state.diagnostics}
}

function visit(node: Nodes, state: WalkState): void {
  const {start, end} = rangeOf(node)
  if (!isContainer(node)) addLabels(state, start)
  const ignored =
    state.depth > deepest || isIgnored(node, state) || (hasProse(node) && isThinned(node, state))
  if (ignored) state.sink.line(`ignored ${slice({start, end}, state)}`)
  else {
    state.depth++
    readNode(node, state, visit)
    state.depth--
  }
  // Inside code or HTML it is no fence, and has no label.
  if (ignored || !isContainer(node)) dropLabels(state, end)
}

/** Add the labels of container fences before an offset; each is read by itself. */
function addLabels(state: WalkState, before: number): void {
  const {labels, source} = state
  while (labels[0] && labels[0].start < before) {
    const [paragraph, ...more] = parseRange(source, labels.shift()!).children
    if (paragraph?.type === 'paragraph' && more.length === 0)
      addSlot(paragraph.children, 'label', 'label', state)
  }
}

function dropLabels({labels}: WalkState, before: number): void {
  while (labels[0] && labels[0].start < before) labels.shift()
}

/** Whether the author asked to leave this block alone, or all blocks up to `<!-- passerelle-ignore-end -->`. */
function isIgnored(node: Nodes, state: WalkState): boolean {
  const request = ignoreRequest(node)
  if (request) {
    state.ignoring = request[1] === '-start' ? 'region' : request[1] === '-end' ? 'nothing' : 'next'
    return true
  }
  if (state.ignoring === 'nothing') return false
  if (state.ignoring === 'next') state.ignoring = 'nothing'
  return true
}

/** A comment of Markdown or MDX that says what to leave alone: `<!-- passerelle-ignore -->`, its `-start` or `-end`. */
function ignoreRequest(node: Nodes): RegExpExecArray | null | undefined {
  if (node.type !== 'html' && node.type !== 'mdxFlowExpression') return
  return /^(?:<!--|\/\*)\s*passerelle-ignore(-start|-end)?\s*(?:-->|\*\/)\s*$/.exec(node.value)
}

/** Whether the reader of a node needs what the parser made of it, not only its source. */
function hasProse({type}: Nodes): boolean {
  return ['paragraph', 'heading', 'tableCell', 'definition'].includes(type)
}

/** Whether a node holds blocks, so that a label may stand between them. */
function isContainer({type}: Nodes): boolean {
  return ['mdxJsxFlowElement', 'blockquote', 'list', 'listItem', 'footnoteDefinition'].includes(type)
}
