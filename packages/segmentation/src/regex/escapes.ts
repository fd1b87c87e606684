import {type Cursor, fail, peek, take} from './cursor.ts'
import {literal} from './letters.ts'
import {property} from './properties.ts'

const LINE_END = '[\\n\\v\\f\\r\\x85\\u2028\\u2029]'

/** Separators and controls that space; ranges, for a property costs an expression 50 µs. */
const WHITE_SPACE = '[\\t-\\r\\x20\\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]'

/** Assertions written with the flags and escapes of ICU and Java. */
export const assertionEscapes = {
  lineStart: '(?:^|(?<=[\\n\\r\\x85\\u2028\\u2029])(?<!\\r(?=\\n)))',
  lineEnd: '(?:$|(?=[\\n\\r\\x85\\u2028\\u2029])(?<!\\r(?=\\n)))',
  /** The end, or before a line end that is last. */
  Z: '(?=(?:\\r\\n|[\\n\\r\\x85\\u2028\\u2029])?$)',
  A: '^',
  z: '$'
} as const

/** Read what follows a backslash outside a class. */
export function readEscape(cursor: Cursor): {source: string; kind: 'single' | 'group' | 'assertion'} {
  const letter = peek(cursor)
  if (letter === 'b' || letter === 'B') {
    take(cursor)
    return {source: wordBoundary(letter, wordClass(cursor, 'boundary')), kind: 'assertion'}
  }
  if (letter === 'A' || letter === 'z' || letter === 'Z') {
    take(cursor)
    return {source: assertionEscapes[letter], kind: 'assertion'}
  }
  if (letter === 'R') {
    take(cursor)
    return {source: `(?:\\r\\n|${LINE_END})`, kind: 'group'}
  }
  const set = readSetEscape(cursor)
  return {source: set ?? literal(readCharacterEscape(cursor), cursor), kind: 'single'}
}

/** Read an escape that stands for a set of characters, as something that may stand in a class; else nothing. */
export function readSetEscape(cursor: Cursor): string | undefined {
  const letter = peek(cursor)
  if (letter === 'p' || letter === 'P') {
    take(cursor)
    return property(readName(cursor), cursor, {negated: letter === 'P'})
  }
  const set = setOf(letter.toLowerCase(), cursor)
  if (set === undefined) return undefined
  take(cursor)
  return letter === letter.toLowerCase() ? set : `[^${set}]`
}

function setOf(letter: string, cursor: Cursor): string | undefined {
  const unicode = cursor.flavour === 'icu' || cursor.flags.includes('U')
  switch (letter) {
    case 'd':
      return unicode ? '\\p{Nd}' : '[0-9]'
    case 's':
      // Java leaves the no-break spaces out, which decides whether « fait. » is one sentence.
      return unicode ? WHITE_SPACE : '[ \\t\\n\\v\\f\\r]'
    case 'w':
      return wordClass(cursor, 'class')
    case 'h':
      return '[\\t\\p{Zs}]'
    case 'v':
      return LINE_END
    default:
      return undefined
  }
}

/** Characters of words; Java's `\b` knows all letters although its `\w` does not. */
function wordClass({flavour, flags}: Cursor, use: 'boundary' | 'class'): string {
  if (flavour === 'icu' || flags.includes('U')) {
    return '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]'
  }
  return use === 'boundary' ? '[\\p{L}\\p{Nd}_]' : '[A-Za-z0-9_]'
}

function wordBoundary(letter: 'b' | 'B', word: string): string {
  return letter === 'b'
    ? `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`
    : `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`
}

function readName(cursor: Cursor): string {
  if (peek(cursor) !== '{') return take(cursor)
  const end = cursor.source.indexOf('}', cursor.index)
  if (end < 0) fail('a property without end')
  const name = cursor.source.slice(cursor.index + 1, end)
  cursor.index = end + 1
  return name
}

const CONTROLS: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  a: '\u0007',
  e: '\u001B'
}

const CODES: ReadonlyArray<readonly [RegExp, number]> = [
  [/^x\{([0-9A-Fa-f]+)\}/, 16],
  [/^x([0-9A-Fa-f]{2})/, 16],
  [/^u\{([0-9A-Fa-f]+)\}/, 16],
  [/^u([0-9A-Fa-f]{4})/, 16],
  [/^U([0-9A-Fa-f]{8})/, 16],
  [/^0([0-3]?[0-7]{1,2})/, 8]
]

/** Read an escape that stands for one character. */
export function readCharacterEscape(cursor: Cursor): string {
  const rest = cursor.source.slice(cursor.index, cursor.index + 12)
  for (const [pattern, radix] of CODES) {
    const match = pattern.exec(rest)
    if (!match) continue
    cursor.index += match[0].length
    return joinSurrogates(parseInt(match[1]!, radix), cursor)
  }
  const letter = take(cursor)
  if (letter in CONTROLS) return CONTROLS[letter]!
  if (letter === 'c') return String.fromCodePoint(take(cursor).codePointAt(0)! ^ 64)
  if (/[A-Za-z0-9]/.test(letter)) fail(`the escape \\${letter}`)
  return letter
}

/** Two escapes for the halves of a surrogate pair are one character. */
function joinSurrogates(code: number, cursor: Cursor): string {
  if (code > 0x10_ff_ff) fail('a code point too large')
  const low = /^\\u(D[C-F][0-9A-F]{2})/i.exec(cursor.source.slice(cursor.index, cursor.index + 6))
  if (code < 0xd8_00 || code > 0xdb_ff || !low) return String.fromCodePoint(code)
  cursor.index += 6
  return String.fromCharCode(code, parseInt(low[1]!, 16))
}
