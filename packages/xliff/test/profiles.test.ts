import {describe, expect, it} from 'vitest'
import {PROFILES, read, writeHandoff} from '../src/index.ts'
import {hasSchemas, schemaErrors} from './validate-xml.ts'

const BITEXT = {
  document: 'a.md',
  sourceLocale: 'en',
  targetLocale: 'fr',
  units: [
    {
      id: 'u1',
      kind: 'paragraph',
      trail: ['Today'],
      maxLength: 40,
      pairs: [
        {
          id: 's1',
          source: ['One ', {type: 'standalone', id: '1', kind: 'code', raw: '`x`', equiv: 'x'}],
          state: 'initial',
          candidates: [{kind: 'previous', source: ['Ones'], target: ['Uns']}],
          gap: ''
        }
      ]
    }
  ],
  removed: []
} as const

describe.each(Object.entries(PROFILES))('the profile %s', (_, profile) => {
  const xml = writeHandoff([BITEXT], profile)

  it('does what it says', () => {
    expect(xml).toContain(`version="${profile.version}"`)
    expect(/<alt-trans|<mtc:match/.test(xml)).toBe(profile.candidates)
    const [pair] = read(xml, 'a.xlf').files[0]!.bitext.units[0]!.pairs
    expect(pair!.target !== undefined).toBe(profile.copySource)
    expect(pair!.state).toBe('initial')
  })

  it.skipIf(!hasSchemas)('is valid', () => {
    expect(schemaErrors([xml], profile.version)).toBe('')
  })
})
