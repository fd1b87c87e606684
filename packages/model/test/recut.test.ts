import {describe, expect, it} from 'vitest'
import {
  carry,
  type Content,
  excerptOf,
  freshnessOf,
  type InlineCode,
  type Pair,
  type Unit
} from '../src/index.ts'
import {translated, unitOf} from './arbitraries.ts'

/** One paragraph, cut in another way. */
const WHOLE = 'He arrived at 5 p.m. Oslo time was late.'
const whole = (): Unit => unitOf([WHOLE])
const parts = (): Unit => ({...unitOf(['He arrived at 5 p.m.', 'Oslo time was late.']), id: whole().id})

const bold = (type: InlineCode['type'], id: string): InlineCode => ({type, id, kind: 'bold', raw: '**'})

describe('rules that cut elsewhere', () => {
  it('join translations with their sentences', () => {
    const {units, recut} = carry([translated(parts())], [], [whole()])
    expect(recut).toEqual([whole().id])
    expect(units[0]!.pairs.map(({target}) => target && excerptOf(target))).toEqual([
      '<He arrived at 5 p.m.> <Oslo time was late.>'
    ])
  })

  it('join states to the earliest', () => {
    const [first, second] = translated(parts()).pairs
    const old = {
      ...parts(),
      pairs: [
        {...first!, state: 'final'},
        {...second!, state: 'reviewed'}
      ] as Pair[]
    }
    expect(carry([old], [], [whole()]).units[0]!.pairs[0]!.state).toBe('reviewed')
  })

  it('keep sentences that stand in another order as candidates', () => {
    const [first, second] = translated(parts()).pairs
    const joined = (orders: [number, number]): unknown[] => {
      const old = {
        ...parts(),
        pairs: [
          {...first!, order: orders[0]},
          {...second!, order: orders[1]}
        ]
      }
      const [{target, order, candidates}] = carry([old], [], [whole()]).units[0]!.pairs as [Pair]
      return [target !== undefined, order, candidates.map(({kind}) => kind)]
    }
    expect(joined([2, 1])).toEqual([false, undefined, ['previous', 'previous']])
    expect(joined([3, 1])).toEqual([false, undefined, ['previous', 'previous']])
    expect(joined([1, 3])).toEqual([false, undefined, ['previous', 'previous']])
    expect(joined([1, 2])).toEqual([true, undefined, []])
  })

  it('split a translation that has as many sentences', () => {
    const split = (): Content[] => [['Il arriva à 17 h.'], ['Oslo était en retard.']]
    const {units} = carry([translated(whole())], [], [parts()], split)
    expect(units[0]!.pairs.map(({target, state}) => [target, state])).toEqual([
      [['Il arriva à 17 h.'], 'translated'],
      [['Oslo était en retard.'], 'translated']
    ])
  })

  it('keep a translation that cannot be split as candidate', () => {
    const old = translated(whole())
    const {units, recut} = carry([old], [], [parts()], () => [['Une seule phrase.']])
    expect(recut).toEqual([whole().id])
    expect(units[0]!.pairs.map(freshnessOf)).toContain('changed')
    expect(units[0]!.pairs.flatMap(({candidates}) => candidates)).toMatchObject([
      {kind: 'previous', target: old.pairs[0]!.target}
    ])
  })

  it('number codes on when joining, and back when splitting', () => {
    const sentence = (word: string): Content => [bold('open', '1'), word, bold('close', '1'), ' ends.']
    const pair = (id: string, source: Content, gap: string): Pair => ({
      id,
      source,
      target: source,
      state: 'translated',
      candidates: [],
      gap
    })
    const two: Unit = {...whole(), pairs: [pair('s1', sentence('One'), ' '), pair('s2', sentence('Two'), '')]}
    const joined: Content = [
      ...sentence('One').slice(0, 3),
      ' ends. ',
      bold('open', '2'),
      'Two',
      bold('close', '2'),
      ' ends.'
    ]
    const one: Unit = {...whole(), pairs: [{...pair('s1', joined, ''), state: 'initial'}]}
    const {target: _, ...empty} = one.pairs[0]!
    const together = carry([two], [], [{...one, pairs: [empty]}]).units
    expect(together[0]!.pairs[0]!.target).toEqual(joined)

    const today = {
      ...two,
      pairs: two.pairs.map(({target: _target, ...rest}) => ({...rest, state: 'initial' as const}))
    }
    const split = (): Content[] => [joined.slice(0, 3).concat(' ends.'), joined.slice(4)]
    expect(carry(together, [], [today], split).units[0]!.pairs.map(({target}) => target)).toEqual([
      sentence('One'),
      sentence('Two')
    ])
  })
})
