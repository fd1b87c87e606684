import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {chmodSync, existsSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {describe, expect, it} from 'vitest'
import {accent, root, run, type Sandbox, sandbox, translate} from './support.ts'

const command = join(root, 'node_modules/.bin/passerelle')

function releases(count: number): Record<string, string> {
  const text = (number: number): string =>
    `---\ntitle: Release ${number}\n---\n\n# River ${number}\n\n${'The **river** rose by three metres. Nobody was hurt. '.repeat(20).trim()}\n`
  return Object.fromEntries(
    Array.from({length: count}, (_, number) => [`locales/en/r${number}.md`, text(number)])
  )
}

/**
 * Run the command line in a project in which it may write nothing.
 *
 * Root, whom no permission stops, lays that power down first. It stays root, for another user may not be let into the
 * folder that this repository lies in.
 */
function readOnly(project: Sandbox, ...args: ReadonlyArray<string>): ReturnType<typeof run> {
  for (const folder of ['.', 'locales', 'locales/en', 'locales/fr'])
    chmodSync(join(project.root, folder), 0o555)
  const line = [command, '--cwd', project.root, ...args]
  if (process.getuid?.() !== 0) return run(line[0]!, line.slice(1))
  return run('setpriv', ['--bounding-set=-dac_override', '--inh-caps=-dac_override', ...line])
}

/** Every file of a project but locks, as one value. */
function state(project: Sandbox): Record<string, string> {
  const paths = project.list('**/*').filter((path) => statSync(join(project.root, path)).isFile())
  return Object.fromEntries(paths.map((path) => [path, project.read(path)]))
}

async function translated(count: number): Promise<Sandbox> {
  const project = sandbox(releases(count))
  await project.passerelle('export')
  for (const path of project.list('outbox/**/*.xlf'))
    project.write(path.replace('outbox', 'inbox'), translate(project.read(path), accent))
  return project
}

describe('a run that ends at the wrong moment', () => {
  it('leaves a state that the next run completes, wherever it was killed', async () => {
    const whole = await translated(40)
    expect(await whole.passerelle('sync')).toMatchObject({code: 0})
    const broken = await translated(40)
    for (const delay of [250, 350, 450, 550, 650, 800, 1000]) {
      const child = spawn(command, ['--cwd', broken.root, 'sync', '-q'], {stdio: 'ignore', detached: true})
      await wait(delay)
      try {
        process.kill(-child.pid!, 'SIGKILL')
      } catch {
        // It was done already.
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      for (const path of broken.list('locales/**/*.{xlf,md}')) expect(broken.read(path), path).not.toBe('')
    }
    expect(await broken.passerelle('sync')).toMatchObject({code: 0})
    expect(state(broken)).toEqual(state(whole))
  })

  it('keeps two that run at once out of each other’s way', async () => {
    const whole = await translated(20)
    await whole.passerelle('sync')
    const shared = await translated(20)
    const runs = await Promise.all([
      shared.passerelle('sync'),
      shared.passerelle('sync'),
      shared.passerelle('sync')
    ])
    expect(runs.map(({code}) => code)).toEqual([0, 0, 0])
    expect(state(shared)).toEqual(state(whole))
  })
})

describe('bad input', () => {
  interface Found {
    readonly id: string
    readonly path: string
    readonly line?: number
    readonly column?: number
  }

  async function found(project: Sandbox, ...args: string[]): Promise<{code: number; diagnostics: Found[]}> {
    const {code, stdout, stderr} = await project.passerelle(...args, '--json')
    expect(stdout, stderr).not.toBe('')
    return {code, diagnostics: (JSON.parse(stdout) as {diagnostics: Found[]}).diagnostics}
  }

  const RELEASE = '# The river\n\nThe river rose. Nobody was hurt.\n'

  it('says where front matter is broken, and still translates the rest', async () => {
    const project = sandbox({'locales/en/a.md': `---\ntitle: "unclosed\n---\n\n${RELEASE}`})
    const {code, diagnostics} = await found(project, 'sync')
    expect(code).toBe(1)
    expect(diagnostics).toMatchObject([
      {id: 'front-matter-invalid', path: 'locales/en/a.md', line: expect.any(Number)}
    ])
    expect(project.read('outbox/en-fr/a.xlf')).toContain('The river rose.')
  })

  it('says where a catalog is no JSON, and keeps its translations', async () => {
    const project = sandbox({'locales/en/a.json': '{\n  "hello": "Hello"\n}\n'})
    await project.passerelle('export', '--to', 'out')
    project.write(
      'back.xlf',
      translate(project.read('out/en-fr/a.json.xlf'), () => 'Bonjour')
    )
    await project.passerelle('import', 'back.xlf')
    await project.passerelle('merge')
    const before = state(project)
    project.write('locales/en/a.json', '{\n  "hello": "Hello",,\n}\n')
    const {code, diagnostics} = await found(project, 'sync')
    expect(code).toBe(1)
    expect(diagnostics).toMatchObject([{id: 'json-invalid', path: 'locales/en/a.json', line: 2, column: 20}])
    project.write('locales/en/a.json', '{\n  "hello": "Hello"\n}\n')
    expect(state(project)).toEqual(before)
  })

  it('says which byte is no UTF-8', async () => {
    const project = sandbox({'locales/en/a.md': Buffer.from([...Buffer.from('One\nTw'), 0xe9, 0x20, 0x6f])})
    const {code, diagnostics} = await found(project, 'sync')
    expect(code).toBe(1)
    expect(diagnostics).toMatchObject([{id: 'utf8-invalid', line: 2, column: 3}])
  })

  it.for<[what: string, spoil: (xml: string) => string, id: string]>([
    ['not well-formed', (xml) => xml.replace('</source>', '</sauce>'), 'xliff-not-well-formed'],
    ['truncated', (xml) => xml.slice(0, xml.length / 2), 'xliff-not-well-formed'],
    ['empty', () => '', 'xliff-empty'],
    ['no XLIFF', () => '<html><body/></html>', 'not-xliff'],
    [
      'of another document',
      (xml) => xml.replaceAll('a.md', 'z.md').replaceAll(/\bu[0-9a-z]{12}/g, 'u0'),
      'handback-other-document'
    ],
    [
      'in another language',
      (xml) => xml.replace('target-language="fr"', 'target-language="de"'),
      'handback-other-language'
    ],
    [
      'with a lost code',
      (xml) => xml.replace(/(<target[^>]*>[^<]*)<g [^>]*>([^<]*)<\/g>/, '$1$2'),
      'code-lost'
    ],
    ['with an invented code', (xml) => xml.replace(/(<target[^>]*>)/, '$1<x id="77"/>'), 'code-invented']
  ])('says of a hand-back that it is %s, and loses nothing', async ([, spoil, id]) => {
    const project = sandbox({'locales/en/a.md': '# The river\n\nThe **river** rose. Nobody was hurt.\n'})
    await project.passerelle('export', '--to', 'out')
    const before = project.read('locales/xliff/en-fr/a.xlf')
    project.write('inbox/back.xlf', spoil(translate(project.read('out/en-fr/a.xlf'), accent)))
    const {code, diagnostics} = await found(project, 'sync')
    expect(code).toBe(1)
    expect(diagnostics.map((diagnostic) => diagnostic.id)).toContain(id)
    expect(project.exists('inbox/back.xlf')).toBe(true)
    // What is still whole in a broken file is taken; a file that is not ours changes nothing.
    const isForeign = /^(xliff-empty|not-xliff|handback)/.test(id)
    expect(!isForeign || project.read('locales/xliff/en-fr/a.xlf') === before).toBe(true)
  })

  it('keeps what a hand-back says of units it does not know, and names those it lacks', async () => {
    const project = sandbox({'locales/en/a.md': RELEASE})
    await project.passerelle('export', '--to', 'out')
    const handback = translate(project.read('out/en-fr/a.xlf'), accent)
    project.write('locales/en/a.md', '# A mountain\n\nWholly different prose.\n')
    project.write('back.xlf', handback)
    const {diagnostics} = await found(project, 'import', 'back.xlf')
    const ids = diagnostics.map((diagnostic) => diagnostic.id)
    expect(ids).toContain('handback-unknown-unit')
    expect(ids).toContain('handback-missing-units')
    project.write('locales/en/a.md', RELEASE)
    await project.passerelle('merge')
    expect(project.read('locales/fr/a.md')).toBe(accent(RELEASE))
  })

  it('names the key of a configuration that has a typo, and the file that does not run', async () => {
    const typo = sandbox({'pipeline.config.ts': "export default {locale: ['en', 'fr']}\n"})
    expect(await typo.passerelle('status')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/locale.*locales/s)
    })
    const broken = sandbox({'pipeline.config.ts': 'export default {\n'})
    expect(await broken.passerelle('status')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('pipeline.config.ts')
    })
  })

  it.each([
    ['imports what is not installed', "import {defineConfig} from 'nowhere'\nexport default {}\n", 'nowhere'],
    ['exports nothing', "const locales = ['en', 'fr']\n", 'export default']
  ])('says of a configuration that it %s', async (_, text, named) => {
    const project = sandbox({'pipeline.config.ts': text})
    const {code, stderr} = await project.passerelle('status')
    expect({code, stderr}).toMatchObject({code: 2, stderr: expect.stringContaining(named)})
    expect(stderr).not.toContain('line 0')
  })

  it('leaves a document alone that exists in both languages without bilingual file', async () => {
    const project = sandbox({'locales/en/a.md': RELEASE, 'locales/fr/a.md': '# La rivière\n'})
    const before = state(project)
    const {code, diagnostics} = await found(project, 'sync')
    expect(code).toBe(1)
    expect(diagnostics).toMatchObject([{id: 'both-exist', path: 'locales/en/a.md'}])
    expect(state(project)).toEqual(before)
    expect((await project.passerelle('sync')).stderr).toContain('passerelle import moved/locales/fr/a.md')
  })

  it('says which files cannot be written in a folder that is read-only', async () => {
    const project = sandbox({'locales/en/a.md': RELEASE})
    const {stdout, code} = await readOnly(project, 'sync', '--json')
    expect(code).toBe(1)
    const {diagnostics} = JSON.parse(stdout) as {diagnostics: Found[]}
    expect(diagnostics.map(({id, path}) => [id, path])).toEqual([
      ['cannot-write', 'locales/xliff/en-fr/a.xlf'],
      ['cannot-write', 'outbox/en-fr/a.xlf']
    ])
    expect((await readOnly(project, 'status')).code).toBe(0)
  })

  it('says which file cannot be written, and writes the others', async () => {
    const project = sandbox({
      'locales/en/a.md': RELEASE,
      'locales/en/b.md': RELEASE,
      outbox: 'a file where a folder should be'
    })
    const {code, diagnostics} = await found(project, 'sync')
    expect(code).toBe(1)
    expect(diagnostics.map(({id}) => id)).toEqual(['cannot-write', 'cannot-write'])
    expect(existsSync(join(project.root, 'locales/xliff/en-fr/b.xlf'))).toBe(true)
  })
})

