import {describe, expect, it} from 'vitest'
import {validate} from '../src/index.ts'
import {type Rule, tryRules, file, unit, source, beside, SEGMENT, UNIT, xliff} from './rules.ts'

const annotated = (attributes: string, above = ''): string =>
  unit(
    `<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="other"/></its:locQualityIssues><segment><source><mrk id="m" type="its:generic" ${attributes}>a</mrk></source></segment>`,
    above
  )

const standoff = (id: string): string =>
  beside(
    `<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="other"/></its:locQualityIssues><its:provenanceRecords xml:id="${id}"><its:provenanceRecord person="a"/></its:provenanceRecords>`
  )

const RECORDS = '<its:provenanceRecords xml:id="p"><its:provenanceRecord tool="a"/></its:provenanceRecords>'

const ITS: ReadonlyArray<Rule> = [
  [
    'its-reference-unknown',
    unit(SEGMENT, ' its:provenanceRecordsRef="#its=p"'),
    unit(RECORDS + SEGMENT, ' its:provenanceRecordsRef="#its=p"')
  ],
  [
    'its-reference-unknown',
    file(`${RECORDS}<unit id="u1" its:provenanceRecordsRef="#its=q">${SEGMENT}</unit>`),
    file(`${RECORDS}<unit id="u1" its:provenanceRecordsRef="#/f=f1/its=p">${SEGMENT}</unit>`)
  ],
  [
    'its-reference-unknown',
    annotated('its:locQualityIssuesRef="#/f=f1/u=u1/its=r"'),
    annotated('its:locQualityIssuesRef="#/f=f1/u=u1/its=q"')
  ],
  [
    'its-attributes-clash',
    annotated('its:taIdentRef="a" its:taSource="b" its:taIdent="c"'),
    annotated('its:taSource="b" its:taIdent="c"')
  ],
  ['its-attribute-alone', annotated('its:taSource="b"'), annotated('its:taIdentRef="b"')],
  [
    'its-attribute-alone',
    annotated('its:locQualityIssueSeverity="50"'),
    annotated('its:locQualityIssueSeverity="50" its:locQualityIssueType="other"')
  ],
  [
    'its-attribute-alone',
    annotated('its:localeFilterType="exclude"'),
    annotated('its:localeFilterType="exclude" its:localeFilterList="fr"')
  ],
  [
    'its-attribute-alone',
    annotated('its:taConfidence="0.5" its:annotatorsRef="text-analysis|a"'),
    annotated('its:taConfidence="0.5" its:taClassRef="b" its:annotatorsRef="text-analysis|a"')
  ],
  [
    'its-attribute-alone',
    annotated('its:mtConfidence="0.5" its:annotatorsRef="terminology|a"'),
    annotated('its:mtConfidence="0.5" its:annotatorsRef="mt-confidence|a"')
  ],
  [
    'its-attribute-alone',
    annotated('its:mtConfidence="0.5"'),
    annotated('its:mtConfidence="0.5"', ' its:annotatorsRef="mt-confidence|a"')
  ],
  ['id-duplicate', standoff('q'), standoff('p')],
  [
    'its-reference-unknown',
    annotated('its:locQualityIssuesRef="r"'),
    annotated('its:locQualityIssuesRef="q"')
  ],
  ...[
    ['its:locQualityIssueType="wrong"', 'its:locQualityIssueType="style"'],
    [
      'its:locQualityIssueSeverity="101" its:locQualityIssueType="style"',
      'its:locQualityIssueSeverity="99.5" its:locQualityIssueType="style"'
    ],
    ['its:locQualityRatingVote="1.5"', 'its:locQualityRatingVote="-2"'],
    [
      'its:mtConfidence="1.2" its:annotatorsRef="mt-confidence|a"',
      'its:mtConfidence="1" its:annotatorsRef="mt-confidence|a"'
    ]
  ].map(([wrong, right]): Rule => ['attribute-value', annotated(wrong!), annotated(right!)]),
  [
    'its-reference-unknown',
    annotated('its:provenanceRecordsRef="#its=q"'),
    annotated('its:locQualityIssuesRef="#its=q"')
  ],
  [
    'its-attributes-clash',
    annotated('its:locQualityRatingScore="1" its:locQualityRatingVote="1"'),
    annotated('its:locQualityRatingScore="1"')
  ],
  [
    'its-attribute-alone',
    annotated('its:locQualityRatingScoreThreshold="1"'),
    annotated('its:locQualityRatingScoreThreshold="1"', ' its:locQualityRatingScore="1"')
  ],
  [
    'its-attributes-clash',
    annotated('its:locQualityIssuesRef="#its=q" its:locQualityIssueComment="a"'),
    annotated('its:locQualityIssuesRef="#its=q"')
  ],
  [
    'its-reference-unknown',
    annotated('its:locQualityIssuesRef="#its=r"'),
    annotated('its:locQualityIssueType="other"')
  ],
  [
    'its-attributes-clash',
    annotated('its:provenanceRecordsRef="#its=p" its:revPerson="a"'),
    annotated('its:revPerson="a" its:tool="b"')
  ],
  [
    'its-annotators-malformed',
    annotated('its:annotatorsRef="terms|a"'),
    annotated('its:annotatorsRef="terminology|a"')
  ],
  [
    'its-annotators-malformed',
    annotated('its:annotatorsRef="terminology|a terminology|b"'),
    annotated('its:annotatorsRef="terminology|a provenance|b"')
  ],
  [
    'its-annotators-malformed',
    annotated('its:annotatorsRef="terminology| a"'),
    annotated('its:annotatorsRef="terminology|a"')
  ],
  ['attribute-missing', standoff('').replace(' xml:id=""', ''), standoff('p')],
  ['children-incomplete', beside('<its:provenanceRecords xml:id="p"/>'), standoff('p')],
  ['attribute-misplaced', standoff('p').replace('person="a"', 'person="a" who="b"'), standoff('p')],
  ['attribute-value', standoff('p').replace('Type="other"', 'Type="odd"'), standoff('p')],
  [
    'attribute-value',
    standoff('p').replace('person="a"', 'person="a" version="1.0"'),
    standoff('p').replace('person="a"', 'person="a" version="2.0"')
  ],
  [
    'id-duplicate',
    file(
      '<its:provenanceRecords xml:id="p"><its:provenanceRecord tool="a"/></its:provenanceRecords>'.repeat(2) +
        UNIT
    ),
    file('<its:provenanceRecords xml:id="p"><its:provenanceRecord tool="a"/></its:provenanceRecords>' + UNIT)
  ],
  ['attribute-misplaced', source('<ph id="1" its:person="a"/>'), unit(SEGMENT, ' its:person="a"')],
  ['attribute-misplaced', source('<ph id="1" itsm:domains="a"/>'), unit(SEGMENT, ' itsm:domains="a"')],
  [
    'attribute-misplaced',
    xliff(`<file id="f1">${UNIT}</file>`, 'trgLang="fr" its:person="a"'),
    xliff(`<file id="f1">${UNIT}</file>`, 'trgLang="fr" x:person="a"')
  ],
  ['attribute-value', unit(SEGMENT, ' its:version="1.0"'), unit(SEGMENT, ' its:version="2.0"')],
  [
    'its-attributes-clash',
    unit(SEGMENT, ' its:locQualityRatingScore="1" its:locQualityRatingVote="1"'),
    unit(SEGMENT, ' its:locQualityRatingVote="1"')
  ],
  [
    'attribute-value',
    source('<mrk id="m" type="x:y" its:taClassRef="a">a</mrk>'),
    source('<mrk id="m" its:taClassRef="a" translate="no">a</mrk>')
  ],
  [
    'attribute-value',
    source('<mrk id="m" type="x:y" itsm:lang="fr">a</mrk>'),
    source('<mrk id="m" type="its:any" itsm:lang="fr">a</mrk>')
  ],
  [
    'its-attributes-clash',
    source('<mrk id="m" type="its:term-no" value="a" ref="b">a</mrk>'),
    source('<mrk id="m" type="term" value="a" ref="b">a</mrk>')
  ],
  [
    'its-element-empty',
    unit(`<its:locQualityIssues xml:id="q"><its:locQualityIssue/></its:locQualityIssues>${SEGMENT}`),
    annotated('')
  ]
]

