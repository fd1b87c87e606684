import type {Diagnostic} from '@passerelle/model'
import {expressionOf, sourceOf} from './expression.ts'
import {RegexError, convert} from './regex/convert.ts'
import type {Rule, SegmentationRules} from './rules/rules.ts'

/**
 * What cannot run of some rules: each rule and each map whose expression has no counterpart in JavaScript.
 *
 * `readSrx` has done this already; it is for rules that were made otherwise.
 */
export function proveRules(rules: SegmentationRules): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const {name, rules: list} of rules.groups) {
    for (const [index, rule] of list.entries()) {
      const reason = reasonAgainst(() => sourceOf(expressionOf(rule, rules.flavour)))
      if (reason) diagnostics.push(ruleFailed(rules.path, name, index + 1, rule, reason))
    }
  }
  for (const {pattern} of rules.maps) {
    const reason = reasonAgainst(() => convert(pattern, {flavour: rules.flavour}))
    const {path} = rules
    if (reason) diagnostics.push({id: 'srx-map-failed', level: 'warning', path, args: {pattern, reason}})
  }
  return diagnostics
}

function reasonAgainst(convertOne: () => string): string | undefined {
  try {
    void new RegExp(convertOne(), 'v')
    return undefined
  } catch (error) {
    if (!(error instanceof RegexError) && !(error instanceof SyntaxError)) throw error
    return error.message
  }
}

function ruleFailed(
  path: string,
  group: string,
  number: number,
  {line, before, after}: Rule,
  reason: string
): Diagnostic {
  const args = {rule: number, group, before, after, reason}
  return {id: 'srx-rule-failed', level: 'warning', path, ...(line === undefined ? {} : {line}), args}
}
