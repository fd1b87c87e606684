import {createReadStream} from 'node:fs'
import {open} from 'node:fs/promises'
import type {OpenFile} from '@passerelle/xliff'
import {isZip} from './archive.ts'
import type {InParts} from './in-parts.ts'

/** How many bytes are read at once. */
const PIECE = 16 * 1024

/** Opens a file of any size in pieces; each call reads it from the start. */
export function openFile(absolute: string): OpenFile {
  return () => createReadStream(absolute, {highWaterMark: PIECE}) as AsyncIterable<Uint8Array>
}

/** Whether a file is a zip, by its first bytes. */
export async function isZipFile(absolute: string): Promise<boolean> {
  const file = await open(absolute)
  try {
    const {buffer} = await file.read(new Uint8Array(4), 0, 4)
    return isZip(buffer)
  } finally {
    await file.close()
  }
}

/** Whether a file holds exactly a text; neither is in memory as a whole. */
export async function holdsText(absolute: string, {parts}: InParts): Promise<boolean> {
  const file = await open(absolute)
  try {
    let room = Buffer.alloc(1)
    for (const part of parts()) {
      const expected = Buffer.from(part)
      if (room.length < expected.length) room = Buffer.alloc(expected.length * 2)
      const {bytesRead} = await file.read(room, 0, expected.length)
      if (!room.subarray(0, bytesRead).equals(expected)) return false
    }
    return (await file.read(room, 0, 1)).bytesRead === 0
  } finally {
    await file.close()
  }
}
