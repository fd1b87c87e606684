import type {Bitext, Block, Pair} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import type {Edit} from '../src/edits/changes.ts'
import {takeEdits} from '../src/edits/take.ts'

const pair = (id: string, source: string, target: string): Pair => ({
  id,
  source: [source],
  target: [target],
  state: 'translated',
  candidates: [],
  gap: ''
})

const withRemoved = (...pairs: Pair[]): Bitext => ({
  document: 'a.md',
  sourceLocale: 'en',
  targetLocale: 'fr',
  units: [{id: 'u1', kind: 'paragraph', trail: [], pairs: [pair('s1', 'Nobody was hurt.', 'Personne.')]}],
  removed: [{id: 'u1', kind: 'paragraph', trail: [], pairs}]
})

const gone: Edit = {
  unit: 'u1',
  pair: 's1',
  source: ['Nobody was hurt.'],
  target: ['Nul.'],
  isOfToday: true,
  isGone: true,
  block: 0,
  at: {} as Block,
  was: 'Personne.',
  is: 'Nul.'
}

describe('an edit of a sentence that is gone', () => {
  it('keeps the translation that it takes the place of, and touches no other', () => {
    const before = withRemoved(
      pair('s1', 'It rose.', 'Elle monta.'),
      pair('s3', 'Nobody was hurt.', 'Aucun blessé.')
    )
    const {units, removed} = takeEdits(before, [gone])
    expect(units).toEqual(before.units)
    const [first, second] = removed[0]!.pairs
    expect(first).toEqual(before.removed[0]!.pairs[0])
    expect(second!.target).toEqual(['Nul.'])
    expect(second!.candidates.map(({kind, target}) => [kind, target])).toEqual([
      ['superseded', ['Aucun blessé.']]
    ])
  })

  it('gets an id that no other has', () => {
    const before = withRemoved(pair('s1', 'One.', 'Un.'), pair('s3', 'Three.', 'Trois.'))
    const {removed} = takeEdits(before, [gone])
    expect(removed[0]!.pairs.map(({id}) => id)).toEqual(['s1', 's3', 's2'])
  })
})
