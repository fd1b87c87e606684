import {describe, expect, it} from 'vitest'
import {passerelle} from './world.ts'

describe('validate', () => {
  it('says that a file is valid, and ends with 0', async () => {
    expect(await passerelle('validate good.xlf')).toEqual({code: 0, err: '', out: 'good.xlf: valid\n'})
  })

  it('names the constraint, the place and the fix, and ends with 1', async () => {
    const {code, err, out} = await passerelle('validate good.xlf bad.xlf')
    expect(code).toBe(1)
    expect(err).toContain('bad.xlf:3:5  error  The id “1” of <ph> is there twice. [xliff-id-duplicate]')
    expect(err).toContain('Give one of the two another id.')
    expect(out).toBe('good.xlf: valid\nbad.xlf: not valid\n\n1 of 2 files is not valid.\n')
  })

  it('says so in French', async () => {
    const {err, out} = await passerelle('validate good.xlf bad.xlf --lang fr')
    expect(err).toContain('L’identifiant «\u00A01\u00A0» de <ph> est présent deux fois.')
    expect(out).toContain('1 fichier sur 2 n’est pas valide.')
  })

  it('prints a stable form for programs', async () => {
    const {code, out} = await passerelle('validate bad.xlf --json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({version: 1, files: [{path: 'bad.xlf', valid: false}]})
  })
})
