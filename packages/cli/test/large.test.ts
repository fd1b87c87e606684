import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {writeBig} from '../../xliff/test/big.ts'
import {measured} from './measured.ts'

/** Peak memory in MB of what reads a file of any size; most of it is what the command takes to start. */
const BOUND = 250

const folder = mkdtempSync(join(tmpdir(), 'passerelle-large-'))

beforeAll(() => {
  for (const version of ['1.2', '2.0'] as const) writeBig(join(folder, `${version}.xlf`), version, 40e6)
})

afterAll(() => rmSync(folder, {recursive: true}))

describe.each(['1.2', '2.0'])('a file of 40 MB in XLIFF %s', (version) => {
  it('is checked in bounded memory', () => {
    const {status, stdout, peak} = measured(['validate', join(folder, `${version}.xlf`)])
    expect([status, stdout.trim().endsWith(': valid')]).toEqual([0, true])
    expect(peak).toBeLessThan(BOUND)
  })
})
