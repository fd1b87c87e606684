import fc from 'fast-check'
import stringWidth from 'string-width'
import {expect, it} from 'vitest'
import {middle, pad, wrap} from '../src/terminal/layout.ts'

const word = fc.string({
  unit: fc.constantFrom('a', 'é', '水', '\u00A0', '\u202F', '.'),
  minLength: 1,
  maxLength: 12
})
const text = fc.array(word, {minLength: 1, maxLength: 20}).map((words) => words.join(' '))

it('wraps without losing or changing a word', () => {
  fc.assert(
    fc.property(text, fc.integer({min: 1, max: 40}), fc.constantFrom('', '    '), (given, width, indent) => {
      const lines = wrap(given, width, indent).split('\n')
      expect(lines.map((line) => line.slice(indent.length)).join(' ')).toBe(given)
      const broken = lines.filter((line) => line.slice(indent.length).includes(' '))
      expect(broken.filter((line) => stringWidth(line) > width)).toEqual([])
    })
  )
})

it('breaks at spaces only, never at no-break spaces', () => {
  expect(wrap('Rien à faire\u00A0: tout', 12)).toBe('Rien à\nfaire\u00A0: tout')
})

it('shortens to a width and keeps both ends', () => {
  fc.assert(
    fc.property(text, fc.integer({min: 6, max: 40}), (given, width) => {
      const short = middle(given, width, '…')
      expect(stringWidth(short)).toBeLessThanOrEqual(width)
      expect(short === given).toBe(stringWidth(given) <= width)
    })
  )
  expect(middle('releases/annual-report-2025.md', 20, '…')).toBe('release…port-2025.md')
})

it('pads by columns, not by characters', () => {
  expect(pad('水', 4, 'left')).toBe('水  ')
  expect(pad('12', 4, 'right')).toBe('  12')
})
