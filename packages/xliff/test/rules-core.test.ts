import {describe} from 'vitest'
import {type Rule, tryRules, xliff, beside, file, unit, source, SEGMENT, UNIT} from './rules.ts'

/** As XLIFF 2.2. */
const in22 = (xml: string): string => xml.replace('version="2.1"', 'version="2.2"')

const NOTE = '<notes><note ref="#f=f1">a</note></notes>'

const CORE: ReadonlyArray<Rule> = [
  ['attribute-misplaced', file(NOTE + UNIT), in22(file(NOTE + UNIT))],
  [
    'element-misplaced',
    xliff(`<notes><note>a</note></notes><file id="f1">${UNIT}</file>`),
    in22(xliff(`<notes><note>a</note></notes><file id="f1">${UNIT}</file>`))
  ],
  ['attribute-value', beside('<x:y xml:id="1"/>'), beside('<x:y xml:id="a1"/>')],
  ['attribute-value', unit(SEGMENT, ' xml:id="1"'), unit(SEGMENT, ' xml:id="a1" xml:base="b"')],
  [
    'attribute-misplaced',
    source('a').replace('<source', '<source xml:id="a1"'),
    unit(SEGMENT, ' xml:id="a1"')
  ],
  [
    'attribute-value',
    source('<mrk id="1" translate="no" ref=":a">a</mrk>'),
    source('<mrk id="1" translate="no" ref="a/b:c">a</mrk>')
  ],
  [
    'attribute-value',
    source('<mrk id="1" translate="no" ref="1a:b">a</mrk>'),
    source('<mrk id="1" translate="no" ref="urn:b">a</mrk>')
  ],
  ['attribute-value', beside('<x:y xml:space="odd"/>'), beside('<x:y xml:space="preserve" space="odd"/>')],
  [
    'language-not-well-formed',
    beside('<x:y><x:z xml:lang="f!"/></x:y>'),
    beside('<x:y xml:lang=""><x:z xml:lang="fr"/></x:y>')
  ],
  ['children-incomplete', xliff(''), file(UNIT)],
  ['children-incomplete', file('<notes/>' + UNIT), file('<notes><note>n</note></notes>' + UNIT)],
  [
    'children-incomplete',
    unit('<originalData/>' + SEGMENT),
    unit('<originalData><data id="d">x</data></originalData>' + SEGMENT)
  ],
  [
    'attribute-value',
    file(UNIT).replace('version="2.1"', 'version="2"'),
    file(UNIT).replace('version="2.1"', 'version="2.2"')
  ],
  [
    'children-incomplete',
    unit('<segment><target>b</target></segment>'),
    unit('<segment><source>a</source></segment>')
  ],
  [
    'element-misplaced',
    unit('<segment><source>a</source><source>b</source></segment>'),
    unit('<ignorable><source>a</source></ignorable>' + SEGMENT)
  ],
  ['element-misplaced', unit('<segment><source>a</source><x:y/></segment>'), unit('<x:y/>' + SEGMENT)],
  ['element-misplaced', xliff(`<x:y/><file id="f">${UNIT}</file>`), file('<x:y/>' + UNIT)],
  [
    'element-misplaced',
    unit('<originalData><data id="d"><x:y/></data></originalData>' + SEGMENT),
    unit('<originalData><data id="d"><cp hex="0001"/></data></originalData>' + SEGMENT)
  ],
  ['element-misplaced', file(UNIT + '<x:y/>'), file('<x:y/>' + UNIT)],
  ['attribute-misplaced', source('a').replace('<source', '<source x:y="z"'), unit(SEGMENT, ' x:y="z"')],
  ['attribute-misplaced', unit('<segment x:y="z"><source>a</source></segment>'), unit(SEGMENT, ' x:y="z"')],
  ['attribute-misplaced', source('<ph id="1" x:y="z"/>'), source('<mrk id="1" x:y="z">a</mrk>')],
  ['id-not-nmtoken', file(`<unit id="/1">${SEGMENT}</unit>`), file(`<unit id="1.a:b_-">${SEGMENT}</unit>`)],
  ['id-not-nmtoken', xliff(`<file id="">${UNIT}</file>`), file(UNIT)],
  [
    'id-duplicate',
    xliff(`<file id="f">${UNIT}</file><file id="f">${UNIT}</file>`),
    xliff(`<file id="f">${UNIT}</file><file id="g">${UNIT}</file>`)
  ],
  [
    'id-duplicate',
    file('<group id="a"><group id="a"/></group>'),
    file('<group id="u1"><group id="a"/></group>' + UNIT)
  ],
  ['id-duplicate', file(UNIT + UNIT), file(`${UNIT}<group id="g"><unit id="u2">${SEGMENT}</unit></group>`)],
  [
    'id-duplicate',
    file(`<group id="g"><notes><note id="n">a</note><note id="n">b</note></notes></group>`),
    file(`<notes><note id="n">a</note></notes><group id="g"><notes><note id="n">b</note></notes></group>`)
  ],
  [
    'id-duplicate',
    unit(`${SEGMENT}<ignorable id="s1"><source> </source></ignorable>`),
    unit(`${SEGMENT}<ignorable id="i1"><source> </source></ignorable>`)
  ],
  [
    'id-duplicate',
    unit('<segment id="1"><source><ph id="1"/></source></segment>'),
    source('<ph id="1"/>', '<ph id="1"/>')
  ],
  [
    'id-duplicate',
    unit('<originalData><data id="d">a</data><data id="d">b</data></originalData>' + SEGMENT),
    unit('<notes><note id="d">n</note></notes><originalData><data id="d">a</data></originalData>' + SEGMENT)
  ],
  ['id-duplicate', unit('<x:y id="1"><x:z id="1"/></x:y>' + SEGMENT), unit('<x:y id="1"/>' + SEGMENT)],
  [
    'language-not-well-formed',
    xliff(`<file id="f">${UNIT}</file>`, 'trgLang="f r"'),
    xliff(`<file id="f">${UNIT}</file>`, 'trgLang="fr-CA"')
  ],
  [
    'language-not-well-formed',
    unit('<segment><source>a</source><target xml:lang="f_r">b</target></segment>'),
    unit('<segment><source>a</source><target xml:lang="FR">b</target></segment>')
  ],
  [
    'target-language-differs',
    unit('<segment><source>a</source><target xml:lang="de">b</target></segment>'),
    unit('<segment><source xml:lang="en">a</source><target xml:lang="fr">b</target></segment>')
  ],
  [
    'source-language-differs',
    unit('<segment><source>a</source></segment>', ' xml:lang="de"'),
    unit('<segment><source>a</source></segment>', ' xml:lang="en"')
  ],
  [
    'target-language-differs',
    file(UNIT, ' xml:lang="en"'),
    unit('<segment><source>a</source></segment>', ' xml:lang="en"')
  ],
  [
    'source-language-differs',
    file(UNIT, ' xml:lang="fr"'),
    file(
      '<unit id="u1" xml:lang="fr"><segment><source xml:lang="en">a</source><target>b</target></segment></unit>',
      ' xml:lang="de"'
    )
  ],
  [
    'space-differs',
    unit('<segment><source xml:space="preserve">a</source><target>b</target></segment>'),
    unit('<segment><source xml:space="preserve">a</source><target xml:space="preserve">b</target></segment>')
  ],
  [
    'skeleton-href-or-content',
    file('<skeleton href="a">x</skeleton>' + UNIT),
    file('<skeleton>x</skeleton>' + UNIT)
  ],
  ['skeleton-href-or-content', file('<skeleton/>' + UNIT), file('<skeleton href="a"/>' + UNIT)],
  [
    'sub-state-without-state',
    unit('<segment subState="a:b"><source>a</source></segment>'),
    unit('<segment state="initial" subState="a:b"><source>a</source></segment>')
  ],
  [
    'value-not-user-defined',
    unit('<segment state="initial" subState="ab"><source>a</source></segment>'),
    unit(SEGMENT, ' type="a:b"')
  ],
  ['value-not-user-defined', unit(SEGMENT, ' type="type"'), unit(SEGMENT, ' type="x:type"')],
  [
    'state-without-target',
    unit('<segment state="translated"><source>a</source></segment>'),
    unit('<segment state="initial"><source>a</source></segment>')
  ],
  [
    'order-too-large',
    unit('<segment><source>a</source><target order="2">b</target></segment>'),
    unit('<segment><source>a</source><target order="1">b</target></segment>')
  ],
  [
    'order-duplicate',
    unit(
      '<segment><source>a</source><target order="1">b</target></segment><segment><source>c</source><target order="1">d</target></segment>'
    ),
    unit(
      '<segment><source>a</source><target order="2">b</target></segment><segment><source>c</source><target order="1">d</target></segment>'
    )
  ],
  [
    'order-duplicate',
    unit(
      '<segment><source>a</source><target order="2">b</target></segment><segment><source>c</source><target>d</target></segment>'
    ),
    unit(
      '<segment><source>a</source><target order="3">b</target></segment><ignorable><source> </source></ignorable><segment><source>c</source><target order="1">d</target></segment>'
    )
  ],
  [
    'attribute-value',
    unit('<segment><source>a</source><target order="0">b</target></segment>'),
    unit('<segment><source>a</source><target order="01">b</target></segment>')
  ],
  [
    'attribute-value',
    file('<notes><note priority="11">a</note></notes>' + UNIT),
    file('<notes><note priority="10">a</note></notes>' + UNIT)
  ],
  [
    'attribute-value',
    unit('<originalData><data id="d" xml:space="default">a</data></originalData>' + SEGMENT),
    unit('<originalData><data id="d" xml:space="preserve">a</data></originalData>' + SEGMENT)
  ]
]

describe('rules of the core', () => {
  tryRules(CORE)
})
