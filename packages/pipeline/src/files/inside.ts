import {dirname, isAbsolute, relative, resolve, sep} from 'node:path'
import {type Disk, isAbsent} from './disk.ts'

/**
 * Tells whether paths stay where they seem to be: links that lead out of the project are not followed, for anybody who may
 * change a text could then have any file of this machine sent to translators, or written over.
 *
 * @param allowed
 *   Folders that may be links themselves, for whoever set the project up named them.
 */
export function createInside(
  disk: Disk,
  root: string,
  allowed: Iterable<string>
): (path: string) => Promise<boolean> {
  const bases = [root, ...[...allowed].map((folder) => resolve(root, folder))].map((base) =>
    realOf(disk, base)
  )
  const folders = new Map<string, Promise<string>>()
  const realFolder = (folder: string): Promise<string> => {
    const known = folders.get(folder) ?? realOf(disk, folder)
    folders.set(folder, known)
    return known
  }
  return async (path) => {
    // Who names a place outside means it.
    if (isAbsolute(path) || path.startsWith('..')) return true
    const absolute = resolve(root, path)
    const isLink = await disk.lstat(absolute).then(
      (found) => found.isSymbolicLink(),
      () => false
    )
    const real = isLink ? await realOf(disk, absolute) : await realFolder(dirname(absolute))
    return (await Promise.all(bases)).some((base) => isBelow(base, real))
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

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
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
