import type {Diagnostic} from '@passerelle/model'
import {UsageError} from '@passerelle/pipeline'
import {describe, expect, it} from 'vitest'
import {VERBS} from '../src/grammar/grammar.ts'
import * as api from '../src/index.ts'
import {type Call, fakePipeline, isTranslated, passerelle, report} from './world.ts'

const error: Diagnostic = {
  id: 'code-lost',
  level: 'error',
  path: 'a.md',
  args: {code: '**', kind: 'bold', text: 'x'}
}
const warning: Diagnostic = {...error, level: 'warning'}

it('exports two functions', () => {
  expect(Object.keys(api).sort()).toEqual(['defineConfig', 'main'])
})

describe('exit codes', () => {
  it.each([
    ['sync', [], undefined, 0],
    ['sync', [warning], undefined, 0],
    ['sync', [error], undefined, 1],
    ['import x', [error], undefined, 1],
    ['status', [error], undefined, 0],
    ['check', [error], {met: false, accepted: 0}, 3],
    ['check', [error], {met: true, accepted: 1}, 0],
    ['check', [], {met: true, accepted: 0}, 0],
    ['check', [error], undefined, 1]
  ])('%s with %o and gate %o', async (line, diagnostics, gate, expected) => {
    const pipeline = fakePipeline((verb) =>
      report(verb, {diagnostics, ...(gate && {gate: {for: 'release', failOn: 'error', ...gate}})})
    )
    expect((await passerelle(line, {pipeline})).code).toBe(expected)
  })

  it('is 2 for a command line or a configuration that is wrong, with a hint', async () => {
    const unknown = await passerelle('statsu')
    expect(unknown).toEqual({
      code: 2,
      out: '',
      err: 'error: There is no command “statsu”.\n  Did you mean “status”?\n  More: `passerelle --help`\n'
    })
    const pipeline = {
      ...fakePipeline(report),
      openProject: async () => {
        throw new UsageError('config-unknown-key', {
          path: 'pipeline.config.ts',
          key: 'locals',
          known: 'locales, content'
        })
      }
    }
    const typo = await passerelle('sync', {pipeline})
    expect(typo.code).toBe(2)
    expect(typo.err).toBe(
      'error: pipeline.config.ts: there is no setting “locals”.\n' +
        '  Did you mean “locales”? Possible settings: locales, content.\n  More: `passerelle sync --help`\n'
    )
  })

  it('is 70 for a bug, with its stack', async () => {
    const pipeline = fakePipeline(() => {
      throw new TypeError('x is not a function')
    })
    const {code, out, err} = await passerelle('sync', {pipeline})
    expect([code, out]).toEqual([70, ''])
    expect(err).toContain('This is a fault in Passerelle, not in your work.')
    expect(err).toMatch(/passerelle \d+\.\d+\.\d+, Node v\d+.*\nTypeError: x is not a function\n {4}at /)
  })

  it('is 130 when interrupted, whether the pipeline throws or returns', async () => {
    const interruption = new AbortController()
    const returns = fakePipeline((verb) => (interruption.abort(), report(verb)))
    const first = await passerelle('sync', {pipeline: returns, signal: interruption.signal})
    expect([first.code, first.out]).toEqual([130, ''])
    const throws = fakePipeline(() => interruption.signal.throwIfAborted() as never)
    const {code, err} = await passerelle('sync', {pipeline: throws, signal: interruption.signal})
    expect([code, err]).toEqual([
      130,
      'Interrupted. Whatever was saved is complete; run the command again to go on.\n'
    ])
  })
})

describe('the pipeline', () => {
  it.each([
    ['sync -l fr --dry-run', ['sync', {locales: ['fr'], dryRun: true}]],
    ['init -l en,fr', ['init', '/somewhere', {locales: ['en', 'fr'], explain: expect.any(Function)}]],
    ['--cwd x init --config json', ['init', '/somewhere/x', {config: 'json', explain: expect.any(Function)}]],
    ['import a.xlf b.zip', ['import', ['a.xlf', 'b.zip'], {}]],
    [
      'export --to x --format xliff-2.0 --profile omegat --only initial,changed',
      ['export', {to: 'x', format: 'xliff-2.0', profile: 'omegat', only: ['missing', 'changed']}]
    ],
    [
      'check --minimum 0 --baseline b.json --update-baseline',
      ['check', {minimum: 0, baseline: 'b.json', updateBaseline: true}]
    ],
    ['pseudo --to p', ['pseudo', {to: 'p'}]],
    ['merge', ['merge', {}]],
    ['extract', ['extract', {}]],
    ['status', ['status', {}]]
  ])('is called for %s', async (line, expected) => {
    const calls: Call[] = []
    await passerelle(line, {pipeline: fakePipeline(report, calls)})
    expect(calls).toHaveLength(1)
    const [name, ...rest] = calls[0]!
    expect([name, ...rest.map(plain)]).toEqual(expected)
  })

  it.each(['sync', 'status', 'check'])(
    'is told of no cache in CI where nobody names one: %s',
    async (verb) => {
      const calls: Call[] = []
      const env = {XDG_CACHE_HOME: '/somewhere', CI: 'true'}
      await passerelle(verb, {pipeline: fakePipeline(report, calls), env})
      await passerelle(`${verb} --cache-dir kept`, {pipeline: fakePipeline(report, calls), env})
      expect(calls.map((call) => (call.at(-1) as {cache?: {folder: string}}).cache?.folder)).toEqual([
        undefined,
        '/somewhere/kept'
      ])
    }
  )

  it.each([
    ['sync', '/somewhere'],
    ['status --cache-dir kept', '/somewhere/kept'],
    ['check --no-cache', undefined],
    ['merge', undefined]
  ])('is told where results are kept, by verbs of which any are: %s', async (line, expected) => {
    const calls: Call[] = []
    await passerelle(line, {pipeline: fakePipeline(report, calls), env: {XDG_CACHE_HOME: '/somewhere'}})
    const {cache} = calls[0]!.at(-1) as {cache?: {folder: string}}
    expect(cache?.folder.replace(/\/passerelle$/, '')).toBe(expected)
  })

  it('gets a note maker where hand-offs are written', async () => {
    const calls: Call[] = []
    const pipeline = fakePipeline(report, calls)
    await passerelle('sync', {pipeline})
    await passerelle('export', {pipeline})
    expect(calls.map(([, options]) => typeof (options as {describe: unknown}).describe)).toEqual([
      'function',
      'function'
    ])
  })
})

