import {cpSync, globSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {root, type Sandbox, sandbox} from './support.ts'

/** Projects as earlier versions left them, each in the folder of its version. */
const EARLIER = join(root, 'test/fixtures/upgrade')

interface Told {
  readonly counts: Readonly<Record<string, number>>
  readonly diagnostics: ReadonlyArray<{readonly id: string; readonly path: string}>
  readonly coverage: ReadonlyArray<{
    readonly document: string
    readonly segments: Readonly<Record<'total' | 'valid' | 'changed' | 'missing', number>>
  }>
  readonly gate?: {readonly met: boolean; readonly accepted: number}
}

function project(version: string): Sandbox {
  const made = sandbox()
  rmSync(join(made.root, 'locales'), {recursive: true})
  cpSync(join(EARLIER, version), made.root, {recursive: true})
  return made
}

async function told({passerelle}: Sandbox, ...args: string[]): Promise<Told> {
  return JSON.parse((await passerelle(...args, '--json')).stdout) as Told
}

const edited = /^(?:hand-edited|edit-)/

describe.each(globSync('*', {cwd: EARLIER}))('a project of version %s', (version) => {
  it('asks nothing again, and calls no page edited', async () => {
    const made = project(version)
    const pages = (): string[] =>
      ['locales/fr/releases/harbour.md', 'locales/fr/site.json', 'locales/en/releases/marche.md'].map(
        made.read
      )
    const before = pages()
    const first = await told(made, 'sync')
    expect(first.counts).toMatchObject({segmentsNew: 0, segmentsChanged: 0, segmentsRemoved: 0, imported: 0})
    expect(first.diagnostics.filter(({id}) => edited.test(id))).toEqual([])
    expect(Object.fromEntries(first.coverage.map(({document, segments}) => [document, segments]))).toEqual({
      'plain.md': {total: 2, valid: 0, changed: 0, missing: 2},
      'releases/harbour.md': {total: 26, valid: 23, changed: 0, missing: 3},
      'releases/marche.md': {total: 4, valid: 3, changed: 0, missing: 1},
      'site.json': {total: 7, valid: 6, changed: 0, missing: 1}
    })
    expect(pages()).toEqual(before)
    expect(made.exists('locales/fr/plain.md')).toBe(false)
    expect((await made.passerelle('sync')).stdout).toContain('nothing has changed')
  })

  it('keeps what its list of accepted problems accepts', async () => {
    const {gate} = await told(project(version), 'check')
    expect(gate).toMatchObject({met: true, accepted: 7})
  })

  it('knows its pages as its own when an untranslated sentence changes', async () => {
    const made = project(version)
    const path = 'locales/en/releases/harbour.md'
    made.write(path, made.read(path).replace('It has two sentences.', 'It has two short sentences.'))
    const {diagnostics} = await told(made, 'sync')
    expect(diagnostics.filter(({id}) => edited.test(id))).toEqual([])
    expect(made.read('locales/fr/releases/harbour.md')).toContain('It has two short sentences.')
  })

  it('sees a cell that was corrected by hand, though its new word stands elsewhere', async () => {
    const made = project(version)
    const path = 'locales/fr/releases/harbour.md'
    made.write(path, made.read(path).replace('| Nord | Oui | Non |', '| Nord | Non | Non |'))
    await made.passerelle('sync')
    expect(made.read(path)).toContain('| Nord | Non | Non |')
    expect(readFileSync(join(made.root, 'locales/xliff/en-fr/releases/harbour.xlf'), 'utf8')).toMatch(
      /<source>Yes<\/source>\s*<target>Non<\/target>/
    )
  })

  it('takes in a file that it handed out', async () => {
    const made = project(version)
    const path = 'outbox/en-fr/plain.xlf'
    const source = '<source>Nothing was translated here</source>'
    const text = made.read(path)
    const at = text.indexOf('<target', text.indexOf(source))
    const rest = text.slice(at).replace(/^<target[^>]*\/>/, '<target>Rien n’était traduit ici</target>')
    made.write(path, text.slice(0, at) + rest)
    const {counts} = await told(made, 'sync')
    expect(counts['imported']).toBe(1)
    expect(made.read('locales/fr/plain.md')).toContain('# Rien n’était traduit ici')
  })
})
