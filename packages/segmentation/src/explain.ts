import type {Content, Diagnostic} from '@passerelle/model'
import type {NamedRule, Program} from './compile.ts'
import {expressionOf, sourceOf} from './expression.ts'
import {defaultRules} from './rules/defaults.ts'
import {runBounded} from './find.ts'
import {flatten} from './flatten.ts'
import type {Flavour, SegmentationRules} from './rules/rules.ts'
import {type Progress, decisionsOf} from './run.ts'
import {skipSpace} from './segment.ts'

/** Where a text breaks, or would but for a rule against it. */
export interface ExplainedBreak {
  /** Where the next sentence begins, or would; 0-based, in UTF-16 units of the text that was read. */
  readonly offset: number
  readonly breaks: boolean
  /** Rule that decided; absent where Unicode's own algorithm did. */
  readonly rule?: NamedRule
}

export interface Explanation {
  /** What the rules read: codes left out, an object (U+FFFC) for each thing that is not cut. */
  readonly text: string
  readonly breaks: ReadonlyArray<ExplainedBreak>
  /** `srx-too-slow` where the rules took too long and those of this package stood in for them. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Say where a text or a content breaks, where it nearly did, and which rule decided each.
 *
 * @param limit
 *   Milliseconds that rules other than those of this package may take.
 */
export function explain(
  content: string | Content,
  locale: string,
  rules: SegmentationRules = defaultRules,
  limit = 2000
): Explanation {
  const {text} = flatten(typeof content === 'string' ? [content] : content)
  const diagnostics: Diagnostic[] = []
  const options = {rules, limit, report: (diagnostic: Diagnostic) => void diagnostics.push(diagnostic)}
  const breaks = runBounded(text, locale, options, (program, progress) => explainAll(text, program, progress))
  return {text, breaks, diagnostics}
}

function explainAll(text: string, program: Program, progress?: Progress): ExplainedBreak[] {
  const breaks: ExplainedBreak[] = []
  for (const {position, breaks: isBreak, stage} of decisionsOf(text, program, progress)) {
    const offset = skipSpace(text, position)
    if (offset >= text.length) break
    const rule = stage?.rules.find((rule) => matches(rule, text, position, program.flavour))
    breaks.push({offset, breaks: isBreak, ...(rule ? {rule} : {})})
  }
  return breaks
}

const patterns = new WeakMap<NamedRule, RegExp>()

function matches(rule: NamedRule, text: string, position: number, flavour: Flavour): boolean {
  const pattern = patterns.get(rule) ?? new RegExp(sourceOf(expressionOf(rule, flavour)), 'vy')
  patterns.set(rule, pattern)
  pattern.lastIndex = position
  return pattern.test(text)
}
