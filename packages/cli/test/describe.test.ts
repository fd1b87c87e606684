import type {Pair, Unit} from '@passerelle/model'
import {expect, it} from 'vitest'
import {describe as describeUnit} from '../src/describe.ts'
import {isTranslated} from './world.ts'

const pair: Pair = {id: 's1', source: ['Today.'], state: 'initial', candidates: [], gap: ''}

function unit(parts: Partial<Unit>): Unit {
  return {id: 'u1', kind: 'paragraph', trail: [], pairs: [pair], ...parts}
}

it('says what a text is and where it stands', () => {
  expect(describeUnit(unit({}), pair, 'en')).toBe('Paragraph.')
  expect(describeUnit(unit({kind: 'cell', trail: ['Report', 'Figures']}), pair, 'en-GB')).toBe(
    'Table cell, below: Report › Figures.'
  )
  expect(describeUnit(unit({kind: 'value', key: 'nav.home', trail: ['nav']}), pair, 'en')).toBe(
    'Label, key “nav.home”.'
  )
})

it('hands on what the author asks, and what the text was', () => {
  const changed: Pair = {...pair, candidates: [{kind: 'previous', source: ['Yesterday.'], target: ['Hier.']}]}
  const noted = unit({kind: 'heading', note: 'Keep it short', maxLength: 60})
  expect(describeUnit(noted, changed, 'en')).toBe(
    'Heading. From the author: Keep it short At most 60 characters. The text has changed since it was translated. It was:'
  )
  expect(describeUnit(noted, {...changed, target: ['Aujourd’hui.']}, 'en')).not.toContain('Yesterday')
})

it.skipIf(!isTranslated('fr'))('speaks the language of the source', () => {
  expect(describeUnit(unit({kind: 'alternative', trail: ['Bilan']}), pair, 'fr-CA')).toBe(
    'Description d’une image, sous\u00A0: Bilan.'
  )
})
