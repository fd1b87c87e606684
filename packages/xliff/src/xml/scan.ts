import {illegalAt, isName, resolveReference} from './characters.ts'
import {inWindows} from './windows.ts'
import {detach} from './detach.ts'
import {doctypeEnd} from './doctype.ts'
import {Malformed, readTag, type Tag} from './tag.ts'

/** What a scanner tells, in the order of the text; offsets are UTF-16 code units from its beginning. */
export interface Handler {
  open(tag: Tag, start: number, end: number): void
  /** Also of a tag that closes itself. */
  close(end: number): void
  /** Characters, of one run or a part of it; and CDATA. */
  text(value: string): void
}

/** An XML text taken in pieces. */
export interface Scanner {
  /** @throws {Malformed} */
  write(piece: string): void
  /** @throws {Malformed} */
  end(): void
}

/** Code units of one run of text, comment or tag, above which a file is hostile. */
const LONGEST = 1 << 25

/** Longest tag that is remembered, and how many are. */
const [REMEMBERED, MANY] = [80, 1000]

const LESS = 0x3c

/** What may be no character. */
const UNUSUAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>$/

/**
 * A scanner of XML 1.0 that keeps no more of the text than the run, comment or tag it is in.
 *
 * Strict but for document types, which it skips: entities they declare are not known, and so an error. Namespaces are
 * its user's business. It is faster than others in that a tag that was met before is not read again.
 *
 * @param base
 *   Offset at which the text begins.
 */
