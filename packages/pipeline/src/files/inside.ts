import {dirname, isAbsolute, resolve} from 'node:path'
import {type Disk, isAbsent} from './disk.ts'

/** Tells whether paths stay where they seem to be. */
export interface Inside {
  /**
   * Whether a path is within the project, or within what was allowed, links followed.
   *
   * @param path
   *   Relative to the root of the project. One that names a place outside (`../x`, `/x`) is meant, and is inside.
   */
  readonly has: (path: string) => Promise<boolean>
  /** Allow a file or folder that may be a link to somewhere else, for somebody named it. */
  readonly allow: (path: string) => void
}

/**
 * Links that lead out of the project are not followed: anybody who may change a text could otherwise have any file of this
 * machine sent to translators, or written over.
 *
 * @param allowed
 *   Folders that may be links themselves, for whoever set the project up named them.
 */
export function createInside(disk: Disk, root: string, allowed: Iterable<string>): Inside {
  const bases = new Set<string>()
  let known: Promise<unknown> = Promise.resolve()
  const allow = (path: string): void => {
    const real = realOf(disk, resolve(root, path)).catch(() => undefined)
    known = Promise.all([known, real.then((base) => base !== undefined && bases.add(base))])
  }
  const folders = new Map<string, Promise<string>>()
  const realFolder = (folder: string): Promise<string> => {
    const real = folders.get(folder) ?? realOf(disk, folder)
    folders.set(folder, real)
    return real
  }
  for (const path of ['.', ...allowed]) allow(path)
  return {
    allow,
    async has(path) {
      if (isAbsolute(path) || path.startsWith('..')) return true
      const absolute = resolve(root, path)
      const isLink = await disk.lstat(absolute).then(
        (found) => found.isSymbolicLink(),
        () => false
      )
      const real = isLink ? await realOf(disk, absolute) : await realFolder(dirname(absolute))
      await known
      return isBelowOne(bases, real)
    }
  }
}

/** Where a path really is; of one that is not there, the nearest folder that is. */
async function realOf(disk: Disk, absolute: string): Promise<string> {
  try {
    return await disk.realpath(absolute)
  } catch (error) {
    if (!isAbsent(error) || dirname(absolute) === absolute) throw error
    return realOf(disk, dirname(absolute))
  }
}

/** Whether a path or a folder that it lies in is one of the bases. */
function isBelowOne(bases: ReadonlySet<string>, path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (bases.has(at)) return true
    if (dirname(at) === at) return false
  }
}

/**
 * Whether a path below a folder leads out of it, on the system of anybody who may be sent it.
 *
 * @example
 *   leavesFolder('x\\..\\..\\y.md') // true: two folders up on Windows
 */
export function leavesFolder(path: string): boolean {
  return (
    path.split('/').some((name) => name === '..' || /[\\\0]/.test(name) || /^[A-Za-z]:/.test(name)) ||
    path.startsWith('/')
  )
}
