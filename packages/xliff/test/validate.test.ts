import {spawnSync} from 'node:child_process'
import {globSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {Pair, Unit} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {validate, writeHandoff, writeRecord} from '../src/index.ts'
import {bitext, sound} from './arbitraries.ts'
import {DATA, hasData, hasSchemas} from './validate-xml.ts'

const errors = (input: string | Uint8Array): string[] => [
  ...new Set(
    validate(input, 'a.xlf')
      .filter(({level}) => level === 'error')
      .map(({id}) => id.replace('xliff-', ''))
  )
]

/** A pair whose target has the codes of its source, or which is not begun. */
function faithful(pair: Pair): Pair {
  const candidates = pair.candidates.map((each) => ({...each, target: ['~', ...each.source]}))
  return pair.target
    ? {...pair, candidates, target: ['~', ...pair.source]}
    : {...pair, candidates, state: 'initial'}
}

describe('what this package writes', () => {
  it('is valid', () => {
    fc.assert(
      fc.property(sound, (any) => {
        const written = {...any, units: any.units.map((unit) => ({...unit, pairs: unit.pairs.map(faithful)}))}
        expect(errors(writeHandoff([written], {version: '2.0'}))).toEqual([])
        expect(errors(writeRecord(written))).toEqual([])
      }),
      {numRuns: 60}
    )
  })

  it('breaks nothing but the rules on codes where a translator broke them', () => {
    const ofTranslators = /^(?:id-not-that-of-source|sub-type-of-other-type|end-hint-differs)$/
    fc.assert(
      fc.property(bitext, (written) => {
        const begun = {...written, units: written.units.map(asIs), removed: written.removed.map(asIs)}
        expect(errors(writeRecord(begun)).filter((id) => !ofTranslators.test(id))).toEqual([])
      }),
      {numRuns: 60}
    )
  })
})

/** A unit in which nothing is done that has no target. */
function asIs(unit: Unit): Unit {
  return {...unit, pairs: unit.pairs.map((pair) => (pair.target ? pair : faithful(pair)))}
}

const file = (inside: string, head = 'trgLang="fr"'): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" version="2.0" srcLang="en" ${head}><file id="f1">${inside}</file></xliff>`
const unit = (inside: string): string => file(`<unit id="u1">${inside}</unit>`)
const segment = (source: string, target?: string): string =>
  `<segment><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`
const fixed = (id: number, reorder: string): string =>
  `<ph id="${id}" canReorder="${reorder}" canCopy="no" canDelete="no"/>`

describe('constraints', () => {
  it.each([
    ['', unit(segment('a', 'b'))],
    ['not-well-formed', '<xliff'],
    ['not-xliff', '<html/>'],
    ['children-incomplete', file('')],
    ['element-misplaced', unit(`${segment('a')}<body/>`)],
    ['element-unknown', unit(`${segment('a')}<body/>`)],
    ['attribute-missing', file(`<unit>${segment('a')}</unit>`)],
    ['attribute-value', unit('<segment state="done"><source>a</source></segment>')],
    ['attribute-misplaced', unit('<segment order="1"><source>a</source></segment>')],
    ['text-misplaced', unit(`a${segment('a')}`)],
    ['id-not-nmtoken', unit(segment('<ph id="a b"/>'))],
    ['id-duplicate', unit(segment('<ph id="1"/><ph id="1"/>'))],
    ['id-duplicate', unit(`${segment('<ph id="1"/>')}${segment('<ph id="1"/>')}`)],
    ['id-not-that-of-source', unit(segment('<ph id="1"/>', '<pc id="1">a</pc>'))],
    ['', unit(segment('<pc id="1">a</pc>', '<sc id="1"/>a<ec startRef="1"/>'))],
    ['language-not-well-formed', file(`<unit id="u1">${segment('a')}</unit>`, 'trgLang="fr_FR"')],
    ['target-language-missing', file(`<unit id="u1">${segment('a', 'b')}</unit>`, '')],
    ['unit-without-segment', unit('<ignorable><source/></ignorable>')],
    [
      'order-duplicate',
      unit(`${segment('a', 'b').replace('<target', '<target order="2"')}${segment('c', 'd')}`)
    ],
    ['end-hint-differs', unit(segment('<sc id="1" canCopy="no"/>a<ec startRef="1"/>'))],
    ['end-hint-differs', unit(segment('<sc id="1" type="fmt"/>a<ec startRef="1" type="ui"/>'))],
    ['order-too-large', unit(segment('a', 'b').replace('<target', '<target order="2"'))],
    ['sub-state-without-state', unit('<segment subState="a:b"><source>a</source></segment>')],
    ['code-point-legal', unit(segment('<cp hex="0041"/>'))],
    ['skeleton-href-or-content', file(`<skeleton/><unit id="u1">${segment('a')}</unit>`)],
    ['start-without-end', unit(segment('<sc id="1"/>'))],
    ['end-without-start', unit(segment('<ec startRef="1"/>'))],
    ['end-before-start', unit(segment('<ec startRef="1"/><sc id="1"/>'))],
    ['end-id-or-start-ref', unit(segment('<ec id="1"/>'))],
    ['annotation-without-end', unit(segment('<sm id="1" type="term"/>'))],
    ['annotation-without-start', unit(segment('<em startRef="1"/><sm id="1" type="term"/>'))],
    ['reorder-no-but-copy-or-delete', unit(segment('<ph id="1" canReorder="firstNo"/>'))],
    ['sequence-without-first', unit(segment(fixed(1, 'no')))],
    ['sequence-interrupted', unit(segment(`${fixed(1, 'firstNo')}<ph id="2"/>${fixed(3, 'no')}`))],
    [
      'sequence-reordered',
      unit(segment(fixed(1, 'firstNo') + fixed(2, 'no'), fixed(2, 'no') + fixed(1, 'firstNo')))
    ],
    ['code-not-deletable', unit(segment('<ph id="1" canDelete="no"/>', ''))],
    ['', unit(segment('<ph id="1" canDelete="no"/>') + segment('a', '<ph id="1" canDelete="no"/>'))],
    ['copy-not-allowed', unit(segment('<ph id="1" canCopy="no"/><ph id="2" copyOf="1"/>'))],
    ['data-ref-unknown', unit(segment('<ph id="1" dataRef="d1"/>'))],
    ['sub-flow-unknown', unit(segment('<ph id="1" subFlows="u9"/>'))],
    ['fragment-order', unit(segment('<mrk id="m" type="term" ref="#/u=u1/f=f1">a</mrk>'))],
    ['fragment-prefix-too-short', unit(segment('<mrk id="m" type="term" ref="#x=1">a</mrk>'))],
    ['fragment-unresolved', unit(segment('<mrk id="m" type="term" ref="#/f=f1/u=u2">a</mrk>'))],
    ['comment-value-or-ref', unit(segment('<mrk id="m" type="comment">a</mrk>'))],
    ['comment-ref-not-note', unit(segment('<mrk id="m" type="comment" ref="#m">a</mrk>'))],
    [
      '',
      unit(`<notes><note id="n">b</note></notes>${segment('<mrk id="m" type="comment" ref="#n=n">a</mrk>')}`)
    ],
    ['size-info-twice', unit(segment('<ph id="1" slr:sizeInfo="1" slr:sizeInfoRef="d"/>'))]
  ])('%j of %s', (id, xml) => {
    const found = errors(xml)
    expect(found.filter((other) => other === id)).toEqual(id === '' ? [] : [id])
    expect(found.length > 0).toBe(id !== '')
  })

  it('have a place', () => {
    expect(validate(unit(`\n  ${segment('<ph id="a b"/>')}`), 'a.xlf')).toMatchObject([
      {
        id: 'xliff-id-not-nmtoken',
        level: 'error',
        line: 2,
        column: 20,
        args: {element: 'ph', attribute: 'id', value: 'a b'}
      }
    ])
  })
})

/** Files that their suites call valid and that break the specification. */
const CONTRADICTIONS: Readonly<Record<string, string>> = {
  'oasis-2.2/valid/modules/Good-mda_top-level.xlf':
    'meta of the core namespace in a metaGroup: fails the 2.2 schema',
  'oasis-2.1/valid/modules/Good-res_source-has-no-content-and-href.xlf':
    'xml:lang of a target in resource data is not trgLang (its constraints, and rule res6 of OASIS)',
  'oasis-2.2/valid/modules/Good-res_source-has-no-content-and-href.xlf': 'as in 2.1',
  'okapi-lib-xliff2-2.0/valid/withSLR.xlf': 'sizeInfo and sizeInfoRef on one element (its constraints)',
  'okapi-filter-xliff2/valid/filter/roundtrips/test02_input.xlf': 'subFs without fs (its constraints)'
}

/** Files of XLIFF 1.1 or in no namespace: the schema of 1.2 knows nothing of them. */
const OTHER = /JMP-11-Test01/

describe.skipIf(!hasSchemas)('XLIFF 1.2', () => {
  it('is valid where its transitional schema says so', () => {
    const paths = globSync('{suite,cat-samples,returned}/**/*.{xlf,xliff,sdlxliff}', {cwd: DATA}).filter(
      (path) => !OTHER.test(path) && statSync(join(DATA, path)).isFile() && is12(path)
    )
    expect(paths.length).toBeGreaterThan(150)
    const schema = join(DATA, 'xsd/1.2/xliff-core-1.2-transitional.xsd')
    const {stderr} = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, ...paths], {
      cwd: DATA,
      encoding: 'utf8',
      maxBuffer: 1 << 28
    })
    const valid = new Set(stderr.split('\n').flatMap((line) => /^(.*) validates$/.exec(line)?.[1] ?? []))
    const ours = paths.filter((path) => errors(readFileSync(join(DATA, path))).length === 0)
    expect(ours).toEqual(paths.filter((path) => valid.has(path)))
  })

  it('is what this package writes', () => {
    const xml = fc
      .sample(sound, 50)
      .map((written) => writeHandoff([written], {version: '1.2', candidates: true}))
    expect(xml.flatMap(errors)).toEqual([])
  })
})

