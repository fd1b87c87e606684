import type {Nodes, Parents, Root} from 'mdast'
import {rangeOf} from './tree.ts'
import {hasBlankLine} from '../text/source.ts'

/** Where the walk is. */
interface Frame {
  readonly parent: Parents
  /** Index of the next child. */
  next: number
  /** Whether a list, a quote or a footnote is around it. */
  readonly nested: boolean
  /** Brackets of the block it is in; absent among blocks. */
  readonly brackets?: Brackets
}

/** Whether what the fast parser gave is what remark would have given, as far as a look at the tree can tell. */
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

/** The text with letters for what stands in fenced code and in code spans; line endings, fences and offsets stay. */
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

/** Front matter that never ends is a thematic break to both, but what follows it is not the same. */
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
    // White space of a container after it; in one, a fence that is never closed.
    case 'code':
      return /[`~]/.test(text[start] ?? '')
        ? !nested || /[\r\n][ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(text.slice(start, end))
        : (before?.type !== 'code' || isApart(before, start, text)) &&
            !continuesAt(text, end) &&
            !(nested && /[\r\n][ \t>]*$/.test(text.slice(start, end)))
    // A heading is no task.
    case 'listItem':
      return typeof node.checked !== 'boolean' || node.children[0]?.type === 'paragraph'
    // It does not interrupt a paragraph, but what came before is none.
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
 * What only its own ending ends, such as `-->` (CommonMark 4.6, kinds 1 to 5), the fast parser ends elsewhere in a container where
 * that ending is missing, and an element by its own end tag alone. In a container it takes along white space after it.
 */
function isPlainBlock(html: string, nested: boolean): boolean {
  const raw = /^<(?:(script|pre|style|textarea)(?![\w-])|!--|\?|!\[CDATA\[|!)/i.exec(html)
  const ending =
    raw && (raw[1] ? /<\/(script|pre|style|textarea)>/i : endings[raw[0]])?.exec(html.slice(raw[0].length))
  if (ending?.[1] && ending[1] !== raw?.[1]) return false
  return !nested || (!/\s$|[\r\n][ \t>]*$/.test(html) && !(raw && !ending))
}

/** What ends HTML that begins so. */
const endings: Readonly<Record<string, RegExp>> = {
  '<!--': /-->/,
  '<?': /\?>/,
  '<![CDATA[': /\]\]>/,
  '<!': />/
}

/** Whether lines with nothing but white space, or more of it, follow indented code. */
function continuesAt(text: string, end: number): boolean {
  following.lastIndex = end
  return following.test(text)
}

const following = /(?:[ \t>]*(?:\r\n|\n|\r(?!\n)))*?(?:[ \t>]+(?:[\r\n]|$)|(?<=[\r\n])(?: {4}|\t))/y

/** Whether HTML right after a block begins where its line does, or after what ends with its line. */
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

/** Whether a bracket is open at an offset; these are asked for in ascending order, so that a block is scanned once. */
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

/** An address in text (GFM 6.9) as nearly everybody writes them, and in no bracket that is still open. */
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
