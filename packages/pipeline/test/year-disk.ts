import {type Disk, realDisk} from '../src/files/disk.ts'

/** Things that change something on a disk. */
const CHANGES = ['copyFile', 'link', 'mkdir', 'rename', 'unlink'] as const

/**
 * A disk on which from the nth change on nothing can be changed any more: because the run was killed then, or because the
 * disk is full.
 */
export function failingDisk(after: number, code: 'killed' | 'ENOSPC'): Disk {
  let left = after
  const change = (): void => {
    if (--left >= 0) return
    throw code === 'killed' ? new Error(code) : Object.assign(new Error(code), {code})
  }
  const changes = Object.fromEntries(
    CHANGES.map((name) => [
      name,
      async (...args: unknown[]) => {
        change()
        return (realDisk[name] as (...all: unknown[]) => Promise<unknown>)(...args)
      }
    ])
  )
  const open: Disk['open'] = async (path, flags, mode) => {
    if (typeof flags === 'string' && flags !== 'r') change()
    return realDisk.open(path, flags, mode)
  }
  return {...realDisk, ...changes, open}
}
