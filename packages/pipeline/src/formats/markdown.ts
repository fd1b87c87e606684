import {extract, type MarkdownOptions, merge} from '@passerelle/markdown'
import type {DocumentFormat, FormatConfig} from './format.ts'

/** Markdown with GFM and front matter, and MDX. */
export const markdown: DocumentFormat = {
  endings: ['md', 'mdx', 'markdown'],
  usualEndings: ['md', 'mdx'],
  bareEnding: 'md',
  datatype: 'x-markdown',
  hasSentences: true,
  blocksAnswerBy: 'order',
  extract: (text, path, _, config) => extract(text, path, optionsOf(config)),
  merge: (document, targets, _, config) => merge(document, targets, optionsOf(config))
}

function optionsOf(config: FormatConfig): MarkdownOptions {
  const {frontMatter, protect, codeComments, extensions} = config
  return {
    protect,
    extensions,
    codeComments,
    ...(config.markdown === 'mdx' && {dialect: 'mdx'}),
    ...(frontMatter && {frontMatter})
  }
}
