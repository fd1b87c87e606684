import {execFileSync} from 'node:child_process'
import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {schemaText} from '../scripts/json-schema.ts'
import {type Folder, newFolder} from './provoked/folder.ts'
import {tell} from './provoked/told.ts'
import {accent, root, type Run, run, type Sandbox, sandbox, translate} from './support.ts'

const TEXT = {'locales/en/a.md': '# Oslo\n\nGovernments agreed today.\n'}

/** A project without a configuration, and with these files. */
function bare(files: Readonly<Record<string, string>>): Sandbox {
  const project = sandbox({...TEXT, ...files})
  if (!('pipeline.config.ts' in files)) rmSync(join(project.root, 'pipeline.config.ts'))
  return project
}

/** What both languages say of a problem of usage; it must be told in each, by no id. */
async function told(project: Sandbox, ...args: string[]): Promise<{english: string; french: string}> {
  const [english, french] = await Promise.all(
    ['en', 'fr'].map((language) => project.passerelle(...args, '--lang', language))
  )
  expect([english!.code, french!.code]).toEqual([2, 2])
  expect([english!.stdout, french!.stdout]).toEqual(['', ''])
  expect(english!.stderr + french!.stderr).not.toMatch(/config-[a-z]|…/)
  const inOneLine = ({stderr}: Run): string => stderr.replace(/ *\n */g, ' ')
  return {english: inOneLine(english!), french: inOneLine(french!)}
}

/** The `passerelle` command that a message advises, run on the project. */
function advised(project: Sandbox, message: string): Promise<Run> {
  const [, command] = /`passerelle (.*?)`/.exec(message) ?? []
  return project.passerelle(...command!.split(' '))
}

describe('names that a configuration gets wrong', () => {
  it.each([
    ['pipeline.config.ts', "export default {checks: {'number-difers': 'error'}}\n"],
    ['passerelle.config.json', '{"checks": {"number-difers": "error"}}\n']
  ])('config-unknown-check in %s: the nearest is named', async (path, text) => {
    const {english, french} = await told(bare({[path]: text}), 'check')
    expect(english).toContain('“number-difers”')
    expect(english).toContain('“number-differs”')
    expect(french).toContain('«\u00a0number-differs\u00a0»')
  })

  it.each([
    ['export default {profil: 1}', '“profil”'],
    ["export default {handoff: {profil: 'omegat'}}", 'Did you mean “profile”?'],
    ["export default {handoff: {profile: 'omegaT'}}", 'Did you mean “omegat”?'],
    ["export default {pages: 'bilt'}", 'Did you mean “built”?'],
    ["export default {checks: {spacing: 'eror'}}", 'Did you mean “error”?']
  ])('%s', async (text, words) => {
    expect((await told(bare({'pipeline.config.ts': text}), 'status')).english).toContain(words)
  })

  it('config-invalid-value shows values as the file writes them', async () => {
    const inCode = await told(bare({'pipeline.config.ts': 'export default {pages: true}'}), 'status')
    expect(inCode.english).toContain("'kept' | 'built'")
    const inData = await told(bare({'passerelle.config.json': '{"pages": true}'}), 'status')
    expect(inData.english).toContain('"kept" | "built"')
  })

  it('config-level-fixed: what was not looked at cannot be waved through', async () => {
    const {english, french} = await told(
      bare({'passerelle.config.json': '{"checks": {"cannot-read": "off"}}'}),
      'check'
    )
    expect(english).toContain('“cannot-read” says that something was not looked at')
    expect(french).toContain('«\u00a0cannot-read\u00a0»')
  })

  it('config-misnamed: no file of settings goes unread', async () => {
    const project = bare({'passerelle.config.jsn': '{}'})
    const {english, french} = await told(project, 'status')
    expect(english).toContain('Did you mean “passerelle.config.json”?')
    expect(french).toContain('«\u00a0passerelle.config.json\u00a0»')
    renameSync(join(project.root, 'passerelle.config.jsn'), join(project.root, 'passerelle.config.json'))
    expect(await project.passerelle('status')).toMatchObject({code: 0, stderr: ''})
  })
})

