import type {Document} from '@passerelle/model'
import type {Analysis} from './analyse.ts'
import type {MarkdownOptions} from '../sites/options.ts'

/**
 * What extracting found in a document, so that merging does not read it again.
 *
 * Documents are immutable, and this is freed with them; with other options the document is read anew. It is a property
 * and not in a `WeakMap`, which cost the garbage collector a third of the time of extracting.
 */
const found: unique symbol = Symbol('found')

interface Remembering {
  readonly [found]?: {readonly analysis: Analysis; readonly options: MarkdownOptions}
}

export function remember(document: Document, options: MarkdownOptions = {}, analysis: Analysis): Document {
  return Object.defineProperty(document, found, {value: {analysis, options}})
}

export function recall(
  document: Document & Remembering,
  options: MarkdownOptions = {}
): Analysis | undefined {
  const known = document[found]
  return known && isSame(known.options, options) ? known.analysis : undefined
}

function isSame(a: MarkdownOptions, b: MarkdownOptions): boolean {
  return (
    a.frontMatter === b.frontMatter &&
    a.protect === b.protect &&
    a.extensions === b.extensions &&
    a.dialect === b.dialect &&
    a.codeComments === b.codeComments &&
    a.engine === b.engine
  )
}
