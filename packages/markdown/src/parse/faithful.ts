import type {Nodes, Parents, Root} from 'mdast'
import {rangeOf} from './tree.ts'
import {hasBlankLine} from '../text/source.ts'

/** A node on the way through the tree. */
interface Frame {
  readonly parent: Parents
  /** Index of the next child. */
  next: number
  /** Whether it is inside a list, a quote or a footnote. */
  readonly nested: boolean
  /** Brackets of the block it is in; absent among blocks. */
  readonly brackets?: Brackets
}

/** Whether remark would have given the same tree as the fast parser, as far as a look at the tree can tell. */
export function isFaithful(text: string, root: Root): boolean {
  if (/^(?:---|\+\+\+)/.test(text) && !isFrontMatter(root.children[0])) return false
  const frames: Frame[] = [{parent: root, next: 0, nested: false}]
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const node: Nodes | undefined = frame.parent.children[frame.next]
    if (!node) {
      frames.pop()
      continue
    }
    if (!isPlain(node, frame, text)) return false
    frame.next++
    if (!('children' in node) || node.children.length === 0) continue
    const nested = frame.nested || isFlow(node)
    const brackets = frame.brackets ?? (hasProse(node) ? bracketsIn(text, rangeOf(node).start) : undefined)
    frames.push({parent: node, next: 0, nested, ...(brackets && {brackets})})
  }
  return true
}

/** The text with letters in place of fenced code and code spans; line endings, fences and offsets stay. */
export function withoutCode(text: string, root: Root): string {
  let masked = ''
  let cursor = 0
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child)
    if (node.type !== 'code' && node.type !== 'inlineCode') continue
    const {start, end} = rangeOf(node)
    if (start < cursor) continue
    const raw = text.slice(start, end)
    masked += text.slice(cursor, start) + (node.type === 'code' ? maskFenced(raw) : mask(raw))
    cursor = end
  }
  return masked + text.slice(cursor)
}

