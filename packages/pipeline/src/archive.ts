import {unzipSync, type Zippable, zipSync} from 'fflate'
import type {Diagnostic} from '@passerelle/model'
import {type InParts, joined} from './in-parts.ts'

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
 * The hand-backs of a zip, and of the zips in it. Nothing is written, so names that climb out of a folder can do no harm.
 *
 * @returns
 *   Its files; where an archive cannot be used, the diagnostic `archive-unreadable`, `archive-too-large` or
 *   `archive-empty` stands for them.
 */
export function unpack(bytes: Uint8Array, path: string): (Incoming | Diagnostic)[] {
  const budget = {left: LARGEST}
  // A zip in a zip is opened, and no other in that: there may be no end to it.
  return entriesOf(bytes, path, budget).flatMap((entry) =>
    'bytes' in entry && isZip(entry.bytes) ? entriesOf(entry.bytes, entry.path, budget) : [entry]
  )
}

function entriesOf(bytes: Uint8Array, path: string, budget: {left: number}): (Incoming | Diagnostic)[] {
  try {
    const files = unzipSync(bytes, {
      filter: ({name, originalSize}) => {
        budget.left -= originalSize
        if (budget.left < 0) throw new RangeError('too large')
        return isHandbackName(name) || isArchiveName(name) || isMemoryName(name)
      }
    })
    const entries = Object.entries(files).map(([name, content]) => ({
      path: `${path}/${name}`,
      bytes: content
    }))
    return entries.length > 0 ? entries : [{id: 'archive-empty', level: 'error', path, args: {}}]
  } catch (error) {
    const id = error instanceof RangeError ? 'archive-too-large' : 'archive-unreadable'
    return [{id, level: 'error', path, args: {reason: (error as Error).message}}]
  }
}

/** All files of a zip, by name; undefined where it cannot be read or is too large. */
export function entriesIn(bytes: Uint8Array): {name: string; content: Uint8Array}[] | undefined {
  let left = LARGEST
  try {
    const files = unzipSync(bytes, {filter: ({originalSize}) => (left -= originalSize) >= 0})
    const entries = Object.entries(files).map(([name, content]) => ({name, content}))
    return left < 0 ? undefined : entries.filter(({name}) => !name.endsWith('/'))
  } catch {
    return undefined
  }
}

/** Whether a file's name is one of a hand-back; what else lies in a folder is none of our business. */
export function isHandbackName(name: string): boolean {
  return /\.(xlf|xliff|sdlxliff|mqxliff|mxliff|txlf)$/i.test(name) && isVisible(name)
}

/** Whether a file is where an OmegaT project has what its translator did. */
export function isMemoryName(name: string): boolean {
  return /(?:^|[/\\])omegat[/\\]project_save\.tmx$/.test(name)
}

/** Whether a file's name is one of a zip: memoQ and others put XLIFF and its skeleton into one, `.mqxlz` or `.xlz`. */
export function isArchiveName(name: string): boolean {
  return /\.(zip|xlz|mqxlz)$/i.test(name) && isVisible(name)
}

function isVisible(name: string): boolean {
  return !/(^|\/)(__MACOSX\/|\.[^/]*$)/.test(name)
}

/** Earliest time that a zip can hold; with one time for all, equal files give equal bytes. */
const TIME = new Date(1980, 0, 1)

/**
 * Files as a zip, in the order of their paths.
 *
 * @param files
 *   By path; a path that ends with `/` is an empty folder.
 */
export function pack(files: ReadonlyMap<string, InParts>): Uint8Array {
  const entries: Zippable = {}
  for (const path of [...files.keys()].sort()) entries[path] = [joined(files.get(path)!), {mtime: TIME}]
  return zipSync(entries, {mtime: TIME})
}
