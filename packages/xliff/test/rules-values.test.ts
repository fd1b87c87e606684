import {describe} from 'vitest'
import {beside, file, type Rule, SEGMENT, tryRules, UNIT} from './rules.ts'

const sized = (profile: string, size: string): string =>
  file(
    `<slr:profiles generalProfile="${profile}"/><unit id="u1"><segment><source><ph id="1" slr:sizeInfo="${size}"/></source></segment></unit>`
  )

const resource = (inside: string): string =>
  file(
    `<res:resourceData><res:resourceItem id="r" mimeType="text/plain">${inside}</res:resourceItem></res:resourceData>${UNIT}`
  )

/** Two notes, of which the first, that has a category, was revised in one property. */
const noted = (property: string): string =>
  beside(
    `<ctr:changeTrack><ctr:revisions appliesTo="note" ref="n1"><ctr:revision><ctr:item property="${property}">x</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>`
  ).replace(
    SEGMENT,
    `<notes><note id="n1" category="a">b</note><note id="n2" priority="2" appliesTo="source">c</note></notes>${SEGMENT}`
  )

const SIZES: ReadonlyArray<Rule> = [
  ['size-not-integer', sized('xliff:codepoints', '2.5'), sized('xliff:codepoints', '2')],
  ['size-not-integer', sized('xliff:codepoints', '1,2,3'), sized('xliff:codepoints', '1,2')],
  ['size-not-integer', sized('xliff:codepoints', 'some info'), sized('x:y', 'some info')],
  // Where no profile is named, words are a note.
  ['size-not-integer', sized('', 'seven'), sized('', 'some info')],
  ['size-not-integer', sized('', '-1'), sized('', '1')]
]

const REVISIONS: ReadonlyArray<Rule> = [
  ['revision-property-unknown', noted('appliesTo'), noted('category')],
  ['revision-property-unknown', noted('ref'), noted('id')],
  ['revision-property-unknown', noted('priority'), noted('content')],
  ['revision-property-unknown', noted(':category'), noted('x:category')]
]

const RESOURCES: ReadonlyArray<Rule> = [
  // A resource may hold what any other namespace has, the core of XLIFF among them.
  [
    'element-misplaced',
    resource('<res:source><source>a</source><res:target><target>b</target></res:target></res:source>'),
    resource('<res:source><source>a</source></res:source><res:target><target>b</target></res:target>')
  ]
]

describe('rules of sizes', () => {
  tryRules(SIZES)
})

describe('rules of what was revised', () => {
  tryRules(REVISIONS)
})

describe('rules of what a resource holds', () => {
  tryRules(RESOURCES)
})
