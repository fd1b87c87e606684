import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {checkUnit} from '../src/index.ts'
import {context, found, pair, unit} from './units.ts'

const same: string[] = []
const differs = ['number-differs']

describe('numbers', () => {
  it.each([
    ['700,000 mines', '700 000 mines', same],
    ['700,000 mines', '700\u00A0000 mines', same],
    ['700,000 mines', '700\u202F000 mines', same],
    ['700,000 mines', '700.000 mines', same],
    ['700,000 mines', '70 000 mines', differs],
    ['700,000 mines', '700,000 mines', differs],
    ['3.5 km', '3,5 km', same],
    ['3.5 km', '3.5 km', same],
    ['3.5 km', '35 km', differs],
    ['1,234.50 dollars', '1 234,5 dollars', same],
    ['version 1.2.3', 'version 1.2.3', same],
    ['November 3, 2008', 'le 3 novembre 2008', same],
    ['November 1, 2008', 'le 1er novembre 2008', same],
    ['November 3, 2008', 'le 4 novembre 2008', differs],
    ['2008-11-03', '03/11/2008', same],
    ['the 21st century', 'le XXIe siècle', same],
    ['12 countries', 'douze pays', same],
    ['twelve countries', '12 pays', same],
    ['12 countries', '13 pays', differs],
    ['at 2 p.m.', 'à 14 h', same],
    ['at 2:30 pm', 'à 14 h 30', same],
    ['at 2:00 p.m.', 'à 14 h', same],
    ['from 1-3pm', 'de 13 h à 15 h', same],
    ['at 2 p.m.', 'à 15 h', differs],
    ['COVID-19', 'COVID-19', same],
    ['107 states', 'des États', differs],
    ['Some <1/> of 25', 'Parmi 25, <1/>', same]
  ])('%j → %j', (source, target, expected) => {
    expect(found(source, target).filter((id) => id === 'number-differs')).toEqual(expected)
  })

  it('says which are gone and which have come', () => {
    expect(checkUnit(unit(pair('From 20 to 700,000', 'De 20 à 70 000')), context)).toMatchObject([
      {args: {expected: '700,000', found: '70 000', text: 'From 20 to 700,000'}}
    ])
  })

  it('does not look into codes', () => {
    const code = {type: 'standalone', id: '1', kind: 'code', raw: '`v20`', equiv: 'v20'} as const
    const coded = {...pair('x'), source: ['Node ', code], target: ['Nœud ', code, ' 18 ans']}
    expect(checkUnit(unit(coded), context)).toMatchObject([{args: {expected: '', found: '18'}}])
  })

  it('takes every number as each locale writes it', () => {
    const number = fc.oneof(
      fc.nat(5_000_000),
      fc.tuple(fc.nat(99_999), fc.integer({min: 1, max: 99})).map(([whole, part]) => whole + part / 100)
    )
    const locales = fc.constantFrom('en', 'fr', 'fr-CA', 'de', 'es', 'en-GB', 'de-CH')
    fc.assert(
      fc.property(number, locales, locales, (value, sourceLocale, targetLocale) => {
        const written = (locale: string): string => `x ${new Intl.NumberFormat(locale).format(value)} x`
        const ids = found(written(sourceLocale), written(targetLocale), {sourceLocale, targetLocale})
        expect(ids).not.toContain('number-differs')
      })
    )
  })

  it('notices every other number', () => {
    const large = fc.integer({min: 17, max: 5_000_000})
    fc.assert(
      fc.property(large, large, (a, b) => {
        fc.pre(a !== b)
        const target = new Intl.NumberFormat('fr').format(b)
        expect(found(`x ${new Intl.NumberFormat('en').format(a)} x`, `x ${target} x`)).toContain(
          'number-differs'
        )
      })
    )
  })
})
