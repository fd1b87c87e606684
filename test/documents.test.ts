import {existsSync, globSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {ROOMS} from '../oxlint.config.ts'
import {root} from './support.ts'

const documents = [
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'README.md',
  'docs/how-to-add.md',
  'docs/performance.md'
]
const sources = globSync('{packages,test,scripts,bench}/**/*.ts', {
  cwd: root,
  exclude: (name) => name === 'node_modules'
})
const names = new Set(sources.map((path) => basename(path)))

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8')

  it('names files that are there', () => {
    const named = [...text.matchAll(/`([\w./-]+\.ts)`/g)].map(([, path]) => path!)
    expect(named.filter((path) => !isThere(path))).toEqual([])
  })

  it('leads to headings that are there', () => {
    const anchors = new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slugOf(heading!)))
    const led = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor!)
    expect(led.filter((anchor) => !anchors.has(anchor))).toEqual([])
  })
})

it('ARCHITECTURE.md has the folders of each package in their order', () => {
  const lines = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('\n')
  const rows = Object.entries(ROOMS).map(
    ([name, rooms]) => `| \`${name}\` | ${rooms.map((room) => `\`${room}\``).join(' → ')} |`
  )
  expect(rows.filter((row) => !lines.includes(row))).toEqual([])
})

/** Whether a file is there; a name without a folder is of any. `NAME` stands for a file to be written. */
function isThere(path: string): boolean {
  if (path.includes('NAME') || existsSync(join(root, path))) return true
  return !path.includes('/') && names.has(path)
}

/** The anchor of a heading, as GitHub makes it. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')
}
