import {source, unit} from '../../packages/xliff/test/rules.ts'
import {rule} from './validity-row.ts'

const DATA = '<originalData><data id="d">x</data></originalData>'
const withData = (content: string): string => unit(`${DATA}<segment><source>${content}</source></segment>`)
const fixed = (id: number, reorder: string): string =>
  `<ph id="${id}" canReorder="${reorder}" canCopy="no" canDelete="no"/>`
const pair = (start: string, end: string): string => source(`<sc id="1"${start}/>a<ec startRef="1"${end}/>`)
const annotated = (attributes: string): string => source(`<mrk id="m" ${attributes}>a</mrk>`)
const commented = (ref: string): string =>
  unit(
    `<notes><note id="n">x</note></notes><segment id="s1"><source><mrk id="m" type="comment" ref="${ref}">a</mrk></source></segment>`
  )
const referring = (ref: string): string => annotated(`type="x:y" ref="${ref}"`)
const plain = source('a')

/** Rules of inline codes, of annotations, and of what refers to something else. */
export const validityCodes = {
  'xliff-id-not-that-of-source': rule(
    source('<ph id="1"/>', '<pc id="1">a</pc>'),
    source('<ph id="1"/>', '<ph id="1"/>')
  ),
  'xliff-code-point-legal': rule(source('<cp hex="0041"/>'), source('A')),
  'xliff-sub-type-without-type': rule(
    source('<pc id="1" subType="xlf:b">a</pc>'),
    source('<pc id="1" type="fmt" subType="xlf:b">a</pc>')
  ),
  'xliff-sub-type-of-other-type': rule(
    source('<ph id="1" type="fmt" subType="xlf:var"/>'),
    source('<ph id="1" type="ui" subType="xlf:var"/>')
  ),
  'xliff-reorder-no-but-copy-or-delete': rule(
    source('<ph id="1" canReorder="firstNo" canCopy="no"/>'),
    source(fixed(1, 'firstNo'))
  ),
  'xliff-end-id-or-start-ref': rule(source('<ec id="1"/>'), source('<ec id="1" isolated="yes"/>')),
  'xliff-end-with-direction': rule(pair(' dir="rtl"', ' dir="rtl"'), pair(' dir="rtl"', '')),
  'xliff-data-ref-unknown': rule(source('<ph id="1" dataRef="d"/>'), withData('<ph id="1" dataRef="d"/>')),
  'xliff-sub-flow-unknown': rule(source('<ph id="1" subFlows="u9"/>'), source('<ph id="1"/>')),
  'xliff-copy-with-data': rule(
    withData('<ph id="1"/><ph id="2" copyOf="1" dataRef="d"/>'),
    source('<ph id="1"/><ph id="2" copyOf="1"/>')
  ),
  'xliff-copy-of-unknown': rule(
    source('<ph id="2" copyOf="3"/>'),
    source('<ph id="3"/><ph id="2" copyOf="3"/>')
  ),
  'xliff-copy-not-allowed': rule(
    source('<ph id="1" canCopy="no"/><ph id="2" copyOf="1"/>'),
    source('<ph id="1" canCopy="yes"/><ph id="2" copyOf="1"/>')
  ),
  'xliff-copy-of-code-with-data': rule(
    withData('<ph id="1" dataRef="d"/><ph id="2" copyOf="1"/>'),
    source('<ph id="1"/><ph id="2" copyOf="1"/>')
  ),
  'xliff-start-isolated-with-end': rule(pair(' isolated="yes"', ''), pair('', '')),
  'xliff-start-without-end': rule(source('<sc id="1"/>a'), pair('', '')),
  'xliff-end-without-start': rule(source('<ec startRef="1"/>'), pair('', '')),
  'xliff-end-before-start': rule(source('<ec startRef="1"/>a<sc id="1"/>'), pair('', '')),
  'xliff-end-repeated': rule(source('<sc id="1"/>a<ec startRef="1"/><ec startRef="1"/>'), pair('', '')),
  'xliff-pair-one-sided': rule(
    source('<pc id="1" equivStart="a">a</pc>'),
    source('<pc id="1" equivStart="a" equivEnd="b">a</pc>')
  ),
  'xliff-end-hint-differs': rule(pair(' canCopy="no"', ''), pair(' canCopy="no"', ' canCopy="no"')),
  'xliff-annotation-without-end': rule(
    source('<sm id="1" translate="no"/>a'),
    source('<sm id="1" translate="no"/>a<em startRef="1"/>')
  ),
  'xliff-annotation-without-translate': rule(annotated(''), annotated('translate="yes"')),
  'xliff-annotation-without-start': rule(
    source('<em startRef="1"/>a<sm id="1" translate="no"/>'),
    source('<sm id="1" translate="no"/>a<em startRef="1"/>')
  ),
  'xliff-sequence-without-first': rule(source(fixed(1, 'no')), source(fixed(1, 'firstNo'))),
  'xliff-sequence-interrupted': rule(
    source(`${fixed(1, 'firstNo')}<ph id="2"/>${fixed(3, 'no')}`),
    source(fixed(1, 'firstNo') + fixed(3, 'no'))
  ),
  'xliff-sequence-reordered': rule(
    source(fixed(1, 'firstNo') + fixed(2, 'no'), fixed(2, 'no') + fixed(1, 'firstNo')),
    source(fixed(1, 'firstNo') + fixed(2, 'no'), fixed(1, 'firstNo') + fixed(2, 'no'))
  ),
  'xliff-code-not-deletable': rule(
    source('<ph id="1" canDelete="no"/>a', 'b'),
    source('<ph id="1" canDelete="no"/>a', 'b<ph id="1" canDelete="no"/>')
  ),
  'xliff-comment-value-or-ref': rule(annotated('type="comment"'), annotated('type="comment" value="b"')),
  'xliff-comment-ref-not-note': rule(commented('#m'), commented('#n=n')),
  'xliff-fragment-not-nmtoken': rule(referring('#'), plain),
  'xliff-fragment-prefix-too-short': rule(referring('#z=1'), plain),
  'xliff-fragment-order': rule(referring('#/u=u1/f=f1'), referring('#/f=f1/u=u1')),
  'xliff-fragment-unresolved': rule(referring('#u=u2/m'), referring('#u=u1/m'))
}
