import {execFileSync} from 'node:child_process'
import {copyFileSync, mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {describe, expect, it} from 'vitest'

const root = join(import.meta.dirname, '..')

/** Lint one line as a file of a package, by this repository's rules, in a folder of its own. */
function lint(folder: string, line: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'passerelle-lint-'))
  const file = join(copy, 'packages', folder, 'src/planted.ts')
  copyFileSync(join(root, '.oxlintrc.json'), join(copy, '.oxlintrc.json'))
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
