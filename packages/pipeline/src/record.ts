import type {Bitext, Diagnostic, Unit} from '@passerelle/model'
import {type OpenFile, read, readStream} from '@passerelle/xliff'
import type {Direction} from './direction.ts'
import type {Workspace} from './workspace.ts'

/** Bytes above which a record is not read as a whole. */
const LARGE = 8 * 1024 * 1024

/** What is read of a record at once. */
const PIECE = 64 * 1024

/** The record of a document, or undefined where there is none; what cannot be read is reported. */
export async function readRecord(
  workspace: Workspace,
  {bilingualPath: path}: Direction
): Promise<Bitext | undefined | 'unreadable'> {
  const bytes = await workspace.read(path)
  if (!bytes) return undefined
  const {bitexts, diagnostics} = await (bytes.length > LARGE
    ? readInParts(bytes, path)
    : readWhole(bytes, path))
  const errors = diagnostics.filter(({level}) => level === 'error')
  workspace.report(...errors)
  return errors.length > 0 || bitexts.length !== 1 ? 'unreadable' : bitexts[0]!
}

interface Found {
  readonly bitexts: ReadonlyArray<Bitext>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

function readWhole(bytes: Uint8Array, path: string): Found {
  const {files, diagnostics} = read(bytes, path)
  return {bitexts: files.map(({bitext}) => bitext), diagnostics}
}

/** Read a record without its text ever being there as a whole. */
async function readInParts(bytes: Uint8Array, path: string): Promise<Found> {
  const bitexts: (Bitext & {readonly units: Unit[]; readonly removed: Unit[]})[] = []
  const take = ({file, bitext}: {file: number; bitext: Bitext}): void => {
    const {units, removed} = (bitexts[file] ??= {...bitext, units: [], removed: []})
    units.push(...bitext.units)
    removed.push(...bitext.removed)
  }
  const diagnostics = await readStream(inPieces(bytes), path, take, {keep: 'all'})
  return {bitexts, diagnostics}
}

function inPieces(bytes: Uint8Array): OpenFile {
  return async function* () {
    for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE)
  }
}