describe('rules of the ITS module', () => {
  tryRules(ITS)
})

it('a file that does not say of which version its ITS is is told so once, and before 2.1 is none the worse for it', () => {
  const marked = unit(
    `<its:provenanceRecords xml:id="p"><its:provenanceRecord tool="a"/></its:provenanceRecords>${SEGMENT}`,
    ' its:person="a"'
  )
  const unsaid = marked.replace(' its:version="2.0"', '')
  const found = (xml: string): unknown => validate(xml, 'a.xlf').map(({id, level}) => `${level} ${id}`)
  expect(found(unsaid)).toEqual(['error xliff-its-version-missing'])
  expect(found(unsaid.replace(' version="2.1"', ' version="2.0"'))).toEqual([
    'warning xliff-its-version-missing'
  ])
  expect(found(unsaid.replace('<file ', '<file its:version="2.0" '))).toEqual([])
  expect(found(marked)).toEqual([])
})

it('what ITS says of a stretch of text is pointed out on a unit', () => {
  for (const attribute of ['its:locQualityIssueType="other"', 'its:taClassRef="a"']) {
    const marked = unit(SEGMENT, ` ${attribute}`)
    expect(validate(marked, 'a.xlf')).toMatchObject([{id: 'xliff-attribute-misplaced', level: 'warning'}])
  }
  expect(validate(unit(SEGMENT, ' its:person="a"'), 'a.xlf')).toEqual([])
})
