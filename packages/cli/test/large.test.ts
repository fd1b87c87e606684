import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {hasShared} from '../../../test/support.ts'
import {NEWS, writeBig, writeSmallProject} from '../../xliff/test/big.ts'
import {measured} from './measured.ts'

/** Peak memory in MB of what reads a file of any size; most of it is what the command takes to start. */
const BOUND = 250

/** The same where all is news, which goes into the record. */
const BOUND_OF_NEWS = 300

const folder = mkdtempSync(join(tmpdir(), 'passerelle-large-'))

beforeAll(() => {
  if (!hasShared) return
  for (const version of ['1.2', '2.0'] as const) writeBig(join(folder, `${version}.xlf`), version, 40e6)
})

afterAll(() => rmSync(folder, {recursive: true}))

// Gigabytes in all: only where outside data is, as in CI.
describe.skipIf(!hasShared).each(['1.2', '2.0'] as const)('a file of 40 MB in XLIFF %s', (version) => {
  it('is checked in bounded memory', () => {
    const {status, stdout, peak} = measured(['validate', join(folder, `${version}.xlf`)])
    expect([status, stdout.trim().endsWith(': valid')]).toEqual([0, true])
    expect(peak).toBeLessThan(BOUND)
  })

  it('is taken in, in bounded memory', () => {
    const project = join(folder, `project-${version}`)
    writeSmallProject(project)
    const back = join(folder, `back-${version}.xlf`)
    writeBig(back, version, 40e6, [NEWS])
    const {status, stdout, peak} = measured(['import', back], project)
    expect([status, stdout]).toEqual([0, expect.stringContaining('1 translation came in')])
    const record = readFileSync(join(project, 'locales/xliff/en-fr/releases/river.xlf'), 'utf8')
    expect(record).toContain('<target>Ce n’est pas tout.</target>')
    expect(peak).toBeLessThan(BOUND)
  })
})

it.skipIf(!hasShared)('takes in what is all news, in bounded memory, and once', () => {
  const project = join(folder, 'project-news')
  writeSmallProject(project)
  const record = (): string => readFileSync(join(project, 'locales/xliff/en-fr/releases/river.xlf'), 'utf8')
  const {status, stdout, peak} = measured(['import', join(folder, '1.2.xlf')], project)
  expect([status, stdout]).toEqual([0, expect.stringContaining('1,003 warnings')])
  const targets = readFileSync(join(folder, '1.2.xlf'), 'utf8').match(/<target(?! state="needs)/g)!.length
  expect(record().match(/<target>/g)).toHaveLength(targets)
  expect(peak).toBeLessThan(BOUND_OF_NEWS)
  const before = record()
  for (const verb of ['status', 'check', 'sync']) {
    const later = measured([verb], project)
    expect([verb, later.status]).toEqual([verb, verb === 'check' ? 3 : 0])
    expect(later.peak, verb).toBeLessThan(BOUND_OF_NEWS)
  }
  expect(record()).toBe(before)
})