describe('a configuration that is data', () => {
  const DATA = {
    $schema: './node_modules/passerelle/schema/config.json',
    content: ['texts/{locale}/**/*.md'],
    protect: ['ACME-\\d+', '/acme-[a-z]+/i']
  }

  it('is read like one that is code, its expressions too', async () => {
    const project = bare({
      'passerelle.config.json': JSON.stringify(DATA),
      'texts/en/a.md': 'Buy an ACME-7 or an Acme-X today.\n'
    })
    await project.passerelle('export', '-l', 'fr', '--to', 'out')
    expect(await project.passerelle('status')).toMatchObject({code: 0, stderr: ''})
    project.write('texts/fr/.gitkeep', '')
    await project.passerelle('export', '--to', 'out')
    const handoff = project.read('out/en-fr/a.xlf')
    expect(handoff).toMatch(/<x [^>]*equiv-text="ACME-7"/)
    expect(handoff).toMatch(/<x [^>]*equiv-text="Acme-X"/)
  })

  it('config-not-json names the line', async () => {
    const {english, french} = await told(
      bare({'passerelle.config.json': '{\n  "locales": [en]\n}'}),
      'status'
    )
    expect(english).toContain('line 2')
    expect(french).toContain('la ligne 2')
  })

  it('config-not-json of a file that is no UTF-8', async () => {
    const project = bare({})
    writeFileSync(
      join(project.root, 'passerelle.config.json'),
      Buffer.from('{"inbox": "re\u00e7u"}', 'latin1')
    )
    expect((await told(project, 'status')).english).toContain('UTF-8')
  })

  it('config-key-repeated: of two that say something, none goes unseen', async () => {
    const {english, french} = await told(
      bare({'passerelle.config.json': '{\n"checks": {},\n"checks": {"spacing": "off"}}'}),
      'status'
    )
    expect(english).toContain('“checks” twice')
    expect(english).toContain('line 3')
    expect(french).toContain('ligne 3')
  })

  it('config-two-files names both; removing one, as it says, solves it', async () => {
    const project = bare({'passerelle.config.json': '{}', 'pipeline.config.ts': 'export default {}'})
    const {english, french} = await told(project, 'check')
    for (const text of [english, french]) {
      expect(text).toContain('passerelle.config.json')
      expect(text).toContain('pipeline.config.ts')
    }
    rmSync(join(project.root, 'pipeline.config.ts'))
    expect(await project.passerelle('status')).toMatchObject({code: 0, stderr: ''})
  })
})

describe('check --no-code', () => {
  const CODE = `// Ours.
import {writeFileSync} from 'node:fs'
writeFileSync(new URL('ran.txt', import.meta.url), 'x')
export default {locales: ['en', 'fr'], protect: [/ACME-\\d+/g], outbox: ['hand', 'offs'].join('-')}
`

  it('config-is-code: runs nothing, and names the command that makes it data', async () => {
    const project = bare({'pipeline.config.ts': CODE})
    const {english, french} = await told(project, 'check', '--no-code')
    expect(project.exists('ran.txt')).toBe(false)
    expect(french).toContain('`passerelle init --config json`')
    const {code, stdout, stderr} = await advised(project, english)
    expect(code).toBe(0)
    expect(stdout).toContain('+ passerelle.config.json')
    // config-converted and config-computed
    expect(stderr).toContain('kept as pipeline.config.ts.old')
    expect(stderr).toContain('pipeline.config.ts: outbox.')
    expect(JSON.parse(project.read('passerelle.config.json'))).toEqual({
      $schema: './node_modules/passerelle/schema/config.json',
      locales: ['en', 'fr'],
      protect: ['/ACME-\\d+/g'],
      outbox: 'hand-offs'
    })
    expect(project.read('pipeline.config.ts.old')).toBe(CODE)
    rmSync(join(project.root, 'ran.txt'))
    const gate = await project.passerelle('check', '--no-code')
    expect([gate.code, gate.stderr]).toEqual([3, ''])
    expect(project.exists('ran.txt')).toBe(false)
  })

  it('config-converted and config-computed are told in French', async () => {
    const project = bare({'pipeline.config.ts': CODE})
    const {stderr} = await project.passerelle('init', '--config', 'json', '--lang', 'fr')
    expect(stderr).toContain('gardé sous le nom pipeline.config.ts.old')
    expect(stderr).toContain('pipeline.config.ts\u00a0: outbox.')
  })

  it('checks a project without any configuration', async () => {
    expect(await bare({}).passerelle('check', '--no-code')).toMatchObject({code: 3, stderr: ''})
  })
})

describe('init', () => {
  it('writes settings that say what they are for, in the language of the messages, and that work', async () => {
    const project = bare({})
    await project.passerelle('init', '--lang', 'fr')
    const text = project.read('pipeline.config.ts')
    expect(text).toContain('// Les langues du projet')
    expect(text).toContain("pages: 'kept',")
    expect(text).toContain("buildFrom: {'releases/**': 100, 'docs/**': 0},")
    expect(text).toContain("// onChanged: 'previous',")
    const {code, stderr} = await project.passerelle('status')
    expect([code, stderr]).toEqual([0, ''])
  })

  it('writes settings of which every line that is a comment can be one no more', async () => {
    const project = bare({})
    await project.passerelle('init')
    const text = project.read('pipeline.config.ts').replace(/^ {2}\/\/ (?=\w+: .*,$)/gm, '  ')
    expect(text.match(/^ {2}\w+: /gm)!.length).toBeGreaterThan(15)
    project.write('pipeline.config.ts', text.replace(/^.*segmentation.*\n/m, ''))
    expect(await project.passerelle('status')).toMatchObject({code: 0, stderr: ''})
  })

  it('works beside the package.json of `npm init -y`, which makes a .ts CommonJS', async () => {
    const project = bare({'package.json': '{"name": "x", "type": "commonjs"}'})
    expect((await project.passerelle('init')).stdout).toContain('+ pipeline.config.mts')
    expect(await project.passerelle('status')).toMatchObject({code: 0, stderr: ''})
  })

  it('config-commonjs: where that package.json comes later, renaming solves it', async () => {
    const project = bare({})
    await project.passerelle('init')
    project.write('package.json', '{"type": "commonjs"}')
    const {english, french} = await told(project, 'status')
    expect(french).toContain('`mv pipeline.config.ts pipeline.config.mts`')
    const [, from, to] = /`mv (\S+) (\S+)`/.exec(english)!
    execFileSync('mv', [from!, to!], {cwd: project.root})
    expect(await project.passerelle('status')).toMatchObject({code: 0, stderr: ''})
  })

  it('writes data where that is asked for', async () => {
    const project = bare({})
    expect((await project.passerelle('init', '--config', 'json')).stdout).toContain(
      '+ passerelle.config.json'
    )
    expect(await project.passerelle('status')).toMatchObject({code: 0, stderr: ''})
    expect((await project.passerelle('init', '--config', 'json')).stdout).toContain('already set up')
  })

  it('advises the folder of the language that is spoken', async () => {
    const fresh = (): Sandbox => {
      const project = bare({})
      rmSync(join(project.root, 'locales'), {recursive: true})
      return project
    }
    expect((await fresh().passerelle('init', '--lang', 'fr')).stdout).toContain('locales/fr/')
    expect((await fresh().passerelle('init', '--lang', 'fr', '-l', 'de,en')).stdout).toContain(
      'locales/de/releases'
    )
  })
})

