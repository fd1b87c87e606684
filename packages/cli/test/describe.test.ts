import type {Pair, Unit} from '@passerelle/model'
import {expect, it} from 'vitest'
import type {NoteContext} from '@passerelle/pipeline'
import {describe as describeUnit} from '../src/commands/describe.ts'
import {isTranslated} from './world.ts'

const pair: Pair = {id: 's1', source: ['Today.'], state: 'initial', candidates: [], gap: ''}

const locales = (sourceLocale: string, numbers: ReadonlyArray<number> = []): NoteContext => ({
  sourceLocale,
  targetLocale: sourceLocale === 'fr-CA' ? 'en' : 'fr',
  numbers
})

function unit(parts: Partial<Unit>): Unit {
  return {id: 'u1', kind: 'paragraph', trail: [], pairs: [pair], ...parts}
}

it('says what a text is and where it stands', () => {
  expect(describeUnit(unit({}), pair, locales('en'))).toBe('Paragraph.')
  expect(describeUnit(unit({kind: 'cell', trail: ['Report', 'Figures']}), pair, locales('en-GB'))).toBe(
    'Table cell, below: Report › Figures.'
  )
  expect(describeUnit(unit({kind: 'value', key: 'nav.home', trail: ['nav']}), pair, locales('en'))).toBe(
    'Label, key “nav.home”.'
  )
})

it('says of which numbers a plural form is', () => {
  const many = unit({kind: 'value', key: 'roads_many'})
  expect(describeUnit(many, pair, locales('en', [1_000_000, 2_000_000]))).toBe(
    'Label, key “roads_many”. For numbers such as 1,000,000 and 2,000,000.'
  )
  const one = unit({kind: 'value', key: 'roads_one'})
  expect(describeUnit(one, pair, locales('en', [0, 1, 1.5]))).toContain('For numbers such as 0, 1, and 1.5.')
  expect(describeUnit(one, pair, locales('en'))).not.toContain('numbers')
})

it('shows what came back and could not be used', () => {
  const rejected: Pair = {...pair, candidates: [{kind: 'rejected', source: ['Today.'], target: ['Ce jour.']}]}
  expect(describeUnit(unit({}), rejected, locales('en'))).toContain('damaged in it: Ce jour.')
  expect(describeUnit(unit({}), {...rejected, target: ['Aujourd’hui.']}, locales('en'))).toBe('Paragraph.')
})

it('hands on what the author asks, and what the text was', () => {
  const changed: Pair = {...pair, candidates: [{kind: 'previous', source: ['Yesterday.'], target: ['Hier.']}]}
  const noted = unit({kind: 'heading', note: 'Keep it short', maxLength: 60})
  expect(describeUnit(noted, changed, locales('en'))).toBe(
    'Heading. From the author: Keep it short At most 60 characters. The text has changed since it was translated:'
  )
  expect(describeUnit(noted, {...changed, target: ['Aujourd’hui.']}, locales('en'))).not.toContain(
    'Yesterday'
  )
})

it.skipIf(!isTranslated('fr'))('speaks the language of the source', () => {
  expect(describeUnit(unit({kind: 'alternative', trail: ['Bilan']}), pair, locales('fr-CA'))).toBe(
    'Texte de remplacement d’une image, sous\u00A0: Bilan.'
  )
})
