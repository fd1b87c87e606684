import {basename, join} from 'node:path'
import {glob} from 'tinyglobby'
import type {Diagnostic} from '@passerelle/model'
import {type Disk, look, readRegular} from './disk.ts'
import {DIGITS, linkInto, OURS, setAside} from './swap.ts'

/** A temporary file that a killed run left behind. */
interface Left {
  /** Relative to the project. */
  readonly path: string
  /** The file that it was to become, or that it was before. */
  readonly file: string
  /**
   * The first digits of the hash of its content, if it is a file that was moved out of the way; else it was being
   * written.
   */
  readonly held?: string
}

const NAME = new RegExp(`^(.+?)\\.\\d+(?:\\.([0-9a-f]{${DIGITS}}))?\\${OURS}$`, 's')

/** Names of temporary files of earlier versions: they end in a number of `write-file-atomic`, or of a process. */
const EARLIER =
  /^(.+?\.(?:md|mdx|markdown|json|[a-z]*xl[iz]?f{1,2}))\.(?:[1-9]\d{8,9}|(?<=\.xlf\.)\d{1,7})$/is

const IGNORED = ['**/node_modules/**', '**/.git/**']

/** Find temporary files that killed runs left below some folders. */
export async function leftBehind(root: string, folders: ReadonlyArray<string>): Promise<Left[]> {
  const found = await namesIn(root, folders, `*${OURS}`)
  return found.flatMap((path): Left[] => {
    const [, file, held] = NAME.exec(path) ?? []
    return file === undefined ? [] : [{path, file, ...(held !== undefined && {held})}]
  })
}

/** Files that are missing because a run was killed just while it replaced them; for runs that write nothing. */
export async function missingFiles(
  disk: Disk,
  root: string,
  left: ReadonlyArray<Left>
): Promise<Diagnostic[]> {
  const gone = []
  for (const {path, file, held} of left) {
    if (held !== undefined && !(await exists(disk, join(root, file)))) {
      gone.push({id: 'run-killed', level: 'error', path: file, args: {file: path}} as const)
    }
  }
  return gone
}

/**
 * Put back files that killed runs had moved out of the way, and delete what they had begun to write. Only for the run
 * that holds the lock.
 *
 * @param inbox
 *   Folder of hand-backs: if a hand-back has its new name there already, the old one is not needed any more.
 * @returns
 *   Diagnostics; none if the next step is the same as if nothing had happened.
 */
export async function recover(
  disk: Disk,
  root: string,
  left: ReadonlyArray<Left>,
  inbox: string
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = []
  for (const {path, file, held} of left) {
    const absolute = join(root, path)
    const isFiled = path.startsWith(`${inbox}/`) && ((await disk.lstat(absolute)).nlink ?? 1) > 1
    if (held === undefined || isFiled || (await isReplaced(disk, absolute, join(root, file), held))) {
      await disk.unlink(absolute).catch(() => {})
    } else if (!(await linkInto(disk, absolute, join(root, file)).catch(() => true))) {
      const name = await setAside(disk, absolute, join(root, file))
      const aside = `${file.slice(0, -basename(file).length)}${basename(name)}`
      diagnostics.push({id: 'kept-aside', level: 'warning', path: file, args: {aside}})
    }
  }
  return diagnostics
}

/** Whether the new file was written, and the old one has not changed since it was read. */
async function isReplaced(disk: Disk, held: string, file: string, begins: string): Promise<boolean> {
  return (await exists(disk, file)) && (await look(disk, held)).startsWith(begins)
}

/**
 * Delete temporary files that earlier versions left behind, but only if the file beside them has the same content: a
 * person may have given such a name to a copy.
 */
export async function sweepEarlier(disk: Disk, root: string, folders: ReadonlyArray<string>): Promise<void> {
  for (const path of await namesIn(root, folders, '*.{1,2,3,4,5,6,7,8,9}*')) {
    const [, file] = EARLIER.exec(path) ?? []
    if (file === undefined) continue
    const [leftover, whole] = await Promise.all(
      [path, file].map((name) => readRegular(disk, join(root, name)).catch(() => undefined))
    )
    if (leftover && whole && Buffer.compare(whole.subarray(0, leftover.length), leftover) === 0) {
      await disk.unlink(join(root, path)).catch(() => {})
    }
  }
}

async function namesIn(root: string, folders: ReadonlyArray<string>, name: string): Promise<string[]> {
  const patterns = [...new Set(folders)].map((folder) =>
    folder === '' ? `**/${name}` : `${folder}/**/${name}`
  )
  return (await glob(patterns, {cwd: root, dot: true, ignore: IGNORED, followSymbolicLinks: false})).sort()
}

async function exists(disk: Disk, absolute: string): Promise<boolean> {
  return (await disk.lstat(absolute).catch(() => undefined)) !== undefined
}
