import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Content, cut, isBalanced, join, orderOf, type Pair, textOf} from '../src/index.ts'

const pair = (order: number | undefined, target = true): Pair => ({
  id: 's1',
  source: ['a'],
  state: 'translated',
  candidates: [],
  gap: '',
  ...(target && {target: ['b']}),
  ...(order !== undefined && {order})
})

const permutation = fc
  .integer({min: 1, max: 6})
  .chain((count) => fc.shuffledSubarray([...Array(count).keys()], {minLength: count}))

describe('orderOf', () => {
  it('says which target comes first, where they are not in the order of the source', () => {
    fc.assert(
      fc.property(permutation, (order) => {
        const pairs = order.map((_, index) => pair(order.indexOf(index) + 1))
        const isNatural = order.every((index, place) => index === place)
        expect(orderOf(pairs)).toEqual(isNatural ? undefined : order)
      })
    )
  })

  it('is that of the source where a place is missing, twice there, or none of theirs', () => {
    for (const places of [[2], [2, 2], [2, undefined], [3, 1], [2, 3]])
      expect([places, orderOf(places.map((place) => pair(place)))]).toEqual([places, undefined])
    expect(orderOf([pair(2), pair(1, false)])).toBeUndefined()
  })
})

it('joins in another order, the gaps where they were, each sentence with its codes', () => {
  const text = (number: number): Content => [
    `T${number} `,
    {type: 'open', id: '1', kind: 'bold', raw: ''},
    'b',
    {type: 'close', id: '1', kind: 'bold', raw: ''},
    '.'
  ]
  fc.assert(
    fc.property(permutation, (order) => {
      const flow = order.flatMap((_, index): Content => {
        const id = String(index + 1)
        const open = {type: 'open', id, kind: 'bold', raw: `<${id}>`} as const
        return [`S${id} `, open, 'b', {...open, type: 'close', raw: `</${id}>`}, '.', ' '.repeat(index + 1)]
      })
      const ends: number[] = []
      let length = 0
      for (const part of flow) {
        length += typeof part === 'string' ? part.length : 1
        if (part === '.') ends.push(length)
      }
      const pieces = cut(flow, ends)
      const whole = join(
        pieces,
        order.map((_, index) => text(index + 1)),
        order
      )
      expect(isBalanced(whole)).toBe(true)
      expect(textOf(whole)).toBe(
        order.map((index, place) => `T${index + 1} b.${' '.repeat(place + 1)}`).join('')
      )
      const raws = whole.flatMap((part) => (typeof part === 'string' ? [] : [part.raw]))
      expect(raws).toEqual(order.flatMap((index) => [`<${index + 1}>`, `</${index + 1}>`]))
    })
  )
})
