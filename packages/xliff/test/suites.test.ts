import {execFileSync} from 'node:child_process'
import {globSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {codesOf, type Content, type Diagnostic, textOf} from '@passerelle/model'
import {unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'
import {afterAll, describe, expect, it} from 'vitest'
import {editTargets, read, type TargetEdit} from '../src/index.ts'
import {isMutable, mutantsOf} from './mutants.ts'
import {DATA, hasData} from './validate-xml.ts'

/** What is hard to write: markup, the end of CDATA, quotes, a no-break space, characters of two code units. */
const HARD = `& <b> ]]> "a" 'b' \u00A0; \u{1F309} \uFB01n`

const python = pythonWithLxml()

const SETS = hasData
  ? [
      ...readdirSync(join(DATA, 'suite'))
        .filter((name) => statSync(join(DATA, 'suite', name)).isDirectory())
        .map((name) => `suite/${name}`),
      'cat-samples',
      'returned'
    ]
  : []

interface File {
  readonly path: string
  readonly bytes: Uint8Array
}

interface Edit extends TargetEdit {
  /** Begins the text, and no other. */
  readonly mark: string
  readonly text: string
  readonly source: string
}

interface Edited extends File {
  readonly edits: ReadonlyArray<Edit>
  readonly output: Uint8Array
  /** Why it could not be edited. */
  readonly reason?: string | undefined
}

/** What lxml says of a file before and after it was edited. */
interface Found {
  /** Whether it is no XML to libxml2 as it stands. */
  readonly lenient: boolean
  readonly problems: ReadonlyArray<string>
  readonly segments: number
  readonly states: number
  readonly notes: number
  readonly codes: number
  readonly extensions: number
}

/** Files of a set, and how many of its files are no XLIFF. */
function filesOf(set: string): {files: File[]; others: number} {
  const all = globSync('**/*', {cwd: join(DATA, set)})
    .sort()
    .filter((path) => statSync(join(DATA, set, path)).isFile())
    .flatMap((path): File[] => {
      const bytes = new Uint8Array(readFileSync(join(DATA, set, path)))
      if (!/\.(mqxlz|xlz)$/.test(path)) return [{path, bytes}]
      return Object.entries(unzipSync(bytes)).map(([name, inner]) => ({
        path: `${path}/${name}`,
        bytes: inner
      }))
    })
  const files = all.filter(({path}) => /\.(xlf|xliff|sdlxliff|mqxliff|mxliff|txlf)$/.test(path))
  return {files, others: all.length - files.length}
}

let marks = 0

/** A file with a new target in each segment: a text of its own, with the codes of its source. */
function edit({path, bytes}: File): Edited {
  const {files, diagnostics} = read(bytes, path)
  const edits = files.flatMap(({bitext}, file) =>
    bitext.units.flatMap(({id, pairs}) =>
      pairs.map((pair): Edit => {
        const mark = `~${marks++}~`
        const codes = codesOf(pair.source)
        const target: Content = codes.length === 0 ? [`${mark} ${HARD}`] : [mark, ...codes, ` ${HARD}`]
        return {
          file,
          unit: id,
          pair: pair.id,
          target,
          mark,
          text: textOf(target),
          source: textOf(pair.source)
        }
      })
    )
  )
  const {output, missed} = editTargets(bytes, edits)
  expect([0, edits.length]).toContain(missed.length)
  return {path, bytes, edits, output, reason: output === bytes ? reasonOf(diagnostics) : undefined}
}

/** A file whose targets are all set to what they are. */
function writtenBack({path, bytes}: File): Uint8Array {
  const edits = read(bytes, path).files.flatMap(({bitext}, file) =>
    bitext.units.flatMap(({id, pairs}) =>
      pairs.flatMap(({id: pair, target}): TargetEdit[] => (target ? [{file, unit: id, pair, target}] : []))
    )
  )
  return editTargets(bytes, edits).output
}

/** Why there was nothing to set in a file, or no way to. */
function reasonOf(diagnostics: ReadonlyArray<Diagnostic>): string {
  const ids = new Set(['xliff-not-well-formed', 'xliff-encoding', 'xliff-empty', 'source-missing'])
  return diagnostics.find(({id}) => ids.has(id))?.id ?? 'units without segments'
}

/** One process for a set: to start Python takes longer than to read. */
function lxml(done: ReadonlyArray<Edited>): Found[] {
  const folder = mkdtempSync(join(tmpdir(), 'xliff-suite-'))
  for (const [number, {bytes, output}] of done.entries()) {
    writeFileSync(join(folder, `${number}.before`), bytes)
    writeFileSync(join(folder, `${number}.after`), output)
  }
  const files = done.map(({edits, reason}) => ({edits: reason === undefined ? edits : []}))
  writeFileSync(join(folder, 'files.json'), JSON.stringify(files))
  const script = join(import.meta.dirname, 'independent.py')
  return JSON.parse(
    execFileSync(python!, [script, folder], {encoding: 'utf8', maxBuffer: 1 << 28})
  ) as Found[]
}

/** The text without its outermost targets of units and segments, by another walk than the reader's. */
function withoutTargets(text: string): string {
  const parser = new SaxesParser({xmlns: false, position: false})
  const path: string[] = []
  let result = ''
  let from = 0
  const isTarget = (): boolean =>
    path.at(-1) === 'target' &&
    (path.at(-2) === 'trans-unit' || path.at(-2) === 'segment') &&
    path.indexOf('target') === path.length - 1
  parser.on('opentagstart', ({name}) => {
    path.push(name.replace(/^.*:/, ''))
    if (isTarget()) result += text.slice(from, text.lastIndexOf('<', parser.position - 1)).trimEnd()
  })
  parser.on('closetag', () => {
    if (isTarget()) from = parser.position
    path.pop()
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  return result + text.slice(from)
}

/** What is left of a file without its targets; bytes that are no UTF-8 are kept as they are. */
function skeleton(bytes: Uint8Array): string {
  const label = bytes[0] === 0xfe ? 'utf-16be' : bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : 'utf-8'
  const text = new TextDecoder(label, {ignoreBOM: true}).decode(bytes)
  return withoutTargets(text.replace(/(\?>\s*)\uFEFF/, '$1'))
}

describe.skipIf(!hasData)('every suite', () => {
  const table: Record<string, Record<string, number | string>> = {}
  afterAll(() => console.table(table))

  it.each(SETS)(
    '%s: each segment gets a target, and nothing else changes',
    (set) => {
      const {files, others} = filesOf(set)
      const done = files.map(edit)
      const reasons = Object.entries(Object.groupBy(done, ({reason}) => reason ?? ''))
      for (const one of done) expectEdited(one)
      expect(done.some(({reason}) => reason === undefined)).toBe(true)
      table[set] = {
        files: files.length,
        edited: done.filter(({reason}) => reason === undefined).length,
        ...(python && independently(done)),
        'left out': [
          ...reasons.filter(([reason]) => reason !== '').map(([reason, some]) => `${some!.length} ${reason}`),
          ...(others > 0 ? [`${others} no XLIFF`] : [])
        ].join(', ')
      }
    },
    60_000
  )
})

/** Each segment has its target, nothing else has changed, and what is set to what it is has not changed at all. */
function expectEdited({path, bytes, output, edits, reason}: Edited): void {
  expect(Buffer.compare(writtenBack({path, bytes}), bytes)).toBe(0)
  if (reason !== undefined) return
  expect([path, skeleton(output)]).toEqual([path, skeleton(bytes)])
  const after = read(output, path).files
  const targets = after.flatMap(({bitext}) => bitext.units.flatMap(({pairs}) => pairs))
  expect([path, targets.map(({target}) => textOf(target ?? []))]).toEqual([path, edits.map(({text}) => text)])
}

describe.skipIf(!hasData)('files of every suite with one thing changed', () => {
  it('are edited as those are', () => {
    const texts = SETS.flatMap((set) => filesOf(set).files)
      .filter(({bytes}) => bytes.length < 60_000)
      .map(({bytes}) => new TextDecoder().decode(bytes))
      .filter(isMutable)
    expect(texts.length).toBeGreaterThan(300)
    const {seed, some} = mutantsOf(texts, 500)
    for (const xml of some) {
      expectEdited(edit({path: `mutant of seed ${seed}: ${xml}`, bytes: new TextEncoder().encode(xml)}))
    }
  }, 600_000)
})

/** Let lxml look: whatever is left out has no segment to it, or is no XML. */
function independently(done: ReadonlyArray<Edited>): Record<string, number> {
  const found = lxml(done)
  const sum = (key: 'segments' | 'states' | 'notes' | 'codes' | 'extensions'): number =>
    found.reduce(
      (total, {[key]: count}, number) => total + (done[number]!.reason === undefined ? count : 0),
      0
    )
  for (const [number, {problems, lenient}] of found.entries()) {
    const {path, reason} = done[number]!
    const isBroken = reason === 'xliff-not-well-formed' || reason === 'xliff-encoding'
    const sound = lenient ? [] : ['left out as broken, and sound to lxml']
    expect([path, isBroken ? sound : problems]).toEqual([path, []])
  }
  return {
    segments: sum('segments'),
    states: sum('states'),
    notes: sum('notes'),
    codes: sum('codes'),
    extensions: sum('extensions')
  }
}

function pythonWithLxml(): string | undefined {
  return ['python3', '/usr/bin/python3'].find((command) => {
    try {
      execFileSync(command, ['-c', 'import lxml.etree'], {stdio: 'ignore'})
      return true
    } catch {
      return false
    }
  })
}
