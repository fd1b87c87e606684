import type {Diagnostic} from '@passerelle/model'
import {type Format, formatOf} from '../formats/formats.ts'
import type {Project} from '../project/project.ts'
import {type Content, findContent} from './find.ts'
import {likenessIn} from './likeness.ts'
import {nameDocuments} from './names.ts'

/** A document, and the locales in which it has a file. */
export interface Entry {
  /** Path below the folder of its locale; with the folder above that one if the project has several such folders. */
  readonly document: string
  /** Path below the folder of its locale. */
  readonly below: string
  readonly format: Format
  /** Path relative to the project, by locale; also of files that do not exist yet. */
  readonly paths: Readonly<Record<string, string>>
  readonly locales: ReadonlyArray<string>
}

/**
 * Find the documents of a project, with their names.
 *
 * @param records
 *   Paths of all records; a document keeps the name that its record has.
 * @param read
 *   Text of a file; undefined where there is none.
 */
export async function findEntries(
  project: Project,
  records: ReadonlySet<string>,
  read: (path: string) => Promise<unknown>
): Promise<{entries: Entry[]; content: Content; diagnostics: Diagnostic[]}> {
  const content = await findContent(project)
  const likeness = likenessIn(project, records, read)
  const {documents, diagnostics} = await nameDocuments(content.found, project, records, likeness)
  const entries = documents.map(({document, root, below, locales}) => ({
    document,
    below,
    format: formatOf(below)!,
    paths: Object.fromEntries(project.locales.map((locale) => [locale, `${root}${locale}/${below}`])),
    locales
  }))
  return {entries: entries.sort((a, b) => (a.document < b.document ? -1 : 1)), content, diagnostics}
}
