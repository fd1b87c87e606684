import type {CodeKind, Content, InlineCode} from '@passerelle/model'
import {type Manner, armour, defuse, reference} from './escape.ts'
import {breaksLine} from '../sites/marks.ts'
import {type Protection, findProtected} from '../sites/protect.ts'

/** Content as a tree for remark-stringify: mdast text, and our own nodes for codes. */
export type PrintNode =
  | {readonly type: 'text'; readonly value: string}
  /** Printed as it is. */
  | {readonly type: 'raw'; readonly value: string}
  /** Emphasis, strong or strikethrough in the document's own marker. */
  | {
      readonly type: 'attention'
      readonly kind: CodeKind
      readonly marker: string
      readonly children: PrintNode[]
    }
  /** A label, in which brackets are escaped, for they would end it. */
  | {readonly type: 'label'; readonly open: string; readonly close: string; readonly children: PrintNode[]}

const attention = /^(?:\*{1,2}|_{1,2}|~{1,2})$/

/**
 * Build the tree of a balanced content.
 *
 * @param protection
 *   What would be protected when it is read again, and so is escaped where a translator typed it.
 */
export function treeOf(content: Content, manner: Manner, protection: Protection): PrintNode[] {
  const root: PrintNode[] = []
  const stack: {children: PrintNode[]; code?: InlineCode}[] = [{children: root}]
  for (const [index, part] of content.entries()) {
    const {children, code} = stack.at(-1)!
    if (typeof part === 'string') {
      const [before, after] = [content[index - 1], content[index + 1]]
      if (manner === 'armoured') {
        children.push({type: 'raw', value: armourBeside(part, {before, after})})
        continue
      }
      const edges = {start: startsLine(before), end: endsLine(after)}
      children.push(...textNodes(part, edges, protection))
    } else if (part.type === 'open' && isNested(part)) stack.push({children: [], code: part})
    else if (part.type === 'close' && code?.id === part.id) {
      stack.pop()
      stack.at(-1)?.children.push(nodeOf(code, part, children))
    } else {
      const fenced = manner === 'armoured' && isBareAddress(part) && touches(content, index)
      children.push({type: 'raw', value: fenced ? `<${part.raw}>` : part.raw})
    }
  }
  return root
}

/** Whether a code is an address that ends with its own characters (GFM 6.9), not at a bracket. */
function isBareAddress({kind, raw}: InlineCode): boolean {
  return kind === 'url' && /^(?:https?:\/\/|[^\s<[]+@)/i.test(raw)
}

/** What stands beside a text; undefined at an edge. */
type Neighbour = string | InlineCode | undefined

function isAddress(part: Neighbour): boolean {
  return typeof part === 'object' && part.kind === 'url'
}

/** Armour a text. Beside an address, a character that could become part of it is written as a reference. */
function armourBeside(text: string, {before, after}: {before: Neighbour; after: Neighbour}): string {
  const characters = Array.from(text)
  const first = isAddress(before) ? (characters.shift() ?? '') : ''
  const last = isAddress(after) ? (characters.pop() ?? '') : ''
  return (first && reference(first)) + armour(characters.join('')) + (last && reference(last))
}

/** Whether text stands right beside a code whose address it could become part of. */
function touches(content: Content, index: number): boolean {
  const before = content[index - 1]
  const after = content[index + 1]
  return (
    (typeof before === 'string' && /\S$/u.test(before)) || (typeof after === 'string' && /^\S/u.test(after))
  )
}

/** Whether the printer has to see what a pair holds; tags are printed as they are. */
function isNested({kind, raw}: InlineCode): boolean {
  return kind === 'link' || attention.test(raw)
}

function nodeOf(open: InlineCode, close: InlineCode, children: PrintNode[]): PrintNode {
  return attention.test(open.raw)
    ? {type: 'attention', kind: open.kind, marker: open.raw, children}
    : {type: 'label', open: open.raw, close: close.raw, children}
}

/** Whether a line starts after a part, so that white space there would be dropped. */
function startsLine(before: Neighbour): boolean {
  return before === undefined || (typeof before === 'object' && breaksLine(before))
}

/** Whether a line ends before a part. A backslash that breaks the line keeps the space before it. */
function endsLine(after: Neighbour): boolean {
  return after === undefined || (typeof after === 'object' && breaksLine(after) && /^\s/.test(after.raw))
}

function textNodes(text: string, edges: {start: boolean; end: boolean}, protection: Protection): PrintNode[] {
  const nodes: PrintNode[] = []
  let from = 0
  for (const {start, end} of findProtected(text, protection)) {
    nodes.push(...plainNodes(text.slice(from, start), {start: edges.start && from === 0, end: false}))
    nodes.push({type: 'raw', value: defuse(text.slice(start, end))})
    from = end
  }
  nodes.push(...plainNodes(text.slice(from), {start: edges.start && from === 0, end: edges.end}))
  return nodes
}

/** Text, with references for white space that the parser would drop or fold. */
function plainNodes(text: string, edges: {start: boolean; end: boolean}): PrintNode[] {
  if (text === '') return []
  const kept = /[\t\n\r]+/g
  const edge = new RegExp([edges.start && '^ +', edges.end && ' +$'].filter(Boolean).join('|') || '$^', 'g')
  const spans = [...text.matchAll(kept), ...text.matchAll(edge)].sort((a, b) => a.index - b.index)
  const nodes: PrintNode[] = []
  let from = 0
  for (const {index, 0: space} of spans) {
    if (index > from) nodes.push(textNode(text.slice(from, index)))
    nodes.push({type: 'raw', value: Array.from(space, reference).join('')})
    from = index + space.length
  }
  if (from < text.length) nodes.push(textNode(text.slice(from)))
  return nodes
}

/** Text for the printer, which checks each character; text that needs no escape goes past it. */
function textNode(value: string): PrintNode {
  return {type: isInert(value) ? 'raw' : 'text', value}
}

/**
 * Whether a text has no character that could be markup or an address, or become so beside others; more characters are
 * excluded than are ever escaped.
 *
 * `.`, `)`, `-`, `:` and figures matter only where a line begins, and in addresses; `!` before a bracket, and `(` after
 * one.
 */
function isInert(text: string): boolean {
  return !risky.test(text)
}

const risky = /[#$&*+<=>@[\\\]^_`{|}~\p{Cc}\uFEFF]|^[-:(\d]|[!:]$|:\/|www\./iu
