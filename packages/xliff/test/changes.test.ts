import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {showChanges} from '../src/write/changes.ts'

describe('marked changes', () => {
  it.each([
    ['The ban is signed.', 'The ban was signed.', 'The ban [is → was] signed.'],
    ['The ban is signed.', 'The ban is now signed.', 'The ban is [+ now] signed.'],
    ['The ban is now signed.', 'The ban is signed.', 'The ban is [− now] signed.'],
    ['Peace.', 'War and more.', 'Peace.'],
    ['Same.', 'Same.', 'Same.']
  ])('%j → %j', (before, after, expected) => {
    expect(showChanges([before], [after])).toBe(expected)
  })

  it('give back both texts', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {minLength: 1, maxLength: 12})
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = showChanges([before.join(' ')], [after.join(' ')])
        const only = (gone: RegExp, kept: RegExp): string =>
          text.replace(gone, '').replace(kept, '$1').split(' ').filter(Boolean).join(' ')
        expect(only(/\[\+ .*?\]/g, /\[(?:− )?([a-d ]*?)(?: → .*?)?\]/g)).toBe(before.join(' '))
        const isChange = text.includes('[') || text === after.join(' ')
        const now = isChange ? only(/\[− .*?\]/g, /\[(?:\+ |.*? → )([a-d ]*?)\]/g) : after.join(' ')
        expect(now).toBe(after.join(' '))
      })
    )
  })
})
