import {readFile} from 'node:fs/promises'
import type {Diagnostic} from '@passerelle/model'
import {validate, validateStream} from '@passerelle/xliff'
import {unpack} from '../files/incoming.ts'
import {isZipFile, openFile} from '../files/file-stream.ts'
import {findFiles} from '../files/find-files.ts'

/** What is wrong with files for translators by the rules of their format. */
export interface Validation {
  readonly version: 1
  readonly files: ReadonlyArray<{readonly path: string; readonly valid: boolean}>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Check XLIFF files against the specification of their version. Needs no project, and writes nothing.
 *
 * @param root
 *   Folder for relative names.
 * @param files
 *   Files, folders and zips, written by this or any other program.
 * @throws {UsageError}
 *   `file-not-found`.
 */
export async function validateFiles(root: string, files: ReadonlyArray<string>): Promise<Validation> {
  const checked: {path: string; valid: boolean}[] = []
  const diagnostics: Diagnostic[] = []
  const take = (path: string, wrong: ReadonlyArray<Diagnostic>): void => {
    for (const diagnostic of wrong) diagnostics.push(diagnostic)
    checked.push({path, valid: !wrong.some(({level}) => level === 'error')})
  }
  for (const {absolute, path} of await findFiles(root, files)) {
    if (await isZipFile(absolute)) validateZip(await readFile(absolute), path, take)
    else take(path, await validateStream(openFile(absolute), path))
  }
  return {version: 1, files: checked, diagnostics}
}

/** The files of a zip; a diagnostic for the zip or a file in it that cannot be opened. */
function validateZip(
  bytes: Uint8Array,
  path: string,
  take: (path: string, wrong: ReadonlyArray<Diagnostic>) => void
): void {
  for (const file of unpack(bytes, path)) {
    if ('bytes' in file) take(file.path, validate(file.bytes, file.path))
    else if (file.id !== 'handback-unreadable') take(path, [file])
  }
}
