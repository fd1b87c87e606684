import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {carry, type Content, cosmeticVariants, freshnessOf, isCosmetic} from '../src/index.ts'
import {translated, unitOf} from './arbitraries.ts'

/** What becomes of a translation when its source changes. */
function carried(before: string, after: string): {freshness: string; cosmetic: number} {
  const {units, cosmetic} = carry([translated(unitOf([before]))], [], [unitOf([after])])
  return {freshness: freshnessOf(units[0]!.pairs[0]!), cosmetic: cosmetic.length}
}

const same = [
  ['a wide space', 'It costs 10 000 francs.', 'It costs 10\u00A0000 francs.'],
  ['a line that ends elsewhere', 'The treaty\nis signed.', 'The  treaty is\r\nsigned.'],
  ['French spaces', 'Est-ce signé ? Oui !', 'Est-ce signé\u202F? Oui!'],
  ['curly quotes', 'The "ban" is here.', 'The “ban” is here.'],
  ['guillemets', 'Le « traité » est là.', 'Le "traité" est là.'],
  ['a curly apostrophe', "The state's word.", 'The state’s word.'],
  ['single quotes', "The 'ban' is here.", 'The ‘ban’ is here.'],
  ['a hyphen that keeps its line', 'A four-week stay.', 'A four‑week stay.'],
  ['a shorter dash', 'Oslo — the town — is here.', 'Oslo – the town - is here.'],
  ['two hyphens', 'Oslo -- the town.', 'Oslo — the town.'],
  ['an ellipsis', 'And so on...', 'And so on…'],
  ['an accent in two characters', 'Un traite\u0301.', 'Un traité.']
] as const

const other = [
  ['✅ Landmines', '❌ Landmines'],
  ['C# is used.', 'C is used.'],
  ['It is 2 × 3.', 'It is 2 ÷ 3.'],
  ['Next →', 'Next ←'],
  ['Next »', 'Next «'],
  ['A margin of ±5 points.', 'A margin of 5 points.'],
  ['A margin of −5 points.', 'A margin of 5 points.'],
  ['It lasts 5′ long.', 'It lasts 5″ long.'],
  ['Rated ★★☆ there.', 'Rated ★★★ there.'],
  ['Say x² here.', 'Say x2 here.'],
  ['Rooms 10 – 12 are open.', 'Rooms 10, 12 are open.'],
  ['Rooms 10–12 are open.', 'Rooms 10-12 are open.'],
  ['Rooms 10 – 12 are open.', 'Rooms 10 — 12 are open.'],
  ['Are you safe?', 'Are you safe.'],
  ['Are you safe', 'Are you safe.'],
  ['The Polish text.', 'The polish text.'],
  ['It is up to US now.', 'It is up to us now.'],
  ['Along the x-axis.', 'Along the x axis.'],
  ['Sixty-odd people.', 'Sixty odd people.'],
  ['A man—eating shark.', 'A man-eating shark.'],
  ['They can go no where at all.', 'They can go nowhere at all.'],
  ['Let’s eat, grandma.', 'Let’s eat grandma.'],
  ['Eats; shoots.', 'Eats: shoots.'],
  ['The members’ rights.', 'The members rights.'],
  ['He (not she) signed.', 'He not she signed.'],
  ['½ of them.', '1/2 of them.'],
  ['10 ℃ there.', '10 °C there.'],
  ['Wait. . .', 'Wait…'],
  ['And so on....', 'And so on…'],
  ['A “ban” there.', 'A ban there.'],
  ['A “ban” there.', 'A ‘ban’ there.'],
  ['👨\u200D👩 people.', '👨👩 people.']
] as const

