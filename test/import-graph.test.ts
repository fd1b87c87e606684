import {execFileSync} from 'node:child_process'
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'

const root = join(import.meta.dirname, '..')
const planted: string[] = []

/** Lint one file planted in a package, and take it away again. */
function lint(folder: string, line: string): string {
  const file = join(root, 'packages', folder, `src/planted-${planted.length}.ts`)
  planted.push(file)
  mkdirSync(join(file, '..'), {recursive: true})
  writeFileSync(file, `${line}\n`)
  try {
    execFileSync(join(root, 'node_modules/.bin/oxlint'), [file, '--deny-warnings'], {
      cwd: root,
      encoding: 'utf8'
    })
    return ''
  } catch (error) {
    return (error as {stdout: string}).stdout
  } finally {
    rmSync(file)
  }
}

afterAll(() => {
  for (const file of planted) rmSync(file, {force: true})
})

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
