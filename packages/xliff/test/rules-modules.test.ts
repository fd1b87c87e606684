import {describe, expect, it} from 'vitest'
import {validate} from '../src/index.ts'
import {type Rule, tryRules, file, unit, source, beside, SEGMENT, UNIT, xliff} from './rules.ts'

const match = (attributes: string, inside = '<source>a</source><target>b</target>'): string =>
  beside(`<mtc:matches><mtc:match ${attributes}>${inside}</mtc:match></mtc:matches>`)
const meta = (group: string): string => beside(`<mda:metadata>${group}</mda:metadata>`)
const item = (inside: string, attributes = 'id="r" mimeType="text/plain"'): string =>
  file(
    `<res:resourceData><res:resourceItem ${attributes}>${inside}</res:resourceItem></res:resourceData>${UNIT}`
  )
const rule = (attributes: string): string =>
  beside(`<val:validation><val:rule ${attributes}/></val:validation>`)
const tracked = (
  revisions: string,
  inside = '<ctr:item property="content">x</ctr:item>',
  revision = ''
): string =>
  beside(
    `<ctr:changeTrack><ctr:revisions ${revisions}><ctr:revision${revision}>${inside}</ctr:revision></ctr:revisions></ctr:changeTrack>`
  )
const cases = (variables: string, value: string): string =>
  unit(SEGMENT.replace(' ', ` pgs:case="${value}" `), ` pgs:switch="${variables}"`)
const sized = (profile: string, attributes: string): string =>
  file(
    `<slr:profiles generalProfile="${profile}"/><unit id="u1"><segment><source><ph id="1" ${attributes}/></source></segment></unit>`
  )

const glossed = (inside: string): string =>
  beside(`<gls:glossary><gls:glossEntry>${inside}</gls:glossEntry></gls:glossary>`)

const META = '<mda:metadata><mda:metaGroup><mda:meta type="a">b</mda:meta></mda:metaGroup></mda:metadata>'

const ANNOTATIONS: ReadonlyArray<Rule> = [
  [
    'candidate-annotation-with-ref',
    source('<mrk id="m" type="mtc:match" ref="#s1">a</mrk>'),
    match('ref="#m"').replace('One', '<mrk id="m" type="mtc:match">One</mrk>')
  ]
]

