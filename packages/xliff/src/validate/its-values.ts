import type {Fault} from './structure.ts'
import type {Node} from './tree.ts'

type Test = (value: string) => boolean

const oneOf = (words: string): Test => {
  const known = new Set(words.split(' '))
  return (value) => known.has(value)
}

const between = (least: number, most: number): Test => {
  const number = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/
  return (value) => number.test(value) && Number(value) >= least && Number(value) <= most
}

const whole: Test = (value) => /^\s*[+-]?\d+\s*$/.test(value)
const score = between(0, 100)
const confidence = between(0, 1)

/** Values of attributes of the ITS module, by the schema of OASIS (`its.xsd` of 2.1). */
const VALUES: ReadonlyMap<string, Test> = new Map([
  ['its:localeFilterType', oneOf('include exclude')],
  ['its:locQualityIssueEnabled', oneOf('yes no')],
  ['its:locQualityIssueSeverity', score],
  [
    'its:locQualityIssueType',
    oneOf(
      'terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register locale-specific-content locale-violation style characters misspelling typographical formatting inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance uncategorized other'
    )
  ],
  ['its:locQualityRatingScore', score],
  ['its:locQualityRatingScoreThreshold', score],
  ['its:locQualityRatingVote', whole],
  ['its:locQualityRatingVoteThreshold', whole],
  ['its:mtConfidence', confidence],
  ['its:taConfidence', confidence],
  ['its:termConfidence', confidence],
  ['its:version', oneOf('2.0')]
])

/** Check the values of attributes of the ITS module on one element. */
export function checkItsValues(node: Node, fault: Fault): void {
  // On elements of ITS, attributes of ITS have no prefix.
  const prefix = node.name.startsWith('its:') ? 'its:' : ''
  for (const [attribute, value] of node.attributes) {
    const test = VALUES.get(attribute.startsWith('its:') ? attribute : prefix + attribute)
    if (test && !test(value)) fault('attribute-value', node, {element: node.name, attribute, value})
  }
}
