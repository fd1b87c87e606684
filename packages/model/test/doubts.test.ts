import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  carry,
  type Doubt,
  DOUBTS,
  type DoubtKind,
  type Pair,
  type Unit,
  withDoubts,
  withoutDoubts
} from '../src/index.ts'
import {translated, unitOf} from './arbitraries.ts'

const KINDS = Object.keys(DOUBTS) as DoubtKind[]
const doubt = fc.record(
  {kind: fc.constantFrom(...KINDS), detail: fc.constantFrom('code-lost', 'a few words')},
  {requiredKeys: ['kind']}
)
const plain: Pair = {id: 's1', source: ['One'], target: ['Un'], state: 'translated', candidates: [], gap: ''}

describe('doubts', () => {
  it('are one of each kind and in one order, however they came', () => {
    fc.assert(
      fc.property(fc.array(doubt), fc.array(doubt), (first, second) => {
        const pair = withDoubts(withDoubts(plain, ...first), ...second)
        const kinds = (pair.doubts ?? []).map(({kind}) => kind)
        expect(kinds).toEqual(
          KINDS.filter((kind) => [...first, ...second].some((each) => each.kind === kind))
        )
        expect(withDoubts(pair, ...second)).toBe(pair)
        expect(withoutDoubts(pair)).toEqual(plain)
        expect('doubts' in pair).toBe(kinds.length > 0)
      })
    )
  })

  it('go one by one', () => {
    const pair = withDoubts(plain, {kind: 'cosmetic'}, {kind: 'disputed'})
    expect(withoutDoubts(pair, ['disputed']).doubts).toEqual([{kind: 'cosmetic'}])
    expect(withoutDoubts(pair, ['refused'])).toBe(pair)
  })
})

describe('a doubt', () => {
  const old = (sentences: string[], ...doubts: Doubt[]): Unit => {
    const unit = translated(unitOf(sentences))
    return {...unit, pairs: unit.pairs.map((pair) => withDoubts(pair, ...doubts))}
  }
  const doubtsAfter = (before: Unit, ...sentences: string[]): unknown[] =>
    carry([before], [], [{...unitOf(sentences), id: before.id}]).units[0]!.pairs.map(({doubts}) => doubts)

  it('stays with its translation', () => {
    const before = old(['The river rose by two metres.'], {kind: 'repaired'})
    expect(doubtsAfter(before, 'Aid came.', 'The river rose by two metres.')).toEqual([
      undefined,
      [{kind: 'repaired'}]
    ])
  })

  it('goes with its translation', () => {
    const before = old(['The river rose by two metres.'], {kind: 'refused', detail: 'code-lost'})
    expect(doubtsAfter(before, 'The river rose by three metres and fell.')).toEqual([undefined])
  })

  it('comes where a translation is carried over a change of look', () => {
    const before = old(['The river rose by two metres.'], {kind: 'old-end'})
    expect(doubtsAfter(before, 'The river  rose by two metres.')).toEqual([
      [{kind: 'old-end'}, {kind: 'cosmetic', detail: 'The river rose by two metres.'}]
    ])
  })

  it('about two texts comes back with their source', () => {
    const before = old(['The river rose by two metres.'], {kind: 'disputed'})
    const other = {kind: 'disputed', source: ['The river rose by two metres.'], target: ['Autre']} as const
    const disputed = {...before, pairs: before.pairs.map((pair) => ({...pair, candidates: [other]}))}
    const between = carry(
      [disputed],
      [],
      [{...unitOf(['The river rose by six metres.']), id: before.id}]
    ).units
    expect(between[0]!.pairs[0]!.doubts).toBeUndefined()
    const {units} = carry(between, [], [{...unitOf(['The river rose by two metres.']), id: before.id}])
    expect(units[0]!.pairs[0]!.doubts).toEqual([{kind: 'disputed'}])
  })

  it('stays with sentences that are joined', () => {
    const before = old(['One came.', 'Two went.'], {kind: 'repaired'})
    const whole = unitOf(['One came. Two went.'])
    expect(
      carry([before], [], [{...whole, id: before.id}]).units[0]!.pairs.map(({doubts}) => doubts)
    ).toEqual([[{kind: 'repaired'}]])
  })
})
