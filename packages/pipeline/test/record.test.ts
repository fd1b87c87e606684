import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Bitext, carry, type Unit} from '@passerelle/model'
import {writeRecord} from '@passerelle/xliff'
import {expect, it} from 'vitest'
import type {Direction} from '../src/project/direction.ts'
import {type FoundRecord, readRecord, stillAside} from '../src/work/record.ts'
import {openWorkspace} from '../src/files/workspace.ts'

const DIRECTION = {bilingualPath: 'a.xlf'} as Direction

/** Units of about a kilobyte in a record, every third translated; the first is met again as the last. */
function bitextOf(count: number): Bitext {
  const unit = (number: number): Unit => ({
    id: `u${number}`,
    kind: 'paragraph',
    trail: ['La crue'],
    pairs: [
      {
        id: 's1',
        source: [
          `Sentence ${number}, ${'œuvre '.repeat(100)}`,
          {type: 'standalone', id: '1', kind: 'code', raw: ''}
        ],
        state: number % 3 === 0 ? 'translated' : 'initial',
        candidates: [],
        gap: '',
        ...(number % 3 === 0 && {target: [`Phrase ${number}`]})
      }
    ]
  })
  const units = Array.from({length: count}, (_, number) => unit(number))
  const removed = [unit(count), unit(count + 1)]
  return {
    document: 'a.md',
    sourceLocale: 'en',
    targetLocale: 'fr',
    units: [...units, unit(0)],
    removed,
    skeleton: 'abc'
  }
}

it.each([10, 10_000])('is read as it was written, with %i units', async (count) => {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-record-'))
  const written = bitextOf(count)
  writeFileSync(join(root, 'a.xlf'), writeRecord(written))
  const workspace = openWorkspace(root, 1)
  const {bitext, aside} = (await readRecord(workspace, DIRECTION, [])) as FoundRecord
  expect(workspace.diagnostics).toEqual([])
  expect({...bitext, removed: aside ? [...aside.parts()].flat() : bitext.removed}).toEqual(written)
  expect(aside !== undefined).toBe(count > 10)
})

it.each([10, 10_000])('is not read where it is damaged, with %i units', async (count) => {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-record-'))
  const xml = writeRecord(bitextOf(count))
  writeFileSync(join(root, 'a.xlf'), xml.slice(0, xml.lastIndexOf('</unit>')))
  const workspace = openWorkspace(root, 1)
  expect(await readRecord(workspace, DIRECTION, [])).toBe('unreadable')
  expect(workspace.diagnostics[0]).toMatchObject({id: 'record-damaged', level: 'error', path: 'a.xlf'})
})

it('keeps what is aside in the order of the record, whatever is carried', async () => {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-record-'))
  const {units, ...rest} = bitextOf(9_000)
  writeFileSync(join(root, 'a.xlf'), writeRecord({...rest, units: [], removed: units.slice(0, -1)}))
  const translated = units.filter(({pairs}) => pairs[0]!.target)
  const today = [translated[5]!, {...translated[7]!, id: 'moved'}].map(bare)
  const found = (await readRecord(openWorkspace(root, 1), DIRECTION, today)) as FoundRecord
  expect(found.bitext.removed.map(({id}) => id)).toEqual([translated[5]!.id, translated[7]!.id])
  const whole = carry([], units.slice(0, -1), today)
  const carried = carry([], found.bitext.removed, today)
  expect(carried.units).toEqual(whole.units)
  const aside = stillAside(found, carried.removed)!
  expect([...aside.parts()].flat()).toEqual(whole.removed)
})

it('puts aside what has lost its block, behind what was there', async () => {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-record-'))
  const {units, ...rest} = bitextOf(9_000)
  const [gone, ...others] = units.slice(0, -1)
  writeFileSync(join(root, 'a.xlf'), writeRecord({...rest, units: [gone!], removed: others}))
  const found = (await readRecord(openWorkspace(root, 1), DIRECTION, [])) as FoundRecord
  const carried = carry(found.bitext.units, found.bitext.removed, [])
  const aside = stillAside(found, carried.removed)!
  expect([...aside.parts()].flat()).toEqual([...others, gone])
})

/** A unit as its source has it. */
function bare(unit: Unit): Unit {
  const pairs = unit.pairs.map((pair) => {
    const {target: _, ...rest} = pair
    return {...rest, state: 'initial' as const}
  })
  return {...unit, pairs}
}
