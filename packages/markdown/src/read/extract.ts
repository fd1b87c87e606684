import type {Diagnostic, Document} from '@passerelle/model'
import {slowExpression} from '@passerelle/model'
import {analyse, blocksOf} from './analyse.ts'
import {type MarkdownOptions, resolve} from '../sites/options.ts'
import {remember} from './remembered.ts'

/**
 * Read a Markdown document as blocks.
 *
 * Never throws on content: what cannot be read stays skeleton, with a diagnostic.
 *
 * @param text
 *   The whole file; a byte order mark is part of it.
 * @param path
 *   Path below the folder of its locale, for diagnostics.
 */
export function extract(
  text: string,
  path: string,
  options?: MarkdownOptions
): {readonly document: Document; readonly diagnostics: ReadonlyArray<Diagnostic>} {
  const settings = resolve(options, path)
  const analysis = analyse(text, path, settings)
  const document: Document = {path, format: 'markdown', text, blocks: blocksOf(analysis)}
  const slow = Array.from(settings.protect.slow, ([pattern, on]) => slowExpression(pattern, on, path))
  return {document: remember(document, options, analysis), diagnostics: [...analysis.diagnostics, ...slow]}
}
