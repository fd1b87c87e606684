import {cpSync, mkdtempSync, readFileSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {unzipSync, zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {accent, root, run, type Sandbox, sandbox, translate} from './support.ts'

const TEXT = '# The river\n\nThe **river** rose by 3 metres. Nobody was hurt.\n\nAid came at once.\n'

interface Report {
  readonly changes: ReadonlyArray<{readonly path: string; readonly change: string}>
  readonly diagnostics: ReadonlyArray<{readonly id: string; readonly level: string; readonly line?: number}>
  readonly coverage: ReadonlyArray<{readonly segments: {readonly total: number; readonly valid: number}}>
  readonly gate?: {readonly met: boolean; readonly accepted: number}
}

async function report(project: Sandbox, ...args: string[]): Promise<Report> {
  const {stdout, stderr} = await project.passerelle(...args, '--json')
  expect(stdout, stderr).not.toBe('')
  return JSON.parse(stdout) as Report
}

async function translated(text: string = TEXT): Promise<Sandbox> {
  const project = sandbox({'locales/en/a.md': text})
  await project.passerelle('sync')
  project.write('inbox/a.xlf', translate(project.read('outbox/en-fr/a.xlf'), accent))
  expect(await project.passerelle('sync')).toMatchObject({code: 0})
  return project
}

describe('sync', () => {
  it('changes nothing the second time, and says so', async () => {
    const project = await translated()
    expect((await report(project, 'sync')).changes).toEqual([])
    expect((await project.passerelle('sync')).stdout).toContain('nothing has changed')
    expect((await project.passerelle('sync', '--lang', 'fr')).stdout).toContain('rien n’a changé')
  })

  it('writes nothing with --dry-run, and says what it would', async () => {
    const project = sandbox({'locales/en/a.md': TEXT})
    const {changes} = await report(project, 'sync', '--dry-run')
    expect(changes.map(({path}) => path)).toEqual(['locales/xliff/en-fr/a.xlf', 'outbox/en-fr/a.xlf'])
    expect(project.list('**/*.xlf')).toEqual([])
  })

  it('builds a document in which there is nothing to translate, and waits for the first translation of others', async () => {
    const code = '```sh\nmake\n```\n'
    const project = sandbox({'locales/en/code.md': code, 'locales/en/prose.md': TEXT})
    expect(await project.passerelle('sync')).toMatchObject({code: 0})
    expect(project.read('locales/fr/code.md')).toBe(code)
    expect(project.exists('locales/fr/prose.md')).toBe(false)
  })

  it('takes what a translator did in the outbox itself', async () => {
    const project = sandbox({'locales/en/a.md': TEXT})
    await project.passerelle('sync')
    project.write('outbox/en-fr/a.xlf', translate(project.read('outbox/en-fr/a.xlf'), accent))
    await project.passerelle('sync')
    expect(project.read('locales/fr/a.md')).toBe(accent(TEXT))
    expect(project.exists('outbox/en-fr/a.xlf')).toBe(false)
  })

  it('moves what it took out of the inbox, and never over an earlier file', async () => {
    const project = await translated()
    project.write('locales/en/a.md', TEXT.replace('at once', 'late'))
    await project.passerelle('sync')
    project.write('inbox/a.xlf', translate(project.read('outbox/en-fr/a.xlf'), accent))
    await project.passerelle('sync')
    expect(project.list('inbox/**/*.xlf')).toEqual(['inbox/imported/a-2.xlf', 'inbox/imported/a.xlf'])
  })

  it('works in a clone that has the repository alone', async () => {
    const project = await translated()
    project.write('locales/en/a.md', TEXT.replace('at once', 'late'))
    await project.passerelle('export', '--to', 'out')
    const clone = mkdtempSync(join(tmpdir(), 'passerelle-clone-'))
    for (const path of ['locales', 'pipeline.config.ts'])
      cpSync(join(project.root, path), join(clone, path), {recursive: true})
    const go = (...args: string[]): ReturnType<typeof run> =>
      run(join(root, 'node_modules/.bin/passerelle'), ['--cwd', clone, ...args])
    project.write('back.xlf', translate(project.read('out/en-fr/a.xlf'), accent))
    expect(await go('import', join(project.root, 'back.xlf'))).toMatchObject({code: 0})
    expect(await go('merge')).toMatchObject({code: 0})
    expect(await go('check')).toMatchObject({code: 0})
  })
})

describe('import', () => {
  it('opens zips, and folders', async () => {
    const project = sandbox({'locales/en/a.md': TEXT, 'locales/en/b.md': 'One more.\n'})
    await project.passerelle('export', '--to', 'out')
    const back = (name: string): Uint8Array =>
      Buffer.from(translate(project.read(`out/en-fr/${name}.xlf`), accent))
    project.write('back.zip', zipSync({'x/a.xlf': back('a'), '../b.xlf': back('b')}))
    expect(await project.passerelle('import', 'back.zip')).toMatchObject({code: 0})
    expect(
      (await report(project, 'status')).coverage.every(({segments}) => segments.valid === segments.total)
    ).toBe(true)
  })

  it('says which file is not there', async () => {
    const {code, stderr} = await sandbox().passerelle('import', 'nothing.xlf')
    expect(code).toBe(2)
    expect(stderr).toContain('nothing.xlf')
  })
})

describe('import', () => {
  /** A hand-back of three sentences: one translated, one copied, one copied and said to be done. */
  const back = (state: string): string => `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.md" source-language="en" target-language="fr" datatype="x-markdown"><body>
<trans-unit id="1"><source>One sentence.</source><target state="${state}">Une phrase.</target></trans-unit>
<trans-unit id="2"><source>Two sentences.</source><target state="needs-translation">Two sentences.</target></trans-unit>
<trans-unit id="3"><source>Paris.</source><target state="${state}">Paris.</target></trans-unit>
</body></file></xliff>\n`
  const text = 'One sentence. Two sentences.\n\nParis.\n'

  it('takes no copy for a translation where the tool says that it is not done', async () => {
    const project = sandbox({'locales/en/a.md': text, 'back.xlf': back('translated')})
    const {diagnostics} = await report(project, 'import', 'back.xlf')
    const copies = diagnostics.filter(({id}) => id === 'target-copies-source')
    expect(copies).toMatchObject([{level: 'warning', line: 4}])
    expect((await report(project, 'status')).coverage).toMatchObject([{segments: {total: 3, valid: 2}}])
  })

  it('takes every other target where the tool leaves states alone, and no copy', async () => {
    const project = sandbox({'locales/en/a.md': text, 'back.xlf': back('needs-translation')})
    const {diagnostics} = await report(project, 'import', 'back.xlf')
    const copies = diagnostics.filter(({id}) => id === 'target-copies-source')
    expect(copies.map(({line}) => line)).toEqual([4, 5])
    expect((await report(project, 'status')).coverage).toMatchObject([{segments: {total: 3, valid: 1}}])
  })
})

describe('marks that a translator lost', () => {
  it.for([
    ['none', ['code-lost', 'code-lost'], 1],
    ['edge', ['code-put-back', 'code-lost'], 2],
    ['anchored', ['code-put-back', 'code-put-back'], 3]
  ] as const)('are put back as the configuration says: %s', async ([repair, ids, valid]) => {
    const project = sandbox({
      'pipeline.config.ts': `export default {locales: ['en', 'fr'], repair: '${repair}'}`,
      'locales/en/a.md': '![Map](map.svg) shows Liège.\n\nThe **Meuse** rose.\n'
    })
    await project.passerelle('export')
    const back = translate(project.read('outbox/en-fr/a.xlf'), (text) => text)
      .replaceAll(/(?<=<target[^>]*>.*)<[gx] [^>]*>|<\/g>(?=.*<\/target>)/g, '')
      .replace(/(<target[^>]*>)The/, '$1La')
      .replace(/(<target[^>]*>) shows/, '$1 montre')
    project.write('back.xlf', back)
    const {diagnostics} = await report(project, 'import', 'back.xlf')
    expect(diagnostics.map(({id}) => id).filter((id) => id.startsWith('code-'))).toEqual(ids)
    expect((await report(project, 'status')).coverage).toMatchObject([{segments: {total: 3, valid}}])
  })
})

describe('export', () => {
  it('gives the same bytes for the same state', async () => {
    const project = sandbox({'locales/en/a.md': TEXT})
    for (const format of ['xliff-1.2', 'xliff-2.0']) {
      for (const to of ['first', 'second']) await project.passerelle('export', '--to', to, '--format', format)
      expect(project.read('second/en-fr/a.xlf')).toBe(project.read('first/en-fr/a.xlf'))
    }
  })

  it('writes to a folder outside the project where that is named', async () => {
    const project = sandbox({'locales/en/a.md': TEXT})
    const elsewhere = sandbox()
    await project.passerelle('export', '--to', join(elsewhere.root, 'for-marie'))
    expect(elsewhere.list('for-marie/**/*.xlf')).toEqual(['for-marie/en-fr/a.xlf'])
    expect(project.list('**/*.xlf')).toEqual(['locales/xliff/en-fr/a.xlf'])
  })

  it('packs hand-offs into an archive, the same bytes for the same state, and takes it back', async () => {
    const project = await translated()
    for (const name of ['a.zip', 'b.zip']) await project.passerelle('export', '--to', name)
    const [first, second] = ['a.zip', 'b.zip'].map((name) => readFileSync(join(project.root, name)))
    expect(first!.equals(second!)).toBe(true)
    expect(Object.keys(unzipSync(first!))).toEqual(['en-fr/a.xlf'])
    expect(await report(project, 'import', 'a.zip')).toMatchObject({changes: [], diagnostics: []})
  })

  it('puts all documents of two languages into one file, when asked', async () => {
    const project = sandbox({
      'locales/en/a.md': TEXT,
      'locales/en/b.md': TEXT,
      'locales/fr/c.md': '# Rivière\n'
    })
    await project.passerelle('export', '--bundle', '--to', 'out')
    expect(project.list('out/**/*.xlf')).toEqual(['out/en-fr.xlf', 'out/fr-en.xlf'])
    project.write('out/en-fr.xlf', translate(project.read('out/en-fr.xlf'), accent))
    expect(await project.passerelle('import', 'out/en-fr.xlf')).toMatchObject({code: 0})
    await project.passerelle('merge')
    for (const name of ['a', 'b']) expect(project.read(`locales/fr/${name}.md`)).toBe(accent(TEXT))
  })

  it('makes a project for OmegaT with all its folders', async () => {
    const project = await translated()
    await project.passerelle('export', '--profile', 'omegat', '--to', 'kit.zip')
    const files = unzipSync(readFileSync(join(project.root, 'kit.zip')))
    const folders = ['dictionary/', 'glossary/glossary.txt', 'omegat.project', 'omegat/filters.xml']
    const more = ['omegat/project_save.tmx', 'source/a.xlf', 'target/', 'tm/']
    expect(Object.keys(files)).toEqual([...folders, ...more].map((path) => `en-fr/${path}`))
    const memory = new TextDecoder().decode(files['en-fr/omegat/project_save.tmx'])
    expect(memory).toContain('<prop type="file">a.xlf</prop>')
    expect(memory).toContain(`<seg>${accent('Nobody was hurt.')}</seg>`)
  })

  it('shows neighbours of what there is to do, and locks them', async () => {
    const project = await translated()
    project.write('locales/en/a.md', TEXT.replace('3 metres', '4 metres'))
    await project.passerelle('export', '--only', 'changed', '--to', 'out')
    const xml = project.read('out/en-fr/a.xlf')
    expect(xml.match(/<trans-unit [^>]*translate="no"/g)).toHaveLength(1)
    expect(xml).toMatch(/translate="no"[^>]*>\s*<source>Nobody was hurt\.<\/source>/)
    project.write('out/en-fr/a.xlf', translate(xml, accent))
    await project.passerelle('import', 'out/en-fr/a.xlf')
    await project.passerelle('merge')
    expect(project.read('locales/fr/a.md')).toBe(accent(TEXT.replace('3 metres', '4 metres')))
  })

  it('hands out only what there is to do, when asked', async () => {
    const project = await translated()
    project.write('locales/en/a.md', TEXT.replace('at once', 'late'))
    await project.passerelle('export', '--to', 'out', '--only', 'changed,missing')
    const xml = project.read('out/en-fr/a.xlf')
    expect(xml).toContain('Aid came late.')
    expect(xml).not.toContain('Nobody was hurt.')
  })
})

describe('merge', () => {
  it('keeps the earlier sentence until there is a new one, and says it is behind', async () => {
    const project = await translated()
    project.write('locales/en/a.md', TEXT.replace('3 metres', '4 metres'))
    expect(await project.passerelle('sync')).toMatchObject({code: 0})
    expect(project.read('locales/fr/a.md')).toBe(accent(TEXT))
    const {diagnostics} = await report(project, 'check')
    expect(diagnostics).toMatchObject([{id: 'translation-changed', line: 3}])
  })

  it('keeps the translation where the source changed only in appearance, and says so', async () => {
    const project = await translated()
    project.write(
      'locales/en/a.md',
      TEXT.replace('**river**', '__river__').replace('Aid came', 'Aid\u00A0came')
    )
    const {diagnostics} = await report(project, 'sync')
    expect(diagnostics).toMatchObject([{id: 'cosmetic-change'}])
    expect(await project.passerelle('check')).toMatchObject({code: 0})
    expect(project.read('locales/fr/a.md')).toContain(`__${accent('river')}__`)
  })
})

describe('check', () => {
  it('accepts what a baseline lists, and nothing new', async () => {
    const project = sandbox({'locales/en/a.md': TEXT})
    await project.passerelle('check', '--update-baseline')
    expect((await report(project, 'check')).gate).toMatchObject({met: true, accepted: 3})
    project.write('locales/en/a.md', `Above all.\n\n${TEXT}`)
    const {code} = await project.passerelle('check')
    expect(code).toBe(3)
  })

  it('lets a document pass from a minimum on', async () => {
    const project = await translated()
    project.write('locales/en/a.md', TEXT.replace('at once', 'late'))
    expect(await project.passerelle('check', '--minimum', '75')).toMatchObject({code: 0})
    expect(await project.passerelle('check', '--minimum', '76')).toMatchObject({code: 3})
  })
})

describe('pseudo', () => {
  it('writes documents whose every word is seen to be translated, with their structure', async () => {
    const project = sandbox({
      'locales/en/a.md': TEXT,
      'locales/en/b.md': '> [!NOTE]\n> *All of it.*\n',
      'locales/en/c.json': '{\n  "hello": "Hello {{name}}"\n}\n'
    })
    expect(await project.passerelle('pseudo', '--to', 'p')).toMatchObject({code: 0})
    expect(project.read('p/fr/a.md')).toMatch(/^# \\\[.*·\]\n\n\\\[.*\*\*.*\*\*.*·\] \\\[[^[]*·\]\n/)
    // What is no business of a translator stays outside the brackets.
    expect(project.read('p/fr/b.md')).toBe('> [!NOTE]\n> *\\[Àll ôf ît.····]*\n')
    expect(JSON.parse(project.read('p/fr/c.json'))).toEqual({
      hello: expect.stringMatching(/^\[.*\{\{name\}\}·+\]$/)
    })
  })
})

describe('init', () => {
  it('makes a folder that works at once', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'passerelle-init-')), 'new')
    const go = (...args: string[]): ReturnType<typeof run> =>
      run(join(root, 'node_modules/.bin/passerelle'), ['--cwd', folder, ...args])
    expect(await go('init')).toMatchObject({code: 0})
    expect(statSync(join(folder, 'locales/fr')).isDirectory()).toBe(true)
    expect(await go('sync')).toMatchObject({code: 0, stderr: ''})
    expect((await go('init')).stdout).not.toContain('+')
  })
})
