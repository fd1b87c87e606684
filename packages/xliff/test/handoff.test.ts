import {
  type Bitext,
  codesOf,
  type Content,
  fingerprint,
  type Pair,
  signature,
  type Unit
} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type HandoffOptions, read, validate, writeHandoff} from '../src/index.ts'
import {sound} from './arbitraries.ts'
import {hasSchemas, schemaErrors} from './validate-xml.ts'

const VERSIONS = ['1.2', '2.0'] as const

/** What a hand-off must hold of a content: its text, and its codes by id and kind. */
function essence(content: Content | undefined): unknown {
  return content && [signature(content), codesOf(content).map(({type, id, kind}) => `${type} ${id} ${kind}`)]
}

function essences(pairs: ReadonlyArray<Pair>): unknown[] {
  return pairs.map(({id, source, target, state, subState, comments}) => ({
    id,
    subState,
    comments: comments?.map(({text, priority}) => [text, priority]),
    source: essence(source),
    target: essence(target),
    state: target ? state : 'initial'
  }))
}

function unitsOf({units}: Bitext): unknown[] {
  return units.map(({id, pairs}) => ({id, pairs: essences(pairs)}))
}

describe.each(VERSIONS)('a hand-off in %s', (version) => {
  it('comes back as it went out', () => {
    fc.assert(
      fc.property(sound, fc.boolean(), (bitext, candidates) => {
        const {files, diagnostics} = read(writeHandoff([bitext], {version, candidates}), 'handoff.xlf')
        const told = diagnostics.filter(({id}) => id !== 'xliff-empty')
        expect(told).toEqual([])
        expect(files.map((file) => unitsOf(file.bitext))).toEqual([unitsOf(bitext)])
        const [file] = files
        expect(file?.version).toBe(version)
        expect(file?.bitext.document).toBe(bitext.document)
        expect([file?.bitext.sourceLocale, file?.bitext.targetLocale]).toEqual([
          bitext.sourceLocale,
          bitext.targetLocale
        ])
      }),
      {numRuns: 200}
    )
  })

  it('says once where a unit stands', () => {
    const pairs: Pair[] = [{id: 's1', source: ['One'], state: 'initial', candidates: [], gap: ''}]
    const units: Unit[] = [
      {id: 'u1', kind: 'value', trail: ['nav', 'top'], key: 'nav.top.home', pairs},
      {id: 'u2', kind: 'paragraph', trail: ['Report', 'Figures'], pairs},
      {id: 'u3', kind: 'paragraph', trail: [], pairs}
    ]
    const bitext = {document: 'a', sourceLocale: 'en', targetLocale: 'fr', units, removed: []}
    const xml = writeHandoff([bitext], {version})
    const names = [
      ...xml.matchAll(/<(?:trans-)?unit [^>]*?(?:(?:res)?name="([^"]*)")?(?= type| extradata| xml)/g)
    ]
    expect(names.map(([, name]) => name)).toEqual(['nav.top.home', 'Report › Figures', undefined])
    expect(xml).toMatch(/<note [^>]*>nav\.top\.home · value</)
  })

  it('says of each target what it was', () => {
    fc.assert(
      fc.property(sound, fc.boolean(), (bitext, copySource) => {
        const {files} = read(writeHandoff([bitext], {version, copySource}), 'handoff.xlf')
        const expected = bitext.units.flatMap((unit) =>
          unit.pairs.flatMap((pair) => {
            const target = copySource ? pair.source : pair.target
            return [[unit.id, pair.id, target && fingerprint(signature(target))]]
          })
        )
        expect(files[0]!.pairs.map(({unit, pair, exported}) => [unit.id, pair.id, exported])).toEqual(
          expected
        )
      })
    )
  })

  it('holds several documents that have units in common', () => {
    const unit = {
      id: 'u1',
      kind: 'paragraph',
      trail: [],
      pairs: [{id: 's1', source: ['Peace.'], state: 'initial', candidates: [], gap: ''}]
    } as const
    const of = (document: string): Bitext => ({
      document,
      sourceLocale: 'en',
      targetLocale: 'fr',
      units: [unit],
      removed: []
    })
    const xml = writeHandoff([of('a.md'), of('b.md')], {version})
    const ids = [...xml.matchAll(/<trans-unit id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const {files} = read(xml, 'handoff.xlf')
    expect(files.map(({bitext}) => [bitext.document, bitext.units[0]?.id])).toEqual([
      ['a.md', 'u1'],
      ['b.md', 'u1']
    ])
  })

  it('shows what a changed segment said before and how it was translated', () => {
    const xml = writeHandoff([changed], {version})
    expect(xml).toContain('[en] Peace is [old. → new.]\n[fr] La paix est vieille.')
    expect(read(xml, 'handoff.xlf').files[0]!.bitext.units[0]!.pairs[0]!.target).toBeUndefined()
  })

  it('writes the segments that are asked for alone', () => {
    const only: HandoffOptions['only'] = (_, pair) => pair.id === 's2'
    const {files} = read(writeHandoff([changed], {version, only}), 'handoff.xlf')
    expect(files[0]!.bitext.units.flatMap(({pairs}) => pairs.map(({id}) => id))).toEqual(['s2'])
  })

  it('locks what is only shown, and takes it back as it was', () => {
    const translated = {...changed.units[0]!.pairs[1]!, target: ['Encore.'], state: 'reviewed'} as const
    const unit = {...changed.units[0]!, pairs: [changed.units[0]!.pairs[0]!, translated]}
    const locked: HandoffOptions['locked'] = (_, pair) => pair.id === 's2'
    const xml = writeHandoff([{...changed, units: [unit]}], {version, locked})
    expect(xml.match(/translate="no"/g)).toHaveLength(version === '1.2' ? 1 : 2)
    const {files, diagnostics} = read(xml, 'handoff.xlf')
    expect(diagnostics).toEqual([])
    expect(essences(files[0]!.bitext.units[0]!.pairs)).toEqual(essences(unit.pairs))
    expect(validate(xml, 'handoff.xlf').filter(({level}) => level === 'error')).toEqual([])
    const emptied = xml.replace(/<mrk id="s2_locked" translate="no">Encore.<\/mrk>/, '')
    expect(read(emptied, 'handoff.xlf').diagnostics.map(({id}) => id)).not.toContain('state-without-target')
  })

  it('describes in the words it is given', () => {
    const xml = writeHandoff([changed], {version, describe: (unit, pair) => `${unit.kind} ${pair.id} & more`})
    expect(xml).toContain('paragraph s2 &amp; more')
  })
})

it('names in XLIFF 2 the segments of which a note of their unit is', () => {
  const notes = (bitext: Bitext): string[] =>
    [...writeHandoff([bitext], {version: '2.0'}).matchAll(/<note [^>]*>([^<]*)</g)].map(([, note]) => note!)
  const [unit] = changed.units
  expect(notes(changed)).toEqual([
    'Today · paragraph',
    '▸ Peace is new.\nToday · paragraph\n[en] Peace is [old. → new.]\n[fr] La paix est vieille.'
  ])
  const alone = {...unit!, pairs: unit!.pairs.slice(0, 1)}
  expect(notes({...changed, units: [alone]})).toEqual([
    'Today · paragraph\n[en] Peace is [old. → new.]\n[fr] La paix est vieille.'
  ])
})

const changed: Bitext = {
  document: 'a.md',
  sourceLocale: 'en',
  targetLocale: 'fr',
  units: [
    {
      id: 'u1',
      kind: 'paragraph',
      trail: ['Today'],
      pairs: [
        {
          id: 's1',
          source: ['Peace is new.'],
          state: 'initial',
          candidates: [{kind: 'previous', source: ['Peace is old.'], target: ['La paix est vieille.']}],
          gap: ' '
        },
        {id: 's2', source: ['More.'], state: 'initial', candidates: [], gap: ''}
      ]
    }
  ],
  removed: []
}

describe.skipIf(!hasSchemas).each(VERSIONS)('a hand-off in %s by the schema', (version) => {
  it('is valid', () => {
    const bitexts = fc.sample(sound, 120).filter(({units}) => units.length > 0)
    const files = bitexts.flatMap((bitext) => [
      writeHandoff([bitext], {version, candidates: true}),
      writeHandoff([bitext, bitext], {version, copySource: true, locate: () => ({path: 'a<b', line: 3})})
    ])
    expect(schemaErrors(files, version)).toBe('')
  })
})
