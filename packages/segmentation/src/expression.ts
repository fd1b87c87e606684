import {classOf, edgesOf} from './edges.ts'
import {convert} from './regex/convert.ts'
import type {Flavour, Rule} from './rules/rules.ts'

/** A rule as pieces of an expression of JavaScript, for the flag `v`. */
export interface Expression {
  /** What precedes. */
  readonly behind: string
  /** What follows. */
  readonly ahead: string
  /** A class that what precedes ends with; empty where that cannot be told, or nothing need precede. */
  readonly last: string
  /** A class that what follows begins with, likewise. */
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
  const ahead = convertOnce(after, {flavour, behind: false, prefix})
  const behind = convertOnce(before, {flavour, behind: true, prefix})
  return {ahead, behind, first: classAt(ahead, 'first'), last: classAt(behind, 'last')}
}

const converted = new Map<string, string>()

/** Rules of one language share most of what they look at; only named groups make a conversion differ. */
function convertOnce(
  source: string,
  {flavour, behind, prefix}: {flavour: Flavour; behind: boolean; prefix: string}
): string {
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
 * Most positions fail, so the shorter side is tested first. Where that is what precedes, a character of what follows
 * comes before it: white space, nearly always, which settles most positions at once.
 */
export function sourceOf({ahead, behind, first}: Expression): string {
  const before = behind && `(?<=${behind})`
  if (ahead.length < behind.length) return `(?=${ahead})${before}`
  const rest = ahead === first ? '' : ahead
  return (first && `(?=${first})`) + before + (rest && `(?=${rest})`)
}

/**
 * An expression that is quicker to compile and to run than the rules together, and matches, without length, wherever
 * one of them does and at few other places.
 *
 * One look at the character before settles nearly all. Then comes what precedes, the shortest first, for most breaks are
 * of the simplest kind. Lists of words that begin sentences are long, and a space is enough of them.
 */
export function hintOf(expressions: ReadonlyArray<Expression>): string {
  const groups = new Map<string, Set<string>>()
  for (const {ahead, behind, first} of expressions) {
    const key = first || ahead
    groups.set(key, (groups.get(key) ?? new Set()).add(behind))
  }
  const lasts = new Set(expressions.map(({last}) => last))
  const last = lasts.has('') ? '' : `(?<=[${[...lasts].join('')}])`
  const sides = [...groups].map(([first, befores]) => `(?=${first})(?<=${shortestFirst(befores).join('|')})`)
  return `${last}(?:${sides.join('|')})`
}

function shortestFirst(sources: Iterable<string>): string[] {
  return [...sources].sort((a, b) => a.length - b.length)
}

const classes = new Map<string, string>()

/** A class that every match of an expression begins or ends with. */
function classAt(source: string, side: 'first' | 'last'): string {
  const key = `${side} ${source}`
  const known = classes.get(key)
  if (known !== undefined) return known
  const {[side]: members, empty} = edgesOf(source)
  const result = empty ? '' : classOf(members)
  classes.set(key, result)
  return result
}
