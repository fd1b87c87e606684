import {describe, expect, it} from 'vitest'
import {validate} from '../src/index.ts'
import {type Rule, tryRules, xliff, file, unit, source} from './rules.ts'

const CODES: ReadonlyArray<Rule> = [
  [
    'annotation-without-translate',
    source('<mrk id="1">a</mrk>'),
    source('<mrk id="1" translate="yes">a</mrk>')
  ],
  [
    'annotation-without-translate',
    source('<mrk id="1" type="generic">a</mrk>'),
    source('<mrk id="1" type="term">a</mrk>')
  ],
  [
    'annotation-without-translate',
    source('<sm id="1"/>a<em startRef="1"/>'),
    source('<sm id="1" x:y="z"/>a<em startRef="1"/>')
  ],
  [
    'end-repeated',
    source('<sc id="1"/>a<ec startRef="1"/>b<ec startRef="1"/>'),
    source('<sc id="1"/>a<ec startRef="1"/>', '<sc id="1"/>b<ec startRef="1"/>')
  ],
  [
    'end-repeated',
    source('<sm id="1" translate="no"/>a<em startRef="1"/>b<em startRef="1"/>'),
    source('<sm id="1" translate="no"/>a<em startRef="1"/>b')
  ],
  ['code-point-legal', source('<cp hex="0009"/>'), source('<cp hex="001B"/>')],
  ['code-point-legal', source('<cp hex="0085"/>'), source('<cp hex="0086"/>')],
  ['attribute-value', source('<cp hex="1B-"/>'), source('<cp hex="FFFE"/>')],
  [
    'sub-type-without-type',
    source('<pc id="1" subType="xlf:b">a</pc>'),
    source('<pc id="1" type="fmt" subType="xlf:b">a</pc>')
  ],
  [
    'sub-type-of-other-type',
    source('<ph id="1" type="fmt" subType="xlf:var"/>'),
    source('<ph id="1" type="ui" subType="xlf:var"/>')
  ],
  ['attribute-value', source('<ph id="1" type="bold"/>'), source('<ph id="1" type="quote"/>')],
  [
    'reorder-no-but-copy-or-delete',
    source('<ph id="1" canReorder="firstNo" canCopy="no"/>'),
    source('<ph id="1" canReorder="firstNo" canCopy="no" canDelete="no"/>')
  ],
  [
    'reorder-no-but-copy-or-delete',
    source('<ph id="1" canReorder="firstNo" canDelete="no"/>'),
    source('<ph id="1" canReorder="yes" canDelete="no"/>')
  ],
  ['start-without-end', source('<sc id="1"/>a'), source('<sc id="1" isolated="yes"/>a')],
  [
    'start-isolated-with-end',
    source('<sc id="1" isolated="yes"/>a<ec startRef="1"/>'),
    source('<sc id="1"/>a<ec startRef="1"/>')
  ],
  ['end-before-start', source('<ec startRef="1"/>a<sc id="1"/>'), source('<sc id="1"/>a<ec startRef="1"/>')],
  ['end-without-start', source('<ec startRef="1"/>'), source('<ec id="1" isolated="yes"/>')],
  ['end-id-or-start-ref', source('<ec id="1"/>'), source('<ec id="1" isolated="yes"/>')],
  [
    'end-id-or-start-ref',
    source('<sc id="1"/>a<ec id="2" startRef="1"/>'),
    source('<sc id="1"/>a<ec startRef="1"/>')
  ],
  [
    'end-id-or-start-ref',
    source('<ec id="1" isolated="yes" startRef="2"/>'),
    source('<ec id="1" isolated="yes"/>')
  ],
  [
    'end-with-direction',
    source('<sc id="1" dir="rtl"/>a<ec startRef="1" dir="rtl"/>'),
    source('<sc id="1" dir="rtl"/>a<ec startRef="1"/>')
  ],
  ...['canCopy', 'canDelete', 'canOverlap'].map((hint): Rule => [
    'end-hint-differs',
    source(`<sc id="1" ${hint}="no"/>a<ec startRef="1"/>`),
    source(`<sc id="1" ${hint}="no"/>a<ec startRef="1" ${hint}="no"/>`)
  ]),
  [
    'end-hint-differs',
    source(
      '<sc id="1" canReorder="firstNo" canCopy="no" canDelete="no"/>a<ec startRef="1" canCopy="no" canDelete="no"/>'
    ),
    source(
      '<sc id="1" canReorder="firstNo" canCopy="no" canDelete="no"/>a<ec startRef="1" canReorder="no" canCopy="no" canDelete="no"/>'
    )
  ],
  [
    'end-hint-differs',
    source('<sc id="1" type="fmt" subType="x:a"/>a<ec startRef="1" type="fmt" subType="x:b"/>'),
    source('<sc id="1" type="fmt" subType="x:a"/>a<ec startRef="1" type="fmt" subType="x:a"/>')
  ],
  [
    'data-ref-unknown',
    source('<ph id="1" dataRef="d"/>'),
    unit(
      '<originalData><data id="d">x</data></originalData><segment><source><ph id="1" dataRef="d"/></source></segment>'
    )
  ],
  [
    'data-ref-unknown',
    unit(
      '<originalData><data id="d">x</data></originalData><segment><source><pc id="1" dataRefStart="d" dataRefEnd="e">a</pc></source></segment>'
    ),
    unit(
      '<originalData><data id="d">x</data></originalData><segment><source><pc id="1" dataRefStart="d" dataRefEnd="d">a</pc></source></segment>'
    )
  ],
  [
    'sub-flow-unknown',
    source('<pc id="1" subFlowsStart="u2">a</pc>'),
    file(
      `<unit id="u2"><segment><source>x</source></segment></unit><unit id="u1"><segment><source><pc id="1" subFlowsStart="u2" subFlowsEnd="u2 u1">a</pc></source></segment></unit>`
    )
  ],
  [
    'copy-with-data',
    unit(
      '<originalData><data id="d">x</data></originalData><segment><source><ph id="1"/><ph id="2" copyOf="1" dataRef="d"/></source></segment>'
    ),
    source('<ph id="1"/><ph id="2" copyOf="1"/>')
  ],
  [
    'copy-of-code-with-data',
    unit(
      '<originalData><data id="d">x</data></originalData><segment><source><ph id="1" dataRef="d"/><ph id="2" copyOf="1"/></source></segment>'
    ),
    source('<ph id="1"/><ph id="2" copyOf="1"/>')
  ],
  [
    'copy-of-unknown',
    source('<ph id="1"/><pc id="2" copyOf="1">a</pc>'),
    source('<pc id="1">b</pc><pc id="2" copyOf="1">a</pc>')
  ],
  ['copy-of-unknown', source('<ph id="2" copyOf="3"/>'), source('<ph id="3"/><ph id="2" copyOf="3"/>')],
  [
    'copy-not-allowed',
    source('<ph id="1" canCopy="no"/><ph id="2" copyOf="1"/>'),
    source('<ph id="1" canCopy="yes"/><ph id="2" copyOf="1"/>')
  ],
  [
    'code-not-deletable',
    source('<ph id="1" canDelete="no"/>a', 'b'),
    source('<ph id="1" canDelete="no"/>a', 'b<ph id="1" canDelete="no"/>')
  ],
  ['code-not-deletable', source('<pc id="1" canDelete="no">a</pc>', 'b'), source('<pc id="1">a</pc>', 'b')],
  [
    'id-not-that-of-source',
    source('<ph id="1"/>', '<pc id="1">a</pc>'),
    source('<pc id="1">a</pc>', '<sc id="1"/>a<ec startRef="1"/>')
  ],
  [
    'annotation-without-end',
    source('<sm id="1" translate="no"/>a'),
    source('<sm id="1" translate="no"/>a<em startRef="1"/>')
  ],
  [
    'annotation-without-start',
    source('<em startRef="1"/>a<sm id="1" translate="no"/>'),
    source('<sm id="1" translate="no"/>a<em startRef="1"/>')
  ],
  [
    'comment-value-or-ref',
    source('<mrk id="m" type="comment" value="a" ref="#n=n">b</mrk>'),
    source('<mrk id="m" type="comment" value="a">b</mrk>')
  ],
  [
    'comment-value-or-ref',
    source('<sm id="m" type="comment"/>a<em startRef="m"/>'),
    source('<sm id="m" type="comment" value="a"/>a<em startRef="m"/>')
  ],
  [
    'attribute-value',
    source('<mrk id="m" type="remark">a</mrk>'),
    source('<mrk id="m" type="x:remark">a</mrk>')
  ]
]