function maskFenced(raw: string): string {
  return raw.replace(
    /^((`|~)\2\2[^]*?[\r\n])([^]*)(?=[\r\n][ \t>]*\2{3})/,
    (_, open: string, __, body: string) => open + mask(body)
  )
}

function mask(raw: string): string {
  return raw.replace(/[^`~\s]/g, 'x')
}

/**
 * Whether a node may be front matter that never ends: both parsers read a thematic break, but differ on what follows.
 */
function isFrontMatter(node: Nodes | undefined): boolean {
  return ['yaml', 'toml'].includes(node?.type ?? '')
}

function isPlain(node: Nodes, {parent, next, nested, brackets}: Frame, text: string): boolean {
  const {start, end} = rangeOf(node)
  const before: Nodes | undefined = parent.children[next - 1]
  switch (node.type) {
    case 'html':
      return isFlow(parent)
        ? isPlainBlock(text.slice(start, end).trimStart(), nested) &&
            (!before || isApart(before, start, text) || isFlush(before, parent, text[start - 1]))
        : // White space that its lines begin with may be lost, or kept.
          !(nested ? /[\r\n][ \t>]/ : /[\r\n](?: {4}| *\t)/).test(text.slice(start, end))
    // A fence that is never closed takes along white space after a container.
    case 'code':
      return /[`~]/.test(text[start] ?? '')
        ? !nested || /[\r\n][ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(text.slice(start, end))
        : (before?.type !== 'code' || isApart(before, start, text)) &&
            !continuesAt(text, end) &&
            !(nested && /[\r\n][ \t>]*$/.test(text.slice(start, end)))
    // A task in a heading is none.
    case 'listItem':
      return typeof node.checked !== 'boolean' || node.children[0]?.type === 'paragraph'
    // HTML of this kind does not interrupt a paragraph, but there is none before it.
    case 'list':
      return !(before?.type === 'code' && node.ordered && node.start !== 1)
    case 'tableRow':
      return text[start] !== '<'
    case 'footnoteDefinition':
      return !/[\r\n] {0,3}<(?![A-Za-z][A-Za-z\d+.-]*:)/.test(text.slice(start, end + 6))
    case 'footnoteReference':
      return !brackets?.isOpen(start)
    case 'link':
      return text[start] === '[' || text[start] === '<' || isPlainAddress(text, start, end, brackets)
    case 'definition':
    case 'linkReference':
    case 'imageReference':
      return (node.label ?? node.identifier).length <= longestLabel
    default:
      return true
  }
}

const flows: ReadonlySet<string> = new Set(['root', 'list', 'listItem', 'blockquote', 'footnoteDefinition'])

/** Whether a node holds blocks. */
function isFlow({type}: Nodes): boolean {
  return flows.has(type)
}

function hasProse({type}: Nodes): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableCell'
}

/**
 * Whether a block of HTML ends where remark ends it.
 *
 * HTML that ends only at its own ending, such as `-->` (CommonMark 4.6, kinds 1 to 5), ends elsewhere for the fast
 * parser if that ending is missing in a container. An element ends only at its own end tag for it. In a container it
 * takes along white space after the HTML.
 */
function isPlainBlock(html: string, nested: boolean): boolean {
  const raw = /^<(?:(script|pre|style|textarea)(?![\w-])|!--|\?|!\[CDATA\[|!)/i.exec(html)
  const ending =
    raw && (raw[1] ? /<\/(script|pre|style|textarea)>/i : endings[raw[0]])?.exec(html.slice(raw[0].length))
  if (ending?.[1] && ending[1] !== raw?.[1]) return false
  return !nested || (!/\s$|[\r\n][ \t>]*$/.test(html) && !(raw && !ending))
}

/** What ends HTML that begins with this. */
const endings: Readonly<Record<string, RegExp>> = {
  '<!--': /-->/,
  '<?': /\?>/,
  '<![CDATA[': /\]\]>/,
  '<!': />/
}

/** Whether indented code is followed by lines with only white space, or with more of it. */
function continuesAt(text: string, end: number): boolean {
  following.lastIndex = end
  return following.test(text)
}

const following = /(?:[ \t>]*(?:\r\n|\n|\r(?!\n)))*?(?:[ \t>]+(?:[\r\n]|$)|(?<=[\r\n])(?: {4}|\t))/y

/** Whether HTML right after a block begins on a new line, as that block does, or after what ends with its line. */
function isFlush(before: Nodes, {type}: Parents, previous: string | undefined): boolean {
  if (before.type === 'footnoteDefinition') return false
  const mayGoOn = type !== 'root' || before.type === 'list' || before.type === 'blockquote'
  return !mayGoOn || previous === '\n' || previous === '\r'
}

function isApart(before: Nodes, start: number, text: string): boolean {
  return hasBlankLine(text.slice(rangeOf(before).end, start))
}

/** Longest label of a reference (CommonMark 4.7). */
const longestLabel = 999

/** Tells whether a bracket is open at an offset. Ask in ascending order: each block is scanned once. */
interface Brackets {
  isOpen(at: number): boolean
}

function bracketsIn(text: string, start: number): Brackets {
  let scanned = start
  let open = 0
  return {
    isOpen(at) {
      for (; scanned < at; scanned++) {
        const code = text.charCodeAt(scanned)
        if (code === 0x5b) open++
        else if (code === 0x5d && open > 0) open--
      }
      return open > 0
    }
  }
}

const address =
  /^(?:(?:https?:\/\/|www\.)[\w-]+(?:\.[\w-]+)*(?:[/?#:][\w./?#:=&%+,;~@!-]*)?|(?:mailto:)?[A-Za-z\d][\w.+-]*@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+)$/

/** Whether an address in text (GFM 6.9) is one as nearly everybody writes it, and stands in no open bracket. */
function isPlainAddress(text: string, start: number, end: number, brackets: Brackets | undefined): boolean {
  const raw = text.slice(start, end)
  return (
    address.test(raw) &&
    !/[_~]$|&#?\w*;/.test(raw) &&
    /(?:^|[\s(*_~,;«“"'>])$/.test(text.slice(Math.max(0, start - 1), start)) &&
    /^[).,;:!?"'*_~»”]*(?:[\s|]|$)/.test(text.slice(end, end + 9)) &&
    !brackets?.isOpen(start)
  )
}
