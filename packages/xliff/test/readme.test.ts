import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** The only block of the README in a language. */
function block(language: string): string {
  const blocks = [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))]
  expect(blocks).toHaveLength(1)
  return blocks[0]![1]!
}

it('the example of the README prints what it says it prints', () => {
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', block('js')], {
    cwd: root,
    encoding: 'utf8'
  })
  expect(printed).toBe(block('text'))
})
