import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Bitext, carry, fingerprint, type Pair, signature, type Unit} from '@passerelle/model'
import type {ReadFile} from '@passerelle/xliff'
import {known, paragraphs, unitOf} from '../../model/test/arbitraries.ts'
import {takeHandback} from '../src/handback.ts'

function bitextOf(units: ReadonlyArray<Unit>): Bitext {
  return {document: 'a.md', sourceLocale: 'en', targetLocale: 'fr', units, removed: []}
}

/** A hand-back of some units, with a translation for each segment. */
function handback(
  units: ReadonlyArray<Unit>,
  wording: string,
  exported = new Map<string, string>()
): ReadFile {
  const filled = units.map((unit) => ({
    ...unit,
    pairs: unit.pairs.map((pair): Pair => ({
      ...pair,
      state: 'initial',
      target: [wording, ' ', ...pair.source]
    }))
  }))
  return {bitext: bitextOf(filled), version: '1.2', places: new Map(), exported, keepsStates: false}
}

const wordings = fc.array(fc.constantFrom('première', 'deuxième', 'troisième'), {minLength: 1, maxLength: 4})

describe('takeHandback', () => {
  it('is idempotent: the same hand-back twice is the same hand-back once', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (exported, today) => {
        const file = handback(exported.map(unitOf), 'une')
        const once = takeHandback(bitextOf(today.map(unitOf)), file, 'back.xlf')
        const twice = takeHandback(once.bitext, file, 'back.xlf')
        expect(twice.bitext).toEqual(once.bitext)
        expect(twice.imported).toBe(0)
      })
    )
  })

  it('takes a unit that came back twice where its id says, not to another with the same source', () => {
    const [first, second] = ['ua', 'ub'].map((id) => ({...unitOf(['The same.']), id}))
    const twin = {...second!, id: 'ub..2'}
    const {bitext} = takeHandback(bitextOf([first!, second!]), handback([twin], 'une'), 'back.xlf')
    expect(bitext.units.map(({pairs}) => pairs[0]!.target)).toEqual([undefined, ['une The same.']])
  })

  it('loses nothing that ever came back, whatever came after it and whatever became of the source', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(paragraphs, wordings), {minLength: 1, maxLength: 3}), (rounds) => {
        let bitext = bitextOf([])
        const returned = new Set<string>()
        for (const [texts, words] of rounds) {
          const carried = carry(bitext.units, bitext.removed, texts.map(unitOf))
          bitext = {...bitextOf(carried.units), removed: carried.removed}
          for (const word of words) {
            const file = handback(texts.map(unitOf), word)
            bitext = takeHandback(bitext, file, 'back.xlf').bitext
            for (const text of known(file.bitext.units)) returned.add(text.replace(/","/g, ''))
          }
        }
        const kept = new Set(
          [...known([...bitext.units, ...bitext.removed])].map((text) => text.replace(/","/g, ''))
        )
        for (const text of returned) expect(kept).toContain(text)
      }),
      {numRuns: 300}
    )
  })

  it('takes a target for a translation whatever its state says', () => {
    const unit = unitOf(['The treaty is signed.'])
    const {bitext, imported} = takeHandback(bitextOf([unit]), handback([unit], 'une'), 'back.xlf')
    expect(imported).toBe(1)
    expect(bitext.units[0]!.pairs[0]).toMatchObject({
      target: ['une The treaty is signed.'],
      state: 'translated'
    })
  })

  it('does not undo newer work with a target that came back as it was handed off', () => {
    const unit = unitOf(['The treaty is signed.'])
    const older = handback([unit], 'ancienne')
    const newer = takeHandback(
      takeHandback(bitextOf([unit]), older, 'a').bitext,
      handback([unit], 'nouvelle'),
      'b'
    ).bitext
    const print = fingerprint(signature(older.bitext.units[0]!.pairs[0]!.target!))
    const exported = new Map([[`${unit.id}/s1`, print]])
    expect(takeHandback(newer, handback([unit], 'ancienne', exported), 'c').bitext).toEqual(newer)
    const late = takeHandback(newer, older, 'c')
    expect(late.bitext).toEqual(newer)
    expect(late.diagnostics).toMatchObject([{id: 'handback-superseded'}])
  })

  it('shows the translation of an older source beside the source of today', () => {
    const was = unitOf(['The treaty was signed by five states in Oslo.'])
    const is = unitOf(['The treaty was signed by six states in Oslo.'])
    const {bitext, diagnostics} = takeHandback(bitextOf([is]), handback([was], 'une'), 'back.xlf')
    expect(bitext.units[0]!.pairs[0]).toMatchObject({
      candidates: [{kind: 'previous', source: was.pairs[0]!.source}]
    })
    expect(bitext.units[0]!.pairs[0]!.target).toBeUndefined()
    expect(diagnostics.map(({id}) => id)).toEqual(['handback-stale-source', 'handback-missing-units'])
  })

  it('keeps a target that lost a code as rejected, reports it, and does not use it', () => {
    const link = {id: '1', kind: 'link', raw: '', type: 'open'} as const
    const source = ['Read ', link, 'this', {...link, type: 'close'} as const]
    const pair: Pair = {id: 's1', source, state: 'initial', candidates: [], gap: ''}
    const unit: Unit = {...unitOf(['x']), pairs: [pair]}
    const file = handback([unit], 'x')
    const lost = {...file, bitext: bitextOf([{...unit, pairs: [{...pair, target: ['Lisez ceci']}]}])}
    const {bitext, diagnostics} = takeHandback(bitextOf([unit]), lost, 'back.xlf')
    expect(bitext.units[0]!.pairs[0]!.target).toBeUndefined()
    expect(bitext.units[0]!.pairs[0]!.candidates).toMatchObject([{kind: 'rejected', target: ['Lisez ceci']}])
    expect(diagnostics.map(({id, level}) => [id, level])).toContainEqual(['code-lost', 'error'])
  })
})
