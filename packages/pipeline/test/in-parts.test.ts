import fc from 'fast-check'
import {expect, it} from 'vitest'
import {isSame, joined, keptIfSmall} from '../src/files/in-parts.ts'

it('compares bytes with a text in parts as with the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.string({unit: 'grapheme'})), fc.string({unit: 'grapheme'}), (texts, other) => {
      const content = {parts: () => texts}
      const whole = Buffer.from(texts.join(''))
      expect(isSame(whole, content)).toBe(true)
      expect(joined(content)).toEqual(whole)
      expect(isSame(Buffer.from(other), content)).toBe(other === texts.join(''))
      expect(isSame(Buffer.concat([whole, Buffer.from('.')]), content)).toBe(false)
    })
  )
})

it('keeps a small text, and makes a large one each time', () => {
  const of = (count: number): {times: () => number; parts: () => Iterable<string>} => {
    let times = 0
    return {times: () => times, parts: () => (times++, Array.from({length: count}, () => 'é'.repeat(1000)))}
  }
  const small = of(3)
  expect(isSame(Buffer.from('é'.repeat(3000)), keptIfSmall(small))).toBe(true)
  expect(small.times()).toBe(1)
  const large = of(1001)
  expect(keptIfSmall(large)).toBe(large)
})
