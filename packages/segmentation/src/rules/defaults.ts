import type {LanguageMap, RuleGroup, SegmentationRules} from './rules.ts'
import {rules as english} from './en.ts'
import {rules as french} from './fr.ts'
import {closingGuillemet, generic} from './generic.ts'
import {international, otherLanguages} from './others.ts'

const languages: ReadonlyArray<RuleGroup> = [
  {name: 'en', rules: english},
  {name: 'fr', rules: french},
  ...otherLanguages
]

/**
 * The rules of this package.
 *
 * Rules of a language come first, then those of all. Only ICU, Java and JavaScript's common syntax is used.
 */
export const defaultRules: SegmentationRules = {
  path: 'default.srx',
  cascade: true,
  segmentSubflows: true,
  formatHandle: {start: false, end: true, isolated: false},
  flavour: 'icu',
  unicodeBreaks: false,
  groups: [
    ...languages,
    {name: 'international', rules: international},
    {name: 'closing-guillemet', rules: closingGuillemet},
    {name: 'all', rules: generic}
  ],
  maps: [
    ...languages.map(({name}) => ({pattern: tagged(name), group: name})),
    {pattern: '(?![EeFf][NnRr]([-_]|$)).*', group: 'international'},
    {pattern: '(?![Dd][EeAa]([-_]|$)).*', group: 'closing-guillemet'},
    {pattern: '.*', group: 'all'}
  ] satisfies ReadonlyArray<LanguageMap>
}

/** A language with or without region; both cases, since not every tool ignores case. */
function tagged(language: string): string {
  const letters = Array.from(language, (letter) => `[${letter.toUpperCase()}${letter}]`)
  return `${letters.join('')}([-_].*)?`
}
