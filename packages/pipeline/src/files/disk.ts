import {createHash} from 'node:crypto'
import * as fs from 'node:fs/promises'
import {constants} from 'node:fs'

/** The operations on files that Passerelle uses; tests replace them by a disk that fails. */
export type Disk = Pick<
  typeof fs,
  | 'copyFile'
  | 'link'
  | 'lstat'
  | 'mkdir'
  | 'open'
  | 'readdir'
  | 'readFile'
  | 'realpath'
  | 'rename'
  | 'stat'
  | 'unlink'
>

export const realDisk: Disk = fs

/** What a file held: SHA-256 of its bytes as hexadecimal digits, or {@link NOTHING}. */
export type Seen = string

/** The {@link Seen} of a file that does not exist. */
export const NOTHING: Seen = 'nothing'

/** Code of the error for a device, a pipe, a socket or a folder. */
export const NO_FILE = 'NO-REGULAR-FILE'

/** How many bytes are read at once. */
const PIECE = 256 * 1024

/**
 * Open a file to read it; does not wait on a pipe.
 *
 * @throws
 *   The system's error, or an error with the code {@link NO_FILE}.
 */
export async function openRegular(disk: Disk, absolute: string): Promise<fs.FileHandle> {
  const file = await disk.open(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    if ((await file.stat()).isFile()) return file
    throw Object.assign(new Error('no regular file'), {code: NO_FILE})
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Bytes of a regular file. */
export async function readRegular(disk: Disk, absolute: string): Promise<Uint8Array> {
  const file = await openRegular(disk, absolute)
  try {
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** What a regular file holds now; {@link NOTHING} if it does not exist. */
export async function look(disk: Disk, absolute: string): Promise<Seen> {
  try {
    const file = await openRegular(disk, absolute)
    try {
      const hash = createHash('sha256')
      const room = Buffer.alloc(PIECE)
      for (;;) {
        const {bytesRead} = await file.read(room, 0, PIECE)
        if (bytesRead === 0) return hash.digest('hex')
        hash.update(room.subarray(0, bytesRead))
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isAbsent(error)) return NOTHING
    throw error
  }
}

/** The {@link Seen} of a file with these bytes. */
export function seenOf(bytes: Uint8Array): Seen {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Code of an error of the system or of Node, such as `ENOENT`; undefined for other errors. */
export function codeOf(error: unknown): string | undefined {
  return (error as {code?: string} | undefined)?.code
}

/** Whether an error says that the file does not exist. */
export function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')
}