const commented = (ref: string): string =>
  file(
    `<notes><note id="f">x</note></notes><unit id="u1"><notes><note id="n">x</note></notes><segment id="s1"><source><mrk id="m" type="comment" ref="${ref}">a</mrk></source></segment></unit>`
  )
const generic = (ref: string): string =>
  xliff(
    `<file id="f1"><notes><note id="n">x</note></notes><group id="g1"><unit id="u1"><x:y id="e"/><segment id="s1"><source><mrk id="m" type="x:y" ref="${ref}">a</mrk></source><target><mrk id="t" type="x:y">b</mrk></target></segment></unit></group></file>`
  )

/** A reference to an element of somebody else's, called with a prefix or without. */
const foreign = (name: string, ref: string): string =>
  unit(
    `<${name} xmlns="urn:y" xmlns:my="urn:y" id="e"/><segment id="s1"><source><mrk id="m" type="x:y" ref="${ref}">a</mrk></source></segment>`
  )

const grouped = (ref: string): string => {
  const inner = (id: string, content: string): string =>
    `<unit id="${id}"><segment id="s1"><source>${content}</source></segment></unit>`
  const marked = inner('u1', `<mrk id="m" type="x:y" ref="${ref}">a</mrk>`)
  return file(`<group id="g1">${inner('u2', 'b')}</group><group id="g2">${marked}</group>`)
}