const MODULE_RULES: ReadonlyArray<Rule> = [
  [
    'attribute-misplaced',
    beside('<slr:data profile="a" slr:sizeInfo="1"/>'),
    beside('<slr:data profile="a" x:y="1"/>')
  ],
  [
    'element-misplaced',
    glossed('<gls:term>a</gls:term><gls:term>b</gls:term><gls:definition>c</gls:definition>'),
    glossed('<gls:term>a</gls:term><gls:definition>c</gls:definition><x:y/>')
  ],
  [
    'element-misplaced',
    glossed('<gls:term>a</gls:term><gls:definition>b</gls:definition><gls:definition>c</gls:definition>'),
    glossed('<gls:term>a</gls:term><gls:translation>b</gls:translation><gls:definition>c</gls:definition>')
  ],
  [
    'element-misplaced',
    file(`<slr:profiles>${'<slr:normalization/>'.repeat(2)}</slr:profiles>${UNIT}`),
    file(`<slr:profiles><slr:normalization/><x:y/></slr:profiles>${UNIT}`)
  ],
  [
    'attribute-value',
    item('<res:source><x:e/></res:source>', 'id="r" mimeType="picture"'),
    item('<res:source><x:e/></res:source>', 'id="r" mimeType="image/svg+xml"')
  ],
  ['attribute-missing', match('id="m"'), match('ref="#s1"')],
  ['reference-outside-unit', match('ref="#u1"'), match('ref="#s1"')],
  ['match-ref-not-fragment', match('ref="s1"'), match('ref="#/f=f1/u=u1/s1"')],
  ['id-not-nmtoken', match('ref="#s1" id="\\bad"'), match('ref="#s1" id="ok"')],
  [
    'id-duplicate',
    beside(
      '<mtc:matches><mtc:match id="1" ref="#s1"><source>a</source><target>b</target></mtc:match><mtc:match id="1" ref="#s1"><source>a</source><target>b</target></mtc:match></mtc:matches>'
    ),
    match('ref="#s1" id="s1"')
  ],
  ['attribute-value', match('ref="#s1" similarity="100.0009"'), match('ref="#s1" similarity="100.0"')],
  ['attribute-value', match('ref="#s1" matchQuality="-1"'), match('ref="#s1" matchSuitability="0"')],
  ['match-with-language', match('ref="#s1" xml:lang="fr"'), match('ref="#s1" x:lang="fr"')],
  [
    'target-language-differs',
    match('ref="#s1"', '<source>a</source><target xml:lang="de">b</target>'),
    match('ref="#s1" reference="yes"', '<source>a</source><target xml:lang="de">b</target>')
  ],
  ['sub-type-without-type', match('ref="#s1" subType="x:y"'), match('ref="#s1" type="tm" subType="x:y"')],
  [
    'data-ref-unknown',
    unit(
      '<mtc:matches><mtc:match ref="#s1"><source><ph id="1" dataRef="d"/></source><target>b</target></mtc:match></mtc:matches><originalData><data id="d">x</data></originalData>' +
        SEGMENT
    ),
    match(
      'ref="#s1"',
      '<originalData><data id="d">x</data></originalData><source><ph id="1" dataRef="d"/></source><target>b</target>'
    )
  ],
  [
    'id-duplicate',
    match('ref="#s1"', '<source><ph id="1"/><ph id="1"/></source><target>b</target>'),
    match('ref="#s1"', '<source><ph id="1"/></source><target><ph id="1"/></target>')
  ],
  [
    'id-duplicate',
    match(
      'ref="#s1"',
      '<originalData><data id="d">x</data><data id="d">y</data></originalData><source>a</source><target>b</target>'
    ),
    match(
      'ref="#s1"',
      '<originalData><data id="d">x</data></originalData><source>a</source><target>b</target>'
    )
  ],
  [
    'start-without-end',
    match('ref="#s1"', '<source><sc id="1"/>a</source><target>b</target>'),
    match('ref="#s1"', '<source><sc id="1"/>a<ec startRef="1"/></source><target>b</target>')
  ],
  [
    'annotation-without-end',
    match('ref="#s1"', '<source><sm id="1" translate="no"/>a</source><target>b</target>'),
    match('ref="#s1"', '<source><sm id="1" translate="no"/>a<em startRef="1"/></source><target>b</target>')
  ],

  [
    'glossary-entry-empty',
    beside('<gls:glossary><gls:glossEntry><gls:term>a</gls:term></gls:glossEntry></gls:glossary>'),
    beside(
      '<gls:glossary><gls:glossEntry><gls:term>a</gls:term><gls:definition>b</gls:definition></gls:glossEntry></gls:glossary>'
    )
  ],
  [
    'id-duplicate',
    beside(
      '<gls:glossary><gls:glossEntry id="1"><gls:term>a</gls:term><gls:translation id="1">b</gls:translation></gls:glossEntry></gls:glossary>'
    ),
    beside(
      '<gls:glossary><gls:glossEntry id="1"><gls:term>a</gls:term><gls:translation id="2">b</gls:translation></gls:glossEntry></gls:glossary>'
    )
  ],
  [
    'reference-outside-unit',
    beside(
      '<gls:glossary><gls:glossEntry ref="#m9"><gls:term>a</gls:term><gls:translation>b</gls:translation></gls:glossEntry></gls:glossary>'
    ),
    beside(
      '<gls:glossary><gls:glossEntry ref="#s1"><gls:term>a</gls:term><gls:translation>b</gls:translation></gls:glossEntry></gls:glossary>'
    )
  ],

  ['attribute-value', unit(SEGMENT, ' fs:fs="marquee"'), unit(SEGMENT, ' fs:fs="p"')],
  ['attribute-value', cases('number:n', 'one'), cases('plural:n', 'one')],
  ['attribute-value', cases('plural:', 'one'), cases('ordinal:n', 'one')],
  ['attribute-value', cases('plural n', 'one'), cases('select:n', 'one')],
  ['attribute-value', cases('plural:n; gender', 'one other'), cases('plural:n, gender:g', 'one other')],
  [
    'attribute-value',
    cases('plural:n,gender:g', 'feminine other'),
    cases('plural:n,gender:g', '1.5 feminine')
  ],
  ['attribute-value', cases('ordinal:n', 'first'), cases('select:n', 'first')],
  [
    'case-count-differs',
    file(`<group id="g" pgs:switch="plural:n"><unit id="u1" pgs:case="one two">${SEGMENT}</unit></group>`),
    file(`<group id="g" pgs:switch="plural:n"><unit id="u1" pgs:case="one">${SEGMENT}</unit></group>`)
  ],
  ['attribute-misplaced', source('<ph id="1" pgs:case="one"/>'), cases('plural:n', 'one')],
  [
    'id-not-that-of-source',
    match('ref="#s1"', '<source><ph id="1"/></source><target><pc id="1">b</pc></target>'),
    match('ref="#s1"', '<source><ph id="1"/></source><target><ph id="1"/></target>')
  ],
  [
    'attribute-misplaced',
    source('<ph id="1" slr:sizeRestriction="1"/>'),
    source('<pc id="1" slr:sizeRestriction="1">a</pc>')
  ],
  [
    'size-not-integer',
    sized('xliff:codepoints', 'slr:equivStorage="{1}"'),
    sized('', 'slr:equivStorage="1"')
  ],
  [
    'attribute-value',
    file('<slr:profiles generalProfile="xliff:codepoints"/>' + UNIT, ' slr:sizeRestriction="{1,2}"'),
    file('<slr:profiles generalProfile="x:box"/>' + UNIT, ' slr:sizeRestriction="{1,2}"')
  ],
  [
    'attribute-value',
    file('<slr:profiles generalProfile="x:box"/>' + UNIT, ' slr:storageRestriction="{1,2}"'),
    file('<slr:profiles storageProfile="x:box"/>' + UNIT, ' slr:storageRestriction="{1,2}"')
  ],
  ['element-misplaced', file(META.replace(/<.?mda:metadata>/g, '') + UNIT), file(META + UNIT)],
  [
    'element-misplaced',
    file(
      '<gls:glossary><gls:glossEntry><gls:term>a</gls:term><gls:definition>b</gls:definition></gls:glossEntry></gls:glossary>' +
        UNIT
    ),
    beside(
      '<gls:glossary><gls:glossEntry><gls:term>a</gls:term><gls:definition>b</gls:definition></gls:glossEntry></gls:glossary>'
    )
  ],
  ['element-misplaced', beside('<slr:profiles/>'), file('<slr:profiles/>' + UNIT)],
  [
    'element-misplaced',
    file(
      '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="other"/></its:locQualityIssues>' +
        UNIT
    ),
    beside(
      '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="other"/></its:locQualityIssues>'
    )
  ],
  ['element-misplaced', beside('<val:rule isPresent="a"/>'), rule('isPresent="a"')],
  ['attribute-value', cases('', 'one'), cases('gender:host', 'feminine')],
  ['attribute-value', cases('plural:n', ' '), cases('plural:n', ' 0 ')],
  ['case-count-differs', cases('plural:n', 'one other'), cases('plural:n gender:g', 'one  other')],
  ['case-count-differs', cases('plural:n gender:g', 'one'), cases('plural:n', 'one')],
  ['sub-format-without-format', unit(SEGMENT, ' fs:subFs="a,b"'), unit(SEGMENT, ' fs:fs="p" fs:subFs="a,b"')],
  [
    'format-on-end',
    source('<sc id="1"/>a<ec startRef="1" fs:fs="b"/>'),
    source('<sc id="1" fs:fs="b"/>a<ec startRef="1"/>')
  ],
  [
    'attribute-misplaced',
    unit('<segment fs:fs="p"><source>a</source></segment>'),
    source('<ec id="1" isolated="yes" fs:fs="b"/>')
  ],

  [
    'attribute-missing',
    meta('<mda:metaGroup><mda:meta>a</mda:meta></mda:metaGroup>'),
    meta('<mda:metaGroup><mda:meta type="t">a</mda:meta></mda:metaGroup>')
  ],
  [
    'attribute-misplaced',
    meta('<mda:metaGroup><mda:meta type="t" appliesTo="source">a</mda:meta></mda:metaGroup>'),
    meta('<mda:metaGroup appliesTo="source"><mda:meta type="t">a</mda:meta></mda:metaGroup>')
  ],
  [
    'attribute-value',
    meta('<mda:metaGroup appliesTo="unit"><mda:meta type="t">a</mda:meta></mda:metaGroup>'),
    meta('<mda:metaGroup appliesTo="ignorable"><mda:meta type="t">a</mda:meta></mda:metaGroup>')
  ],
  [
    'id-not-nmtoken',
    meta('<mda:metaGroup id="b%d"><mda:meta type="t">a</mda:meta></mda:metaGroup>'),
    meta('<mda:metaGroup id="bd"><mda:meta type="t">a</mda:meta></mda:metaGroup>')
  ],
  [
    'id-duplicate',
    meta(
      '<mda:metaGroup id="a"><mda:metaGroup id="a"><mda:meta type="t">a</mda:meta></mda:metaGroup></mda:metaGroup>'
    ),
    meta(
      '<mda:metaGroup id="a"><mda:metaGroup id="b"><mda:meta type="t">a</mda:meta></mda:metaGroup></mda:metaGroup>'
    )
  ],

  [
    'id-duplicate',
    file(
      `<res:resourceData><res:resourceItem id="r" mimeType="text/plain"><res:source><x:e/></res:source></res:resourceItem><res:resourceItem id="r" mimeType="text/plain"><res:source><x:e/></res:source></res:resourceItem></res:resourceData>${UNIT}`
    ),
    item('<res:source><x:e/></res:source>')
  ],
  [
    'id-duplicate',
    file(
      `<res:resourceData><res:resourceItem id="r" mimeType="text/plain"><res:source><x:e/></res:source></res:resourceItem></res:resourceData><unit id="u1"><res:resourceData><res:resourceItemRef id="1" ref="r"/><res:resourceItemRef id="1" ref="r"/></res:resourceData>${SEGMENT}</unit>`
    ),
    file(
      `<res:resourceData><res:resourceItem id="r" mimeType="text/plain"><res:source><x:e/></res:source></res:resourceItem></res:resourceData><unit id="u1"><res:resourceData><res:resourceItemRef id="1" ref="r"/><res:resourceItemRef id="2" ref="r"/></res:resourceData>${SEGMENT}</unit>`
    )
  ],
  ['text-misplaced', item('<res:source>x</res:source>'), item('<res:source><x:e>x</x:e></res:source>')],
  [
    'resource-href-or-content',
    item('<res:source href="a"><x:e/></res:source>'),
    item('<res:source href="a"/>')
  ],
  [
    'resource-href-or-content',
    item('<res:source><x:e/></res:source><res:target/>'),
    item('<res:source><x:e/></res:source><res:target href="b"/>')
  ],
  ['element-repeated', beside(META + META), beside(META)],
  [
    'resource-without-type',
    item('<res:source href="x"/><res:target href="y"/>', 'id="r"'),
    item('<res:source><my:a/></res:source><res:target><my:b/></res:target>', 'id="r"')
  ],
  [
    'resource-language-differs',
    item('<res:source xml:lang="de"><x:e/></res:source>'),
    item('<res:source xml:lang="en"><x:e/></res:source>')
  ],
  [
    'resource-language-differs',
    item('<res:source><x:e/></res:source><res:target xml:lang="de"><x:e/></res:target>'),
    item(
      '<res:source><x:e/></res:source><res:target xml:lang="fr"><x:e/></res:target><res:reference xml:lang="de" href="z"/>'
    )
  ],

  [
    'size-info-twice',
    source('<ph id="1" slr:sizeInfo="1" slr:sizeInfoRef="d"/>'),
    source('<ph id="1" slr:sizeInfo="1"/>')
  ],
  [
    'size-data-unknown',
    source('<ph id="1" slr:sizeInfoRef="d"/>'),
    unit(
      '<slr:data profile="x:y"><x:z id="d"/></slr:data><segment><source><ph id="1" slr:sizeInfoRef="d"/></source></segment>'
    )
  ],
  ...['sizeInfo="1"', 'equivStorage="1"', 'sizeRestriction="1"', 'storageRestriction="1"'].map(
    (attribute): Rule => [
      'size-on-end',
      source(`<sc id="1"/>a<ec startRef="1" slr:${attribute}/>`),
      source(`<sc id="1" slr:${attribute}/>a<ec startRef="1"/>`)
    ]
  ),
  ['size-not-integer', sized('xliff:codepoints', 'slr:sizeInfo="a"'), sized('x:pixels', 'slr:sizeInfo="a"')],
  [
    'attribute-value',
    unit(SEGMENT, ' slr:storageRestriction="1,2,3"'),
    unit(SEGMENT, ' slr:storageRestriction="1,2"')
  ],
  [
    'attribute-value',
    unit(SEGMENT, ' slr:sizeRestriction="many"'),
    unit(SEGMENT, ' slr:sizeRestriction="1,*"')
  ],

  ['rule-not-one', rule('isPresent="a" startsWith="b"'), rule('isPresent="a"')],
  ['rule-not-one', rule('caseSensitive="yes"'), rule('x:y="z"')],
  [
    'rule-exists-in-source-without-pattern',
    rule('isNotPresent="a" existsInSource="yes"'),
    rule('endsWith="a" existsInSource="yes"')
  ],
  ['attribute-value', rule('isPresent="a" occurs="0"'), rule('isPresent="a" occurs="1"')],
  ['attribute-value', rule('isPresent="a" normalization="nfkc"'), rule('isPresent="a" normalization="nfd"')],

  [
    'revision-property-unknown',
    tracked('appliesTo="source"', '<ctr:item property="colour">x</ctr:item>'),
    tracked('appliesTo="source"', '<ctr:item property="xml:lang">x</ctr:item>')
  ],
  ['revisions-apply-to-nothing', tracked('appliesTo="note"'), tracked('appliesTo="target"')],
  ['revisions-ref-unknown', tracked('appliesTo="segment" ref="s9"'), tracked('appliesTo="segment" ref="s1"')],
  [
    'revision-unknown',
    tracked('appliesTo="target" currentVersion="r2"', undefined, ' version="r1"'),
    tracked('appliesTo="target" currentVersion="r1"', undefined, ' version="r1"')
  ],
  ['children-incomplete', tracked('appliesTo="target"', ''), tracked('appliesTo="target"')]
]

