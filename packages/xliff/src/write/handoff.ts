import type {Bitext} from '@passerelle/model'
import type {HandoffOptions} from '../words/handoff-options.ts'
import {writeHandoff12} from './handoff-12.ts'
import {writeHandoff20} from './handoff-20.ts'

/**
 * What translators get: bilingual files as XLIFF that every CAT tool opens.
 *
 * 1.2 is valid against the strict schema, 2.0 against OASIS's schemas. Equal input gives equal bytes.
 *
 * @param bitexts
 *   One `<file>` each; all of the same two languages where the version is 2.0, which has one pair for all.
 */
export function writeHandoff(bitexts: ReadonlyArray<Bitext>, options: HandoffOptions): string {
  return [...writeHandoffInParts(bitexts, options)].join('')
}

/** The same as {@link writeHandoff}, part by part, for hand-offs that do not fit into memory. */
export function writeHandoffInParts(
  bitexts: ReadonlyArray<Bitext>,
  options: HandoffOptions
): Iterable<string> {
  return options.version === '1.2' ? writeHandoff12(bitexts, options) : writeHandoff20(bitexts, options)
}
