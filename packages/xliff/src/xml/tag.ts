import {isName, isSpace, mayBeginName, mayBeInName} from './characters.ts'

/** An opening tag. Tags that are written alike share one object. */
export interface Tag {
  readonly name: string
  /** By name as written; without a prototype, so that `constructor` and the like are names as any other. */
  readonly attributes: Readonly<Record<string, string>>
  /** Whether the tag closes itself. */
  readonly isEmpty: boolean
  /** Whether it declares a namespace. */
  readonly declares: boolean
}

/** What is wrong with an XML text, and where: an offset in UTF-16 code units. */
export class Malformed extends Error {
  readonly offset: number

  constructor(reason: string, offset: number) {
    super(reason)
    this.offset = offset
  }
}

/** Throw for a reason, at an offset in the text. */
export type Fail = (reason: string, at: number) => never

interface Means {
  /** The value of an attribute, given as it is written and where. */
  readonly unescape: (raw: string, at: number) => string
  readonly fail: Fail
}

interface Draft {
  name: string
  attributes: Record<string, string>
  isEmpty: boolean
  declares: boolean
}

/** V8 finds attributes faster in objects made so than in those of `Object.create(null)`. */
const Attributes = function () {} as unknown as new () => Record<string, string>
Attributes.prototype = Object.create(null)

const [SLASH, EQUAL, GREATER, DOUBLE, SINGLE] = [0x2f, 0x3d, 0x3e, 0x22, 0x27]

/**
 * Read the opening tag that begins at an offset (productions 40, 41 and 44 of XML 1.0).
 *
 * @returns
 *   The tag and the offset behind it; undefined where the text ends first.
 */
export function readTag(text: string, start: number, means: Means): {tag: Tag; end: number} | undefined {
  const {fail} = means
  let at = nameEnd(text, start + 1, 'disallowed character in tag name', fail)
  const tag: Draft = {
    name: text.slice(start + 1, at),
    attributes: new Attributes(),
    isEmpty: false,
    declares: false
  }
  for (;;) {
    const from = at
    at = skipSpaces(text, at)
    const code = text.charCodeAt(at)
    if (code === GREATER) return {tag, end: at + 1}
    if (code === SLASH) {
      if (at + 1 === text.length) return undefined
      if (text.charCodeAt(at + 1) !== GREATER) fail('forward-slash in opening tag not followed by >.', at + 1)
      tag.isEmpty = true
      return {tag, end: at + 2}
    }
    if (at === text.length) return undefined
    if (at === from) fail('no whitespace between attributes.', at)
    at = readAttribute(text, at, tag, means)
    if (at < 0) return undefined
  }
}

/** @returns The offset behind the attribute, or -1 where the text ends first. */
function readAttribute(text: string, start: number, tag: Draft, {unescape, fail}: Means): number {
  let at = nameEnd(text, start, 'disallowed character in attribute name.', fail)
  const name = text.slice(start, at)
  at = skipSpaces(text, at)
  if (at === text.length) return -1
  if (text.charCodeAt(at) !== EQUAL) fail('attribute without value.', at)
  at = skipSpaces(text, at + 1)
  if (at === text.length) return -1
  const quote = text.charCodeAt(at)
  if (quote !== DOUBLE && quote !== SINGLE) fail('unquoted attribute value.', at)
  const from = at + 1
  let isPlain = true
  let code = text.charCodeAt(++at)
  while (code !== quote && at < text.length) {
    // References, `<`, white space other than blanks, and characters that XML may not hold.
    if (code < 0x20 || code === 0x26 || code === 0x3c || code >= 0xd800) isPlain = false
    code = text.charCodeAt(++at)
  }
  if (at === text.length) return -1
  if (name in tag.attributes) fail(`duplicate attribute: ${name}.`, start)
  const raw = text.slice(from, at)
  tag.attributes[name] = isPlain ? raw : unescape(raw, from)
  if (name.startsWith('xmlns')) tag.declares = true
  return at + 1
}

/** The end of the name that begins at an offset. */
function nameEnd(text: string, start: number, reason: string, fail: Fail): number {
  let at = start
  let code = text.charCodeAt(at)
  if (!mayBeginName(code)) fail(reason, at)
  let isPlain = true
  while (mayBeInName(code)) {
    if (code >= 128) isPlain = false
    code = text.charCodeAt(++at)
  }
  if (!isPlain && at < text.length && !isName(text.slice(start, at))) fail(reason, start)
  return at
}

function skipSpaces(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at++
  return at
}
