import type {Flavour} from '../rules/rules.ts'
import {parseClass} from './classes.ts'
import {applyFlags, type Cursor, cursorOn, fail, nested, peek, skipComments, take, takeIf} from './cursor.ts'
import {assertionEscapes, readEscape} from './escapes.ts'
import {literal} from './letters.ts'

export {RegexError} from './cursor.ts'

/** How an expression is going to be used. */
export interface ConvertOptions {
  readonly flavour: Flavour
  /** Whether it stands in a look-behind, which JavaScript reads from right to left. */
  readonly behind?: boolean
  /** Begins the names of groups, so that several expressions fit into one. */
  readonly prefix?: string
}

/** A piece of converted expression; `single` matches exactly one character, `assertion` none. */
interface Atom {
  readonly source: string
  readonly kind: 'single' | 'group' | 'assertion'
}

/**
 * Convert an expression of ICU or Java to one of JavaScript, for the flag `v` and no other.
 *
 * Inline flags are worked into the expression, since older engines cannot switch them inside one. Groups that no
 * back reference needs become non-capturing.
 *
 * @throws {RegexError}
 *   The expression is not valid in its flavour or has no counterpart.
 */
export function convert(source: string, {flavour, behind = false, prefix = 'g'}: ConvertOptions): string {
  const references = /\\[1-9]|\\k</.test(source.replaceAll(/\\[^1-9k]/g, ''))
  if (references && behind) fail('a back reference before the boundary')
  const cursor = cursorOn(source, {flavour, behind, prefix: references ? prefix : undefined})
  const result = readAlternatives(cursor)
  if (cursor.index < source.length) fail('a closing parenthesis too many')
  if (cursor.referred > cursor.groups) fail('a reference to no group')
  return result
}

/** Alternatives up to the end or a closing parenthesis, which stays; flags set inside end with them. */
function readAlternatives(cursor: Cursor): string {
  const flags = cursor.flags
  let result = ''
  while (cursor.index < cursor.source.length && peek(cursor) !== ')') {
    if (takeIf(cursor, '|')) result += '|'
    else result += readPlain(cursor) || readQuantified(cursor)
  }
  cursor.flags = flags
  return result
}

const PLAIN = /[A-Za-z0-9 À-ɏΑ-ω\u0410-\u044F'’",;:!-]{2,}(?![*+?{])/y

/** Text that stands for itself whole, a short way through long lists of words. */
function readPlain(cursor: Cursor): string {
  if (/[ix]/.test(cursor.flags)) return ''
  PLAIN.lastIndex = cursor.index
  const text = PLAIN.exec(cursor.source)?.[0] ?? ''
  cursor.index += text.length
  return text
}

function readQuantified(cursor: Cursor): string {
  if (skipComments(cursor)) return ''
  const atom = readAtom(cursor)
  while (skipComments(cursor));
  return atom && quantify(atom, cursor)
}

const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})/y

function quantify(atom: Atom, cursor: Cursor): string {
  QUANTIFIER.lastIndex = cursor.index
  const count = QUANTIFIER.exec(cursor.source)?.[0]
  if (!count) return atom.source
  cursor.index += count.length
  const [, from, to] = /^\{(\d+),(\d+)\}$/.exec(count) ?? []
  if (from && to && BigInt(from) > BigInt(to)) fail('a count that runs backwards')
  const body = atom.kind === 'assertion' ? `(?:${atom.source})` : atom.source
  if (takeIf(cursor, '?')) return `${body}${count}?`
  if (takeIf(cursor, '+')) return possessive({...atom, source: body}, count, cursor)
  return body + count
}

/** A count that gives nothing back: for one character and no upper end, that none more may follow. */
function possessive({source, kind}: Atom, count: string, cursor: Cursor): string {
  if (kind === 'single' && /^(?:[*+]|\{\d+,\})$/.test(count)) return `(?:${source}${count}(?!${source}))`
  if (kind === 'single' && count === '?') return `(?:${source}|(?!${source}))`
  if (kind === 'single' && !count.includes(',')) return source + count
  return atomic(source + count, cursor)
}

/** JavaScript has no atomic groups; a look-ahead that captures, then what it captured, does the same. */
function atomic(source: string, cursor: Cursor): string {
  if (cursor.behind) fail('an atomic group or possessive count before the boundary')
  const name = `a${cursor.prefix ?? 'g'}${cursor.index}`
  return `(?:(?=(?<${name}>${source}))\\k<${name}>)`
}

