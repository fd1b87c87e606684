import {spawnSync} from 'node:child_process'
import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {ROOMS} from '../oxlint.config.ts'

const root = join(import.meta.dirname, '..')

/** What is linted at once: one line as a file of a package, by where it lies and what it says. */
const planted = new Map<string, string>()

/** Plant one line as a file of a package. @returns Its path. */
function plant(name: string, line: string, room = ''): string {
  const path = join('packages', name, 'src', room, `planted-${planted.size}.ts`)
  planted.set(path, line)
  return path
}

let found: ReadonlyMap<string, string> = new Map()

/** Lint all planted lines by this repository's rules, in a folder of their own: one run, for there are hundreds. */
beforeAll(() => {
  const copy = mkdtempSync(join(tmpdir(), 'passerelle-lint-'))
  copyFileSync(join(root, 'oxlint.config.ts'), join(copy, 'oxlint.config.ts'))
  for (const [path, line] of planted) {
    mkdirSync(dirname(join(copy, path)), {recursive: true})
    writeFileSync(join(copy, path), `${line}\n`)
  }
  const {stdout} = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--deny-warnings', '--format=json'], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1e8
  })
  const {diagnostics} = JSON.parse(stdout) as {diagnostics: {filename: string; code: string}[]}
  const byFile = Map.groupBy(diagnostics, ({filename}) => filename)
  found = new Map([...byFile].map(([path, its]) => [path, its.map(({code}) => code).join(' ')]))
})

/** Rules that a planted line breaks. */
function broken(path: string): string {
  return found.get(path) ?? ''
}

describe('the one direction of imports', () => {
  const forbidden: [folder: string, line: string][] = [
    ['model', "export {extract} from '@passerelle/markdown'"],
    ['model', "export {unified} from 'unified'"],
    ['model', "export {readFileSync} from 'node:fs'"],
    ['markdown', "export {read} from '@passerelle/xliff'"],
    ['markdown', "export {sync} from '@passerelle/pipeline'"],
    ['markdown', "export {cut} from '../../model/src/cut.ts'"],
    ['segmentation', "export {readFile} from 'node:fs/promises'"],
    ['xliff', "export {argv} from 'node:process'"],
    ['catalog', 'export const now = Date.now()'],
    ['check', 'console.log(1)'],
    ['pipeline', "export {main} from 'passerelle'"],
    ['cli', "export {read} from '@passerelle/xliff'"]
  ]

  it.for(forbidden.map(([name, line]) => ({name, line, path: plant(name, line)})))(
    '$name must not: $line',
    ({path}) => {
      expect(broken(path)).toMatch(/no-restricted-(imports|globals)|no-console/)
    }
  )

  const allowed: [folder: string, line: string][] = [
    ['markdown', "export {cut} from '@passerelle/model'"],
    ['pipeline', "export {read} from '@passerelle/xliff'"],
    ['pipeline', "export {readFile} from 'node:fs/promises'"],
    ['cli', "export {sync} from '@passerelle/pipeline'"]
  ]

  it.for(allowed.map(([name, line]) => ({name, line, path: plant(name, line)})))(
    '$name may: $line',
    ({path}) => {
      expect(broken(path)).not.toMatch(/no-restricted/)
    }
  )
})

/** Each folder of a package with each that comes after it, and with what lies beside all of them. */
const wrongWays = Object.entries(ROOMS).flatMap(([name, rooms]) =>
  rooms.flatMap((room, index) =>
    [...rooms.slice(index + 1).map((later) => `${later}/planted.ts`), 'index.ts'].map((to) => ({
      name,
      room,
      to,
      value: plant(name, `export {one} from '../${to}'`, room),
      type: plant(name, `export type {One} from '../${to}'`, room)
    }))
  )
)

const rightWays = Object.entries(ROOMS).flatMap(([name, rooms]) =>
  rooms.flatMap((room, index) =>
    rooms.slice(0, index).map((before) => ({
      name,
      room,
      before,
      path: plant(name, `export {one} from '../${before}/planted.ts'`, room)
    }))
  )
)

describe('the one direction of imports inside a package', () => {
  it.for(wrongWays)('$name: $room must not import $to', ({value, type}) => {
    expect(broken(value)).toContain('no-restricted-imports')
    expect(broken(type)).toContain('no-restricted-imports')
  })

  it.for(rightWays)('$name: $room may import $before', ({path}) => {
    expect(broken(path)).not.toContain('no-restricted')
  })

  it.for(readdirSync(join(root, 'packages')))('has a row for every folder in the src of %s', (name) => {
    const folders = readdirSync(join(root, 'packages', name, 'src'), {withFileTypes: true})
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    expect(folders.sort()).toEqual((ROOMS[name] ?? []).toSorted())
  })

  it.for(Object.entries(ROOMS))('is told of %s in ARCHITECTURE.md', ([name, rooms]) => {
    const order = rooms.map((room) => `\`${room}\``).join(' → ')
    expect(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')).toContain(`\n| \`${name}\` | ${order} |\n`)
  })
})
