import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, it} from 'vitest'
import {check, importHandbacks, merge, openProject, sync} from '../src/index.ts'

const root = mkdtempSync(join(tmpdir(), 'passerelle-copies-'))
afterAll(() => rmSync(root, {recursive: true}))

const SOURCE = `# The river

The river rose in the night. Nobody was hurt by it.

Two boats are on their way there.
`

it('builds the page of a hand-back that says of all copies that they are translations, and fails it in check', async () => {
  for (const locale of ['en', 'fr']) mkdirSync(join(root, 'locales', locale), {recursive: true})
  writeFileSync(join(root, 'locales/en/a.md'), SOURCE)
  await sync(await openProject(root))
  const handoff = readFileSync(join(root, 'outbox/en-fr/a.xlf'), 'utf8')
  const copies = handoff.replace(
    /(<source>(.*?)<\/source>\s*)<target[^>]*\/>/g,
    '$1<target state="translated">$2</target>'
  )
  writeFileSync(join(root, 'back.xlf'), copies)
  await importHandbacks(await openProject(root), ['back.xlf'])
  await merge(await openProject(root))
  expect(readFileSync(join(root, 'locales/fr/a.md'), 'utf8')).toBe(SOURCE)
  const {gate, diagnostics} = await check(await openProject(root))
  expect(gate?.met).toBe(false)
  expect(diagnostics.filter(({level}) => level === 'error').map(({id}) => id)).toEqual([
    'target-is-source',
    'target-is-source',
    'target-is-source'
  ])
})
