import type {State} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {to12, to20} from '../src/words/states.ts'

/** All that XLIFF 1.2 names (2.3.1 `state`, `state-qualifier`), and values of tools. */
const STATES = [
  'final',
  'needs-adaptation',
  'needs-l10n',
  'needs-review-adaptation',
  'needs-review-l10n',
  'needs-review-translation',
  'needs-translation',
  'new',
  'signed-off',
  'translated',
  'x-edited',
  'x-a,b:c%2C'
]
const QUALIFIERS = [
  undefined,
  'exact-match',
  'fuzzy-match',
  'id-match',
  'leveraged-glossary',
  'leveraged-inherited',
  'leveraged-mt',
  'leveraged-repository',
  'leveraged-tm',
  'mt-suggestion',
  'rejected-grammar',
  'rejected-inaccurate',
  'rejected-length',
  'rejected-spelling',
  'tm-suggestion',
  'x-mine',
  'x-my:own'
]

const userDefined = fc
  .tuple(fc.stringMatching(/^[^\s:]{1,6}$/), fc.stringMatching(/^[^\s:]{1,9}$/))
  .map(([prefix, value]) => `${prefix}:${value}`)

describe('states of 1.2 in 2.x', () => {
  it.each(STATES)('loses nothing of %s', (state) => {
    for (const qualifier of QUALIFIERS) {
      expect(to12(to20({state, qualifier}))).toMatchObject({state, qualifier})
      for (const approved of [true, false]) {
        expect(to12(to20({state, qualifier, approved}))).toEqual({state, qualifier, approved})
      }
    }
  })

  it('says in a sub-state only what the four states do not', () => {
    expect(to20({state: 'translated'})).toEqual({state: 'translated'})
    expect(to20({state: 'signed-off', approved: true})).toEqual({state: 'reviewed'})
    expect(to20({state: 'final'})).toEqual({state: 'final'})
    expect(to20({state: 'needs-review-translation'})).toEqual({
      state: 'translated',
      subState: 'pas:needs-review-translation'
    })
    expect(to20({state: 'translated', qualifier: 'leveraged-mt'})).toEqual({
      state: 'translated',
      subState: 'pas:,leveraged-mt'
    })
    expect(to20({state: 'translated', approved: true}).subState).toBe('pas:,,approved')
    expect(to20({})).toEqual({})
  })

  it('is valid as a sub-state: a prefix, one colon, no space', () => {
    for (const state of STATES) {
      for (const qualifier of QUALIFIERS) {
        expect(to20({state, qualifier}).subState ?? 'a:b').toMatch(/^[^\s:]+:[^\s:]+$/)
      }
    }
  })
})

describe('states of 2.x in 1.2', () => {
  it('loses no state and no sub-state of any tool', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<State>('initial', 'translated', 'reviewed', 'final'),
        fc.option(userDefined, {nil: undefined}),
        (state, subState) => {
          fc.pre(!subState?.startsWith('pas:'))
          expect(to20(to12({state, subState}))).toEqual({state, ...(subState && {subState})})
        }
      )
    )
  })

  it('reads what looks like ours and is not as it stands', () => {
    for (const subState of ['pas:%E0%A4%A', 'pas:done', 'pas:,done', 'pas:new,,maybe', 'pas:a b']) {
      expect(to12({state: 'translated', subState})).toEqual({
        state: 'translated',
        qualifier: `x-${subState.replace(' ', '_')}`,
        approved: false
      })
    }
  })
})
