import {createReadStream} from 'node:fs'
import {open} from 'node:fs/promises'
import type {OpenFile} from '@passerelle/xliff'
import {isZip} from './archive.ts'

/** Bytes of a file that are read at once. */
const PIECE = 16 * 1024

/** A file as pieces, however large; each call reads it anew. */
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
