import {describe, expect, it} from 'vitest'
import {partsOf, placesOf} from '../src/index.ts'

describe('placesOf', () => {
  it.for<[text: string, offset: number, line: number, column: number]>([
    ['abc', 0, 1, 1],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\nb', 1, 1, 2],
    ['\uFEFFab', 1, 1, 1],
    ['\uFEFFa\nb', 3, 2, 1],
    ['😀x', 2, 1, 3]
  ])('%j at %i is %i:%i', ([text, offset, line, column]) => {
    expect(placesOf(text)(offset)).toEqual({line, column, offset})
  })
})

describe('partsOf', () => {
  it('tiles the file with its outermost blocks', () => {
    const block = {kind: 'paragraph', place: {line: 1, column: 1, offset: 0}, content: [], trail: []} as const
    const blocks = [
      {...block, start: 2, end: 6},
      {...block, start: 3, end: 4},
      {...block, start: 7, end: 8},
      {...block, start: 7, end: 8, derived: true as const}
    ]
    const parts = partsOf({path: 'a', format: 'markdown', text: '0123456789', blocks})
    expect(parts.map(({type, raw}) => `${type[0]}${raw}`)).toEqual(['s01', 'b2345', 's6', 'b7', 's89'])
  })
})
