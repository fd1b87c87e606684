import {convert} from './regex/convert.ts'
import type {Flavour, Rule} from './rules.ts'

/** A rule as pieces of an expression of JavaScript, for the flag `v`. */
export interface Expression {
  /** What precedes. */
  readonly behind: string
  /** What follows. */
  readonly ahead: string
  /** A class that what follows begins with; empty where that cannot be told. */
  readonly first: string
}

/**
 * Convert a rule.
 *
 * @param prefix
 *   Begins the names of groups; different for rules that are joined.
 * @throws {RegexError}
 *   The rule has no counterpart in JavaScript.
 */
export function expressionOf({before, after}: Rule, flavour: Flavour, prefix = 'g'): Expression {
  const ahead = convertOnce(after, flavour, false, prefix)
  return {ahead, behind: convertOnce(before, flavour, true, prefix), first: firstClass(ahead)}
}

const converted = new Map<string, string>()

/** Rules of one language share most of what they look at; only named groups make a conversion differ. */
function convertOnce(source: string, flavour: Flavour, behind: boolean, prefix: string): string {
  const key = `${flavour} ${behind} ${source}`
  const known = converted.get(key)
  if (known !== undefined) return known
  const result = convert(source, {flavour, behind, prefix})
  if (!result.includes(prefix)) converted.set(key, result)
  return result
}

/**
 * The expression that matches, without length, at positions where a rule does.
 *
 * What follows nearly always begins with white space: that settles most positions at once, so it is tested first,
 * then what precedes, and the rest of what follows last.
 */
export function sourceOf({ahead, behind, first}: Expression): string {
  const rest = ahead === first ? '' : ahead
  return (first && `(?=${first})`) + (behind && `(?<=${behind})`) + (rest && `(?=${rest})`)
}

/**
 * An expression that is quicker to compile and to run than the rules together, and matches wherever one of them does
 * and at few other places.
 *
 * Lists of words that begin sentences are long; what precedes them and a space says enough. Rules that want the same
 * character next ask for it once.
 */
export function hintOf(expressions: ReadonlyArray<Expression>): string {
  const groups = new Map<string, Set<string>>()
  for (const expression of expressions) {
    const {behind, first} = expression
    const key = behind ? first : ''
    const group = groups.get(key) ?? new Set()
    groups.set(key, group.add(key ? behind : sourceOf(expression)))
  }
  return [...groups]
    .map(([first, group]) => (first ? `(?=${first})(?<=${[...group].join('|')})` : [...group].join('|')))
    .join('|')
}

/** The class that an expression begins with and needs, or nothing. */
function firstClass(source: string): string {
  // What a class leaves out is seldom met, so such a class settles nothing.
  if (!source.startsWith('[') || source.startsWith('[^')) return ''
  let depth = 0
  for (let index = 0; index < source.length; index++) {
    if (source[index] === '\\') index++
    else if (source[index] === '[') depth++
    else if (source[index] === ']' && --depth === 0) {
      const rest = source.slice(index + 1)
      // An alternative beside it, or a count from none, would do without.
      return /^(?:[*?]|\{0)/.test(rest) || hasAlternative(rest) ? '' : source.slice(0, index + 1)
    }
  }
  return ''
}

/** Whether a bar stands outside of groups and classes. */
function hasAlternative(source: string): boolean {
  let depth = 0
  for (let index = 0; index < source.length; index++) {
    const char = source[index]!
    if (char === '\\') index++
    else if ('([{'.includes(char)) depth++
    else if (')]}'.includes(char)) depth--
    else if (char === '|' && depth === 0) return true
  }
  return false
}
