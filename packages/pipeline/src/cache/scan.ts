import {hash} from 'node:crypto'
import {lstatSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** A file, as it was when it was looked at. */
export interface Seen {
  /** Relative to the project, with `/`. */
  readonly path: string
  /** Size, times of change, number of the file: what tells that it is another, without reading it. */
  readonly stat: string
  /** Hash of its bytes. */
  readonly bytes: string
  /** Whether it could be changed once more in the same instant, so that its `stat` says nothing. */
  readonly isRacy: boolean
}

/** Where to look, relative to the project. */
export interface Where {
  readonly root: string
  /** Folders that are looked through; an empty name is the project itself. */
  readonly folders: ReadonlyArray<string>
  /** Single files, which need not be there. */
  readonly files: ReadonlyArray<string>
  /** Absolute path of a folder that is passed over. */
  readonly except: string
}

/**
 * Time within which a file may be written again without another time of change, in milliseconds: two seconds on FAT, and
 * some more for clocks that differ. As git does it (“racy git”, Documentation/technical/racy-git.txt).
 */
const RACY = 3000

/** Folders that hold no work of the project. */
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git'])

/**
 * Look at all files that a verb may read. Those that are as they were seen before are not read.
 *
 * @param before
 *   What was seen the last time, in the same order.
 * @param now
 *   Milliseconds since 1970.
 * @returns
 *   In the order of their paths; undefined where there is a link, which leads to where nobody looked.
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
 * Gather the files below a folder, and the folders, whose names end with `/`.
 *
 * @returns
 *   False where one is a link.
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

/** Hash of a file's bytes; of one that cannot be read, nothing that a readable one could have. */
function hashOf(absolute: string): string {
  try {
    return hash('sha256', readFileSync(absolute), 'base64')
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code)
  }
}
