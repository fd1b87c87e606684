import {illegalAt, isName, resolveReference} from './characters.ts'
import {inWindows} from './windows.ts'
import {detach} from './detach.ts'
import {doctypeEnd} from './doctype.ts'
import {Malformed, readTag, type Tag} from './tag.ts'

/** What a scanner calls, in the order of the text; offsets are UTF-16 code units from its beginning. */
export interface Handler {
  open(tag: Tag, start: number, end: number): void
  /** Also called for a tag that closes itself. */
  close(end: number): void
  /** Characters of a run of text, or of a part of it; also of CDATA. */
  text(value: string): void
}

/** Scans an XML text that comes in pieces. */
export interface Scanner {
  /** @throws {Malformed} */
  write(piece: string): void
  /** @throws {Malformed} */
  end(): void
}

/** A run of text, comment or tag with more code units than this is hostile. */
const LONGEST = 1 << 25

/** The longest tag that is remembered, and how many tags are. */
const [REMEMBERED, MANY] = [80, 1000]

const LESS = 0x3c

/** Code units that XML may not hold; {@link illegalAt} looks closer. */
const UNUSUAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>$/

/**
 * A scanner of XML 1.0 that holds only the run, comment or tag it is in.
 *
 * Strict, except that it skips document types: entities declared there are unknown, and so an error. Namespaces are
 * left to its user. It is fast because a tag that is written like an earlier one is not read again.
 *
 * @param base
 *   Offset at which the text begins.
 */
export function createScanner(handler: Handler, base = 0): Scanner {
  const state = createState(handler, base)
  return {
    write(piece) {
      state.buffer += piece
      state.fresh += piece.length
      // A piece of markup that is not whole is scanned again only when twice as much is there: linear time.
      if (state.fresh * 2 >= state.buffer.length) scan(state)
    },
    end() {
      state.isLast = true
      scan(state)
      const {buffer, open, hasRoot} = state
      if (buffer !== '') fail(state, 'unexpected end.', buffer.length)
      if (open.length > 0) fail(state, `unclosed tag: ${open.at(-1)}`, 0)
      if (!hasRoot) fail(state, 'document must contain a root element.', 0)
    }
  }
}

/** How far a text has been scanned. */
interface State {
  readonly handler: Handler
  /** Tags seen before, by how they are written. */
  readonly known: Map<string, Tag>
  /** Names of the elements that are open, outermost first. */
  readonly open: string[]
  /** Offset at which the text begins. */
  readonly base: number
  /** What the reader of tags calls. */
  readonly inTags: Parameters<typeof readTag>[2]
  buffer: string
  /** Offset of the buffer. */
  origin: number
  /** Offset behind a byte order mark. */
  beginning: number
  /** Code units at the end of the buffer that have not been looked at. */
  fresh: number
  isLast: boolean
  hasRoot: boolean
  hasDoctype: boolean
}

function createState(handler: Handler, base: number): State {
  const state: State = {
    handler,
    known: new Map(),
    open: [],
    base,
    inTags: {
      unescape: (raw, at) => unescape(state, raw, {at, isValue: true}),
      fail: (reason, at) => fail(state, reason, at)
    },
    buffer: '',
    origin: base,
    beginning: base,
    fresh: 0,
    isLast: false,
    hasRoot: false,
    hasDoctype: false
  }
  return state
}

/** Scan all that is whole, and keep the rest. */
function scan(state: State): void {
  state.fresh = 0
  const {buffer} = state
  let at = state.origin === state.base && buffer.charCodeAt(0) === 0xfeff ? 1 : 0
  state.beginning += at
  while (at < buffer.length) {
    const next = buffer.charCodeAt(at) === LESS ? markup(state, at) : text(state, at)
    if (next < 0) break
    at = next
  }
  if (buffer.length - at > LONGEST) fail(state, 'a text, comment or tag is too long', at)
  state.buffer = buffer.slice(at)
  state.origin += at
}

function fail({origin}: State, reason: string, at: number): never {
  throw new Malformed(reason, origin + at)
}

/**
 * Each function below takes the offset where something begins, and gives the offset where it ends, or -1 if it is not
 * whole yet.
 */
function markup(state: State, start: number): number {
  const code = state.buffer.charCodeAt(start + 1)
  if (code === 0x2f) return closingTag(state, start)
  if (code === 0x21) return exclamation(state, start)
  if (code === 0x3f) return instruction(state, start)
  return start + 1 === state.buffer.length ? -1 : openingTag(state, start)
}

function text(state: State, start: number): number {
  const {buffer, handler} = state
  let at = start
  let isPlain = true
  for (; at < buffer.length; at++) {
    const code = buffer.charCodeAt(at)
    if (code === LESS) break
    // References, `]` that may end a CDATA section, CR, and characters that XML may not hold.
    if (code < 0x20 ? code !== 0x0a && code !== 0x09 : code === 0x26 || code === 0x5d || code >= 0xd800)
      isPlain = false
  }
  if (at === buffer.length && !state.isLast) return -1
  const raw = buffer.slice(start, at)
  if (state.open.length > 0) handler.text(isPlain ? raw : unescape(state, raw, {at: start, isValue: false}))
  else if (/[^ \t\r\n]/.test(raw)) fail(state, 'text data outside of root node.', start)
  return at
}

