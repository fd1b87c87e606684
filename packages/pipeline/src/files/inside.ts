import {dirname, isAbsolute, resolve} from 'node:path'
import {type Disk, isAbsent} from './disk.ts'

/** Tells whether paths stay inside the project once links are followed. */
export interface Inside {
  /**
   * Whether a path is inside the project, or inside an allowed folder, links followed.
   *
   * @param path
   *   Relative to the root of the project. A path that names a place outside (`../x`, `/x`) is meant, and counts as
   *   inside.
   */
  readonly has: (path: string) => Promise<boolean>
  /** Allow a file or folder that a person named, even if it is a link to somewhere else. */
  readonly allow: (path: string) => void
}

/**
 * Links that lead out of the project are not followed. Otherwise anybody who may change a text could have any file of
 * this machine sent to translators, or overwritten.
 *
 * @param allowed
 *   Folders that may be links, because the configuration names them.
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

/** The real path of a file; if it does not exist, that of the nearest folder that does. */
async function realOf(disk: Disk, absolute: string): Promise<string> {
  try {
    return await disk.realpath(absolute)
  } catch (error) {
    if (!isAbsent(error) || dirname(absolute) === absolute) throw error
    return realOf(disk, dirname(absolute))
  }
}

/** Whether a path, or a folder above it, is one of the bases. */
function isBelowOne(bases: ReadonlySet<string>, path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (bases.has(at)) return true
    if (dirname(at) === at) return false
  }
}

/**
 * Whether a path below a folder leads out of it on any system, for somebody else may get it.
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
