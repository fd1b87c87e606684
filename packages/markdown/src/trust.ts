import type {Nodes, Parents, Root} from 'mdast'
import {rangeOf} from './context.ts'
import {hasBlankLine} from './source.ts'

/**
 * What the fast parser is known to read otherwise than remark, or is likely to, by how it looks.
 *
 * Found by comparing the two on thousands of real documents, on every example of the specifications, and on random
 * texts. Each pattern takes in more than the differences seen: what it costs is time, for remark reads such a text.
 */
const doubtful: ReadonlyArray<RegExp> = [
  // An escaped mark of emphasis before another.
  /\\[*_~][*_~]/,
  // A symbol outside the BMP next to a mark of emphasis is punctuation to one and a letter to the other.
  /[*_~][\uD800-\uDBFF]|[\uDC00-\uDFFF][*_~]/,
  // Front matter that ends as YAML's own documents do.
  /^\uFEFF?---[ \t]*[\r\n](?:(?!---[ \t]*[\r\n])[^\r\n]*(?:\r\n|[\r\n]))*?\.\.\.[ \t]*(?:[\r\n]|$)/,
  // The end tag of raw HTML is found in lower case alone.
  /<\/(?!script>)[Ss][Cc][Rr][Ii][Pp][Tt]>|<\/(?!pre>)[Pp][Rr][Ee]>|<\/(?!style>)[Ss][Tt][Yy][Ll][Ee]>|<\/(?!textarea>)[Tt][Ee][Xx][Tt][Aa][Rr][Ee][Aa]>/,
  // A task with nothing on its line.
  /\[[ \txX]\][ \t]*(?:[\r\n]|$)/,
  // A list item, or the underline of a heading, with nothing on its line.
  /(?:^|[\r\n])[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]*(?:[\r\n]|$)/,
  // A list item that begins as the second line of a table does.
  /(?:^|[\r\n])[ \t>]*[-*+][ \t]+\|/
]

/** A definition without a destination, or before what looks like a part of a table; a list soon after one. */
const doubtfulDefinition: ReadonlyArray<RegExp> = [
  /(?:^|[\r\n])[ \t>]*\[[^\]\r\n]+\]:(?:[ \t]*["'(]|[^\r\n]*(?:\r\n|[\r\n])[ \t>]*[|:-][-:| \t]*(?:[\r\n]|$))/,
  /(?:^|[\r\n])[ \t>]*\[[^\]\r\n]+\]:[^\r\n]*(?:(?:\r\n|[\r\n])[^\r\n]*){0,3}(?:\r\n|[\r\n])[ \t>]*(?:\d{1,9}[.)]|[-*+])[ \t]/
]

/** Footnotes in labels, at the start of items and quotes, in another; escapes in their label. */
const doubtfulFootnote =
  /!?\[[^\]\r\n]*\[\^|\]:[ \t]*\[\^|[-*+.)>][ \t]*\[\^[^\]\r\n]*\]:|\[\^[^\]\r\n]*[&\\\r\n]/

/** Two kinds of emphasis around the same words, as people write them. */
const doubleEmphasis =
  /(?<![*_~\p{L}\p{N}])(\*{1,2}|_{1,2}|~~)(?!\1)(\*{1,2}|_{1,2}|~~)[^*_~\r\n]+\2\1(?![*_~\p{L}\p{N}])/gu

/** Whether marks of two kinds meet in another way: which of them pair is then a matter of every rule of emphasis. */
function hasMixedMarks(text: string): boolean {
  const mixed = /\*[_~]|_[*~]|~[*_]/
  return mixed.test(text) && mixed.test(text.replace(doubleEmphasis, ''))
}

/** Whether the fast parser may read a text; where this says no, remark does. */
export function isTrusted(text: string): boolean {
  return (
    // NUL is U+FFFD to CommonMark (2.3); a lone surrogate has no UTF-8.
    !text.includes('\0') &&
    text.isWellFormed() &&
    !hasMixedMarks(text) &&
    !doubtful.some((pattern) => pattern.test(text)) &&
    !(text.includes(']:') && doubtfulDefinition.some((pattern) => pattern.test(text))) &&
    !(text.includes('[^') && doubtfulFootnote.test(text))
  )
}

/** Whether what the fast parser gave is what remark would have given, as far as a look at the tree can tell. */
export function isFaithful(text: string, root: Root): boolean {
  const waiting: Parents[] = [root]
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    let before: Nodes | undefined
    for (const node of parent.children) {
      if (!isPlain(node, before, parent, text)) return false
      if ('children' in node) waiting.push(node)
      before = node
    }
  }
  return true
}

function isPlain(node: Nodes, before: Nodes | undefined, parent: Parents, text: string): boolean {
  const {start, end} = rangeOf(node)
  switch (node.type) {
    // It takes along what follows it in a container, and not the indentation it has after one or in one.
    case 'html':
      return (
        !isFlow(parent) ||
        ((parent.type === 'root' || !/\s$|[\r\n][ \t>]*$/.test(text.slice(start, end))) &&
          (!before || isApart(before, start, text) || isFlush(before, parent, text[start - 1])))
      )
    // White space of a container after it; in one, a fence that is never closed.
    case 'code':
      return /[`~]/.test(text[start] ?? '')
        ? parent.type === 'root' || /[\r\n][ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(text.slice(start, end))
        : !/^(?:\r\n|[\r\n])(?:[ \t>]+(?:[\r\n]|$)| {4}|\t)/.test(text.slice(end, end + 80))
    // A heading is no task.
    case 'listItem':
      return typeof node.checked !== 'boolean' || node.children[0]?.type === 'paragraph'
    // It does not interrupt a paragraph, but what came before is none.
    case 'list':
      return !(before?.type === 'code' && node.ordered && node.start !== 1)
    case 'tableRow':
      return text[start] !== '<'
    case 'footnoteDefinition':
      return !/[\r\n] {0,3}</.test(text.slice(start, end + 6))
    case 'link':
      return (
        text[start] === '[' || text[start] === '<' || isPlainAddress(text, rangeOf(parent).start, start, end)
      )
    case 'definition':
    case 'linkReference':
    case 'imageReference':
      return (node.label ?? node.identifier).length <= longestLabel
    default:
      return true
  }
}

/** Whether a node holds blocks. */
function isFlow({type}: Nodes): boolean {
  return type === 'root' || type === 'listItem' || type === 'blockquote' || type === 'footnoteDefinition'
}

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

const address =
  /^(?:(?:https?:\/\/|www\.)[\w-]+(?:\.[\w-]+)*(?:[/?#:][\w./?#:=&%+,;~@!-]*)?|(?:mailto:)?[A-Za-z\d][\w.+-]*@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+)$/

/** An address in text (GFM 6.9) as nearly everybody writes them, and in no bracket that is still open. */
function isPlainAddress(text: string, from: number, start: number, end: number): boolean {
  const before = text.slice(from, start)
  return (
    address.test(text.slice(start, end)) &&
    !/[_~]$/.test(text.slice(start, end)) &&
    /(?:^|[\s(*_~:,;«“"'>])$/.test(before) &&
    /^[).,;:!?"'*_~»”]*(?:[\s|]|$)/.test(text.slice(end, end + 9)) &&
    before.split('[').length <= before.split(']').length
  )
}
