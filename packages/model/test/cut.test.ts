import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Content, cut, isBalanced, join, sameContent, textOf, tidy} from '../src/index.ts'

/** Balanced content from a small grammar: text, standalone codes, and spans that nest. */
const content: fc.Arbitrary<Content> = fc
  .letrec<{nodes: unknown[]; node: unknown}>((tie) => ({
    nodes: fc.array(tie('node'), {maxLength: 5}),
    node: fc.oneof(
      {depthSize: 'small', withCrossShrink: true},
      fc.stringMatching(/^[a-c. ]{1,6}$/),
      fc.constantFrom('break', 'code'),
      fc.record({kind: fc.constantFrom('bold', 'link'), children: tie('nodes')})
    )
  }))
  .nodes.map((nodes) => {
    const flow: Content[number][] = []
    let ids = 0
    const walk = (list: unknown[]): void => {
      for (const node of list) {
        if (node === 'break' || node === 'code') {
          flow.push({type: 'standalone', id: String(++ids), kind: node, raw: node})
        } else if (typeof node === 'string') flow.push(node)
        else {
          const {kind, children} = node as {kind: 'bold' | 'link'; children: unknown[]}
          const id = String(++ids)
          flow.push({type: 'open', id, kind, raw: '<'})
          walk(children)
          flow.push({type: 'close', id, kind, raw: '>'})
        }
      }
    }
    walk(nodes)
    return flow
  })

const length = (value: Content): number =>
  value.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0)

const cases = content.chain((value) =>
  fc.tuple(
    fc.constant(value),
    fc.uniqueArray(fc.nat(length(value)), {maxLength: 4}).map((list) => list.sort((a, b) => a - b))
  )
)

describe('cut and join', () => {
  it('gives the content back when joined', () => {
    fc.assert(
      fc.property(cases, ([value, boundaries]) => {
        const pieces = cut(value, boundaries)
        expect(printed(join(pieces, pieces.segments))).toBe(printed(value))
      }),
      {numRuns: 3000}
    )
  })

  it('gives balanced segments without edge white space', () => {
    fc.assert(
      fc.property(cases, ([value, boundaries]) => {
        for (const segment of cut(value, boundaries).segments) {
          expect(isBalanced(segment)).toBe(true)
          expect(textOf(segment)).toMatch(/[a-c]/)
          expect(typeof segment[0] === 'string' ? segment[0] : 'x').toMatch(/^\S/)
          const last = segment.at(-1)
          expect(typeof last === 'string' ? last : 'x').toMatch(/\S$/)
        }
      })
    )
  })

  it('keeps codes that wrap a whole segment out of it', () => {
    const quote: Content = [
      'He said: ',
      {type: 'open', id: '1', kind: 'italic', raw: '*'},
      'One. Two.',
      {type: 'close', id: '1', kind: 'italic', raw: '*'}
    ]
    const pieces = cut(quote, [15])
    expect(pieces.segments.map(textOf)).toEqual(['He said: One.', 'Two.'])
    expect(pieces.segments.map((segment) => segment.length)).toEqual([4, 1])
    expect(sameContent(join(pieces, pieces.segments), quote)).toBe(true)
  })
})

describe('a translation that says nothing', () => {
  const bold = (type: 'open' | 'close', id = '1'): Content[number] => ({type, id, kind: 'bold', raw: '*'})
  const hard: Content[number] = {type: 'standalone', id: '9', kind: 'break', raw: '\\\n'}
  const pieces = cut(['One. Two. Three.'], [5, 10])

  it.each([
    [[['Un, deux.'], [], ['Trois.']], 'Un, deux. Trois.'],
    [[[], ['Un, deux.'], ['Trois.']], 'Un, deux. Trois.'],
    [[['Un.'], ['Deux, trois.'], []], 'Un. Deux, trois.'],
    [[['Un, deux, trois.'], [], []], 'Un, deux, trois.'],
    [[[], [], ['Un, deux, trois.']], 'Un, deux, trois.'],
    [[[], ['Tout.'], []], 'Tout.']
  ])('takes a gap along: %j', (targets, expected) => {
    expect(join(pieces, targets)).toEqual([expected])
  })

  it('takes a gap along in another order, too', () => {
    expect(join(pieces, [['Un.'], [], ['Trois.']], [2, 1, 0])).toEqual(['Trois. Un.'])
  })

  it('takes codes around it along, and line breaks', () => {
    const wrapped = cut(['One. ', bold('open'), 'Two.', bold('close'), hard, 'Three.'], [5, 11])
    expect(wrapped.segments).toHaveLength(3)
    expect(join(wrapped, [['Un, deux.'], [], ['Trois.']])).toEqual(['Un, deux. Trois.'])
    expect(join(wrapped, [['Un.'], ['Deux, trois.'], []])).toEqual([
      'Un. ',
      bold('open'),
      'Deux, trois.',
      bold('close')
    ])
  })

  it('never leaves white space or codes around nothing', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.boolean()), ([value, boundaries], flags) => {
        const cutValue = cut(value, boundaries)
        const targets = cutValue.segments.map((segment) => (flags.next().value ? segment : []))
        fc.pre(targets.some((target) => target.length > 0) && targets.some((target) => target.length === 0))
        const joined = join(cutValue, targets)
        expect(isBalanced(joined)).toBe(true)
        const said = (parts: ReadonlyArray<Content>): string =>
          parts.map(textOf).join('').replace(/[ .]/g, '')
        expect(textOf(joined).replace(/[ .]/g, '')).toBe(said(targets))
      })
    )
  })
})

function printed(value: Content): string {
  return tidy(value)
    .map((part) => (typeof part === 'string' ? part : part.raw + part.kind + part.type))
    .join('|')
}
