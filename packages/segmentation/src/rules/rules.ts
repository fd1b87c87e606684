/**
 * One SRX rule: whether text breaks where `before` ends and `after` begins.
 *
 * Both are regular expressions of the rules' flavour; an empty one matches anywhere.
 */
export interface Rule {
  readonly breaks: boolean
  readonly before: string
  readonly after: string
  /** Line of its file, 1-based. */
  readonly line?: number
}

/** A named list of rules, `<languagerule>` in SRX. */
export interface RuleGroup {
  readonly name: string
  readonly rules: ReadonlyArray<Rule>
}

/** Which locales use which group, `<languagemap>` in SRX. */
export interface LanguageMap {
  /** Regular expression that the whole locale must match; case does not count. */
  readonly pattern: string
  readonly group: string
}

/** On which side of a boundary codes go: `true` is with the text before. `<formathandle>` in SRX. */
export interface FormatHandle {
  readonly start: boolean
  readonly end: boolean
  readonly isolated: boolean
}

/** Whose regular expressions the rules are written in; they differ in what `\s`, `\w`, `\d` and `(?i)` mean. */
export type Flavour = 'icu' | 'java'

/** Rules of SRX 2.0, as data. */
export interface SegmentationRules {
  /** File they came from, for diagnostics. */
  readonly path: string
  /** Whether every map that fits a locale adds its group, or the first alone counts. */
  readonly cascade: boolean
  /** Whether text inside a subflow (an alternative text, a title) is segmented too. */
  readonly segmentSubflows: boolean
  readonly formatHandle: FormatHandle
  readonly flavour: Flavour
  /** Whether the sentences of Unicode's own algorithm (UAX 29) are added as the last break rule (Okapi). */
  readonly unicodeBreaks: boolean
  readonly groups: ReadonlyArray<RuleGroup>
  readonly maps: ReadonlyArray<LanguageMap>
}
