import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {carry, freshnessOf, type Unit} from '../src/index.ts'
import {known, paragraphs, sentence, translated, unitOf} from './arbitraries.ts'

const targets = (units: ReadonlyArray<Unit>): unknown[] =>
  units.map((unit) => unit.pairs.map((pair) => pair.target))

describe('carry', () => {
  it('changes nothing when the source has not changed', () => {
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const old = texts.map(unitOf).map(translated)
        const {units, removed, counts} = carry(old, [], texts.map(unitOf))
        expect(units).toEqual(old)
        expect(removed).toEqual([])
        expect(counts).toEqual({fresh: 0, changed: 0, removed: 0})
      })
    )
  })

  it('follows content: an inserted paragraph, or any order, touches no other translation', () => {
    const cases = paragraphs.chain((texts) =>
      fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, {minLength: texts.length}))
    )
    fc.assert(
      fc.property(cases, ([texts, shuffled]) => {
        const old = texts.map(unitOf).map(translated)
        const today = [unitOf(['Something wholly new stands here.']), ...shuffled.map(unitOf)]
        expect(targets(carry(old, [], today).units.slice(1))).toEqual(
          targets(shuffled.map(unitOf).map(translated))
        )
      })
    )
  })

  it('finds each sentence that stands in another paragraph, or in another order', () => {
    const cases = paragraphs.chain((texts) => {
      const all = texts.flat()
      return fc.tuple(
        fc.constant(texts),
        fc.shuffledSubarray(all, {minLength: all.length}),
        fc.array(fc.integer({min: 1, max: 4}), {minLength: all.length, maxLength: all.length})
      )
    })
    fc.assert(
      fc.property(cases, ([texts, shuffled, lengths]) => {
        const today: Unit[] = []
        for (let at = 0; at < shuffled.length; at += lengths[today.length - 1]!)
          today.push(unitOf(shuffled.slice(at, at + lengths[today.length]!)))
        const old = texts.map(unitOf).map(translated)
        expect(targets(carry(old, [], today).units)).toEqual(targets(today.map(translated)))
      })
    )
  })

  it('leaves the translation of a sentence that moved nowhere else', () => {
    const stays = 'The river rose by two metres.'
    const moves = 'Nobody was hurt.'
    const other = 'The office opens at nine.'
    const old = [unitOf([stays, moves]), unitOf([other])].map(translated)
    const {units} = carry(old, [], [unitOf([stays]), unitOf([other, moves])])
    expect(units.flatMap(({pairs}) => pairs.flatMap(({candidates}) => candidates))).toEqual([])
  })

  it('keeps the order of a translation where a sentence changes or goes', () => {
    const [first, second, third] = [
      'Aid came early.',
      'The river rose by two metres.',
      'Nobody was hurt.'
    ] as const
    const whole = translated(unitOf([first, second, third]))
    const old = {...whole, pairs: whole.pairs.map((pair, index) => ({...pair, order: [2, 1, 3][index]!}))}
    const orders = (...sentences: string[]): unknown[] =>
      carry([old], [], [{...unitOf(sentences), id: old.id}]).units[0]!.pairs.map(({order}) => order)
    expect(orders(first, 'The river rose by 2 metres.', third)).toEqual([2, 1, 3])
    expect(orders(first, second)).toEqual([2, 1])
  })

  it('loses no translation, whatever becomes of the source', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, paragraphs, (before, between, after) => {
        const old = before.map(unitOf).map(translated)
        const first = carry(old, [], between.map(unitOf))
        const second = carry(first.units, first.removed, after.map(unitOf))
        const kept = known([...second.units, ...second.removed])
        for (const text of known(old)) expect(kept).toContain(text)
      }),
      {numRuns: 1000}
    )
  })

  it('gives every translation back when the source comes back', () => {
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const old = texts.map(unitOf).map(translated)
        const away = carry(old, [], [])
        expect(targets(carry(away.units, away.removed, texts.map(unitOf)).units)).toEqual(targets(old))
      })
    )
  })

  it('is stable: carrying twice is carrying once', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (before, after) => {
        const once = carry(before.map(unitOf).map(translated), [], after.map(unitOf))
        const twice = carry(once.units, once.removed, after.map(unitOf))
        expect({units: twice.units, removed: twice.removed}).toEqual({
          units: once.units,
          removed: once.removed
        })
      })
    )
  })

  it('names the one sentence whose word changed, and keeps its earlier translation beside it', () => {
    fc.assert(
      fc.property(sentence, sentence, (first, second) => {
        const old = translated(unitOf([first, `${second} And five states agreed to it.`]))
        const [unit] = carry([old], [], [unitOf([first, `${second} And six states agreed to it.`])]).units
        expect(unit!.pairs.map(freshnessOf)).toEqual(['valid', 'changed'])
        expect(unit!.pairs[1]!.candidates[0]).toMatchObject({kind: 'previous', target: old.pairs[1]!.target})
      })
    )
  })

  it('keeps the translation when only the look of a mark changed, and says so', () => {
    const old = translated(unitOf(['The "treaty" is signed.']))
    const {units, cosmetic} = carry([old], [], [unitOf(['The “treaty” is signed.'])])
    expect(units[0]!.pairs[0]!.target).toEqual(old.pairs[0]!.target)
    expect(cosmetic).toMatchObject([
      {before: ['The "treaty" is signed.'], after: ['The “treaty” is signed.']}
    ])
  })

  it('does not take another figure for punctuation', () => {
    const {units} = carry(
      [translated(unitOf(['It costs 1.5 million.']))],
      [],
      [unitOf(['It costs 15 million.'])]
    )
    expect(freshnessOf(units[0]!.pairs[0]!)).toBe('changed')
  })
})

describe('a sentence rewritten in place', () => {
  it('keeps the earlier translation beside it, however little they share', () => {
    const old = translated(unitOf(['One stays here.', 'Nobody is asked for papers.', 'Two stays here.']))
    const {units} = carry(
      [old],
      [],
      [unitOf(['One stays here.', 'Doors open on Sundays too.', 'Two stays here.'])]
    )
    expect(units[0]!.pairs.map(freshnessOf)).toEqual(['valid', 'changed', 'valid'])
    expect(units[0]!.pairs[1]!.candidates).toMatchObject([{kind: 'previous', target: old.pairs[1]!.target}])
  })

  it('is new where a sentence was added', () => {
    const old = translated(unitOf(['One stays here.', 'Two stays here.']))
    const {units} = carry(
      [old],
      [],
      [unitOf(['One stays here.', 'Doors open on Sundays too.', 'Two stays here.'])]
    )
    expect(units[0]!.pairs.map(freshnessOf)).toEqual(['valid', 'missing', 'valid'])
  })
})
