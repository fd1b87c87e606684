import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type CodeKind, type Content, type InlineCode, cut, textOf} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {boundariesOf} from '../src/index.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const file = join(process.env.PASSERELLE_SHARED ?? join(root, '..', 'shared'), 'data/release/oslo-2008.en.md')

describe.skipIf(!existsSync(file))('a real release', () => {
  it('has 18 segments in its 6 blocks', () => {
    const blocks = readFileSync(file, 'utf8').trim().split(/\n\n+/)
    const segments = blocks.map((block) => {
      const content = contentOf(block)
      return cut(content, boundariesOf(content, 'en')).segments.map(textOf)
    })
    expect(segments.map((list) => list.length)).toEqual([1, 5, 4, 4, 3, 1])
    expect(segments[0]?.[0]).toMatch(/^Oslo.*breakthrough$/)
    expect(segments[1]?.[0]).toBe('November 2008.')
    expect(segments[3]?.[3]).toMatch(/^In the future.*law\.'$/)
  })
})

/** Just enough Markdown for this release: bold, italic, links and hard breaks. */
function contentOf(block: string): Content {
  const kinds: Record<string, CodeKind> = {'**': 'bold', '*': 'italic'}
  const open: Record<string, string> = {}
  let number = 0
  return block
    .split(/(\*\*|\*|[ ]{2}\n|\[|\]\([^)]*\))/)
    .filter((part) => part !== '')
    .map((part): string | InlineCode => {
      if (part === '  \n') return {type: 'standalone', id: String(number++), kind: 'break', raw: part}
      const mark = part.startsWith('](') ? '[' : part
      const kind = mark === '[' ? 'link' : kinds[mark]
      if (!kind) return part.replaceAll('\n', ' ')
      const id = open[mark] ?? String(number++)
      const type = open[mark] ? 'close' : 'open'
      if (type === 'close') delete open[mark]
      else open[mark] = id
      return {type, id, kind, raw: part}
    })
}