/** Text with references resolved and LF as line end; in a value, each white space becomes a blank. */
function unescape(
  state: State,
  raw: string,
  {at, isValue}: {readonly at: number; readonly isValue: boolean}
): string {
  const illegal = UNUSUAL.test(raw) ? illegalAt(raw) : -1
  if (illegal >= 0) fail(state, 'disallowed character.', at + illegal)
  const less = isValue ? raw.indexOf('<') : raw.indexOf(']]>')
  if (less >= 0)
    fail(state, isValue ? 'disallowed character.' : 'the string "]]>" is disallowed in char data.', at + less)
  return inWindows(raw, (window, from) =>
    window.replace(/&([^;]*)(;?)|\r\n?|[\t\n]/g, (mark, name = '', end = '', index: number) => {
      if (!mark.startsWith('&')) return isValue ? ' ' : mark === '\t' ? mark : '\n'
      return (
        (end === ';' ? resolveReference(name) : undefined) ?? fail(state, problemOf(name), at + from + index)
      )
    })
  )
}

function openingTag(state: State, start: number): number {
  const {buffer, known, open, origin, handler} = state
  const greater = buffer.indexOf('>', start)
  if (greater < 0 && !state.isLast) return -1
  const raw = greater < start + REMEMBERED ? buffer.slice(start, greater + 1) : ''
  let tag = known.get(raw)
  let end = greater + 1
  if (!tag) {
    const read = readTag(buffer, start, state.inTags)
    if (!read) return -1
    tag = read.tag
    end = read.end
    if (raw.length === end - start && known.size < MANY) tag = remember(state, raw)
  }
  if (open.length === 0 && state.hasRoot) fail(state, 'documents may contain only one root.', start)
  state.hasRoot = true
  handler.open(tag, origin + start, origin + end)
  if (tag.isEmpty) handler.close(origin + end)
  else open.push(tag.name)
  return end
}

/** Remember a tag for the next one written alike, without keeping its text. */
function remember({known, inTags}: State, raw: string): Tag {
  const own = detach(raw)
  const {tag} = readTag(own, 0, inTags)!
  known.set(own, tag)
  return tag
}

function closingTag(state: State, start: number): number {
  const {buffer, open, origin, handler} = state
  const name = open.at(-1)
  const greater =
    name !== undefined && buffer.startsWith(name, start + 2) ? start + 2 + name.length : start + 2
  const end = buffer.charCodeAt(greater) === 0x3e ? greater : buffer.indexOf('>', start)
  if (end < 0) return -1
  if (end !== greater || greater === start + 2) {
    const written = /^([^ \t\r\n]*)[ \t\r\n]*$/.exec(buffer.slice(start + 2, end))?.[1] ?? ''
    if (!isName(written)) fail(state, 'disallowed character in closing tag.', start)
    if (written !== name) fail(state, 'unexpected close tag.', start)
  }
  open.pop()
  handler.close(origin + end + 1)
  return end + 1
}

function exclamation(state: State, start: number): number {
  const rest = state.buffer.slice(start, start + 9)
  if (rest.startsWith('<!--')) return comment(state, start)
  if (rest === '<![CDATA[') return cdata(state, start)
  if (rest === '<!DOCTYPE') return doctype(state, start)
  if (['<!--', '<![CDATA[', '<!DOCTYPE'].some((mark) => mark.startsWith(rest))) return -1
  return fail(state, 'incorrect syntax.', start)
}

function comment(state: State, start: number): number {
  const end = upTo(state, '--', {start, from: start + 4})
  if (end < 0 || (end === state.buffer.length && !state.isLast)) return -1
  if (state.buffer[end] !== '>') fail(state, 'malformed comment.', end)
  return end + 1
}

function cdata(state: State, start: number): number {
  if (state.open.length === 0) fail(state, 'text data outside of root node.', start)
  const end = upTo(state, ']]>', {start, from: start + 9})
  if (end < 0) return -1
  state.handler.text(state.buffer.slice(start + 9, end - 3).replace(/\r\n?/g, '\n'))
  return end
}

function doctype(state: State, start: number): number {
  if (state.hasDoctype || state.hasRoot) fail(state, 'inappropriately located doctype declaration.', start)
  const end = doctypeEnd(state.buffer, start + 9, state.inTags.fail)
  if (end < 0) return -1
  checkCharacters(state, start, end)
  state.hasDoctype = true
  return end
}

function instruction(state: State, start: number): number {
  const end = upTo(state, '?>', {start, from: start + 2})
  if (end < 0) return -1
  const whole = state.buffer.slice(start, end)
  const target = /^<\?([^\s?]*)(?=[ \t\r\n?])/.exec(whole)?.[1] ?? ''
  if (!isName(target)) fail(state, 'disallowed character in processing instruction name.', start)
  if (target.toLowerCase() !== 'xml') return end
  if (state.origin + start !== state.beginning)
    fail(state, 'an XML declaration must be at the start of the document.', start)
  if (!DECLARATION.test(whole)) fail(state, 'XML declaration is malformed.', start)
  return end
}

/** The offset behind the next mark, the characters before it checked; -1 if it has not come yet. */
function upTo(
  state: State,
  mark: string,
  {start, from}: {readonly start: number; readonly from: number}
): number {
  const at = state.buffer.indexOf(mark, from)
  if (at < 0) return -1
  checkCharacters(state, start, at)
  return at + mark.length
}

function checkCharacters(state: State, start: number, end: number): void {
  const illegal = illegalAt(state.buffer.slice(start, end))
  if (illegal >= 0) fail(state, 'disallowed character.', start + illegal)
}

function problemOf(name: string): string {
  if (name.startsWith('#')) return 'malformed character entity.'
  return isName(name) ? 'undefined entity.' : 'disallowed character in entity name.'
}
