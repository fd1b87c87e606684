import {type Format, withoutBareEnding} from '../formats/formats.ts'

/** One document translated from one locale to another, with its files. */
export interface Direction {
  readonly document: string
  /** Path of the document below the folder of its locale. */
  readonly below: string
  readonly format: Format
  readonly sourceLocale: string
  readonly targetLocale: string
  /** Relative to the project, with `/`, like all paths here. */
  readonly sourcePath: string
  readonly targetPath: string
  readonly bilingualPath: string
  /** Where the document was, if it was renamed after its record was written. */
  readonly before?: Earlier
}

/** Paths of a document before it was renamed or moved. */
export type Earlier = Pick<Direction, 'document' | 'sourcePath' | 'targetPath' | 'bilingualPath'>

/** Path of the bilingual file of a document: `xliff/en-fr/releases/oslo.xlf` for `releases/oslo.md`. */
export function bilingualPath(
  folder: string,
  sourceLocale: string,
  targetLocale: string,
  document: string
): string {
  return `${folder}/${sourceLocale}-${targetLocale}/${handoffName(document)}`
}

/**
 * Name of the exchange file of a document. Endings other than `.md` stay in it, so that no two documents get the same
 * name.
 */
export function handoffName(document: string): string {
  return `${withoutBareEnding(document)}.xlf`
}
