import type {Bitext, Candidate, MetaGroup} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {read, validate, writeHandoff, writeRecord} from '../src/index.ts'

function bitextOf(xml: string): Bitext {
  const {files, diagnostics} = read(xml, 'a.xlf')
  expect(diagnostics).toEqual([])
  return files[0]!.bitext
}

const in20 = (unit: string, file = ''): string =>
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"' +
  ' xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.0" srcLang="en" trgLang="fr">' +
  `<file id="f">${file}<unit id="u">${unit}<segment id="s1"><source>One</source></segment></unit></file></xliff>`

const in12 = (unit: string, header = ''): string =>
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" datatype="x"' +
  ` source-language="en" target-language="fr">${header}<body><trans-unit id="u"><source>One</source>${unit}` +
  '</trans-unit></body></file></xliff>'

const METADATA =
  '<mda:metadata><mda:metaGroup id="g1" category="review" appliesTo="target">' +
  '<mda:meta type="by">Ana &amp; Bo</mda:meta>' +
  '<mda:metaGroup category="score"><mda:meta type="lqa">97</mda:meta></mda:metaGroup>' +
  '</mda:metaGroup></mda:metadata>'

const GROUPS: MetaGroup[] = [
  {
    id: 'g1',
    category: 'review',
    appliesTo: 'target',
    entries: [
      {type: 'by', value: 'Ana & Bo'},
      {category: 'score', entries: [{type: 'lqa', value: '97'}]}
    ]
  }
]

describe('what tools note for themselves', () => {
  it('is read of a unit and of a file, and written again beside ours', () => {
    const bitext = bitextOf(in20(METADATA, METADATA))
    expect(bitext.metadata).toEqual(GROUPS)
    expect(bitext.units[0]!.metadata).toEqual(GROUPS)
    const [unit] = bitext.units
    const record = writeRecord({...bitext, skeleton: 'k', units: [{...unit!, built: 'b'}]})
    expect(bitextOf(record)).toMatchObject({metadata: GROUPS, skeleton: 'k'})
    expect(bitextOf(record).units[0]).toMatchObject({metadata: GROUPS, built: 'b'})
    const handoff = writeHandoff([bitext], {version: '2.0'})
    expect(bitextOf(handoff)).toMatchObject({metadata: GROUPS, units: [{metadata: GROUPS}]})
    for (const xml of [record, handoff]) expect(validate(new TextEncoder().encode(xml), 'a.xlf')).toEqual([])
  })

  it('is not written where it would make a file invalid', () => {
    const bitext = bitextOf(in20(METADATA.replace('</mda:metadata>', '<mda:metaGroup/></mda:metadata>')))
    expect(bitext.units[0]!.metadata).toEqual(GROUPS)
    const twice = {...bitext, metadata: [...GROUPS, ...GROUPS]}
    const record = writeRecord(twice)
    expect(validate(new TextEncoder().encode(record), 'a.xlf')).toEqual([])
    expect(record.match(/ id="g1"/g)).toHaveLength(2)
  })

  it('is read of what XLIFF 2.2 has before its files, and so are notes', () => {
    const xml = in20('').replace('<file', `<notes><note>For all.</note></notes>${METADATA}<file`)
    expect(bitextOf(xml.replace('version="2.0"', 'version="2.2"'))).toMatchObject({
      comments: [{text: 'For all.'}],
      metadata: GROUPS
    })
  })

  it('is read of properties in 1.2', () => {
    const properties = '<prop-group name="review"><prop prop-type="by">Ana</prop></prop-group>'
    const bitext = bitextOf(in12(properties, `<header>${properties}</header>`))
    const groups = [{category: 'review', entries: [{type: 'by', value: 'Ana'}]}]
    expect(bitext).toMatchObject({metadata: groups, units: [{metadata: groups}]})
  })
})

describe('what tools propose', () => {
  const kindsOf = (xml: string): (readonly [Candidate['kind'], string | undefined])[] =>
    bitextOf(xml).units[0]!.pairs[0]!.candidates.map(({kind, origin}) => [kind, origin])

  it('is of the kind that a match says', () => {
    const match = (attributes: string): string =>
      `<mtc:match ref="#s1" ${attributes}><source>One</source><target>Un</target></mtc:match>`
    const xml = in20(
      `<mtc:matches>${match('type="mt" origin="Engine"')}${match('type="am"')}${match('type="ebm"')}` +
        `${match('type="tb"')}${match('type="icm"')}${match('type="tm" similarity="100.0"')}` +
        `${match('similarity="80.0"')}${match('type="mt" subType="pas:previous"')}</mtc:matches>`
    )
    expect(kindsOf(xml)).toEqual([
      ['machine', 'Engine'],
      ['assembled', undefined],
      ['assembled', undefined],
      ['term', undefined],
      ['ice', undefined],
      ['exact', undefined],
      ['fuzzy', undefined],
      ['previous', undefined]
    ])
  })

  it('is of the kind that an alternative of 1.2 says', () => {
    const alternative = (attributes: string, target = ''): string =>
      `<alt-trans ${attributes}><target${target}>Un</target></alt-trans>`
    const xml = in12(
      alternative('alttranstype="previous-version" origin="TM1"') +
        alternative('alttranstype="rejected"') +
        alternative('match-quality="70"', ' state-qualifier="mt-suggestion"') +
        alternative('match-quality="100"', ' state-qualifier="leveraged-tm"') +
        alternative('', ' state-qualifier="leveraged-glossary"')
    )
    expect(kindsOf(xml)).toEqual([
      ['previous', 'TM1'],
      ['rejected', undefined],
      ['machine', undefined],
      ['exact', undefined],
      ['term', undefined]
    ])
  })
})
