import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, it} from 'vitest'
import {check, openProject, sync} from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'passerelle-slavic-'))
afterAll(() => rmSync(folder, {recursive: true}))

// The first version took `_one`, `_few` and `_many` without `_other` for no plural, and built a page with all three.
it('gives English the form it needs from Russian, with its translation, and calls no page edited', async () => {
  cpSync(join(import.meta.dirname, 'fixtures/slavic-0.1'), folder, {recursive: true})
  const {diagnostics} = await sync(await openProject(folder), {})
  expect(diagnostics).toEqual([])
  expect(JSON.parse(readFileSync(join(folder, 'locales/en/t.json'), 'utf8'))).toEqual({
    more_one: '{{count}} more tag',
    more_other: '{{count}} more tags'
  })
  const checked = await check(await openProject(folder), {})
  expect(checked.diagnostics).toEqual([])
})
