import type {Flavour, FormatHandle, LanguageMap, Rule, RuleGroup, SegmentationRules} from './rules/rules.ts'
import {type Expression, expressionOf, hintOf, sourceOf} from './expression.ts'
import {RegexError, convert} from './regex/convert.ts'

/** A rule that decides, with the group it stands in. */
export interface NamedRule extends Rule {
  readonly group: string
}

/**
 * A run of rules of one kind, as one sticky expression that matches at a position where any of them does.
 *
 * Rules of one kind may be tried in any order: the first that matches decides, and all decide alike.
 */
export interface Stage {
  readonly breaks: boolean
  readonly pattern: RegExp
  readonly rules: ReadonlyArray<NamedRule>
}

/** The rules of one locale, ready to run. */
export interface Program {
  readonly locale: string
  readonly groups: ReadonlyArray<RuleGroup>
  readonly stages: ReadonlyArray<Stage>
  /** Finds every position where a break rule matches, and a few more; undefined where there is no break rule. */
  readonly candidates: RegExp | undefined
  readonly formatHandle: FormatHandle
  readonly flavour: Flavour
  readonly unicodeBreaks: boolean
}

const programs = new WeakMap<SegmentationRules, Map<string, Program>>()

/** Compile the rules that apply to a locale; locales with the same groups share one program. */
export function compile(rules: SegmentationRules, locale: string): Program {
  const known = programs.get(rules) ?? new Map<string, Program>()
  programs.set(rules, known)
  const found = known.get(locale)
  if (found) return found
  const groups = groupsOf(rules, locale)
  const twin = [...known.values()].find((program) => sameGroups(program.groups, groups))
  const program = twin ? {...twin, locale} : build(rules, locale, groups)
  known.set(locale, program)
  return program
}

function sameGroups(a: ReadonlyArray<RuleGroup>, b: ReadonlyArray<RuleGroup>): boolean {
  return a.length === b.length && a.every((group, index) => group === b[index])
}

/** Groups that apply to a locale, in the order of the maps (SRX 2.0, section 2.3.1.5). */
function groupsOf(rules: SegmentationRules, locale: string): RuleGroup[] {
  const fitting = rules.maps.filter((map) => fits(map, locale))
  const names = rules.cascade ? fitting : fitting.slice(0, 1)
  return names.flatMap(({group}) => rules.groups.filter(({name}) => name === group))
}

function fits({pattern}: LanguageMap, locale: string): boolean {
  try {
    return new RegExp(`^(?:${convert(pattern, {flavour: 'icu'})})$`, 'iv').test(locale)
  } catch {
    return false
  }
}

/** A stage that is being gathered. */
interface Draft {
  readonly breaks: boolean
  readonly rules: NamedRule[]
  readonly expressions: Expression[]
}

function build(rules: SegmentationRules, locale: string, groups: ReadonlyArray<RuleGroup>): Program {
  const drafts: Draft[] = []
  let number = 0
  for (const {name, rules: list} of groups) {
    for (const rule of list) {
      const named = {...rule, group: name}
      const expression = tryExpression(named, rules.flavour, `r${number++}_`)
      if (!expression) continue
      let draft = drafts.at(-1)
      if (draft?.breaks !== rule.breaks)
        drafts.push((draft = {breaks: rule.breaks, rules: [], expressions: []}))
      draft.rules.push(named)
      draft.expressions.push(expression)
    }
  }
  return {
    locale,
    groups,
    stages: drafts.map(({breaks, rules, expressions}) => ({
      breaks,
      rules,
      pattern: new RegExp(expressions.map(sourceOf).join('|'), 'vy')
    })),
    candidates: candidatesOf(drafts),
    formatHandle: rules.formatHandle,
    flavour: rules.flavour,
    unicodeBreaks: rules.unicodeBreaks
  }
}

function candidatesOf(drafts: ReadonlyArray<Draft>): RegExp | undefined {
  const breaking = drafts.filter(({breaks}) => breaks).flatMap(({expressions}) => expressions)
  return breaking.length > 0 ? new RegExp(hintOf(breaking), 'vg') : undefined
}

/** A rule that cannot be converted does not run; `proveRules` reports it. */
function tryExpression(rule: Rule, flavour: Flavour, prefix: string): Expression | undefined {
  try {
    return expressionOf(rule, flavour, prefix)
  } catch (error) {
    if (!(error instanceof RegexError)) throw error
    return undefined
  }
}
