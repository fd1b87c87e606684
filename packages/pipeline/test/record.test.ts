import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Bitext, Unit} from '@passerelle/model'
import {writeRecord} from '@passerelle/xliff'
import {expect, it} from 'vitest'
import type {Direction} from '../src/direction.ts'
import {readRecord} from '../src/record.ts'
import {openWorkspace} from '../src/workspace.ts'

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
  const found = await readRecord(workspace, {bilingualPath: 'a.xlf'} as Direction)
  expect(workspace.diagnostics).toEqual([])
  expect(found).toEqual(written)
})

it.each([10, 10_000])('is not read where it is damaged, with %i units', async (count) => {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-record-'))
  const xml = writeRecord(bitextOf(count))
  writeFileSync(join(root, 'a.xlf'), xml.slice(0, xml.lastIndexOf('</unit>')))
  const workspace = openWorkspace(root, 1)
  expect(await readRecord(workspace, {bilingualPath: 'a.xlf'} as Direction)).toBe('unreadable')
  expect(workspace.diagnostics[0]).toMatchObject({id: 'xliff-not-well-formed', level: 'error', path: 'a.xlf'})
})