describe('a change of appearance', () => {
  it.each(same)('is %s', (_, before, after) => {
    expect(carried(before, after)).toEqual({freshness: 'valid', cosmetic: 1})
    expect(carried(after, before)).toEqual({freshness: 'valid', cosmetic: 1})
  })

  it('needs each row of the table', () => {
    for (const {name, reason, pattern} of cosmeticVariants) {
      expect(reason, name).toMatch(/\.$/)
      const texts = same.flatMap(([, before, after]) => [before, after])
      expect(
        texts.some((text) => text.search(pattern) >= 0),
        name
      ).toBe(true)
    }
  })

  it('is a hard line break, but no other code', () => {
    const breaks: Content = ['a', {type: 'standalone', id: '1', kind: 'break', raw: '\\\n'}, 'b']
    const image: Content = ['a', {type: 'standalone', id: '1', kind: 'image', raw: '![]()'}, 'b']
    const bold = (kind: 'bold' | 'italic'): Content => [
      {type: 'open', id: '1', kind, raw: '**'},
      'a',
      {type: 'close', id: '1', kind, raw: '**'},
      ' b'
    ]
    expect(isCosmetic(breaks, ['a b'])).toBe(true)
    expect(isCosmetic(image, ['a b'])).toBe(false)
    expect(isCosmetic(bold('bold'), bold('bold'))).toBe(true)
    expect(isCosmetic(bold('bold'), bold('italic'))).toBe(false)
    expect(isCosmetic(bold('bold'), ['a b'])).toBe(false)
  })
})

describe('any other change', () => {
  it.each(other)('of %j to %j makes the translation one of an earlier source', (before, after) => {
    expect(carried(before, after)).toEqual({freshness: 'changed', cosmetic: 0})
    expect(carried(after, before)).toEqual({freshness: 'changed', cosmetic: 0})
  })

  /** Written here once more, so that a row that is too wide is found. */
  const variants = ['"“”„‟', "'‘’‚‛", '-‐‑']
  const dashes = ['-–—―', ...variants]
  const isVariant = (a: string, b: string, groups: ReadonlyArray<string>): boolean =>
    a.normalize('NFC') === b.normalize('NFC') ||
    (/^\s$/u.test(a) && /^\s$/u.test(b)) ||
    groups.some((group) => group.includes(a) && group.includes(b))

  // Characters of this time are as likely as all others: marks, signs and letters of two languages, and the rest.
  const character = fc
    .oneof(
      fc.integer({min: 0x20, max: 0x7e}),
      fc.integer({min: 0xa0, max: 0x17f}),
      fc.integer({min: 0x2000, max: 0x2bff}),
      fc.integer({min: 0x20, max: 0x10ffff})
    )
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))

  const around = fc.constantFrom(
    ['The treaty', 'is signed.', variants],
    ['The treaty ', ' is signed.', dashes],
    ['Between 10', '12 states.', variants],
    ['Between 10 ', ' 12 states.', variants],
    ['The treaty is signed', '', variants],
    ['', 'The treaty is signed.', variants]
  ) satisfies fc.Arbitrary<readonly [string, string, ReadonlyArray<string>]>

  it('of one character to one that is no variant of it is another source', () => {
    fc.assert(
      fc.property(character, character, around, (a, b, [before, after, groups]) => {
        fc.pre(!isVariant(a, b, groups))
        const [from, to] = [before + a + after, before + b + after]
        fc.pre(from.normalize('NFC') !== to.normalize('NFC'))
        // At the edge of a text white space is none.
        fc.pre(from.trim().replace(/\s+/gu, ' ') !== to.trim().replace(/\s+/gu, ' '))
        expect(isCosmetic([from], [to])).toBe(false)
      }),
      {numRuns: 20_000}
    )
  })

  it('that leaves a character out is another source, but for a space that is one of two', () => {
    fc.assert(
      fc.property(character, around, (a, [before, after]) => {
        const [from, to] = [before + a + after, before + after]
        fc.pre(from.trim().replace(/\s+/gu, ' ') !== to.trim().replace(/\s+/gu, ' '))
        expect(isCosmetic([from], [to])).toBe(false)
      }),
      {numRuns: 10_000}
    )
  })
})