export function createScanner(handler: Handler, base = 0): Scanner {
  const known = new Map<string, Tag>()
  const open: string[] = []
  let buffer = ''
  /** Offset of the buffer. */
  let origin = base
  /** Offset behind a byte order mark. */
  let beginning = base
  /** Code units at the end of the buffer that have not been looked at. */
  let fresh = 0
  let isLast = false
  let hasRoot = false
  let hasDoctype = false

  const fail = (reason: string, at: number): never => {
    throw new Malformed(reason, origin + at)
  }

  /** Text as it is meant: references resolved, line ends LF, and in a value a blank for each white space. */
  const unescape = (raw: string, at: number, isValue: boolean): string => {
    const illegal = UNUSUAL.test(raw) ? illegalAt(raw) : -1
    if (illegal >= 0) fail('disallowed character.', at + illegal)
    const less = isValue ? raw.indexOf('<') : raw.indexOf(']]>')
    if (less >= 0)
      fail(isValue ? 'disallowed character.' : 'the string "]]>" is disallowed in char data.', at + less)
    return inWindows(raw, (window, from) =>
      window.replace(/&([^;]*)(;?)|\r\n?|[\t\n]/g, (mark, name = '', end = '', index: number) => {
        if (!mark.startsWith('&')) return isValue ? ' ' : mark === '\t' ? mark : '\n'
        return reference(name, end === ';') ?? fail(problemOf(name), at + from + index)
      })
    )
  }
  const inTags = {unescape: (raw: string, at: number): string => unescape(raw, at, true), fail}

  const text = (start: number): number => {
    let at = start
    let isPlain = true
    for (; at < buffer.length; at++) {
      const code = buffer.charCodeAt(at)
      if (code === LESS) break
      // References, `]` that may end a CDATA section, CR, and what may be no character.
      if (code < 0x20 ? code !== 0x0a && code !== 0x09 : code === 0x26 || code === 0x5d || code >= 0xd800)
        isPlain = false
    }
    if (at === buffer.length && !isLast) return -1
    const raw = buffer.slice(start, at)
    if (open.length > 0) handler.text(isPlain ? raw : unescape(raw, start, false))
    else if (/[^ \t\r\n]/.test(raw)) fail('text data outside of root node.', start)
    return at
  }

  const closingTag = (start: number): number => {
    const name = open.at(-1)
    const greater =
      name !== undefined && buffer.startsWith(name, start + 2) ? start + 2 + name.length : start + 2
    const end = buffer.charCodeAt(greater) === 0x3e ? greater : buffer.indexOf('>', start)
    if (end < 0) return -1
    if (end !== greater || greater === start + 2) {
      const written = /^([^ \t\r\n]*)[ \t\r\n]*$/.exec(buffer.slice(start + 2, end))?.[1] ?? ''
      if (!isName(written)) fail('disallowed character in closing tag.', start)
      if (written !== name) fail('unexpected close tag.', start)
    }
    open.pop()
    handler.close(origin + end + 1)
    return end + 1
  }

  const openingTag = (start: number): number => {
    const greater = buffer.indexOf('>', start)
    if (greater < 0 && !isLast) return -1
    const raw = greater < start + REMEMBERED ? buffer.slice(start, greater + 1) : ''
    let tag = known.get(raw)
    let end = greater + 1
    if (!tag) {
      const read = readTag(buffer, start, inTags)
      if (!read) return -1
      tag = read.tag
      end = read.end
      if (raw.length === end - start && known.size < MANY) {
        const own = detach(raw)
        tag = readTag(own, 0, inTags)!.tag
        known.set(own, tag)
      }
    }
    if (open.length === 0 && hasRoot) fail('documents may contain only one root.', start)
    hasRoot = true
    handler.open(tag, origin + start, origin + end)
    if (tag.isEmpty) handler.close(origin + end)
    else open.push(tag.name)
    return end
  }

  const checkCharacters = (start: number, end: number): string => {
    const raw = buffer.slice(start, end)
    const illegal = illegalAt(raw)
    if (illegal >= 0) fail('disallowed character.', start + illegal)
    return raw
  }

  /** The end of what a mark ends, its characters checked, or -1. */
  const upTo = (mark: string, start: number, from: number): number => {
    const at = buffer.indexOf(mark, from)
    if (at < 0) return -1
    checkCharacters(start, at)
    return at + mark.length
  }

  const comment = (start: number): number => {
    const end = upTo('--', start, start + 4)
    if (end < 0 || (end === buffer.length && !isLast)) return -1
    if (buffer[end] !== '>') fail('malformed comment.', end)
    return end + 1
  }

  const cdata = (start: number): number => {
    if (open.length === 0) fail('text data outside of root node.', start)
    const end = upTo(']]>', start, start + 9)
    if (end < 0) return -1
    handler.text(buffer.slice(start + 9, end - 3).replace(/\r\n?/g, '\n'))
    return end
  }

  const instruction = (start: number): number => {
    const end = upTo('?>', start, start + 2)
    if (end < 0) return -1
    const target = /^<\?([^\s?]*)(?=[ \t\r\n?])/.exec(buffer.slice(start, end))?.[1] ?? ''
    if (!isName(target)) fail('disallowed character in processing instruction name.', start)
    if (target.toLowerCase() !== 'xml') return end
    if (origin + start !== beginning) fail('an XML declaration must be at the start of the document.', start)
    if (!DECLARATION.test(buffer.slice(start, end))) fail('XML declaration is malformed.', start)
    return end
  }

  const doctype = (start: number): number => {
    if (hasDoctype || hasRoot) fail('inappropriately located doctype declaration.', start)
    const end = doctypeEnd(buffer, start + 9, fail)
    if (end < 0) return -1
    checkCharacters(start, end)
    hasDoctype = true
    return end
  }

  const exclamation = (start: number): number => {
    const rest = buffer.slice(start, start + 9)
    if (rest.startsWith('<!--')) return comment(start)
    if (rest === '<![CDATA[') return cdata(start)
    if (rest === '<!DOCTYPE') return doctype(start)
    if (['<!--', '<![CDATA[', '<!DOCTYPE'].some((mark) => mark.startsWith(rest))) return -1
    return fail('incorrect syntax.', start)
  }

  const markup = (start: number): number => {
    const code = buffer.charCodeAt(start + 1)
    if (code === 0x2f) return closingTag(start)
    if (code === 0x21) return exclamation(start)
    if (code === 0x3f) return instruction(start)
    return start + 1 === buffer.length ? -1 : openingTag(start)
  }

  const scan = (): void => {
    fresh = 0
    let at = origin === base && buffer.charCodeAt(0) === 0xfeff ? 1 : 0
    beginning += at
    while (at < buffer.length) {
      const next = buffer.charCodeAt(at) === LESS ? markup(at) : text(at)
      if (next < 0) break
      at = next
    }
    if (buffer.length - at > LONGEST) fail('a text, comment or tag is too long', at)
    buffer = buffer.slice(at)
    origin += at
  }

  return {
    write(piece) {
      buffer += piece
      fresh += piece.length
      // What is not whole yet is scanned again when twice as much is there: in linear time.
      if (fresh * 2 >= buffer.length) scan()
    },
    end() {
      isLast = true
      scan()
      if (buffer !== '') fail('unexpected end.', buffer.length)
      if (open.length > 0) fail(`unclosed tag: ${open.at(-1)}`, 0)
      if (!hasRoot) fail('document must contain a root element.', 0)
    }
  }
}

function reference(name: string, isComplete: boolean): string | undefined {
  return isComplete ? resolveReference(name) : undefined
}

function problemOf(name: string): string {
  if (name.startsWith('#')) return 'malformed character entity.'
  return isName(name) ? 'undefined entity.' : 'disallowed character in entity name.'
}
