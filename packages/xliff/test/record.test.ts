import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Unit} from '@passerelle/model'
import {read, writeRecord, writeRecordInParts} from '../src/index.ts'
import {bitext} from './arbitraries.ts'
import {hasSchemas, schemaErrors} from './validate-xml.ts'

describe('the record', () => {
  it('gives back exactly what was written', () => {
    fc.assert(
      fc.property(bitext, (written) => {
        const {files, diagnostics} = read(writeRecord(written), 'oslo.xlf')
        expect(diagnostics).toEqual([])
        expect(files.map((file) => file.bitext)).toEqual([written])
      }),
      {numRuns: 300}
    )
  })

  it('has equal bytes for equal input, however it was made', () => {
    fc.assert(
      fc.property(bitext, (written) => {
        const xml = writeRecord(written)
        expect(writeRecord(read(xml, 'oslo.xlf').files[0]!.bitext)).toBe(xml)
      })
    )
  })

  it('is the same written in parts', () => {
    fc.assert(
      fc.property(bitext, fc.integer({min: 1, max: 3}), (written, size) => {
        const more = [...new Map(written.units.map((unit) => [unit.id, unit])).values()]
        const parts = Array.from({length: Math.ceil(more.length / size)}, (_, index) =>
          more.slice(index * size, (index + 1) * size)
        )
        const known = new Set(more.map(({id}) => id))
        const before = {...written, removed: written.removed.filter(({id}) => !known.has(id))}
        const isLimited = more.some(({maxLength}) => maxLength !== undefined)
        fc.pre(more.length + before.removed.length > 0)
        for (const units of [written.units, []]) {
          const whole = {...before, units, removed: [...before.removed, ...more]}
          const inParts = writeRecordInParts({...before, units}, {more: parts, isLimited})
          expect([...inParts].join('')).toBe(writeRecord(whole))
        }
      })
    )
  })

  it('comes in parts where there are many units', () => {
    const units = Array.from({length: 1000}, (_, index) => ({
      id: `u${index}`,
      kind: 'paragraph',
      trail: [],
      pairs: [{id: 's1', source: ['a'], target: ['b'], state: 'translated', candidates: [], gap: ''}]
    })) satisfies Unit[]
    const written = {document: 'a.md', sourceLocale: 'en', targetLocale: 'fr', units, removed: []}
    const parts = [...writeRecordInParts(written)]
    expect(parts.length).toBeGreaterThan(2)
    expect(Math.max(...parts.map(({length}) => length))).toBeLessThan(40_000)
    expect(read(parts.join(''), 'a.xlf').files[0]!.bitext).toEqual(written)
  })

  it('keeps twins among removed units apart', () => {
    const unit = {
      id: 'u1',
      kind: 'paragraph',
      trail: [],
      pairs: [{id: 's1', source: ['a'], target: ['b'], state: 'translated', candidates: [], gap: ''}]
    } as const
    const written = {
      document: 'a.md',
      sourceLocale: 'en',
      targetLocale: 'fr',
      units: [unit],
      removed: [unit, unit]
    }
    expect(read(writeRecord(written), 'a.xlf').files[0]!.bitext).toEqual(written)
  })

  it('puts a changed target in lines of its own', () => {
    const of = (target: string): string[] =>
      writeRecord({
        document: 'a.md',
        sourceLocale: 'en',
        targetLocale: 'fr',
        units: ['u1', 'u2'].map((id) => ({
          id,
          kind: 'paragraph',
          trail: [],
          pairs: [
            {id: 's1', source: [id], target: [target + id], state: 'translated', candidates: [], gap: ''}
          ]
        })),
        removed: []
      }).split('\n')
    const [before, after] = [of('a'), of('b')]
    const changed = after.filter((line, index) => line !== before[index])
    expect(changed).toEqual(['        <target>bu1</target>', '        <target>bu2</target>'])
  })
})

describe.skipIf(!hasSchemas)('the record by the schema', () => {
  it('is valid XLIFF 2.0', () => {
    const files = fc.sample(bitext, 150).map(writeRecord)
    expect(schemaErrors(files, '2.0')).toBe('')
  })
})
