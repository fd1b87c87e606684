import type {Flavour, FormatHandle, LanguageMap, Rule, RuleGroup, SegmentationRules} from './rules.ts'
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
  readonly stages: ReadonlyArray<Stage>
  /** Finds every position where some break rule matches; undefined where there is none. */
  readonly candidates: RegExp | undefined
  readonly formatHandle: FormatHandle
  readonly unicodeBreaks: boolean
  /** Rules left out because their expressions have no counterpart in JavaScript. */
  readonly failures: ReadonlyArray<Failure>
}

/** A rule that cannot run, and why. */
export interface Failure {
  readonly rule: NamedRule
  readonly reason: string
}

const programs = new WeakMap<SegmentationRules, Map<string, Program>>()

/** Compile the rules that apply to a locale; each pair of rules and locale once. */
export function compile(rules: SegmentationRules, locale: string): Program {
  const known = programs.get(rules) ?? new Map<string, Program>()
  programs.set(rules, known)
  const program = known.get(locale) ?? build(rules, locale)
  known.set(locale, program)
  return program
}

/** Groups that apply to a locale, in the order of the maps (SRX 2.0, section 2.3.1.5). */
export function groupsOf(rules: SegmentationRules, locale: string): RuleGroup[] {
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

function build(rules: SegmentationRules, locale: string): Program {
  const failures: Failure[] = []
  const stages: {breaks: boolean; sources: string[]; rules: NamedRule[]}[] = []
  for (const [index, rule] of rulesOf(rules, locale).entries()) {
    const source = trySource(rule, rules.flavour, `r${index}_`, failures)
    if (source === undefined) continue
    let stage = stages.at(-1)
    if (stage?.breaks !== rule.breaks) stages.push((stage = {breaks: rule.breaks, sources: [], rules: []}))
    stage.sources.push(source)
    stage.rules.push(rule)
  }
  const breaking = stages.filter(({breaks}) => breaks).flatMap(({sources}) => sources)
  return {
    locale,
    stages: stages.map(({sources, ...rest}) => ({...rest, pattern: new RegExp(sources.join('|'), 'vy')})),
    candidates: breaking.length > 0 ? new RegExp(breaking.join('|'), 'vg') : undefined,
    formatHandle: rules.formatHandle,
    unicodeBreaks: rules.unicodeBreaks,
    failures
  }
}

function rulesOf(rules: SegmentationRules, locale: string): NamedRule[] {
  return groupsOf(rules, locale).flatMap(({name, rules: list}) =>
    list.map((rule) => ({...rule, group: name}))
  )
}

function trySource(
  rule: NamedRule,
  flavour: Flavour,
  prefix: string,
  failures: Failure[]
): string | undefined {
  try {
    const source = expressionOf(rule, flavour, prefix)
    void new RegExp(source, 'v')
    return source
  } catch (error) {
    if (!(error instanceof RegexError) && !(error instanceof SyntaxError)) throw error
    failures.push({rule, reason: error.message})
    return undefined
  }
}

/**
 * The expression that matches, without length, at positions where a rule does.
 *
 * What follows nearly always begins with white space: that settles most positions at once, so it is tested first,
 * then what precedes, and the rest of what follows last.
 *
 * @throws {RegexError}
 *   The rule has no counterpart in JavaScript.
 */
export function expressionOf({before, after}: Rule, flavour: Flavour, prefix: string): string {
  const ahead = convert(after, {flavour, prefix})
  const behind = convert(before, {flavour, behind: true})
  const first = firstClass(ahead)
  const rest = ahead === first ? '' : ahead
  return (first && `(?=${first})`) + (behind && `(?<=${behind})`) + (rest && `(?=${rest})`)
}

/** The class that an expression begins with and needs, or nothing. */
function firstClass(source: string): string {
  if (!source.startsWith('[')) return ''
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

/** Whether a bar may stand outside of groups; one inside a class or a group counts too where that is unclear. */
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
