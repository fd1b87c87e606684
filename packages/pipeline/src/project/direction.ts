import {type Format, withoutBareEnding} from '../formats/formats.ts'

/** One document on its way from one locale to another, and the files of that way. */
export interface Direction {
  readonly document: string
  /** Path of the document below the folder of its locale. */
  readonly below: string
  readonly format: Format
  readonly sourceLocale: string
  readonly targetLocale: string
  /** Relative to the project, with `/`, as all paths here. */
  readonly sourcePath: string
  readonly targetPath: string
  readonly bilingualPath: string
  /** Where the document was, if it was renamed since its record was written. */
  readonly before?: Earlier
}

/** Where a document was before it was renamed or moved. */
export type Earlier = Pick<Direction, 'document' | 'sourcePath' | 'targetPath' | 'bilingualPath'>

/** The bilingual file of a document: `releases/oslo.md` has `xliff/en-fr/releases/oslo.xlf`. */
export function bilingualPath(
  folder: string,
  sourceLocale: string,
  targetLocale: string,
  document: string
): string {
  return `${folder}/${sourceLocale}-${targetLocale}/${handoffName(document)}`
}

/** A name for the exchange file of a document; endings other than `.md` are kept, so that no two fall together. */
export function handoffName(document: string): string {
  return `${withoutBareEnding(document)}.xlf`
}
