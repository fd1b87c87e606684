import type {Content} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Piece, sentenceStarts} from '../src/work/sentence-starts.ts'

const word = fc.constantFrom('river', 'rose', 'été', '12', '3', 'a', 'the', 'x')
const markup = fc.constantFrom('', '**', '](https://river.example/the)', '`rose`')

/** A sentence: its content, and how it is written. */
const sentence = fc
  .array(fc.tuple(word, markup, fc.constantFrom(' ', '\n', '\n> ')), {minLength: 1, maxLength: 6})
  .map((parts) => {
    const content: Content = parts.flatMap(([text, raw], index) => [
      `${text} `,
      ...(raw === '' ? [] : [{type: 'standalone', id: `${index + 1}`, kind: 'other', raw} as const])
    ])
    return {content, raw: parts.map(([text, raw, space]) => text + space + raw).join('')}
  })

describe('sentences', () => {
  it('are found where they begin, however they are wrapped and marked', () => {
    fc.assert(
      fc.property(fc.array(sentence, {minLength: 1, maxLength: 5}), (sentences) => {
        let raw = ''
        const pieces: Piece[] = []
        const expected: [string, number][] = []
        for (const [index, one] of sentences.entries()) {
          expected.push([`s${index + 1}`, raw.length])
          pieces.push({segment: `s${index + 1}`, content: one.content}, {content: ['. ']})
          raw += `${one.raw}. `
        }
        expect([...sentenceStarts(raw, pieces)]).toEqual(expected)
      })
    )
  })

  it('of which a word is spelt otherwise are found by the next', () => {
    const pieces = [
      {segment: 's1', content: ['Café here. ']},
      {segment: 's2', content: ['Été there.']}
    ]
    expect([...sentenceStarts('Caf&eacute; here. &Eacute;t&eacute; there.', pieces)]).toEqual([
      ['s1', 12],
      ['s2', 36]
    ])
  })

  it('of which nothing is found are not there', () => {
    expect([...sentenceStarts('&#97;', [{segment: 's1', content: ['b']}])]).toEqual([])
  })
})
