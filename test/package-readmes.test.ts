import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {expect, it} from 'vitest'
import {root} from './support.ts'

/** Packages that a program imports. */
const LIBRARIES = ['model', 'segmentation', 'markdown', 'catalog', 'xliff', 'check', 'pipeline']

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

it('the example in the README of the command prints what it says it prints', () => {
  const readme = readFileSync(join(root, 'packages/cli/README.md'), 'utf8')
  const [, script = ''] = /```sh\n(mkdir [^]*?)```/.exec(readme) ?? []
  const printed = execFileSync('sh', ['-e', '-c', script], {
    cwd: mkdtempSync(join(tmpdir(), 'passerelle-example-')),
    encoding: 'utf8',
    env: {
      ...process.env,
      LANG: 'C.UTF-8',
      NO_COLOR: '1',
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`
    }
  })
  expect(`${printed.trim()}\n`).toBe(block(readme, 'text'))
})
