import {extract, merge} from '@passerelle/markdown'
import {expect, it} from 'vitest'
import {analyse} from '../src/read/analyse.ts'
import {resolve} from '../src/sites/options.ts'
import {prove} from '../src/merge/prove.ts'

/** How many faults are found in a result whose blocks are those of the source, where they were. */
function faultsIn(source: string, result: string): number {
  const analysis = analyse(source, 'a.md', resolve())
  const expected = analysis.slots.map(({content, start, end}, slot) => ({slot, content, range: {start, end}}))
  return prove(analysis, {text: result, expected}, 'a.md', resolve()).faults.length
}

// Blocks alone do not tell these apart: the lines of the structure do.
it.each([
  ['a rule', 'One.\n\n***\n\nTwo.\n', 'One.\n\n___\n\nTwo.\n'],
  ['code', 'One.\n\n```\na\n```\n', 'One.\n\n```\nb\n```\n'],
  ['the last block of code', 'One.\n\n    a\n', 'One.\n\n\n\n\n\n'],
  ['a number', '1. One.\n', '2. One.\n'],
  ['a kind of list', '- One.\n', '1 One.\n'],
  ['a task', '- [ ] One.\n', '- [x] One.\n'],
  ['a depth', '# One\n## Two\n', '# One\n#  Two\n'],
  ['an alignment', '| a | b |\n| - | - |\n', '| a | b |\n| - | -:|\n'],
  ['where a definition leads', '[a]: /b\n\nOne.\n', '[a]: /c\n\nOne.\n'],
  ['HTML', '<p class="a">One</p>\n', '<p class="b">One</p>\n'],
  ['a footnote', 'One.[^a]\n\n[^a]: Two.\n', 'One.[^a]\n\n[^b]: Two.\n']
])('sees a change of %s', (_, source, result) => {
  expect(faultsIn(source, source)).toBe(0)
  expect(faultsIn(source, result)).toBeGreaterThan(0)
})

it('writes a quote in a value of a tag as people do', () => {
  const {document} = extract(`{{< a alt="One" >}}\n\n{% b title='Two' %}\n`, 'a.md')
  expect(merge(document, [['“Un” "deux"'], ["L'eau"]]).text).toBe(
    `{{< a alt="“Un” \\"deux\\"" >}}\n\n{% b title='L\\'eau' %}\n`
  )
})
