import type {Diagnostic} from '../diagnostics/diagnostic.ts'
import {excerptOf} from './content.ts'
import {withinLimit} from './limit.ts'

/** What is known of an expression. */
interface Known {
  /** The same, to find all that matches. */
  readonly everywhere: RegExp
  /** How many of its parts may match in more than one way; infinite where one of them repeats another. */
  readonly ways: number
  /** Texts on which it took too long: each is waited for once. */
  readonly slow: Set<string>
}

const expressions = new WeakMap<RegExp, Known>()

/** Steps that are not worth a limit, which costs a fifth of a millisecond to set. */
const FEW = 10_000_000

/**
 * All that an expression from a configuration matches in a text; undefined where that takes too long.
 *
 * An expression can take longer than anyone lives: `(a+)+$` tries each way to divide the letters. Where steps may be many
 * it runs under a limit, which is one second at first, and shorter for one that took too long on several texts.
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

/** Milliseconds for one text, by on how many the expression took too long. */
function limitOf(slow: number): number {
  if (slow < 3) return 1000
  return slow < 30 ? 100 : 10
}

function examine(pattern: RegExp): Known {
  const everywhere = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}g`)
  return {everywhere, ways: waysOf(pattern), slow: new Set()}
}

const MOST_WAYS = 6

/** How many parts of an expression may match in more than one way, or rather more than fewer. */
function waysOf({source, flags}: RegExp): number {
  const bare = source
    .replace(/\\[^]/g, (escape) => (/[1-9k]/.test(escape) ? '\u0000' : 'a'))
    .replace(/\[[^\]]*\]/g, 'a')
    .replace(/\(\?(?:<?[=!]|:|<\w+>)/g, '(')
    .replace(/([*+?}])\?/g, '$1')
  // References back, groups that repeat, and classes in classes.
  if (/\u0000|\)[*+{]/.test(bare) || flags.includes('v')) return Infinity
  const branches = bare.includes('(') ? [bare] : bare.split('|')
  const ways = Math.max(...branches.map((branch) => branch.match(/[*+?|]|\{/g)?.length ?? 0))
  return ways > MOST_WAYS ? Infinity : ways
}

/** What to say of an expression that took too long on a text. */
export function slowExpression(pattern: RegExp, text: string, path: string): Diagnostic {
  const args = {pattern: String(pattern), text: excerptOf([text])}
  return {id: 'protect-too-slow', level: 'warning', path, args}
}
