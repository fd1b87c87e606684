import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Bitext, carry, fingerprint, type Pair, signature, type Unit} from '@passerelle/model'
import type {ReadFile, ReadPair} from '@passerelle/xliff'
import {known, paragraphs, unitOf} from '../../model/test/arbitraries.ts'
import {createTaking, takeHandback} from '../src/handback/handback.ts'
import {createPackedUnits} from '../src/work/packed-units.ts'

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
  return {
    bitext: bitextOf(filled),
    version: '1.2',
    place: {line: 1, column: 1, offset: 0},
    pairs: pairsOf(filled, ({unit, pair}) => ({exported: exported.get(`${unit.id}/${pair.id}`)})),
    placeOf: (offset) => ({line: 1, column: 1, offset}),
    tally: {translated: 1, news: 1, open: 0}
  }
}

/** Pairs as they are read. */
function pairsOf(
  units: ReadonlyArray<Unit>,
  facts: (read: Pick<ReadPair, 'unit' | 'pair'>) => Partial<ReadPair> = () => ({})
): ReadPair[] {
  return units.flatMap((unit) =>
    unit.pairs.map((pair) => ({unit, pair, offset: 0, unitOffset: 0, ...facts({unit, pair})}))
  )
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

  it('keeps the same where what has no place is packed, however often it comes', () => {
    fc.assert(
      fc.property(paragraphs, fc.array(fc.tuple(paragraphs, wordings), {maxLength: 3}), (today, rounds) => {
        const bitext = bitextOf(today.map(unitOf))
        const aside = createPackedUnits()
        const [packed, plain] = [createTaking(bitext, 'back.xlf', {aside}), createTaking(bitext, 'back.xlf')]
        for (const [texts, words] of rounds) {
          for (const word of words) {
            for (const taking of [packed, plain]) taking.take(handback(texts.map(unitOf), word))
          }
        }
        const kept = [...packed.end().bitext.removed, ...[...aside.parts()].flat()]
        const byId = (units: ReadonlyArray<Unit>): Unit[] => units.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(byId(kept)).toEqual(byId(plain.end().bitext.removed))
        expect(aside.size).toBe(kept.length)
      })
    )
  })

  it('tells so much, and how much more there is, as an error where it hides one', () => {
    const units = Array.from({length: 1200}, (_, index) => ({
      ...unitOf(['A sentence of no document.']),
      id: `u${index}`
    }))
    const {diagnostics} = takeHandback(bitextOf([unitOf(['Today.'])]), handback(units, 'une'), 'back.xlf')
    expect(diagnostics.slice(999, 1001)).toMatchObject([
      {id: 'handback-unknown-unit', level: 'warning'},
      {id: 'xliff-more-faults', level: 'warning', args: {shown: 1000, more: 200}}
    ])
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

  it('loses nothing that came back for what the source never had, packed or not', () => {
    fc.assert(
      fc.property(paragraphs, fc.array(fc.tuple(paragraphs, wordings), {maxLength: 3}), (today, rounds) => {
        const bitext = bitextOf(today.map(unitOf))
        const aside = createPackedUnits()
        const takings = [createTaking(bitext, 'back.xlf', {aside}), createTaking(bitext, 'back.xlf')]
        const returned = new Set<string>()
        for (const [texts, words] of rounds) {
          for (const word of words) {
            const file = handback(texts.map(unitOf), word)
            for (const taking of takings) taking.take(file)
            for (const text of known(file.bitext.units)) returned.add(text.replace(/","/g, ''))
          }
        }
        const [packed, plain] = takings.map((taking) => taking.end().bitext) as [Bitext, Bitext]
        const all = [
          [...packed.units, ...packed.removed, ...[...aside.parts()].flat()],
          [...plain.units, ...plain.removed]
        ]
        for (const units of all) {
          const kept = new Set([...known(units)].map((text) => text.replace(/","/g, '')))
          for (const text of returned) expect(kept).toContain(text)
        }
      })
    )
  })

  it('loses nothing that anybody said, whatever became of the source, and says it once', () => {
    const rounds = fc.array(fc.tuple(paragraphs, fc.constantFrom('Which?', 'Who?', 'When?')), {
      minLength: 1,
      maxLength: 4
    })
    fc.assert(
      fc.property(rounds, paragraphs, (all, last) => {
        let bitext = bitextOf([])
        const said: string[] = []
        let told = 0
        for (const [index, [texts, words]] of [...all, [last, ''] as const].entries()) {
          const carried = carry(bitext.units, bitext.removed, texts.map(unitOf))
          bitext = {...bitextOf(carried.units), removed: carried.removed}
          if (words === '') continue
          // What came back was handed off in the round before.
          const back = handback((all[index - 1]?.[0] ?? texts).map(unitOf), 'une')
          const units = back.bitext.units.map((unit) => ({
            ...unit,
            pairs: unit.pairs.map((pair) => {
              const text = `${words} ${index} ${unit.id}/${pair.id}`
              said.push(text)
              return {...pair, comments: [{text}]}
            })
          }))
          const file = {...back, bitext: {...back.bitext, units}, pairs: pairsOf(units)}
          const once = takeHandback(bitext, file, 'back.xlf')
          const twice = takeHandback(once.bitext, file, 'back.xlf')
          expect([twice.bitext, twice.comments]).toEqual([once.bitext, 0])
          bitext = once.bitext
          told += once.comments
        }
        const kept = [...bitext.units, ...bitext.removed].flatMap(({pairs}) =>
          pairs.flatMap(({comments = []}) => comments.map(({text}) => text))
        )
        expect(new Set(kept)).toEqual(new Set(said))
        expect(told).toBe(new Set(said).size)
      }),
      {numRuns: 300}
    )
  })

  it('takes very many translations of one segment, all different, in linear time, and keeps each', () => {
    const unit = unitOf(['Aid came.'])
    const taking = createTaking(bitextOf([unit]), 'back.xlf')
    const count = 20_000
    for (let number = 0; number < count; number++) taking.take(handback([unit], `mot${number}`))
    const {bitext, imported} = taking.end()
    const [{target, candidates} = unit.pairs[0]!] = bitext.units[0]!.pairs
    expect([target, imported, candidates.length]).toEqual([[`mot${count - 1} Aid came.`], 1, count - 1])
    expect(candidates[0]).toMatchObject({kind: 'superseded', target: [`mot${count - 2} Aid came.`]})
  })

  it('takes very many comments on one segment, and on the document, in linear time, and keeps each', () => {
    const unit = unitOf(['Aid came.'])
    const taking = createTaking(bitextOf([unit]), 'back.xlf')
    const count = 30_000
    for (let number = 0; number < count; number++) {
      const comments = [{text: `Which ${number}?`}]
      const file = handback([unit], 'mot')
      const [{pairs}] = file.bitext.units as [Unit]
      const units = [{...unit, pairs: pairs.map((pair) => ({...pair, comments}))}]
      taking.take({...file, bitext: {...file.bitext, units, comments}, pairs: pairsOf(units)})
    }
    const {bitext, comments} = taking.end()
    const kept = [bitext.units[0]!.pairs[0]!.comments, bitext.comments]
    expect([comments, ...kept.map((list) => list?.length)]).toEqual([2 * count, count, count])
  })

  it('finds the sentence that each of very many was, where all have changed since', () => {
    const sentences = (end: string): Unit[] =>
      Array.from({length: 3000}, (_, number) => {
        const words = Array.from({length: 20}, (_, place) => `w${(number * 7 + place * place) % 9973}`)
        return unitOf([`${words.join(' ')} ${end}`])
      })
    const taken = takeHandback(bitextOf(sentences('rose')), handback(sentences('had risen'), 'mot'), 'a.xlf')
    const shown = taken.bitext.units.map(({pairs}) => pairs[0]!.candidates[0]!.source)
    expect(shown).toEqual(sentences('had risen').map(({pairs}) => pairs[0]!.source))
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

  it('takes what a reviewer says of a translation that came back as it was', () => {
    const unit = unitOf(['The treaty is signed.'])
    const file = handback([unit], 'une')
    const target = file.bitext.units[0]!.pairs[0]!.target!
    const exported = fingerprint(signature(target))
    const once = takeHandback(bitextOf([unit]), file, 'back.xlf').bitext
    const backOf = (said: Partial<Pair>, more: Partial<ReadPair>): ReadFile => {
      const pairs = file.bitext.units[0]!.pairs.map((pair) => ({...pair, ...said}))
      const units = [{...unit, pairs}]
      return {...file, bitext: bitextOf(units), pairs: pairsOf(units, () => ({exported, ...more}))}
    }
    const say = (bitext: Bitext, said: Partial<Pair>, more: Partial<ReadPair> = {}): Bitext =>
      takeHandback(bitext, backOf(said, more), 'back.xlf').bitext
    const stateOf = (bitext: Bitext): Pick<Pair, 'state' | 'subState'> => {
      const {state, subState} = bitext.units[0]!.pairs[0]!
      return {state, ...(subState && {subState})}
    }
    expect(stateOf(say(once, {state: 'reviewed'}))).toEqual({state: 'reviewed'})
    const flagged = say(once, {state: 'translated', subState: 'pas:needs-review-translation'})
    expect(stateOf(flagged)).toEqual({state: 'translated', subState: 'pas:needs-review-translation'})
    expect(stateOf(say(flagged, {state: 'translated'}))).toEqual(stateOf(flagged))
    const unsaid = {exported: undefined}
    expect(stateOf(say(flagged, {state: 'translated'}, unsaid))).toEqual(stateOf(flagged))
    const marked = {hadSubState: true}
    expect(stateOf(say(flagged, {state: 'translated'}, marked))).toEqual({state: 'translated'})
    const {diagnostics} = takeHandback(flagged, backOf({state: 'translated'}, marked), 'back.xlf')
    expect(diagnostics).toMatchObject([{id: 'handback-unmarked', level: 'info'}])
    const final = say(flagged, {state: 'final'})
    expect(stateOf(final)).toEqual({state: 'final'})
    expect(stateOf(say(final, {state: 'initial'}))).toEqual({state: 'final'})
    // Who doubts what was approved says so with a word that no tool writes of itself.
    const doubted = {state: 'translated', subState: 'pas:needs-review-translation'} as const
    expect(stateOf(say(final, doubted))).toEqual(doubted)
    expect(stateOf(say(final, doubted, marked))).toEqual({state: 'final'})
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
    // A file that was handed off before both is as old, and one with today's translation is not.
    const before = new Map([[`${unit.id}/s1`, 'earlier']])
    expect(takeHandback(newer, handback([unit], 'ancienne', before), 'c').bitext).toEqual(newer)
    const today = fingerprint(signature(newer.units[0]!.pairs[0]!.target!))
    const back = handback([unit], 'ancienne', new Map([[`${unit.id}/s1`, today]]))
    expect(takeHandback(newer, back, 'c').imported).toBe(1)
  })

  it('shows the translation of an older source beside the source of today', () => {
    const was = unitOf(['The treaty was signed by five states in Oslo.'])
    const is = unitOf(['The treaty was signed by six states in Oslo.'])
    const {bitext, diagnostics} = takeHandback(bitextOf([is]), handback([was], 'une'), 'back.xlf')
    expect(bitext.units[0]!.pairs[0]).toMatchObject({
      candidates: [{kind: 'previous', source: was.pairs[0]!.source}]
    })
    expect(bitext.units[0]!.pairs[0]!.target).toBeUndefined()
    expect(diagnostics.map(({id}) => id)).toEqual(['handback-stale-source'])
    expect(takeHandback(bitext, handback([was], 'une'), 'back.xlf').diagnostics).toEqual([])
  })

  it('keeps a target that lost a code as rejected, reports it, and does not use it', () => {
    const link = {id: '1', kind: 'link', raw: '', type: 'open'} as const
    const source = ['Read ', link, 'this', {...link, type: 'close'} as const]
    const pair: Pair = {id: 's1', source, state: 'initial', candidates: [], gap: ''}
    const unit: Unit = {...unitOf(['x']), pairs: [pair]}
    const file = handback([unit], 'x')
    const units = [{...unit, pairs: [{...pair, target: ['Lisez ceci']}]}]
    const lost = {...file, bitext: bitextOf(units), pairs: pairsOf(units)}
    const {bitext, diagnostics} = takeHandback(bitextOf([unit]), lost, 'back.xlf')
    expect(bitext.units[0]!.pairs[0]!.target).toBeUndefined()
    expect(bitext.units[0]!.pairs[0]!.candidates).toMatchObject([{kind: 'rejected', target: ['Lisez ceci']}])
    expect(diagnostics.map(({id, level}) => [id, level])).toContainEqual(['code-lost', 'error'])
  })
})
