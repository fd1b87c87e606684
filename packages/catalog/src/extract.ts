import type {Diagnostic, Document} from '@passerelle/model'
import type {CatalogOptions} from './options.ts'
import {read} from './read.ts'

/** A catalog cut into blocks, and what was found wrong with it. */
export interface Extraction {
  readonly document: Document
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Cut an i18next catalog (JSON v4) into blocks: one per string with words in it, in objects and in arrays.
 *
 * Of plural messages the target's forms are asked for, see `reachable`: forms that the source lacks are
 * derived blocks with the content of its last form, forms that the target cannot reach are no blocks where it is proved
 * that they are forms.
 *
 * Diagnostics: `json-invalid` and `json-root` (errors; there are no blocks then), `json-key-repeated` (warning).
 *
 * @param text
 *   The whole file.
 * @param path
 *   Path of the document, for its diagnostics too.
 */
export function extract(text: string, path: string, options: CatalogOptions): Extraction {
  const {blocks, diagnostics} = read(text, path, options)
  return {document: {path, format: 'i18next', text, blocks}, diagnostics}
}
