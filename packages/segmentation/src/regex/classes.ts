import {type Cursor, fail, nested, peek, skipComments, take, takeIf} from './cursor.ts'
import {readCharacterEscape, readSetEscape} from './escapes.ts'
import {caseVariants, escapeInClass} from './letters.ts'
import {property} from './properties.ts'

/**
 * Read a class from after its opening bracket to after its closing one.
 *
 * Union, `&&` and nested classes are common to both flavours; ICU adds `--`, and `&` and `-` between sets
 * (Unicode Technical Standard 18, section 1.3).
 */
export function parseClass(cursor: Cursor): string {
  SIMPLE.lastIndex = cursor.index
  const text = SIMPLE.exec(cursor.source)?.[0]
  if (text === undefined) return readClass(cursor)
  const key = `${cursor.flavour} ${cursor.flags} ${text}`
  const found = known.get(key)
  if (found === undefined) {
    const parsed = readClass(cursor)
    if (known.size > MOST_KNOWN) known.clear()
    known.set(key, parsed)
    return parsed
  }
  cursor.index += text.length
  return found
}

/** A class without another inside, from after its opening bracket. */
const SIMPLE = /(?:\^?[^[\]\\^]|\\[^Q])(?:[^[\]\\]|\\[^Q])*\]/y

/** Classes converted before: rules repeat a few of them hundreds of times. */
const known = new Map<string, string>()
const MOST_KNOWN = 1000

function readClass(cursor: Cursor): string {
  const negated = takeIf(cursor, '^')
  let result = readUnion(cursor, {isFirst: true})
  for (;;) {
    if (takeIf(cursor, ']')) return negated ? `[^${result}]` : `[${result}]`
    const operator = readOperator(cursor)
    const right = readUnion(cursor, {isFirst: false})
    // An empty side is no restriction: Java reads `[a&&]` as `[a]`.
    if (right !== '') result = `[[${result}]${operator}[${right}]]`
  }
}

function readOperator(cursor: Cursor): '&&' | '--' {
  if (takeIf(cursor, '&&') || takeIf(cursor, '&')) return '&&'
  if (takeIf(cursor, '--') || takeIf(cursor, '-')) return '--'
  return fail('a class that is not closed')
}

function readUnion(cursor: Cursor, {isFirst}: {isFirst: boolean}): string {
  let result = ''
  let afterSet = false
  // A bracket that comes first stands for itself.
  if (isFirst && cursor.flavour === 'icu' && peek(cursor) === ']') fail('an empty class')
  for (;;) {
    if (cursor.flavour === 'java' && skipComments(cursor)) continue
    const char = peek(cursor)
    if (char === '') return fail('a class that is not closed')
    if (char === ']' && !(isFirst && result === '' && cursor.flavour === 'java')) return result
    if (isOperator(cursor, afterSet)) return result
    const set = readSet(cursor)
    afterSet = set !== undefined
    result += set ?? readRange(cursor)
  }
}

function isOperator({source, index, flavour}: Cursor, afterSet: boolean): boolean {
  if (source.startsWith('&&', index)) return true
  if (flavour === 'java') return false
  if (source.startsWith('--', index)) return true
  return afterSet && (source.startsWith('-[', index) || source.startsWith('&[', index))
}

/** A nested class, a POSIX class or a set escape; nothing where a character stands. */
function readSet(cursor: Cursor): string | undefined {
  const posix = /^\[:(\^?)([\w= -]+):\]/.exec(cursor.source.slice(cursor.index, cursor.index + 60))
  if (posix && cursor.flavour === 'icu') {
    cursor.index += posix[0].length
    return property(posix[2]!, cursor, {negated: posix[1] === '^'})
  }
  if (takeIf(cursor, '[')) return nested(cursor, parseClass)
  if (peek(cursor) !== '\\') return undefined
  take(cursor)
  if (takeIf(cursor, 'Q')) return readQuoted(cursor)
  const set = readSetEscape(cursor)
  if (set === undefined) cursor.index--
  return set
}

function readQuoted(cursor: Cursor): string {
  const to = cursor.source.indexOf('\\E', cursor.index)
  if (to < 0) fail('a quotation without end')
  const text = cursor.source.slice(cursor.index, to)
  cursor.index = to + 2
  return Array.from(text, (char) => caseVariants(char, cursor).map(escapeInClass).join('')).join('')
}

function readRange(cursor: Cursor): string {
  const from = readCharacter(cursor)
  const {source, index} = cursor
  const next = source[index + 1]
  if (
    source[index] !== '-' ||
    next === ']' ||
    next === undefined ||
    next === '[' ||
    source.startsWith('--', index)
  ) {
    return caseVariants(from, cursor).map(escapeInClass).join('')
  }
  take(cursor)
  const to = readCharacter(cursor)
  if (to.codePointAt(0)! < from.codePointAt(0)!) fail('a range that runs backwards')
  return `${escapeInClass(from)}-${escapeInClass(to)}${rangeVariants(from, to, cursor)}`
}

function readCharacter(cursor: Cursor): string {
  const char = take(cursor)
  return char === '\\' ? readCharacterEscape(cursor) : char
}

/** Longest range whose letters are folded one by one; longer ones hold both cases anyway. */
const LONGEST_RANGE = 2000

function rangeVariants(from: string, to: string, cursor: Cursor): string {
  const first = from.codePointAt(0)!
  const last = to.codePointAt(0)!
  if (!cursor.flags.includes('i') || last - first > LONGEST_RANGE) return ''
  const variants = new Set<string>()
  for (let point = first; point <= last; point++) {
    for (const variant of caseVariants(String.fromCodePoint(point), cursor)) {
      const code = variant.codePointAt(0)!
      if (code < first || code > last) variants.add(variant)
    }
  }
  return [...variants].map(escapeInClass).join('')
}