describe('rules of modules', () => {
  tryRules(MODULE_RULES)
})
describe('rules of annotations', () => {
  tryRules(ANNOTATIONS)
})
it('a case of a unit that switches by nothing is pointed out', () => {
  const alone = unit(SEGMENT.replace(' ', ' pgs:case="one" '))
  expect(validate(alone, 'a.xlf')).toMatchObject([{id: 'xliff-case-without-switch', level: 'warning'}])
  expect(validate(cases('plural:n', 'one'), 'a.xlf')).toEqual([])
})

it('a sub-format that is no list of names and values is pointed out', () => {
  const styled = (value: string): string => source(`<ph id="1" fs:fs="img" fs:subFs="${value}"/>`)
  const levels = (value: string): string[] =>
    validate(styled(value), 'a.xlf').map(({id, level}) => `${level} ${id}`)
  const wrong = ['noFS', 'src,a,b', 'src,c:\\docs\\alt', 'src,a\\alt,b\\', ',a']
  for (const value of wrong)
    expect([value, levels(value)]).toEqual([value, ['warning xliff-sub-format-malformed']])
  const right = ['src,a.png', 'src,c:\\\\docs\\alt,Smiling\\, nice', 'alt,']
  for (const value of right) expect([value, levels(value)]).toEqual([value, []])
})

it('an attribute of a module where it means nothing, and others may stand, is pointed out', () => {
  const levels = (xml: string): string[] => validate(xml, 'a.xlf').map(({id, level}) => `${level} ${id}`)
  const wrong = [
    source('<mrk id="1" type="x:y" slr:sizeInfo="1">a</mrk>'),
    unit(SEGMENT, ' slr:equivStorage="1"'),
    match('ref="#s1" fs:fs="p"'),
    xliff(`<file id="f1">${UNIT}</file>`, 'trgLang="fr" fs:fs="html"')
  ]
  for (const xml of wrong) expect(levels(xml)).toEqual(['warning xliff-attribute-misplaced'])
  expect(levels(unit(SEGMENT, ' fs:fs="p" slr:sizeInfo="1"'))).toEqual([])
})