describe('hand edits in a built document', () => {
  it('are noticed by line, never written over, and can be taken into the translations', async () => {
    const source = '# The river\n\nThe river rose. Nobody was hurt.\n\nAid came.\n'
    const config = "export default {locales: ['en', 'fr'], edits: 'ask'}\n"
    const project = sandbox({'locales/en/a.md': source, 'pipeline.config.ts': config})
    await project.passerelle('export', '--to', 'out')
    project.write('back.xlf', translate(project.read('out/en-fr/a.xlf'), accent))
    await project.passerelle('import', 'back.xlf')
    await project.passerelle('merge')
    const edited = project.read('locales/fr/a.md').replace('Nôbôdy', 'Personne')
    project.write('locales/fr/a.md', edited)

    const {code, stderr} = await project.passerelle('sync')
    expect(code).toBe(1)
    expect(stderr).toContain('locales/fr/a.md:3')
    expect(project.read('locales/fr/a.md')).toBe(edited)

    expect(await project.passerelle('import', 'locales/fr/a.md')).toMatchObject({code: 0})
    expect(await project.passerelle('sync')).toMatchObject({code: 0})
    expect(project.read('locales/fr/a.md')).toBe(edited)
    project.write('locales/en/a.md', source.replace('Aid came.', 'Aid came. It was late.'))
    expect(await project.passerelle('sync')).toMatchObject({code: 0})
    expect(project.read('locales/fr/a.md')).toContain('Personne')
  })
})
