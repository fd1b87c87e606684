import {expect} from 'vitest'
import {type MarkdownOptions, extract, merge} from '@passerelle/markdown'

/** A document with the text of each of its blocks changed, of which nothing may be left out. */
export function translated(
  source: string,
  change: (text: string) => string = (text) => text.replaceAll('word', 'mot'),
  options?: MarkdownOptions
): string {
  const {document} = extract(source, 'a.md', options)
  const targets = document.blocks.map(({content}) =>
    content.map((part) => (typeof part === 'string' ? change(part) : part))
  )
  const {text, diagnostics} = merge(document, targets, options)
  expect(diagnostics).toEqual([])
  return text
}
