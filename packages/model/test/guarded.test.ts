import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {matchesOf, slowExpression} from '../src/index.ts'

const found = (pattern: RegExp, text: string): string[] | undefined =>
  matchesOf(pattern, text)?.map(([match]) => match)

/** Texts and expressions that would take longer than anyone lives, together. */
const hostile: ReadonlyArray<readonly [RegExp, string]> = [
  [/(a+)+$/, `${'a'.repeat(60)}!`],
  [/(?:a|a)*b/, 'a'.repeat(60)],
  [/(a*)*b/, 'a'.repeat(60)],
  [/a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?b/, 'a'.repeat(40)],
  [/(?<x>a+)\k<x>*\k<x>*\k<x>*\k<x>*\k<x>*b/, 'a'.repeat(3000)],
  [/a*a*a*a*a*b/, 'a'.repeat(3000)],
  [/(?:\s*a\s*)+$/, `${'a '.repeat(40)}!`]
]

describe('an expression from a configuration', () => {
  it('finds what it would find, however long the text is', () => {
    const patterns = [
      /ACME-\d+/,
      /a+b?/i,
      /(a|b)+c/g,
      /[a-c]{2}/y,
      /\bb/u,
      /x*/,
      /(?<y>a)\k<y>/,
      /[[a-c]--b]/v
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...patterns),
        fc.string({unit: fc.constantFrom('a', 'b', 'c', 'A', '-', ' ', 'ACME-7'), maxLength: 12}),
        fc.constantFrom(1, 500),
        (pattern, piece, times) => {
          const text = piece.repeat(times)
          const everywhere = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}g`)
          expect(found(pattern, text)).toEqual(text.match(everywhere) ?? [])
        }
      ),
      {numRuns: 300}
    )
  })

  it.each(hostile)('is stopped: %s', (pattern, text) => {
    expect(found(pattern, text)).toBeUndefined()
    expect(found(pattern, 'b')).toBeDefined()
    expect(slowExpression(pattern, text, 'a.md')).toMatchObject({
      id: 'protect-too-slow',
      level: 'warning',
      path: 'a.md',
      args: {pattern: String(pattern)}
    })
  })

  it('says the same of a text each time', () => {
    const [pattern, text] = hostile[0]!
    for (let time = 0; time < 50; time++) expect(found(pattern, text)).toBeUndefined()
  })
})
