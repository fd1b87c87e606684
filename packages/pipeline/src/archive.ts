import {unzipSync, type Zippable, zipSync} from 'fflate'
import type {Diagnostic} from '@passerelle/model'

/** A hand-back as it was found: in a folder, or inside a zip. */
export interface Incoming {
  /** Where it is, for messages: `inbox/back.zip/oslo.xlf`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** Largest size of all files of one archive, unpacked: 256 MB; what is larger is no hand-back of a press office. */
const LARGEST = 256 * 1024 * 1024

/** Whether a file is a zip, by its first bytes. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/**
 * The files of a zip. Nothing is written, so names that climb out of a folder can do no harm.
 *
 * @returns
 *   Its files, or the diagnostic `archive-unreadable` or `archive-too-large`.
 */
export function unpack(bytes: Uint8Array, path: string): Incoming[] | Diagnostic {
  let size = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({name, originalSize}) => {
        size += originalSize
        if (size > LARGEST) throw new RangeError('too large')
        return isHandbackName(name)
      }
    })
    return Object.entries(files).map(([name, content]) => ({path: `${path}/${name}`, bytes: content}))
  } catch (error) {
    const id = error instanceof RangeError ? 'archive-too-large' : 'archive-unreadable'
    return {id, level: 'error', path, args: {reason: (error as Error).message}}
  }
}

/** Whether a file's name is one of a hand-back; what else lies in a folder is none of our business. */
export function isHandbackName(name: string): boolean {
  return /\.(xlf|xliff|sdlxliff|mqxliff|mxliff)$/i.test(name) && !/(^|\/)(__MACOSX\/|\.[^/]*$)/.test(name)
}

/** Earliest time that a zip can hold; with one time for all, equal files give equal bytes. */
const TIME = new Date(1980, 0, 1)

/**
 * Files as a zip, in the order of their paths.
 *
 * @param files
 *   By path; a path that ends with `/` is an empty folder.
 */
export function pack(files: ReadonlyMap<string, string>): Uint8Array {
  const entries: Zippable = {}
  for (const path of [...files.keys()].sort())
    entries[path] = [new TextEncoder().encode(files.get(path)), {mtime: TIME}]
  return zipSync(entries, {mtime: TIME})
}