describe('buildFrom', () => {
  const TWO = 'One is here.\n\nTwo is here.\n'
  const waiting = (buildFrom: string): Folder => {
    const folder = newFolder()
    folder.write('pipeline.config.ts', `export default {locales: ['en', 'fr'], buildFrom: ${buildFrom}}`)
    for (const name of ['releases', 'docs']) folder.write(`locales/en/${name}/a.md`, TWO)
    return folder
  }
  const ids = async (folder: Folder, verb: string): Promise<string[]> =>
    (await tell(folder, [verb])).told.map(({id}) => id)

  /** Translate some sentences of each document, and take them in. */
  async function come(folder: Folder, which: RegExp): Promise<string[]> {
    await tell(folder, ['export', '--to', 'out'])
    for (const name of ['releases', 'docs']) {
      const handoff = folder.read(`out/en-fr/${name}/a.xlf`)
      const back = translate(handoff, (text) => (which.test(text) ? accent(text) : ''))
      folder.write(`inbox/${name}.xlf`, back)
    }
    return ids(folder, 'sync')
  }

  it('page-held-back: a release waits until it is whole, documentation does not', async () => {
    const folder = waiting("{'releases/**': 100, 'docs/**': 0}")
    expect(await come(folder, /One/)).toContain('page-held-back')
    expect(['docs', 'releases'].map((name) => folder.has(`locales/fr/${name}/a.md`))).toEqual([true, false])
    const {told} = await tell(folder, ['status'])
    expect(told).toMatchObject([
      {
        id: 'page-held-back',
        path: 'locales/en/releases/a.md',
        args: {page: 'locales/fr/releases/a.md', percent: 50, from: 100}
      }
    ])
    await come(folder, /Two|One/)
    expect(folder.has('locales/fr/releases/a.md')).toBe(true)
    expect(await ids(folder, 'status')).toEqual([])
  })

  it('a page that exists is kept up to date, whatever it waits for', async () => {
    const folder = waiting('100')
    await come(folder, /./)
    folder.write('locales/en/docs/a.md', 'Zero is here, and much is new.\n\nTwo is here.\n\nThree.\n')
    await tell(folder, ['sync'])
    expect(folder.read('locales/fr/docs/a.md')).toContain('Three.')
  })

  it.each(['0', '100'])('of %s says nothing of what nobody began to translate', async (percent) => {
    const folder = waiting(percent)
    expect(await ids(folder, 'sync')).toEqual([])
    expect(folder.has('locales/fr/docs/a.md')).toBe(false)
  })
})

it('the JSON schema that comes with the command is up to date: `node scripts/schema.ts` writes it', () => {
  expect(readFileSync(join(root, 'packages/cli/schema/config.json'), 'utf8')).toBe(schemaText())
})

it('every option is explained in both languages', async () => {
  const names = Object.keys((JSON.parse(schemaText()) as {properties: object}).properties).filter(
    (name) => name !== '$schema'
  )
  for (const language of ['en', 'fr']) {
    const catalog = JSON.parse(readFileSync(join(root, `locales/${language}/cli.json`), 'utf8')) as {
      config: {options: Record<string, string>}
    }
    expect(Object.keys(catalog.config.options).sort()).toEqual(names.sort())
  }
  expect((await run(join(root, 'node_modules/.bin/passerelle'), ['export', '--help'])).stdout).toContain(
    'crowdin'
  )
})

it.each(['--json', '--format=junit', '--format=sarif', '--format=github', '--format=text'])(
  'nothing to check is an error with %s, too',
  async (format) => {
    const {code, stdout} = await sandbox({}).passerelle('check', ...format.split('='))
    expect(code).toBe(3)
    expect(stdout).toMatch(/nothing(?:-to-check| to check)/i)
  }
)
