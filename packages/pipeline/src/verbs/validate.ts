import {readFile} from 'node:fs/promises'
import type {Diagnostic} from '@passerelle/model'
import {validate} from '@passerelle/xliff'
import {type Incoming, isZip, unpack} from '../archive.ts'
import {findFiles} from '../find-files.ts'

/** What is wrong with some files for translators, by the rules of their format. */
export interface Validation {
  readonly version: 1
  readonly files: ReadonlyArray<{readonly path: string; readonly valid: boolean}>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Check XLIFF files against the specification of their version. Needs no project, and writes nothing.
 *
 * @param root
 *   Folder that relative names start from.
 * @param files
 *   Files, folders and zips, of ours or of anybody else.
 * @throws {UsageError}
 *   `file-not-found`.
 */
export async function validateFiles(root: string, files: ReadonlyArray<string>): Promise<Validation> {
  const checked: {path: string; valid: boolean}[] = []
  const diagnostics: Diagnostic[] = []
  for (const {absolute, path} of await findFiles(root, files)) {
    for (const found of filesIn({path, bytes: await readFile(absolute)})) {
      const wrong = 'id' in found ? [found] : validate(found.bytes, found.path)
      diagnostics.push(...wrong)
      checked.push({path: found.path, valid: !wrong.some(({level}) => level === 'error')})
    }
  }
  return {version: 1, files: checked, diagnostics}
}

/** A file, or those of a zip; a diagnostic where that cannot be opened. */
function filesIn(file: Incoming): ReadonlyArray<Incoming | Diagnostic> {
  if (!isZip(file.bytes)) return [file]
  const files = unpack(file.bytes, file.path)
  return 'id' in files ? [files] : files
}