/** Options without what no test can compare. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const {signal: _, describe: __, cache: ___, ...rest} = value as Record<string, unknown>
  return rest
}

describe('output', () => {
  const pipeline = fakePipeline((verb) => report(verb, {diagnostics: [error, {...error, level: 'info'}]}))

  it('is the report, with its findings in words, and nothing else with --json', async () => {
    const {out, err} = await passerelle('sync --json', {pipeline})
    const words = {
      sentence: 'The translation has lost bold: “x”.',
      hint: 'Ask the translator to put it back.'
    }
    const diagnostics = [error, {...error, level: 'info'}].map((one) => ({...one, ...words}))
    expect(JSON.parse(out)).toEqual({...report('sync'), pathsRelativeTo: '.', diagnostics})
    expect(out).toMatch(/^\{\n {2}"version": 1,\n[\s\S]*\}\n$/)
    expect(err).toBe('')
    expect((await passerelle('check --format json', {pipeline})).out).toMatch(/^\{\n/)
  })

  it('has problems on standard error, and for check on standard output', async () => {
    const sync = await passerelle('sync', {pipeline})
    expect(sync.err).toContain('a.md  error  The translation has lost bold: “x”. [code-lost]\n')
    expect(sync.out).toContain('1 error: see above.')
    const check = await passerelle('check', {pipeline})
    expect(check.err).toBe('')
    expect(check.out).toContain('a.md  error  The translation has lost bold')
  })

  it('is problems alone with --quiet', async () => {
    const {out, err} = await passerelle('sync -q', {pipeline})
    expect(out).toBe('')
    expect(err.match(/\[code-lost\]/g)).toHaveLength(1)
    expect(await passerelle('sync -q')).toEqual({code: 0, out: '', err: ''})
  })

  it('is coloured only where that is wanted', async () => {
    const esc = '\u001B['
    expect((await passerelle('sync', {pipeline})).err).not.toContain(esc)
    expect((await passerelle('sync', {pipeline, env: {FORCE_COLOR: '1'}})).err).toContain(esc)
    expect((await passerelle('sync', {pipeline, env: {FORCE_COLOR: '1', NO_COLOR: '1'}})).err).not.toContain(
      esc
    )
    expect((await passerelle('sync', {pipeline, env: {FORCE_COLOR: '0'}})).err).not.toContain(esc)
  })

  it('tells the version', async () => {
    expect((await passerelle('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe.each(['en', 'fr'])('help in %s', (language) => {
  it.skipIf(!isTranslated(language)).each(VERBS)(
    'of $name has an example and no line is too long',
    async ({name, examples}) => {
      const {code, out} = await passerelle(`${name} --help --lang ${language}`)
      expect(code).toBe(0)
      expect(examples.length).toBeGreaterThan(0)
      for (const {line} of examples) expect(out).toContain(`\n  $ ${line}\n    `)
      expect(out).toContain(language === 'fr' ? '\nExemples\n' : '\nExamples\n')
      expect(out).not.toMatch(/(?:verbs|options|values|help)\.[a-z]/)
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    }
  )
})

it('names every verb in the overview, and not the one that is yet to come', async () => {
  const {code, out} = await passerelle('')
  expect(code).toBe(0)
  for (const {name} of VERBS) expect(out).toMatch(new RegExp(`\\n {2}${name} +\\S`))
  expect(out).not.toContain('adopt')
  expect((await passerelle('--help')).out).toBe(out)
})

it.skipIf(!isTranslated('fr'))('speaks French when asked, or when the environment does', async () => {
  const expected =
    'erreur\u00A0: La commande «\u00A0statsu\u00A0» n’existe pas.\n' +
    '  Vouliez-vous dire «\u00A0status\u00A0»\u202F?\n  Pour en savoir plus\u00A0: `passerelle --help`\n'
  expect((await passerelle('statsu --lang fr')).err).toBe(expected)
  expect((await passerelle('statsu', {env: {LC_ALL: 'fr_CH.UTF-8'}})).err).toBe(expected)
  expect((await passerelle('statsu --lang en', {env: {LC_ALL: 'fr_CH.UTF-8'}})).err).toContain(
    'There is no command'
  )
})
