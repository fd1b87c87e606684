import type {Diagnostic} from '../diagnostics/diagnostic.ts'
import {excerptOf} from './content.ts'
import {withinLimit} from './limit.ts'

/** What is known of a regular expression. */
interface Known {
  /** The same expression with the flag `g`. */
  readonly everywhere: RegExp
  /** How many of its parts may match in more than one way; infinite if one of them repeats another. */
  readonly ways: number
  /** Texts on which it took too long, so that each is tried once. */
  readonly slow: Set<string>
}

const expressions = new WeakMap<RegExp, Known>()

/** Fewer steps than this run without a limit, for setting one costs a fifth of a millisecond. */
const FEW = 10_000_000

/**
 * All matches in a text of an expression from a configuration; undefined if that takes too long.
 *
 * Some expressions never end: `(a+)+$` tries each way to divide the letters. An expression that may need many steps
 * runs under a limit, one second at first, and less once it took too long on several texts.
 */
export function matchesOf(pattern: RegExp, text: string): ReadonlyArray<RegExpExecArray> | undefined {
  const known = expressions.get(pattern) ?? examine(pattern)
  expressions.set(pattern, known)
  const {everywhere, ways, slow} = known
  if (text.length ** (ways + 1) <= FEW) return [...text.matchAll(everywhere)]
  if (slow.has(text)) return undefined
  let found: RegExpExecArray[] | undefined
  withinLimit(() => (found = [...text.matchAll(everywhere)]), limitOf(slow.size))
  if (!found) slow.add(text)
  return found
}

/** Milliseconds for one text; fewer the more texts it took too long on. */
function limitOf(slow: number): number {
  if (slow < 3) return 1000
  return slow < 30 ? 100 : 10
}

function examine(pattern: RegExp): Known {
  const everywhere = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}g`)
  return {everywhere, ways: waysOf(pattern), slow: new Set()}
}

const MOST_WAYS = 6

/** How many parts of an expression may match in more than one way; rather too many than too few. */
function waysOf({source, flags}: RegExp): number {
  const bare = source
    .replace(/\\[^]/g, (escape) => (/[1-9k]/.test(escape) ? '\u0000' : 'a'))
    .replace(/\[[^\]]*\]/g, 'a')
    .replace(/\(\?(?:<?[=!]|:|<\w+>)/g, '(')
    .replace(/([*+?}])\?/g, '$1')
  // References back, repeated groups, and classes in classes.
  if (/\u0000|\)[*+{]/.test(bare) || flags.includes('v')) return Infinity
  const branches = bare.includes('(') ? [bare] : bare.split('|')
  const ways = Math.max(...branches.map((branch) => branch.match(/[*+?|]|\{/g)?.length ?? 0))
  return ways > MOST_WAYS ? Infinity : ways
}

/** The diagnostic for an expression that took too long on a text. */
export function slowExpression(pattern: RegExp, text: string, path: string): Diagnostic {
  const args = {pattern: String(pattern), text: excerptOf([text])}
  return {id: 'protect-too-slow', level: 'warning', path, args}
}
