import {globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {Diagnostic} from '@passerelle/model'
import {read} from '@passerelle/xliff'
import {afterAll, describe, expect, it} from 'vitest'
import {type Incoming, isArchiveName, isHandbackName, isZip} from '../src/files/archive.ts'
import {unpack} from '../src/files/incoming.ts'
import {importHandbacks, openProject} from '../src/index.ts'
import {listHandbacks} from '../src/files/find-files.ts'

/** Data that is not part of the project; tests that need it are skipped without. */
const SHARED = process.env['PASSERELLE_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared')

const DATA = join(SHARED, 'data/xliff')
const paths = globSync('{returned,cat-samples}/**/*.{xlf,xliff,sdlxliff,mqxliff,mxliff,txlf,zip,xlz,mqxlz}', {
  cwd: DATA
}).sort()

/** A file, or what is in it. */
function opened(path: string): (Incoming | Diagnostic)[] {
  const bytes = new Uint8Array(readFileSync(join(DATA, path)))
  return isZip(bytes) ? unpack(bytes, path) : [{path, bytes}]
}

const folder = mkdtempSync(join(tmpdir(), 'passerelle-returned-'))
afterAll(() => rmSync(folder, {recursive: true}))

describe('what a folder of hand-backs holds', () => {
  it('is XLIFF by any name that tools give it, and zips of it', async () => {
    const names = [
      'a.xlf',
      'b.XLIFF',
      'c.sdlxliff',
      'd.mqxliff',
      'e.mxliff',
      'f.txlf',
      'g.zip',
      'h.xlz',
      'i.mqxlz'
    ]
    const others = ['.a.xlf', 'a.xml', 'a.tmx', 'a.xlf.bak', '__MACOSX/a.xlz']
    mkdirSync(join(folder, 'inbox/__MACOSX'), {recursive: true})
    for (const name of [...names, ...others]) writeFileSync(join(folder, 'inbox', name), '')
    expect(await listHandbacks(join(folder, 'inbox'))).toEqual(
      names.map((name) => join(folder, 'inbox', name))
    )
  })
})

describe.skipIf(paths.length === 0)('files of real tools', () => {
  it.each(paths)('%s has units, or a reason why not', (path) => {
    expect(isHandbackName(path) || isArchiveName(path)).toBe(true)
    for (const file of opened(path)) {
      const {files, diagnostics} =
        'bytes' in file ? read(file.bytes, file.path) : {files: [], diagnostics: [file]}
      const units = files.flatMap(({bitext}) => bitext.units)
      const reasons = diagnostics.filter(({level}) => level === 'error').map(({id}) => id)
      expect([file.path, units.length > 0 || reasons.length > 0]).toEqual([file.path, true])
    }
  })

  it('are each said to be of another document, in a project that knows none of them', async () => {
    mkdirSync(join(folder, 'locales/en/releases'), {recursive: true})
    mkdirSync(join(folder, 'locales/fr'))
    writeFileSync(join(folder, 'locales/en/releases/river.md'), 'Aid came.\n')
    const project = await openProject(folder)
    const {diagnostics} = await importHandbacks(
      project,
      paths.map((path) => join(DATA, path)),
      {dryRun: true}
    )
    const told = new Set(diagnostics.filter(({level}) => level === 'error').map(({path}) => path))
    const said = paths.filter((path) => [...told].some((each) => each?.startsWith(join(DATA, path))))
    expect(said).toEqual(paths)
  })
})
