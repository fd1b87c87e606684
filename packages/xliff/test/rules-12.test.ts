import {describe, expect, it} from 'vitest'
import {growthOf, LINEAR} from './linear.ts'
import {validate} from '../src/index.ts'
import {type Rule, tryRules} from './rules.ts'

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2'
const FILE = 'original="a.txt" source-language="en" target-language="fr" datatype="plaintext"'

/** A document of one file. */
const xliff = (inside: string, attributes = FILE): string =>
  `<xliff xmlns="${NAMESPACE}" xmlns:x="urn:x" version="1.2"><file ${attributes}>${inside}</file></xliff>`
const body = (units: string, header = ''): string => xliff(`${header}<body>${units}</body>`)
const unit = (inside: string, attributes = ''): string =>
  `<trans-unit id="u1"${attributes}>${inside}</trans-unit>`
const one = (inside: string, attributes = ''): string => body(unit(inside, attributes))
const source = (content: string): string => one(`<source>${content}</source>`)
const both = (content: string, target: string): string =>
  one(`<source>${content}</source><target>${target}</target>`)
const header = (inside: string): string => body(UNIT, `<header>${inside}</header>`)
const UNIT = unit('<source>One</source><target>Un</target>')
const dated = (date: string): string => xliff(`<body>${UNIT}</body>`, `${FILE} date="${date}"`)
const bpt = (id: number, rid: string | number): string => `<bpt id="${id}" rid="${rid}">[</bpt>`
const ept = (id: number, rid: string | number): string => `<ept id="${id}" rid="${rid}">]</ept>`
const SKELETON = '<external-file href="a.skl"/>'
const PHASES = '<header><phase-group><phase phase-name="p" process-name="q"/></phase-group></header>'
const image = (phase: string): string =>
  `<bin-unit id="b" mime-type="image/png" phase-name="${phase}"><bin-source>${SKELETON}</bin-source><bin-target phase-name="${phase}">${SKELETON}</bin-target></bin-unit>`

