import {defaultRules} from './rules/defaults.ts'
import type {FormatHandle, LanguageMap, RuleGroup, SegmentationRules} from './rules/rules.ts'

/**
 * Write rules as SRX 2.0, for a translator to load into a tool of their own.
 *
 * The file is valid against the schema of SRX 2.0, but for the options of Okapi that rules of another flavour need.
 *
 * @param rules
 *   By default the rules of this package, whose expressions mean the same to ICU and to Java.
 */
export function toSrx(rules: SegmentationRules = defaultRules): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<srx xmlns="http://www.lisa.org/srx20" version="2.0">',
    `<header segmentsubflows="${yes(rules.segmentSubflows)}" cascade="${yes(rules.cascade)}">`,
    ...formatHandles(rules.formatHandle),
    ...options(rules),
    '</header>',
    '<body>',
    '<languagerules>',
    ...rules.groups.flatMap(group),
    '</languagerules>',
    '<maprules>',
    ...rules.maps.map(map),
    '</maprules>',
    '</body>',
    '</srx>',
    ''
  ].join('\n')
}

function formatHandles({start, end, isolated}: FormatHandle): string[] {
  return Object.entries({start, end, isolated}).map(
    ([type, include]) => `<formathandle type="${type}" include="${yes(include)}"/>`
  )
}

function options({flavour, unicodeBreaks}: SegmentationRules): string[] {
  if (flavour === 'icu' && !unicodeBreaks) return []
  const java = yes(flavour === 'java')
  const name = 'okpsrx:options xmlns:okpsrx="http://okapi.sf.net/srx-extensions"'
  return [`<${name} useJavaRegex="${java}" useIcu4jBreakRules="${yes(unicodeBreaks)}"/>`]
}

function group({name, rules}: RuleGroup): string[] {
  return [
    `<languagerule languagerulename="${escape(name)}">`,
    ...rules.flatMap(({breaks, before, after}) => [
      `<rule break="${yes(breaks)}">`,
      `<beforebreak>${escape(before)}</beforebreak>`,
      `<afterbreak>${escape(after)}</afterbreak>`,
      '</rule>'
    ]),
    '</languagerule>'
  ]
}

function map({pattern, group}: LanguageMap): string {
  return `<languagemap languagepattern="${escape(pattern)}" languagerulename="${escape(group)}"/>`
}

function yes(value: boolean): string {
  return value ? 'yes' : 'no'
}

/** Escape for an element or an attribute; what a parser would turn into another character is written as a reference. */
function escape(text: string): string {
  return text.replaceAll(/[&<>"\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`)
}
