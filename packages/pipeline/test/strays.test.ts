import {existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {openProject, type Report, status, sync} from '../src/index.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, {recursive: true})))

/** A project whose one document, `a.md`, was handed out, with what a translator typed into the hand-off. */
async function handedOut(typed: string | undefined): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-strays-'))
  folders.push(root)
  for (const locale of ['en', 'fr']) mkdirSync(join(root, 'locales', locale), {recursive: true})
  writeFileSync(join(root, 'locales/en/a.md'), '# One head\n\nThe first paragraph is here.\n')
  await run(root, sync)
  const path = join(root, 'outbox/en-fr/a.xlf')
  const text = readFileSync(path, 'utf8')
  if (typed)
    writeFileSync(path, text.replace('<target state="needs-translation"/>', `<target>${typed}</target>`))
  return root
}

async function run(root: string, verb: typeof sync): Promise<Report> {
  return verb(await openProject(root))
}

const has = (root: string, path: string): boolean => existsSync(join(root, path))
const record = (root: string, name: string): string =>
  readFileSync(join(root, `locales/xliff/en-fr/${name}.xlf`), 'utf8')

describe('a hand-off in the outbox whose document has another name now', () => {
  it('is named by status, taken in by sync, and put away', async () => {
    const root = await handedOut('Une tête')
    renameSync(join(root, 'locales/en/a.md'), join(root, 'locales/en/b.md'))
    const {diagnostics} = await run(root, status)
    expect(diagnostics).toContainEqual(
      expect.objectContaining({id: 'outbox-worked', args: {count: 1, files: 'outbox/en-fr/a.xlf'}})
    )
    await run(root, sync)
    expect(record(root, 'b')).toContain('<target>Une tête</target>')
    expect(has(root, 'outbox/en-fr/a.xlf')).toBe(false)
    expect(readFileSync(join(root, 'inbox/imported/en-fr/a.xlf'), 'utf8')).toContain('Une tête')
    expect((await run(root, sync)).changes).toEqual([])
  })

  it('is kept in the record where the document is gone, and is there again when it comes back', async () => {
    const root = await handedOut('Une tête')
    const source = readFileSync(join(root, 'locales/en/a.md'))
    rmSync(join(root, 'locales/en/a.md'))
    writeFileSync(join(root, 'locales/en/c.md'), 'Something else, by far.\n')
    const {diagnostics} = await run(root, sync)
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        id: 'handback-document-gone',
        path: 'outbox/en-fr/a.xlf',
        args: {document: 'a.md', count: 1}
      })
    )
    expect(record(root, 'a')).toContain('<target>Une tête</target>')
    expect(has(root, 'outbox/en-fr/a.xlf')).toBe(false)
    writeFileSync(join(root, 'locales/en/a.md'), source)
    await run(root, sync)
    expect(readFileSync(join(root, 'locales/fr/a.md'), 'utf8')).toContain('# Une tête')
  })

  it('is kept in the record of its own languages where the built page alone is left', async () => {
    const root = await handedOut('Une tête')
    await run(root, sync)
    const again = readFileSync(join(root, 'outbox/en-fr/a.xlf'), 'utf8')
    rmSync(join(root, 'locales/en/a.md'))
    await run(root, sync)
    const typed = again.replace('<target state="needs-translation"/>', '<target>Le premier.</target>')
    writeFileSync(join(root, 'outbox/en-fr/a.xlf'), typed)
    await run(root, sync)
    expect(record(root, 'a')).toContain('<target>Le premier.</target>')
  })

  it('gets a record where none is left, and its texts are there again when the document comes back', async () => {
    const root = await handedOut('Une tête')
    const source = readFileSync(join(root, 'locales/en/a.md'))
    rmSync(join(root, 'locales/en/a.md'))
    rmSync(join(root, 'locales/xliff'), {recursive: true})
    writeFileSync(join(root, 'locales/en/c.md'), 'Something else, by far.\n')
    const {diagnostics} = await run(root, sync)
    expect(diagnostics.map(({id, path}) => [id, path])).toContainEqual([
      'handback-document-gone',
      'outbox/en-fr/a.xlf'
    ])
    expect(record(root, 'a')).toContain('<target>Une tête</target>')
    expect((await run(root, sync)).changes).toEqual([])
    writeFileSync(join(root, 'locales/en/a.md'), source)
    await run(root, sync)
    expect(readFileSync(join(root, 'locales/fr/a.md'), 'utf8')).toContain('# Une tête')
  })

  it.each([
    [
      'another pair of languages',
      (xml: string) => xml.replace('source-language="en"', 'source-language="de"')
    ],
    ['no document', (xml: string) => xml.replace('original="a.md"', 'original="notes"')]
  ])('stays, and is named, where it is of %s', async (_, change) => {
    const root = await handedOut('Une tête')
    rmSync(join(root, 'locales/en/a.md'))
    rmSync(join(root, 'locales/xliff'), {recursive: true})
    writeFileSync(join(root, 'locales/en/c.md'), 'Something else, by far.\n')
    const path = join(root, 'outbox/en-fr/a.xlf')
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    const {diagnostics} = await run(root, sync)
    expect(diagnostics.map(({id}) => id)).toContain('handback-other-document')
    expect(readFileSync(path, 'utf8')).toContain('Une tête')
  })

  it('is nothing to speak of where nobody worked in it', async () => {
    const root = await handedOut(undefined)
    renameSync(join(root, 'locales/en/a.md'), join(root, 'locales/en/b.md'))
    const {diagnostics} = await run(root, sync)
    expect(diagnostics.filter(({path}) => path.startsWith('outbox'))).toEqual([])
  })
})
