import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Block, type Content, identify, type InlineCode, normalize, wordsOf} from '../src/index.ts'

const open = (id: string, raw: string): InlineCode => ({type: 'open', id, kind: 'bold', raw})
const close = (id: string, raw: string): InlineCode => ({type: 'close', id, kind: 'bold', raw})

function block(content: Content | string, more: Partial<Block> = {}): Block {
  const place = {line: 1, column: 1, offset: 0}
  return {
    kind: 'paragraph',
    place,
    start: 0,
    end: 1,
    trail: [],
    content: typeof content === 'string' ? [content] : content,
    ...more
  }
}

describe('identify', () => {
  it('gives ids that XML, file names and regular expressions can hold', () => {
    expect(identify([block('One'), block('One'), block('One')])).toEqual([
      expect.stringMatching(/^u[0-9a-z]{12}$/),
      expect.stringMatching(/^u[0-9a-z]{12}-[0-9a-z]{4}$/),
      expect.stringMatching(/^u[0-9a-z]{12}-[0-9a-z]{4}-2$/)
    ])
  })

  it('changes no id when another block comes or goes', () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), {maxLength: 12})
    fc.assert(
      fc.property(texts, fc.nat(12), (list, at) => {
        const index = Math.min(at, list.length)
        const ids = identify(list.map((text) => block(text)))
        const more = identify(
          [...list.slice(0, index), 'A NEW ONE', ...list.slice(index)].map((text) => block(text))
        )
        expect(more.toSpliced(index, 1)).toEqual(ids)
      })
    )
  })

  it('looks at words and codes, not at marker style, link target or wrapping', () => {
    const star = block(['A ', open('1', '**'), 'b', close('1', '**'), ' c'])
    const underscore = block(['A ', open('7', '__'), 'b', close('7', '__'), '  c'])
    expect(identify([star])).toEqual(identify([underscore]))
    expect(identify([star])).not.toEqual(identify([block('A b c')]))
  })

  it('tells twins apart by the headings above them, whichever comes first', () => {
    const [, north] = identify([block('Yes'), block('Yes', {trail: ['North']})])
    const [, , again] = identify([block('Yes'), block('No'), block('Yes', {trail: ['North']})])
    expect(again).toBe(north)
  })

  it('counts the key in', () => {
    expect(identify([block('Save', {key: 'a'})])).not.toEqual(identify([block('Save', {key: 'b'})]))
  })

  it('never gives one id twice', () => {
    const blocks = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y')))
    fc.assert(
      fc.property(blocks, (list) => {
        const ids = identify(list.map(([text, heading]) => block(text, {trail: [heading]})))
        expect(new Set(ids).size).toBe(list.length)
      })
    )
  })
})

describe('normalize', () => {
  it('folds white space of every kind, and composes accents', () => {
    expect(normalize([' e\u0301\u00A0\u202Fb \n c '])).toBe('\u00E9 b c')
  })
})

describe('wordsOf', () => {
  it.for<[text: string, words: string[]]>([
    ['Hello, “World”!', ['hello', 'world']],
    ['1,500 or 1.5 or -3', ['1,500', 'or', '1.5', 'or', '-3']],
    ['5 % and 5 €', ['5', '%', 'and', '5', '€']],
    ['L’été', ['l', 'été']]
  ])('of %s', ([text, words]) => {
    expect(wordsOf([text])).toEqual(words)
  })
})