function readAtom(cursor: Cursor): Atom | '' {
  const char = take(cursor)
  switch (char) {
    case '(':
      return readGroup(cursor)
    case '[':
      return {source: parseClass(cursor), kind: 'single'}
    case '\\':
      return readBackslash(cursor)
    case '.':
      return {source: cursor.flags.includes('s') ? '[^]' : '[^\\n\\r\\x85\\u2028\\u2029]', kind: 'single'}
    case '^':
      return {source: cursor.flags.includes('m') ? assertionEscapes.lineStart : '^', kind: 'assertion'}
    case '$':
      return {
        source: cursor.flags.includes('m') ? assertionEscapes.lineEnd : assertionEscapes.Z,
        kind: 'assertion'
      }
    case '*':
    case '+':
    case '?':
    case '{':
      return fail(`nothing for ${char} to repeat`)
    default:
      return {source: literal(char, cursor), kind: 'single'}
  }
}

function readBackslash(cursor: Cursor): Atom | '' {
  const next = peek(cursor)
  if (next === 'Q') return readQuotation(cursor)
  if (next === 'k') return readNamedReference(cursor)
  return /[1-9]/.test(next) ? referTo(Number(take(cursor)), cursor) : readEscape(cursor)
}

function readNamedReference(cursor: Cursor): Atom {
  const name = /^k<(\w+)>/.exec(cursor.source.slice(cursor.index))
  const number = name ? cursor.names.get(name[1]!) : undefined
  if (!name || number === undefined) return fail('a reference to no group')
  cursor.index += name[0].length
  return referTo(number, cursor)
}

function referTo(number: number, cursor: Cursor): Atom {
  cursor.referred = Math.max(cursor.referred, number)
  return {source: `\\k<${cursor.prefix}${number}>`, kind: 'group'}
}

/** Text between `\Q` and `\E` stands for itself; a count after it counts its last character. */
function readQuotation(cursor: Cursor): Atom | '' {
  const from = cursor.index + 1
  const to = cursor.source.indexOf('\\E', from)
  const text = cursor.source.slice(from, to < 0 ? undefined : to)
  cursor.index = to < 0 ? cursor.source.length : to + 2
  const characters = Array.from(text, (char) => literal(char, cursor))
  const last = characters.pop()
  if (last === undefined) return ''
  return characters.length === 0
    ? {source: last, kind: 'single'}
    : {source: characters.join('') + quantify({source: last, kind: 'single'}, cursor), kind: 'group'}
}

const HEAD =
  /\?(?:(?<look><?[=!])|(?<atomic>>)|<(?<name>[A-Za-z]\w*)>|(?<flags>[a-zA-Z]*(?:-[a-zA-Z]+)?)(?<end>[:)])|#[^)]*(?<comment>\)))/y

function readGroup(cursor: Cursor): Atom | '' {
  if (peek(cursor) !== '?') return closeGroup(captureHead(cursor, undefined), cursor, 'group')
  HEAD.lastIndex = cursor.index
  const match = HEAD.exec(cursor.source)
  const {
    look,
    atomic: isAtomic,
    name,
    flags,
    end,
    comment
  } = match?.groups ?? fail('an unknown kind of group')
  cursor.index = HEAD.lastIndex
  if (comment) return ''
  if (look) return closeGroup(`(?${look}`, cursor, 'assertion')
  if (name) return closeGroup(captureHead(cursor, name), cursor, 'group')
  if (isAtomic) return {source: atomic(closeGroup('(?:', cursor, 'group').source, cursor), kind: 'group'}
  const before = cursor.flags
  cursor.flags = applyFlags(before, flags ?? '')
  if (end === ')') return ''
  const group = closeGroup('(?:', cursor, 'group')
  cursor.flags = before
  return group
}

function captureHead(cursor: Cursor, name: string | undefined): string {
  const number = ++cursor.groups
  if (name) cursor.names.set(name, number)
  return cursor.prefix ? `(?<${cursor.prefix}${number}>` : '(?:'
}

function closeGroup(head: string, cursor: Cursor, kind: Atom['kind']): Atom {
  const body = nested(cursor, readAlternatives)
  if (!takeIf(cursor, ')')) fail('a parenthesis that is not closed')
  return {source: `${head}${body})`, kind}
}