const HELD = 'canCopy="no" canDelete="no"'
const [first, next] = ['firstNo', 'no'].map((reorder) => `canReorder="${reorder}" ${HELD}`)
const [ph1, ph2, ph3] = [`<ph id="1" ${first}/>`, `<ph id="2" ${next}/>`, `<ph id="3" ${next}/>`]
const around = (inside: string): string => `<pc id="1" ${first}>a${inside}</pc>`
const halves = (inside: string): string =>
  `<sc id="1" ${first}/>a${inside}<ec startRef="1" canReorder="no" ${HELD}/>`

const SEQUENCES: ReadonlyArray<Rule> = [
  ['sequence-reordered', source(ph1 + ph2 + ph3, ph1 + ph3 + ph2), source(ph1 + ph2 + ph3, ph1 + ph2 + ph3)],
  // What stands in a pair stays in it, and what follows it stays behind.
  ['sequence-reordered', source(around(ph2), around('') + ph2), source(around(ph2), around(ph2))],
  [
    'sequence-reordered',
    source(around('') + ph2, around(ph2)),
    source(around('') + ph2, `b${around('')}${ph2}`)
  ],
  ['sequence-reordered', source(around('') + ph2, halves(ph2)), source(around('') + ph2, halves('') + ph2)],
  ['sequence-reordered', source(halves(ph2), around('') + ph2), source(halves(ph2), around(ph2))]
]

describe('rules of codes that keep their order', () => {
  tryRules(SEQUENCES)
})

const FRAGMENTS: ReadonlyArray<Rule> = [
  ['comment-ref-not-note', commented('#m'), commented('#n=n')],
  ['comment-ref-not-note', commented('#n=x'), commented('#/f=f1/u=u1/n=n')],
  ['comment-ref-not-note', commented('#/f=f1/n=f'), commented('#u=u1/n=n')],
  ['comment-ref-not-note', commented('n'), commented('#n=n')],
  ['fragment-order', generic('#/u=u1/f=f1'), generic('#/f=f1/u=u1')],
  ['fragment-order', generic('#/f=f1/u=u1/g=g1'), generic('#/f=f1/g=g1')],
  ['fragment-unresolved', grouped('#/f=f1/g=g1/u=u1'), grouped('#/f=f1/g=g1/u=u2')],
  ['fragment-unresolved', grouped('#g=g2/u=u2/s1'), grouped('#g=g1/u=u2/s1')],
  ['fragment-unresolved', grouped('#g=g1/u=u1/s1'), grouped('#u=u1/s1')],
  ['fragment-order', generic('#u=u1/m/s1'), generic('#u=u1/m')],
  ['fragment-order', generic('#m/u=u1'), generic('#/f=f1/u=u1/m')],
  ['fragment-order', generic('#/f=f1/f=f1'), generic('#/f=f1')],
  [
    'fragment-prefix-too-short',
    generic('#z=1'),
    generic('#n=n')
      .replace('<x:y', '<notes><note id="n">a</note></notes><x:z')
      .replace(
        '<notes><note id="n">a</note></notes><x:z id="e"/>',
        '<x:z id="e"/><notes><note id="n">a</note></notes>'
      )
  ],
  ['fragment-not-nmtoken', generic('#u=u1/m m'), generic('#u=u1/m')],
  ['fragment-not-nmtoken', generic('#'), generic('#m')],
  ['fragment-unresolved', generic('#/f=f2'), generic('#/f=f1/n=n')],
  ['fragment-unresolved', generic('#t=m'), generic('#t=t')],
  ['fragment-unresolved', generic('#u=u2/m'), generic('#u=u1/t=t')],
  ['fragment-unresolved', generic('#d=d'), generic('#/f=f1/u=u1/s1')],
  // An extension is called as the file calls it: by its prefix, or by any where it has none.
  ['fragment-unresolved', foreign('my:elem', '#my=f'), foreign('my:elem', '#my=e')],
  ['fragment-unresolved', foreign('my:elem', '#xyz=e'), foreign('my:elem', '#/f=f1/u=u1/my=e')],
  ['fragment-unresolved', foreign('elem', '#xyz=f'), foreign('elem', '#xyz=e')]
]

it('a pair of which one side alone says something is pointed out', () => {
  const found = (attributes: string): string[] =>
    validate(source(`<pc id="1" ${attributes}>a</pc>`), 'a.xlf').map(({id, level}) => `${level} ${id}`)
  expect(found('equivStart="a"')).toEqual(['warning xliff-pair-one-sided'])
  expect(found('equivEnd="a"')).toEqual(['warning xliff-pair-one-sided'])
  expect(found('equivStart="a" equivEnd="" dispStart="b"')).toEqual([])
})

describe('rules of inline codes', () => {
  tryRules(CODES)
})
describe('rules of fragment identifiers', () => {
  tryRules(FRAGMENTS)
})