const ERRORS: ReadonlyArray<Rule> = [
  [
    'namespace-of-other-version',
    source('a').replace('document:1.2', 'document:1.1'),
    source('a').replace('document:1.2', 'document:1.1').replace('version="1.2"', 'version="1.1"')
  ],
  [
    'namespace-of-other-version',
    source('a').replace('document:1.2', 'document:2.0'),
    source('a').replace('version="1.2"', 'version="1.0"')
  ],
  [
    'namespace-of-other-version',
    `<xliff xmlns="${NAMESPACE}" version="2.0" srcLang="en"><file id="f"><unit id="u"><segment><source>a</source></segment></unit></file></xliff>`,
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><file id="f"><unit id="u"><segment><source>a</source></segment></unit></file></xliff>`
  ],
  [
    'id-duplicate',
    source(bpt(1, 1) + bpt(2, 1) + ept(3, 1)),
    source(bpt(1, 1) + bpt(2, 2) + ept(3, 1) + ept(4, 2))
  ],
  [
    'id-duplicate',
    both('a', '<bx id="1" rid="1"/><bx id="2" rid="1"/><ex id="3" rid="1"/>'),
    both('<bx id="1" rid="1"/>a<ex id="2" rid="1"/>', '<bx id="1" rid="1"/>b<ex id="2" rid="1"/>')
  ],
  [
    'id-duplicate',
    one(`<source>a</source><seg-source>${bpt(1, 1)}${bpt(2, 1)}${ept(3, 1)}</seg-source>`),
    one(`<source>${bpt(1, 1)}${ept(2, 1)}</source><seg-source>${bpt(1, 1)}${ept(2, 1)}</seg-source>`)
  ],
  ['end-without-start', source(bpt(1, 1) + ept(2, 2)), source(bpt(1, 1) + ept(2, 1))],
  [
    'end-without-start',
    source('<bx id="1" rid="1"/><ex id="2" rid="2"/>'),
    source('<bx id="1" rid="1"/><ex id="2" rid="1"/>')
  ],
  [
    'end-without-start',
    source(`${bpt(1, 1)}<ex id="2" rid="1"/>`),
    source(`${bpt(1, 1)}<g id="3">${ept(2, 1)}</g>`)
  ],
  [
    'end-without-start',
    both(bpt(1, 1) + ept(2, 1), ept(2, 1)),
    both(bpt(1, 1) + ept(2, 1), bpt(1, 1) + ept(2, 1))
  ],
  [
    'end-without-start',
    one(`<source>a</source><alt-trans><target>${ept(1, 1)}</target></alt-trans>`),
    one(`<source>a</source><alt-trans><target>${bpt(1, 1)}${ept(2, 1)}</target></alt-trans>`)
  ],
  [
    'id-duplicate',
    header(
      '<skl><external-file href="a" uid="1"/></skl><reference><external-file href="b" uid="1"/></reference>'
    ),
    header(
      '<skl><external-file href="a" uid="1"/></skl><reference><external-file href="b" uid="2"/></reference>'
    )
  ],
  ['reference-unknown', body(image('o'), PHASES), body(image('p'), PHASES)],
  ['children-incomplete', header('<glossary/>'), header(`<glossary>${SKELETON}</glossary>`)],
  [
    'text-misplaced',
    header(`<reference>See there. ${SKELETON}</reference>`),
    header(`<reference>${SKELETON}</reference>`)
  ],
  [
    'element-misplaced',
    header('<skl><internal-file>a<x:y/></internal-file></skl>'),
    header('<skl><internal-file>a&lt;x:y/></internal-file></skl>')
  ],
  [
    'element-unknown',
    one('<source>a</source><y xmlns=""/>'),
    one('<source>a</source><x:y><y xmlns=""/></x:y>')
  ],
  [
    'element-unknown',
    xliff(`<body>${UNIT}</body>`).replace('<file', '<y xmlns=""/><file'),
    header('<tool tool-id="t" tool-name="T"><y xmlns=""/></tool>')
  ],
  ['attribute-value', dated('2026-13-01T10:00:00Z'), dated('2026-12-01T10:00:00Z')],
  ['attribute-value', dated('2026-04-31T10:00:00Z'), dated('2026-04-30T10:00:00.25+02:00')],
  ['attribute-value', dated('2026-01-01T24:00:01Z'), dated('2026-01-01T24:00:00')],
  ['attribute-value', dated('2026-01-01T10:00:00+15:00'), dated('2026-01-01T10:00:00-14:00')],
  [
    'attribute-value',
    one('<source>a</source>', ' reformat="coord size"'),
    one('<source>a</source>', ' reformat="coord font-size x-size"')
  ],
  [
    'attribute-value',
    one(
      '<source>a</source><context-group purpose="locate"><context context-type="record">a</context></context-group>'
    ),
    one(
      '<source>a</source><context-group purpose=""><context context-type="record">a</context></context-group>'
    )
  ],
  [
    'attribute-value',
    one('<source>a</source>', ' reformat="yes no"'),
    one('<source>a</source>', ' reformat="yes" translate=" yes "')
  ],
  [
    'attribute-value',
    one('<source>a</source><target state=" x-new ">b</target>'),
    one('<source>a</source><target state=" new ">b</target>')
  ],
  [
    'attribute-value',
    one('<source>a</source><note priority="0">b</note>'),
    one('<source>a</source><note priority="02">b</note>')
  ],
  ['end-without-start', source(bpt(1, '1 ') + ept(2, '2 ')), source(bpt(1, '1 ') + ept(2, ' 1'))],
  ['text-misplaced', one('\u00A0<source>a</source>'), one(' <source>\u00A0</source>')],
  ['text-misplaced', body('\u00A0' + UNIT), body(' ' + UNIT + '\n')],
  ['text-misplaced', source('<x id="1"> </x>'), source('<x id="1"></x>')],
  [
    'children-incomplete',
    one('<source>a</source><note>b</note><context-group/>'),
    one('<source>a</source><x:y><context-group/></x:y>')
  ],
  [
    'element-unknown',
    one('<source>a</source><unit/>'),
    one(
      '<source>a</source><m:match xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><unit/><source><ex id="1"/></source></m:match>'
    )
  ],
  [
    'language-not-well-formed',
    one('<source xml:lang="e n">a</source>'),
    one('<source xml:lang="">a</source>')
  ],
  [
    'element-unknown',
    one('<source>a</source><matches/>'),
    one('<source>a</source><m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"/>')
  ],
  [
    'attribute-misplaced',
    one('<source>a</source><note x:nil="true">b</note>'),
    one('<source>a</source><note xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:nil="false">b</note>')
  ]
]

const segmented = (target: string): string =>
  one(
    `<source>a</source><seg-source><g id="1"><mrk mtype="seg" mid="1">a</mrk></g></seg-source><target><g id="1">${target}</g></target>`
  )

const WARNINGS: ReadonlyArray<Rule> = [
  ['start-without-end', source(bpt(1, 1)), source(bpt(1, 1) + ept(2, 1))],
  ['start-without-end', source('<bx id="1"/>'), source('<bx id="1"/><ex id="1"/>')],
  [
    'start-without-end',
    source('<bpt id="1">[</bpt>a'),
    source('<it id="1" pos="open">[</it>a<ph id="2">x</ph>')
  ],
  ['end-without-start', source('a<ex id="1"/>'), source('a<x id="1"/>')],
  [
    'end-without-start',
    source('<bpt id="1">[</bpt><ept id="2">]</ept><ept id="1">]</ept>'),
    source('<bpt id="1">[</bpt><ept id="1">]</ept>')
  ],
  [
    'end-without-start',
    source('<bpt id="1" rid="2">[</bpt><ept id="3">]</ept>'),
    source('<bpt id="1" rid="2">[</bpt><ept id="2">]</ept>')
  ],
  ['end-before-start', source(ept(2, 1) + bpt(1, 1)), source(bpt(1, 1) + bpt(3, 2) + ept(2, 1) + ept(4, 2))],
  [
    'end-before-start',
    source('<ex id="1"/><bx id="1"/>'),
    source('<bx id="1"/><bx id="2"/><ex id="1"/><ex id="2"/>')
  ],
  [
    'copy-not-allowed',
    both('<x id="1" clone="no"/>', '<x id="1"/><x id="1"/>'),
    both('<x id="1" clone="yes"/>', '<x id="1"/><x id="1"/>')
  ],
  [
    'copy-not-allowed',
    both('<g id="1" clone="no">a</g>', '<g id="1">a</g><g id="1">b</g>'),
    both('<g id="1" clone="no">a</g><g id="1">b</g>', '<g id="1">a</g><g id="1">b</g>')
  ],
  [
    'segment-unknown',
    segmented('<mrk mtype="seg" mid="2">b</mrk>'),
    segmented('<mrk mtype="seg" mid="1">b</mrk>')
  ],
  [
    'sub-flow-unknown',
    source('<x id="1" xid="u2"/>'),
    body(
      `${unit('<source><x id="1" xid="u2"/></source>')}<trans-unit id="u2"><source>a</source></trans-unit>`
    )
  ],
  [
    'sub-flow-unknown',
    source('<ph id="1">a<sub xid="g1">b</sub></ph>'),
    source('<ph id="1">a<sub xid="u1">b</sub></ph>')
  ],
  [
    'reference-unknown',
    body(unit('<source>a</source><alt-trans phase-name="o"><target>b</target></alt-trans>'), PHASES),
    body(unit('<source>a</source><alt-trans phase-name="p"><target>b</target></alt-trans>'), PHASES)
  ],
  [
    'source-language-differs',
    one('<source xml:lang="de">a</source>'),
    one(
      '<source xml:lang="EN">a</source><alt-trans><source xml:lang="de">a</source><target>b</target></alt-trans>'
    )
  ],
  [
    'source-language-differs',
    one('<source>a</source><seg-source xml:lang="de">a</seg-source>'),
    one('<source>a</source><seg-source xml:lang="en">a</seg-source>')
  ],
  [
    'target-language-differs',
    one('<source>a</source><target xml:lang="de">b</target>'),
    one(
      '<source>a</source><target xml:lang="fr">b</target><alt-trans><target xml:lang="de">b</target></alt-trans>'
    )
  ],
  [
    'target-language-missing',
    both('a', 'b').replace('target-language="fr"', ''),
    one('<source>a</source><target xml:lang="fr">b</target>').replace('target-language="fr"', '')
  ],
  ['attribute-out-of-use', one('<source ts="a">a</source>'), one('<source x:ts="a">a</source>')],
  [
    'attribute-out-of-use',
    xliff(`<body>${UNIT}</body>`, `${FILE} tool="T"`),
    xliff(`<body>${UNIT}</body>`, `${FILE} tool="T"`).replace('version="1.2"', 'version="1.0"')
  ],
  [
    'attribute-out-of-use',
    one('<source>a</source><target restype="label">b</target>'),
    one('<source>a</source><target>b</target>', ' restype="label"')
  ],
  [
    'element-out-of-use',
    one('<source>a</source><prop-group><prop prop-type="a">b</prop></prop-group>'),
    one('<source>a</source><x:prop/>')
  ],
  [
    'candidate-with-targets',
    one('<source>a</source><alt-trans><target>b</target><target>c</target></alt-trans>'),
    one(
      '<source>a</source><alt-trans><target>b</target></alt-trans><alt-trans><target>c</target></alt-trans>'
    )
  ]
]

describe('rules of XLIFF 1.2', () => {
  tryRules(ERRORS)
})

describe('advice of XLIFF 1.2', () => {
  tryRules(WARNINGS, 'warning')

  it('is given once of a file, or of a document', () => {
    const many = '<source xml:lang="de" ts="a">a</source><target xml:lang="de" ts="a">b</target>'
    const units = [1, 2, 3].map((id) => `<trans-unit id="${id}">${many}</trans-unit>`).join('')
    const file = `<file ${FILE}><body>${units}</body></file>`
    const found = validate(body('').replace(/<file.*<\/file>/, file + file), 'a.xlf').map(({id}) => id)
    expect(found.toSorted()).toEqual([
      'xliff-attribute-out-of-use',
      'xliff-attribute-out-of-use',
      'xliff-source-language-differs',
      'xliff-source-language-differs',
      'xliff-target-language-differs',
      'xliff-target-language-differs'
    ])
  })
})

describe('very many', () => {
  const numbered = (count: number, write: (index: number) => string): string =>
    Array.from({length: count}, (_, index) => write(index)).join('')

  it.for([
    ['pairs', (count: number) => source(numbered(count, (index) => bpt(index, index) + ept(index, index)))],
    [
      'starts, then ends',
      (count: number) =>
        source(numbered(count, (index) => bpt(index, index)) + numbered(count, (index) => ept(index, index)))
    ],
    ['ends of one start', (count: number) => source(bpt(0, 0) + ept(0, 0).repeat(count))],
    ['copies', (count: number) => both('<x id="1" clone="no"/>', '<x id="1"/>'.repeat(count))],
    [
      'references',
      (count: number) => source(numbered(count, (index) => `<x id="${index}" xid="v${index}"/>`))
    ],
    [
      'inner segments',
      (count: number) => segmented(numbered(count, (index) => `<mrk mtype="seg" mid="${index}"/>`))
    ],
    [
      'tools of candidates',
      (count: number) =>
        one(
          `<source>a</source>${'<alt-trans tool="T" mid="1"><target ts="a">b</target></alt-trans>'.repeat(count)}`
        )
    ]
  ] as const)('%s in linear time', ([, many]) => {
    expect(
      growthOf((count) => {
        const xml = many(count)
        return () => validate(xml, 'a.xlf')
      }, 4000)
    ).toBeLessThan(LINEAR)
  })
})
