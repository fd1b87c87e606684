import {unzipSync, type Zippable, zipSync} from 'fflate'
import type {Diagnostic} from '@passerelle/model'
import {type InParts, joined} from './in-parts.ts'

/** A hand-back as it was found: in a folder, or inside a zip. */
export interface Incoming {
  /** Where it is, for messages: `inbox/back.zip/oslo.xlf`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** Largest size of all files of one archive, unpacked: 256 MB. A press office has no hand-back larger than that. */
const LARGEST = 256 * 1024 * 1024

/** Whether a file is a zip, by its first bytes. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** How deep archives in archives are opened, for there may be no end to them. */
const DEEPEST = 5

/**
 * The hand-backs of a zip, and of the zips in it. Nothing is written, so names such as `../x` can do no harm.
 *
 * @param kindOf
 *   What a file is, by its name and what is in it.
 * @returns
 *   Its files; where an archive cannot be used, the diagnostic `archive-unreadable`, `archive-too-large` or
 *   `archive-empty` stands for them, and `handback-unreadable` for what else is in it.
 */
export function unpackBy(kindOf: KindOf, bytes: Uint8Array, path: string): (Incoming | Diagnostic)[] {
  const budget = {left: LARGEST}
  const openAll = (zip: Uint8Array, at: string, depth: number): (Incoming | Diagnostic)[] =>
    entriesOf(zip, at, budget, kindOf).flatMap((entry) => {
      if (!('bytes' in entry) || !isZip(entry.bytes)) return [entry]
      return depth < DEEPEST
        ? openAll(entry.bytes, entry.path, depth + 1)
        : [tooLarge(entry.path, 'too deep')]
    })
  return openAll(bytes, path, 1)
}

type KindOf = (name: string, bytes: Uint8Array, names: ReadonlyArray<string>) => 'taken' | 'other' | 'ignored'

function tooLarge(path: string, reason: string): Diagnostic {
  return {id: 'archive-too-large', level: 'error', path, args: {reason}}
}

function entriesOf(
  bytes: Uint8Array,
  path: string,
  budget: {left: number},
  kindOf: KindOf
): (Incoming | Diagnostic)[] {
  try {
    const files = unzipSync(bytes, {
      filter: ({name, originalSize}) => {
        budget.left -= originalSize
        if (budget.left < 0) throw new RangeError('too large')
        return !name.endsWith('/')
      }
    })
    const names = Object.keys(files)
    const byKind = Map.groupBy(Object.entries(files), ([name, content]) => kindOf(name, content, names))
    const taken = (byKind.get('taken') ?? []).map(([name, content]) => ({
      path: `${path}/${name}`,
      bytes: content
    }))
    // Other files that tools put into their own archives do not matter.
    const unasked = /\.(?:xlz|mqxlz)$/i.test(path) ? [] : (byKind.get('other') ?? [])
    const others = unasked.map(([name]): Diagnostic => unreadable(`${path}/${name}`))
    return taken.length > 0 ? [...taken, ...others] : [{id: 'archive-empty', level: 'error', path, args: {}}]
  } catch (error) {
    const {message} = error as Error
    if (error instanceof RangeError) return [tooLarge(path, message)]
    return [{id: 'archive-unreadable', level: 'error', path, args: {reason: message}}]
  }
}

/** The diagnostic for a file that cannot be read: somebody may wait for what is in it. */
export function unreadable(path: string): Diagnostic {
  return {id: 'handback-unreadable', level: 'warning', path, args: {}}
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

/** Whether a name is that of a hand-back; other files in a folder are not looked at. */
export function isHandbackName(name: string): boolean {
  return /\.(xlf|xliff|sdlxliff|mqxliff|mxliff|txlf)$/i.test(name) && isVisible(name)
}

/** Whether a path is that of an OmegaT project's memory, which holds the translator's work. */
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

/** Earliest time that a zip can hold. All files get it, so that equal files give equal bytes. */
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
