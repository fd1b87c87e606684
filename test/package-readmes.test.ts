import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {root} from './support.ts'

/** Packages whose example needs no files. */
const LIBRARIES = ['model', 'segmentation', 'markdown', 'catalog', 'xliff', 'check']

/** The only block of a README in a language. */
function block(readme: string, language: string): string {
  const blocks = [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))]
  expect(blocks).toHaveLength(1)
  return blocks[0]![1]!
}

it.for(LIBRARIES)('the example in the README of %s prints what it says it prints', (name) => {
  const folder = join(root, 'packages', name)
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', block(readme, 'js')], {
    cwd: folder,
    encoding: 'utf8'
  })
  expect(printed).toBe(block(readme, 'text'))
})
