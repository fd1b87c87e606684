import {describe, expect, it} from 'vitest'
import {passerelle} from './world.ts'

describe('segment', () => {
  it('shows each sentence, and the rule behind each cut and each place that is not cut', async () => {
    expect(await passerelle('segment locales/fr/oslo.md')).toEqual({
      code: 0,
      err: '',
      out: [
        'locales/fr/oslo.md:3:1',
        '    not cut at “M. |Roy arri”: rule titles: M\\. ⏐ ∅',
        '  M. Roy arrive.',
        '    rule all, line 7: \\. ⏐ \\s',
        '  Il parle.',
        ''
      ].join('\n')
    })
  })

  it('gives its findings to programs, with the language of the folder', async () => {
    const {out} = await passerelle('segment locales/fr/oslo.md --json')
    expect(JSON.parse(out)).toMatchObject({version: 1, locale: 'fr', blocks: [{line: 3}]})
  })

  it('gives the rules themselves', async () => {
    expect(await passerelle('segment --rules')).toEqual({code: 0, err: '', out: '<srx/>\n'})
  })

  it('asks for a file where none is named', async () => {
    const {code, err} = await passerelle('segment')
    expect(code).toBe(2)
    expect(err).toContain('passerelle segment locales/fr')
  })
})
