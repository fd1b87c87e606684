import fc from 'fast-check'
import {expect, it} from 'vitest'
import {visible, visibleIn, visibleJson} from '../src/terminal/visible.ts'

const OBEYED = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/

const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\n', '\r', '\u001B', '\u0007', '\u009B', '\u202E', '\u2067', '\u2028', 'é'),
    fc.string()
  )
})

it('shows what a terminal would obey', () => {
  expect(visible('a\u001B]0;t\u0007\n::error::\u009B2J\u202E')).toBe('a␛]0;t␇␊::error::⟨U+009B⟩2J⟨U+202E⟩')
  expect(visible('Où est « Oslo » ?')).toBe('Où est « Oslo » ?')
})

it('leaves nothing to obey in any text of a value', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(JSON.stringify(visibleIn({a: [text, {b: text}], c: 1}))).not.toMatch(OBEYED)
    })
  )
})

it('gives programs the same data', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const json = visibleJson({text})
      expect(JSON.parse(json)).toEqual({text})
      expect(json.replaceAll('\n', '')).not.toMatch(OBEYED)
    })
  )
})
