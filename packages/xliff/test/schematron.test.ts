import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Bitext, Pair} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {writeHandoff, writeRecord} from '../src/index.ts'
import {sound} from './arbitraries.ts'
import {schematronErrors} from './schematron.ts'
import {DATA, hasData} from './validate-xml.ts'

/** A pair whose target has the codes of its source, and so have those of its candidates. */
function faithful(pair: Pair): Pair {
  const candidates = pair.candidates.map((each) => ({...each, target: ['~', ...each.source]}))
  return pair.target
    ? {...pair, candidates, target: ['~', ...pair.source]}
    : {...pair, candidates, state: 'initial'}
}

/** What is held against the rules: they do not know that U+FFFE and U+FFFF are illegal. */
function judged(bitext: Bitext): Bitext {
  const known = JSON.parse(JSON.stringify(bitext).replaceAll(/[\uFFFE\uFFFF]/g, '!')) as Bitext
  return {...known, units: known.units.map((unit) => ({...unit, pairs: unit.pairs.map(faithful)}))}
}

/** As XLIFF 2.1, which is 2.0 but for its version. */
const in21 = (xml: string): string => xml.replace(' version="2.0"', ' version="2.1"')

describe.skipIf(!hasData)('the Schematron rules of XLIFF 2.1', () => {
  it('have nothing against what this package writes', () => {
    fc.assert(
      fc.property(sound, (any) => {
        const written = judged(any)
        expect(schematronErrors(in21(writeHandoff([written], {version: '2.0'})))).toEqual([])
        expect(schematronErrors(in21(writeRecord(written)))).toEqual([])
      }),
      {numRuns: 40}
    )
  })

  it('are understood: they know broken files, and have nothing against most valid ones', () => {
    const count = (folder: string): [refused: number, all: number] => {
      const paths = globSync(`suite/oasis-2.1/${folder}/core/*.xlf`, {cwd: DATA})
      const texts = paths.map((path) => readFileSync(join(DATA, path), 'utf8'))
      return [texts.filter((text) => schematronErrors(text).length > 0).length, paths.length]
    }
    const [valid, invalid] = ['valid', 'invalid'].map(count) as [[number, number], [number, number]]
    expect(valid[0]).toBeLessThan(valid[1] / 5)
    expect(invalid[0]).toBeGreaterThan(invalid[1] / 3)
  })
})
