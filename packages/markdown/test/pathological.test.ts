import {describe, expect, it} from 'vitest'
import {cpuOf} from '../../../test/cpu.ts'
import {extract, merge} from '../src/index.ts'
import {ordinaryTime, readAndMerge} from './ordinary.ts'

/** Texts that bring parsers to their knees, of about so many repetitions. */
const cases: Readonly<Record<string, (count: number) => string>> = {
  'nested emphasis': (n) => '*a **a '.repeat(n) + 'b' + ' a** a*'.repeat(n),
  'emphasis that is never closed': (n) => '_a '.repeat(n),
  'emphasis that is never opened': (n) => 'a_ '.repeat(n),
  'marks that do not match': (n) => '*a_ '.repeat(n),
  'marks in multiples of three': (n) => `a**b${'c* '.repeat(n)}`,
  'emphasis by the thousand': (n) => '**« a »**,'.repeat(n),
  'references in a row': (n) => '&amp;'.repeat(n),
  'headings underlined by a dash': (n) => 'a\n-\n'.repeat(n),
  'a quote that goes on without its mark': (n) => `> a\n${'b\n'.repeat(n)}`,
  'alerts in a row': (n) => '> [!NOTE]\n> a\n\n'.repeat(n),
  'abbreviations in one paragraph': (n) => '*[a]: b\n'.repeat(n),
  'definitions in one paragraph': (n) => 'a\n: b\n'.repeat(n),
  'admonitions in one paragraph': (n) => '!!! note "a"\n'.repeat(n),
  'brackets in brackets': (n) => '['.repeat(n) + 'a' + ']'.repeat(n),
  'quotes in quotes': (n) => `${'> '.repeat(n)}a`,
  'links that are never closed': (n) => '[a](<b'.repeat(n),
  'comments that are never closed': (n) => `</${'<!--'.repeat(n)}`,
  'addresses in a row': (n) => 'a@b.'.repeat(n),
  'template syntax that is never closed': (n) => '{{ a '.repeat(n),
  'marks in the label of a container': (n) => `:::note[${'*a_ '.repeat(n)}]\nb\n:::\n`,
  'directives in a row': (n) => ':a[b]{'.repeat(n),
  'JSON in JSON': (n) => `${'{"a":'.repeat(n)}1${'}'.repeat(n)}\n`,
  'TOML in TOML': (n) => `+++\na = ${'['.repeat(n)}${']'.repeat(n)}\n+++\n`,
  'YAML in YAML': (n) => `---\na: ${'['.repeat(n)}${']'.repeat(n)}\n---\n`,
  'front matter that never ends': (n) => `---\n${'a\n'.repeat(n)}`
}

describe('a text made to take for ever', () => {
  it.each(Object.entries(cases))('%s: is read and merged, soon', (_, make) => {
    for (const count of [5000, 20_000]) {
      const text = make(count)
      let merged = {same: '', shouted: ''}
      const time = cpuOf(() => (merged = readAndMerge(text)))
      expect(merged.same).toBe(text)
      expect(merged.shouted.length).toBeGreaterThan(0)
      expect(time).toBeLessThan(20 * ordinaryTime())
    }
  })

  it('does not cost its neighbours their translation', () => {
    const {document} = extract(`# One\n\n${'*a_ '.repeat(10_000)}\n\nTwo *three*.\n`, 'a.md')
    expect(document.blocks.map(({kind}) => kind)).toEqual(['heading', 'paragraph'])
  })

  it.each([
    ['code', (lines: string) => `\`\`\`js\na\n\n${lines}\`\`\`\n`],
    ['code with a blank line after them', (lines: string) => `~~~\n${lines}\nb\n~~~\n`],
    ['front matter', (lines: string) => `---\na: |\n${lines.replaceAll(/^/gm, '  ')}\nb: c\n---\n`],
    ['a script', (lines: string) => `<script>\n${lines}\nb</script>\n`],
    ['a comment', (lines: string) => `<!--\n${lines}\n-->\n`]
  ])('is not %s that holds as many marks', (_, make) => {
    const text = `${make('a_b *c & ~d_e*\n'.repeat(3000))}\nAfter *it*.\n`
    const {document} = extract(text, 'a.md')
    expect(document.blocks.map(({content}) => content[0])).toEqual(['After '])
    expect(merge(document, [['Après.']]).text).toBe(text.replace('After *it*.', 'Après.'))
  })

  it('is read where it stands in a block of HTML', () => {
    const {document} = extract(`<div>One ${'&nbsp;'.repeat(9000)}</div>\n\n*Two*\n`, 'a.md')
    expect(document.blocks.map(({kind}) => kind)).toEqual(['text', 'paragraph'])
  })

  it('is not a long list, or a large table', () => {
    const list = '- *One* [two](three) &amp; **four**\n'.repeat(5000)
    expect(extract(list, 'a.md').document.blocks).toHaveLength(5000)
    const table = `| a | b |\n|---|---|\n${'| *c* | **d** |\n'.repeat(3000)}`
    expect(extract(table, 'a.md').document.blocks).toHaveLength(6002)
  })
})
