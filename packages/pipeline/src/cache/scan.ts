import {hash} from 'node:crypto'
import {lstatSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** A file as it was found. */
export interface Seen {
  /** Relative to the project, with `/`. */
  readonly path: string
  /** Size, times of change and number of the file: they tell whether it has changed, without reading it. */
  readonly stat: string
  /** Hash of its bytes. */
  readonly bytes: string
  /** Whether it could have been changed again in the same instant, so that `stat` proves nothing. */
  readonly isRacy: boolean
}

/** Where to look, relative to the project. */
export interface Where {
  readonly root: string
  /** Folders to look through; an empty name is the project itself. */
  readonly folders: ReadonlyArray<string>
  /** Single files; they may be missing. */
  readonly files: ReadonlyArray<string>
  /** Absolute path of a folder to leave out. */
  readonly except: string
}

/**
 * Milliseconds in which a file can be written again without a new time of change: two seconds on FAT, and a little for
 * clocks that differ. git does the same (“racy git”, Documentation/technical/racy-git.txt).
 */
const RACY = 3000

/** Folders that hold no work of the project. */
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git'])

/**
 * Look at all files that a verb may read. Files with the same `stat` as before are not read.
 *
 * @param before
 *   What was seen the last time, in the same order.
 * @param now
 *   Milliseconds since 1970.
 * @returns
 *   In the order of their paths; undefined if there is a link, because it leads out of the folders looked at.
 */
export function scan(where: Where, before: ReadonlyArray<Seen>, now: number): Seen[] | undefined {
  const {root, folders, files} = where
  const known = new Map(before.map((seen) => [seen.path, seen]))
  const paths = new Set(files)
  for (const folder of folders) if (!collect(where, folder, paths)) return undefined
  const seen: Seen[] = []
  for (const path of [...paths].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    const found = lookAt(root, path, known.get(path), now)
    if (found === 'link') return undefined
    if (found) seen.push(found)
  }
  return seen
}

/**
 * Gather the files and folders below a folder; names of folders end with `/`.
 *
 * @returns
 *   False if there is a link.
 */
function collect(where: Where, folder: string, paths: Set<string>): boolean {
  const {root, except} = where
  let entries
  try {
    entries = readdirSync(join(root, folder), {withFileTypes: true})
  } catch {
    return true
  }
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isSymbolicLink()) return false
    if (!entry.isDirectory()) {
      paths.add(path)
      continue
    }
    if (LEFT_OUT.has(entry.name) || join(root, path) === except) continue
    paths.add(`${path}/`)
    if (!collect(where, path, paths)) return false
  }
  return true
}

function lookAt(
  root: string,
  path: string,
  before: Seen | undefined,
  now: number
): Seen | 'link' | undefined {
  if (path.endsWith('/')) return {path, stat: '', bytes: '', isRacy: false}
  const absolute = join(root, path)
  const found = lstatSync(absolute, {bigint: true, throwIfNoEntry: false})
  if (!found) return undefined
  if (found.isSymbolicLink()) return 'link'
  const {size, mtimeNs, ctimeNs, ino, mode} = found
  const stat = `${size} ${mtimeNs} ${ctimeNs} ${ino} ${mode}`
  const isSame = before?.stat === stat && !before.isRacy
  if (isSame) return before
  const latest = Number((mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1_000_000n)
  return {path, stat, bytes: found.isFile() ? hashOf(absolute) : '', isRacy: latest > now - RACY}
}

/** Hash of a file's bytes; for a file that cannot be read, a text that is no hash. */
function hashOf(absolute: string): string {
  try {
    return hash('sha256', readFileSync(absolute), 'base64')
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code)
  }
}