function is12(path: string): boolean {
  return /^\uFEFF?(?:<\?xml[^>]*>)?[\s\S]{0,2000}version\s*=\s*["']1\.2/.test(
    readFileSync(join(DATA, path), 'utf8')
  )
}

describe.skipIf(!hasData)('conformance suites of XLIFF 2', () => {
  const suite = join(DATA, 'suite')
  const folders = [
    'oasis-2.1',
    'oasis-2.2',
    'microsoft-om-2.0',
    'okapi-lib-xliff2-2.0',
    'okapi-filter-xliff2'
  ]
  const files = (verdict: string): string[] =>
    hasData ? folders.flatMap((folder) => globSync(`${folder}/${verdict}/**/*.xlf`, {cwd: suite})) : []

  it('valid files are accepted, but for those that contradict the specification', () => {
    const valid = files('{valid,in-out}')
    expect(valid.length).toBeGreaterThan(150)
    const refused = valid.filter((path) => errors(readFileSync(join(suite, path))).length > 0)
    expect(refused.toSorted((a, b) => a.localeCompare(b))).toEqual(
      Object.keys(CONTRADICTIONS).toSorted((a, b) => a.localeCompare(b))
    )
  })

  it('invalid files are refused', () => {
    const invalid = files('invalid')
    expect(invalid.length).toBeGreaterThan(250)
    expect(invalid.filter((path) => errors(readFileSync(join(suite, path))).length === 0)).toEqual([])
  })
})
