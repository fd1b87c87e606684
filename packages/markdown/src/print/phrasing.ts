import type {Content} from '@passerelle/model'
import type {Root} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import type {Attention, ConstructName, Handle, Info, State} from 'mdast-util-to-markdown'
import remarkStringify from 'remark-stringify'
import {type Processor, unified} from 'unified'
import type {Manner} from './escape.ts'
import {type PrintNode, treeOf} from './phrasing-tree.ts'
import {printDirect} from './direct.ts'
import type {Protection} from '../sites/protect.ts'
import type {Form} from '../read/slot.ts'

/** Where phrasing is printed. */
export interface PhrasingSlot {
  readonly form: Form
  readonly inCell: boolean
}

/**
 * Print content as phrasing for its slot.
 *
 * remark-stringify decides what to escape and which emphasis marker can form where (so that French and CJK emphasis
 * next to punctuation renders); codes are printed as they are.
 *
 * @returns
 *   `undefined` where line endings got lost; no content is known that does that.
 */
export function printPhrasing(
  content: Content,
  slot: PhrasingSlot,
  manner: Manner,
  protection: Protection
): string | undefined {
  const direct =
    manner === 'pretty' && protection.patterns.length === 0
      ? printDirect(content, {inLabel: isLabel(slot)})
      : undefined
  if (direct !== undefined) return direct
  const ends: string[] = []
  const lines = content.map((part) => {
    if (typeof part === 'string') return part
    return {...part, raw: part.raw.replace(lineStart, (end) => (ends.push(end), '\n'))}
  })
  const root = {type: 'slot', ...slot, children: treeOf(lines, manner, protection)}
  const printed = processor.stringify(root as unknown as Root).slice(0, -1)
  let index = 0
  const text = printed.replace(/\n/g, () => ends[index++] ?? '')
  return index === ends.length ? text : undefined
}

function isLabel({form}: PhrasingSlot): boolean {
  return form === 'alternative' || form === 'label'
}

/**
 * A line ending and the container prefix of the next line.
 *
 * The printer is shown the line ending alone, to know what starts a line. Text cannot hold one (it is printed as a
 * reference), so the line endings of the result are those of the codes, in order.
 */
const lineStart = /(?:\r\n|\n|\r)[ \t>]*/g

interface SlotNode extends PhrasingSlot {
  readonly type: 'slot'
  readonly children: PrintNode[]
}

const constructs: Readonly<Record<Form, ReadonlyArray<ConstructName>>> = {
  paragraph: ['paragraph', 'phrasing'],
  atx: ['headingAtx', 'phrasing'],
  setext: ['headingSetext', 'phrasing'],
  cell: ['phrasing'],
  alternative: ['phrasing', 'image', 'label'],
  label: ['headingAtx', 'phrasing', 'label'],
  title: [],
  yaml: [],
  comment: [],
  html: [],
  attribute: [],
  template: []
}

const handlers = {slot: printSlot, raw: printRaw, attention: printAttention, label: printLabel}
printAttention.attention = chooseAttention
printAttention.peek = peekAttention

const processor = unified()
  .use(remarkStringify, {handlers: handlers as unknown as Record<string, Handle>})
  .use(remarkGfmEscapes)
  .freeze()

/** GFM's unsafe patterns; its printers of tables and tasks are never called. */
function remarkGfmEscapes(this: Processor): undefined {
  const data = this.data() as {toMarkdownExtensions?: ReturnType<typeof gfmToMarkdown>[]}
  ;(data.toMarkdownExtensions ??= []).push(gfmToMarkdown())
}

function printSlot(node: SlotNode, _: unknown, state: State, info: Info): string {
  const {form, inCell} = node
  const [before, after] = edges[form] ?? ['\n', '\n']
  const names: ReadonlyArray<ConstructName> = [
    ...(inCell ? (['tableCell'] as const) : []),
    ...constructs[form]
  ]
  const exits = names.map((name) => state.enter(name))
  const text = state.containerPhrasing(node as never, {...info, before, after})
  for (const exit of exits.toReversed()) exit()
  return `${text}\n`
}

const edges: Partial<Record<Form, [string, string]>> = {
  atx: [' ', '\n'],
  label: [' ', ']'],
  cell: [' ', ' '],
  alternative: ['[', ']']
}

function printRaw(node: Extract<PrintNode, {type: 'raw'}>): string {
  return node.value
}

function printLabel(node: Extract<PrintNode, {type: 'label'}>, _: unknown, state: State, info: Info): string {
  const exits = [state.enter('link'), state.enter('label')]
  const inner = state.containerPhrasing(node as never, {...info, before: '[', after: ']'})
  for (const exit of exits.toReversed()) exit()
  return node.open + inner + node.close
}

/** mdast-util-gfm-strikethrough uses this name, and its types do not declare it. */
const strikethrough = 'strikethrough' as ConstructName

type AttentionNode = Extract<PrintNode, {type: 'attention'}>

/** Never called, for {@link chooseAttention} takes care of emphasis. */
function printAttention(node: AttentionNode): string {
  return node.marker
}

function chooseAttention({marker}: AttentionNode): ReturnType<Attention> {
  const size = marker.length
  const own = marker[0] ?? '*'
  if (own === '~') return {construct: strikethrough, markers: ['~'], sizes: size === 1 ? [1, 2] : [2, 1]}
  return {
    construct: size === 2 ? 'strong' : 'emphasis',
    markers: own === '*' ? ['*', '_'] : ['_', '*'],
    sizes: [size]
  }
}

function peekAttention(node: AttentionNode): string {
  return node.marker[0] ?? '*'
}
