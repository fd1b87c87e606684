import {execFileSync} from 'node:child_process'
import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {ROOMS} from '../oxlint.config.ts'

const root = join(import.meta.dirname, '..')

/** Lint one line as a file of a package, by this repository's rules, in a folder of its own. */
function lint(folder: string, line: string, room = ''): string {
  const copy = mkdtempSync(join(tmpdir(), 'passerelle-lint-'))
  const file = join(copy, 'packages', folder, 'src', room, 'planted.ts')
  copyFileSync(join(root, 'oxlint.config.ts'), join(copy, 'oxlint.config.ts'))
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, `${line}\n`)
  try {
    execFileSync(join(root, 'node_modules/.bin/oxlint'), ['--deny-warnings'], {cwd: copy, encoding: 'utf8'})
    return ''
  } catch (error) {
    return (error as {stdout: string}).stdout
  }
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

  it.for(forbidden)('%s must not: %s', ([folder, line]) => {
    expect(lint(folder, line)).toMatch(/no-restricted-(imports|globals)|no-console/)
  })

  const allowed: [folder: string, line: string][] = [
    ['markdown', "export {cut} from '@passerelle/model'"],
    ['pipeline', "export {read} from '@passerelle/xliff'"],
    ['pipeline', "export {readFile} from 'node:fs/promises'"],
    ['cli', "export {sync} from '@passerelle/pipeline'"]
  ]

  it.for(allowed)('%s may: %s', ([folder, line]) => {
    expect(lint(folder, line)).not.toMatch(/no-restricted/)
  })
})

/** Each folder of a package with each that comes after it, and with what lies beside all of them. */
const wrongWays = Object.entries(ROOMS).flatMap(([name, rooms]) =>
  rooms.flatMap((room, index) =>
    [...rooms.slice(index + 1).map((later) => `${later}/planted.ts`), 'index.ts'].map((to) => ({
      name,
      room,
      to
    }))
  )
)

const rightWays = Object.entries(ROOMS).flatMap(([name, rooms]) =>
  rooms.flatMap((room, index) =>
    rooms.slice(0, index).map((before) => ({name, room, to: `${before}/planted.ts`}))
  )
)

describe('the one direction of imports inside a package', () => {
  it.for(wrongWays)('$name: $room must not import $to', ({name, room, to}) => {
    expect(lint(name, `export {one} from '../${to}'`, room)).toContain('no-restricted-imports')
    expect(lint(name, `export type {One} from '../${to}'`, room)).toContain('no-restricted-imports')
  })

  it.for(rightWays)('$name: $room may import $to', ({name, room, to}) => {
    expect(lint(name, `export {one} from '../${to}'`, room)).not.toContain('no-restricted')
  })

  it('counts every folder of a package that has folders', () => {
    for (const name of Object.keys(ROOMS)) {
      const folders = readdirSync(join(root, 'packages', name, 'src'), {withFileTypes: true})
      expect(
        folders
          .filter((entry) => entry.isDirectory())
          .map((entry) => entry.name)
          .sort()
      ).toEqual([...ROOMS[name]!].sort())
    }
  })
})
