import fc from 'fast-check'
import {expect, it} from 'vitest'
import type {Unit} from '@passerelle/model'
import {createPackedUnits} from '../src/work/packed-units.ts'

const ids = fc.integer({min: 0, max: 9}).map((number) => `u${number}`)

const unit: fc.Arbitrary<Unit> = fc
  .record({
    id: ids,
    kind: fc.constant('paragraph' as const),
    trail: fc.array(fc.constantFrom('La crue', 'Œuvre 👌'), {maxLength: 2}),
    pairs: fc.constant([]),
    built: fc.option(fc.constantFrom('p1', 'p2'), {nil: undefined}),
    maxLength: fc.option(fc.constantFrom(10, 20), {nil: undefined})
  })
  .map(({built, maxLength, ...rest}) => ({
    ...rest,
    ...(built !== undefined && {built}),
    ...(maxLength !== undefined && {maxLength})
  }))

const puts = fc
  .array(unit, {maxLength: 6})
  .map((units) => ({put: [...new Map(units.map((each) => [each.id, each])).values()]}))
const drops = fc.array(ids, {maxLength: 4}).map((dropped) => ({drop: dropped}))

it('holds what was put in and not dropped, in its order, as a map does', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(puts, drops), {maxLength: 12}), (steps) => {
      const packed = createPackedUnits()
      const plain = new Map<string, Unit>()
      for (const step of steps) {
        if ('put' in step) {
          packed.put(step.put)
          for (const each of step.put) plain.set(each.id, each)
        } else {
          packed.drop(step.drop)
          for (const id of step.drop) plain.delete(id)
        }
        const all = [...plain.values()]
        expect([...packed.parts()].flat()).toEqual(all)
        expect(packed.size).toBe(all.length)
        expect(packed.isLimited).toBe(all.some(({maxLength}) => maxLength !== undefined))
        for (let number = 0; number < 10; number++)
          expect(packed.find(`u${number}`)).toEqual(plain.get(`u${number}`))
      }
    })
  )
})
