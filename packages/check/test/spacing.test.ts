import {describe, expect, it} from 'vitest'
import {checkUnit} from '../src/index.ts'
import {context, found, pair, unit} from './units.ts'

const nothing: string[] = []
const fault = ['spacing']

describe('spacing', () => {
  it.each([
    ['Oui\u202F!', nothing],
    ['Oui\u00A0!', nothing],
    ['Oui !', fault],
    ['Oui!', fault],
    ['Voici\u00A0:', nothing],
    ['Voici:', fault],
    ['un\u202F; deux', nothing],
    ['un; deux', fault],
    ['«\u00A0mot\u00A0»', nothing],
    ['« mot\u00A0»', fault],
    ['«mot\u00A0»', fault],
    ['«\u00A0mot»', fault],
    ['Quoi\u202F?!', nothing],
    ['Quoi\u202F?\u202F!', nothing],
    ['(?)', nothing],
    ['https://example.org/?a=b;c', nothing],
    ['à 14:30', nothing],
    [':smile: et a::b', nothing],
    ['R&amp; D', nothing],
    ['<1>Note</1>\u00A0: oui', nothing],
    ['<1>Note</1> : oui', fault],
    ['<2/>: oui', fault],
    ['<2/>\u00A0: oui', nothing],
    ['Titre<br/>: suite', nothing]
  ])('%j in French', (target, expected) => {
    expect(found('Source', target).filter((id) => id === 'spacing')).toEqual(expected)
  })

  it.each([
    ['Oui!', nothing],
    ['Oui\u202F!', fault],
    ['Oui !', fault],
    ['un; deux', nothing],
    ['Voici\u00A0: «\u00A0mot\u00A0»', nothing],
    ['Voici: mot', fault],
    ['«mot»', fault]
  ])('%j in Canadian French', (target, expected) => {
    const ids = found('Source', target, {targetLocale: 'fr-CA'})
    expect(ids.filter((id) => id === 'spacing')).toEqual(expected)
  })

  it('is no matter of other languages', () => {
    expect(found('Oui\u202F!', 'Yes !', {sourceLocale: 'fr', targetLocale: 'en'})).toEqual([])
    expect(found('Oui\u202F!', 'Yes !', {targetLocale: 'frr'})).toEqual([])
  })

  it('lets words of the source stand as they are quoted', () => {
    expect(found('Type “Hello, world!” now', 'Tapez “Hello, world!” ici')).toEqual([])
    expect(found('Contact: us', 'Contact: nous')).toEqual(fault)
  })

  it('is said once for a sentence, with all its faults', () => {
    const faulty = unit(pair('Yes! No?', 'Oui ! Non?'), {...pair('So: yes', 'Donc: oui'), id: 's2'})
    expect(checkUnit(faulty, context)).toMatchObject([
      {id: 'spacing', segment: 's1', args: {found: 'i !, n?', expected: 'i\u202F!, n\u202F?', count: 2}},
      {id: 'spacing', segment: 's2', args: {found: 'c:', expected: 'c\u00A0:', count: 1}}
    ])
  })
})
