import {lstat, readdir} from 'node:fs/promises'
import {join, relative, resolve, sep} from 'node:path'
import {isArchiveName, isHandbackName, isMemoryName} from './archive.ts'
import {UsageError} from './errors.ts'

/** A file that a user named, itself or by its folder. */
export interface FoundFile {
  readonly absolute: string
  /** For messages: relative to the project where it is inside it. */
  readonly path: string
}

/**
 * The files a user means.
 *
 * @param files
 *   Files and folders, of which hand-backs and zips are meant; relative ones are looked for in the project, then
 *   where the command was called.
 * @throws {UsageError}
 *   `file-not-found`.
 */
export async function findFiles(root: string, files: ReadonlyArray<string>): Promise<FoundFile[]> {
  return (await Promise.all(files.map((file) => findFile(root, file)))).flat()
}

async function findFile(root: string, file: string): Promise<FoundFile[]> {
  for (const absolute of new Set([resolve(root, file), resolve(file)])) {
    const found = await lstat(absolute).catch(() => undefined)
    if (!found) continue
    const files = found.isDirectory() ? await listHandbacks(absolute) : [absolute]
    return files.map((each) => ({absolute: each, path: shown(root, each)}))
  }
  throw new UsageError('file-not-found', {path: file})
}

/**
 * Hand-backs and zips below a folder, and memories of OmegaT projects: these come last, for a translated file may be
 * older than the memory it was made from.
 */
export async function listHandbacks(folder: string): Promise<string[]> {
  const names = await readdir(folder, {recursive: true}).catch(() => [])
  const found = names.map((name) => name.replaceAll(sep, '/')).sort()
  const files = found.filter((name) => isHandbackName(name) || isArchiveName(name))
  return [...files, ...found.filter(isMemoryName)].map((name) => join(folder, name))
}

/** A path for messages: relative to the project where it is inside it. */
export function shown(root: string, absolute: string): string {
  const path = relative(root, absolute)
  return path.startsWith('..') ? absolute : path.split(sep).join('/')
}
