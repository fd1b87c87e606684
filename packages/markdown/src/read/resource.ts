import type {Range} from '../text/source.ts'

/** Where the parts of a link, an image or a definition stand. */
export interface Resource {
  /** The label, brackets excluded. */
  readonly label: Range
  /** The title, quotes excluded. */
  readonly title?: Range & {readonly quote: string}
}

/**
 * Read `[label](destination "title")`, `[label][reference]` or `[label]` (CommonMark 6.3 and 6.4).
 *
 * @param range
 *   Of the whole node, from `[` or `![`.
 * @param from
 *   An offset in the label after which it has no bracket of its own: the end of its last child.
 * @returns
 *   `undefined` where the source does not have this form, so that nothing is guessed.
 */
export function readResource(source: string, {start, end}: Range, from?: number): Resource | undefined {
  const open = source[start] === '!' ? start + 2 : start + 1
  const close = from === undefined ? endOfLabel(source, open, end) : skipSpace(source, from, end)
  if (close === undefined || source[close] !== ']') return
  const label = {start: open, end: close}
  if (close + 1 === end || source[close + 1] === '[') return {label}
  if (source[close + 1] !== '(' || source[end - 1] !== ')') return
  return readTarget(source, close + 2, end - 1, label)
}

/** Read `[label]: destination "title"` (CommonMark 4.7). */
export function readDefinition(source: string, {start, end}: Range): Resource | undefined {
  const close = endOfLabel(source, start + 1, end)
  if (close === undefined || source[close + 1] !== ':') return
  return readTarget(source, close + 2, end, {start: start + 1, end: close})
}

function readTarget(source: string, start: number, end: number, label: Range): Resource | undefined {
  const after = endOfDestination(source, skipSpace(source, start, end), end)
  const open = skipSpace(source, after, end)
  if (open === end) return {label}
  const quote = source[open] ?? ''
  const closing = quote === '(' ? ')' : quote
  if (!/["'(]/.test(quote)) return
  let at = open + 1
  while (at < end && source[at] !== closing) at += source[at] === '\\' ? 2 : 1
  if (skipSpace(source, at + 1, end) !== end) return
  return {label, title: {start: open + 1, end: at, quote}}
}

function endOfDestination(source: string, start: number, end: number): number {
  let at = start
  if (source[at] === '<') {
    while (at < end && source[at] !== '>') at += source[at] === '\\' ? 2 : 1
    return at + 1
  }
  while (at < end && !/\s/.test(source[at] ?? ''))
    at = afterTemplate(source, at) ?? at + (source[at] === '\\' ? 2 : 1)
  return Math.min(at, end)
}

/** Template syntax in a destination; it may have white space. */
const template = /\{\{[^\r\n]{0,999}?\}\}|\{%[^\r\n]{0,999}?%\}|<%[^\r\n]{0,999}?%>/y

function afterTemplate(source: string, at: number): number | undefined {
  if (source[at] !== '{' && source[at] !== '<') return
  template.lastIndex = at
  return template.test(source) ? template.lastIndex : undefined
}

/** Code, autolinks and HTML, in which brackets do not count (CommonMark 6.3). */
const opaque =
  /<[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]*>|<\/?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>|<!--[^]*?-->/y

/** Offset of the `]` that ends a label; `start` is inside it. */
function endOfLabel(source: string, start: number, end: number): number | undefined {
  let depth = 0
  let at = start
  while (at < end) {
    const character = source[at]
    if (character === '\\') at += 2
    else if (character === '`') at = afterCode(source, at, end)
    else if (character === '<') {
      opaque.lastIndex = at
      at = opaque.test(source) && opaque.lastIndex < end ? opaque.lastIndex : at + 1
    } else if (character === ']' && depth === 0) return at
    else {
      if (character === '[') depth++
      if (character === ']') depth--
      at++
    }
  }
}

/** Skip a code span; or only the run of backticks where no other of its length closes it. */
function afterCode(source: string, start: number, end: number): number {
  let size = 1
  while (source[start + size] === '`') size++
  let at = start + size
  while (at < end) {
    let run = 0
    while (source[at + run] === '`') run++
    if (run === size) return at + run
    at += run || 1
  }
  return start + size
}

/** Skip white space, line endings, and the container prefix of each new line. */
function skipSpace(source: string, start: number, end: number): number {
  let at = start
  let fresh = false
  while (at < end && (/\s/.test(source[at] ?? '') || (fresh && source[at] === '>'))) {
    if (/[\r\n]/.test(source[at] ?? '')) fresh = true
    at++
  }
  return at
}
