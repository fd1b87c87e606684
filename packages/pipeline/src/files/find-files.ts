import {lstat, open, readdir} from 'node:fs/promises'
import {join, relative, resolve, sep} from 'node:path'
import {UsageError} from '../report/errors.ts'
import {HEAD, type IncomingKind, isOfProject, kindOf} from './incoming.ts'

/** A file that a user named, or that lies in a folder that a user named. */
export interface FoundFile {
  readonly absolute: string
  /** For messages: relative to the project where it is inside it. */
  readonly path: string
  /** True if it lies in a named folder and cannot be read. */
  readonly isOther?: true
}

/**
 * The files that a user means.
 *
 * @param files
 *   Files and folders; of folders, the hand-backs and zips in them. Relative paths are looked for in the project, then
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
    if (!found.isDirectory()) return [{absolute, path: shown(root, absolute)}]
    return foundIn(root, absolute)
  }
  throw new UsageError('file-not-found', {path: file})
}

/** All hand-backs, zips and memories below a folder, and the other files there. */
export async function foundIn(root: string, folder: string): Promise<FoundFile[]> {
  const {handbacks, others} = await lookThrough(folder)
  return [
    ...handbacks.map((absolute) => ({absolute, path: shown(root, absolute)})),
    ...others.map((absolute) => ({absolute, path: shown(root, absolute), isOther: true as const}))
  ]
}

/** The files below a folder. */
interface LookedThrough {
  /**
   * Hand-backs and zips, then memories of OmegaT projects, for a translated file may be older than the memory it came
   * from.
   */
  readonly handbacks: ReadonlyArray<string>
  /** Files that cannot be read, such as text documents and pictures. */
  readonly others: ReadonlyArray<string>
}

/** Sort the files below a folder by what is in them. */
async function lookThrough(folder: string): Promise<LookedThrough> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => [])
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      name: relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'),
      isFile: entry.isFile()
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const all = names.map(({name}) => name)
  const kinds = new Map<string, IncomingKind>()
  // Only the later reader reports what is no regular file, and only if its name is that of a hand-back.
  for (const {name, isFile} of names)
    kinds.set(name, kindOf(name, isFile ? await headOf(join(folder, name)) : new Uint8Array(0)))
  const having = (...wanted: IncomingKind[]): string[] =>
    all.filter((name) => wanted.includes(kinds.get(name)!))
  const others = having('other').filter((name) => !isOfProject(name, all))
  return {
    handbacks: [...having('handback', 'archive'), ...having('memory')].map((name) => join(folder, name)),
    others: others.map((name) => join(folder, name))
  }
}

/** Hand-backs, zips and memories below a folder; see {@link lookThrough}. */
export async function listHandbacks(folder: string): Promise<ReadonlyArray<string>> {
  return (await lookThrough(folder)).handbacks
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path).catch(() => undefined)
  if (!file) return new Uint8Array(0)
  try {
    const {buffer, bytesRead} = await file.read(new Uint8Array(HEAD), 0, HEAD)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** A path for messages: relative to the project where it is inside it. */
function shown(root: string, absolute: string): string {
  const path = relative(root, absolute)
  return path.startsWith('..') ? absolute : path.split(sep).join('/')
}
