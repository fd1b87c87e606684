import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Bitext, type Content, type InlineCode, tidy} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {PROFILES, read, writeHandoff} from '../src/index.ts'
import {shown} from './shown.ts'
import {SHARED} from './validate-xml.ts'

/** Scripts that drive real clients; they are not part of the project. */
const TOOLS = join(SHARED, 'tools/cat-clients')
const hasOmegaT = existsSync(TOOLS) && runs('omegat', ['--help'])
const hasToolkit =
  existsSync(TOOLS) && runs('/usr/bin/python3', ['-c', 'import translate.storage.xliff, lxml'])

function runs(command: string, options: string[]): boolean {
  try {
    execFileSync(command, options, {stdio: 'ignore', timeout: 20_000})
    return true
  } catch {
    return false
  }
}

const code = (type: InlineCode['type'], id: string, kind: InlineCode['kind']): InlineCode => ({
  type,
  id,
  kind,
  raw: ''
})

const SOURCES: ReadonlyArray<Content> = [
  ['Peace & <quiet> at 5 > 4, “she said”; it’s 100 % sure.'],
  [
    code('open', '1', 'bold'),
    'Oslo',
    code('close', '1', 'bold'),
    ' hails',
    code('standalone', '2', 'break'),
    'the ban.'
  ],
  [
    'See ',
    code('open', '1', 'link'),
    code('open', '2', 'italic'),
    'the',
    code('close', '2', 'italic'),
    ' text',
    code('close', '1', 'link'),
    '.'
  ],
  ['Run ', code('standalone', '1', 'code'), ' or ', code('standalone', '2', 'placeholder')],
  ['700\u00A0000 people\u202F; more'],
  ['The same.'],
  ['The same.']
]

const BITEXT: Bitext = {
  document: 'releases/oslo.md',
  sourceLocale: 'en',
  targetLocale: 'fr',
  units: SOURCES.map((source, index) => ({
    id: `u00000000000${index}`,
    kind: 'paragraph',
    trail: ['Oslo & more'],
    pairs: [{id: 's1', source, state: 'initial', candidates: [], gap: ''}]
  })),
  removed: []
}

const translated = (source: Content): Content => tidy(['[FR] ', ...source])

/** What came back, in order. */
function returned(path: string): unknown {
  const {files, diagnostics} = read(readFileSync(path), path)
  const pairs = files[0]!.bitext.units.flatMap(({pairs}) => pairs)
  const targets = pairs.map(({target, state}) => [target && shown(target), state])
  return {diagnostics, targets}
}

/** Every target new and sound, and not a word of complaint. */
const ALL = {diagnostics: [], targets: SOURCES.map((source) => [shown(translated(source)), 'translated'])}

/** Content as OmegaT 3.6 shows it: codes numbered from 0 in order of appearance. */
function shortcuts(content: Content): string {
  const numbers = new Map<string, number>()
  return content
    .map((part) => {
      if (typeof part === 'string') return part
      if (!numbers.has(part.id)) numbers.set(part.id, numbers.size)
      const number = numbers.get(part.id)
      return {open: `<g${number}>`, close: `</g${number}>`, standalone: `<x${number}/>`}[part.type]
    })
    .join('')
}

describe('real clients', () => {
  it.skipIf(!hasToolkit)('the Translate Toolkit, as Weblate uses it, returns all', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xliff-toolkit-'))
    writeFileSync(join(folder, 'in.xlf'), writeHandoff([BITEXT], PROFILES.weblate))
    const script = join(TOOLS, 'tt/weblate_like.py')
    execFileSync('/usr/bin/python3', [script, join(folder, 'in.xlf'), join(folder, 'out.xlf')], {
      stdio: 'ignore'
    })
    expect(returned(join(folder, 'out.xlf'))).toEqual(ALL)
  })

  it.skipIf(!hasOmegaT)('OmegaT returns all', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xliff-omegat-'))
    writeFileSync(join(folder, 'in.xlf'), writeHandoff([BITEXT], PROFILES.generic))
    const lines = SOURCES.map((source) => `${shortcuts(source)}\t${shortcuts(translated(source))}\n`)
    writeFileSync(join(folder, 'translations.tsv'), lines.join(''))
    const script = join(TOOLS, 'omegat/run_omegat.sh')
    const options = [script, join(folder, 'in.xlf'), join(folder, 'kit'), join(folder, 'translations.tsv')]
    execFileSync('bash', options, {
      stdio: 'ignore',
      env: {...process.env, PATH: `/usr/bin:/bin:${process.env['PATH']}`}
    })
    expect(returned(join(folder, 'kit/target/in.xlf'))).toEqual(ALL)
  })
})
