import {type Bitext, type Diagnostic, signature, type Unit} from '@passerelle/model'
import {type OpenFile, read, readStream} from '@passerelle/xliff'
import {bringTogether} from './both-sides.ts'
import type {Direction} from '../project/direction.ts'
import {conflictLine, sidesOf} from '../files/conflict.ts'
import {createPackedUnits, type PackedUnits} from './packed-units.ts'
import type {Workspace} from '../files/workspace.ts'
import {UNREADABLE} from '../files/workspace-state.ts'

/** A record with more bytes than this is not read as a whole. */
const LARGE = 8 * 1024 * 1024

/** A record as it was read. */
export interface FoundRecord {
  /** If `aside` is there, its removed units are only those that today's source may need. */
  readonly bitext: Bitext
  /** All removed units, if the record is large. */
  readonly aside?: PackedUnits
}

/**
 * Read the record of a document; undefined if there is none. What cannot be read is reported.
 *
 * @param today
 *   Units of today's source.
 * @param options
 *   `isQuiet`: do not report what cannot be read, because whoever reads the record for its own document does.
 */
export async function readRecord(
  workspace: Workspace,
  {bilingualPath: path}: Pick<Direction, 'bilingualPath'>,
  today: ReadonlyArray<Unit>,
  {isQuiet} = {isQuiet: false}
): Promise<FoundRecord | undefined | 'unreadable'> {
  const tell = isQuiet ? () => {} : workspace.report
  const file = await workspace.open(path)
  if (!file) return undefined
  if (file === UNREADABLE) return 'unreadable'
  const isLarge = file.size > LARGE
  const bytes = isLarge ? undefined : await workspace.read(path)
  if (!isLarge && !bytes) return 'unreadable'
  const isConflict = bytes ? holdsMark(bytes) : await hasMark(file.pieces)
  const whole = isConflict ? (bytes ?? (await workspace.read(path))) : undefined
  const {records, diagnostics} = whole
    ? readConflict(whole, path)
    : bytes
      ? readWhole(bytes, path)
      : await readInParts(file.pieces, path, today)
  const errors = diagnostics.filter(({level}) => level === 'error')
  const [record] = records
  if (records.length === 1 && record && (whole || errors.length === 0)) {
    tell(...errors)
    return record
  }
  const newer = errors.filter(({id}) => id === 'record-newer')
  tell(...(newer.length > 0 ? newer : whole ? errors : [damaged(path, errors[0])]))
  return 'unreadable'
}

/** One diagnostic for a damaged record, at its first error: people do not need the details. */
function damaged(path: string, first: Diagnostic | undefined): Diagnostic {
  const {line, column} = first ?? {}
  const place = line === undefined ? {} : {line, ...(column !== undefined && {column})}
  return {id: 'record-damaged', level: 'error', path, ...place, args: {}}
}

/** A conflict mark. XML hardly ever has it, so it is searched first; then whether it begins a line is looked at. */
const MARK = Buffer.from('<<<<<<<')

function holdsMark(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(MARK)
}

async function hasMark(pieces: OpenFile): Promise<boolean> {
  let end: Uint8Array = new Uint8Array()
  for await (const piece of pieces()) {
    const joined = Buffer.concat([end, piece])
    if (joined.includes(MARK)) return true
    end = joined.subarray(-MARK.length)
  }
  return false
}

/** Read a record that git could not merge, bringing both versions together. */
function readConflict(bytes: Uint8Array, path: string): Found {
  const text = new TextDecoder().decode(bytes)
  const line = conflictLine(text)
  if (line === undefined) return readWhole(bytes, path)
  const sides = sidesOf(text)?.map((side) => readWhole(Buffer.from(side), path))
  const [ours, theirs] = (sides ?? []).flatMap(({records, diagnostics}) =>
    records.length === 1 && !diagnostics.some(({level}) => level === 'error') ? [records[0]!.bitext] : []
  )
  const place = {level: 'error', path, line, column: 1} as const
  if (!ours || !theirs) return {records: [], diagnostics: [{...place, id: 'conflict-markers', args: {}}]}
  const {bitext, disputed} = bringTogether(ours, theirs)
  return {records: [{bitext}], diagnostics: [{...place, id: 'record-conflict', args: {count: disputed}}]}
}

interface Found {
  readonly records: ReadonlyArray<FoundRecord>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

function readWhole(bytes: Uint8Array, path: string): Found {
  const {files, diagnostics} = read(bytes, path)
  return {records: files, diagnostics}
}

/** Read a record in parts, so that neither its text nor all of its removed units are in memory. */
async function readInParts(pieces: OpenFile, path: string, today: ReadonlyArray<Unit>): Promise<Found> {
  const records: (FoundRecord & {readonly bitext: {units: Unit[]; removed: Unit[]}; aside: PackedUnits})[] =
    []
  const isWanted = wantedBy(today)
  const take = ({file, bitext}: {file: number; bitext: Bitext}): void => {
    const record = (records[file] ??= {
      bitext: {...bitext, units: [], removed: []},
      aside: createPackedUnits()
    })
    record.bitext.units.push(...bitext.units)
    record.bitext.removed.push(...bitext.removed.filter(isWanted))
    record.aside.put(bitext.removed)
  }
  const keep = (unit: Unit, {removed}: {readonly removed: boolean}): boolean => !removed || isWanted(unit)
  const diagnostics = await readStream(pieces, path, take, {keep})
  for (const {bitext, aside} of records) {
    const known = new Set(bitext.removed.map(({id}) => id))
    for (const {id} of [...bitext.units, ...today]) {
      const unit = known.has(id) ? undefined : aside.find(id)
      if (unit) bitext.removed.push(unit)
      known.add(id)
    }
  }
  return {records, diagnostics}
}

/** Tells whether a unit has a translation of a sentence of today, which may have moved from it. */
function wantedBy(today: ReadonlyArray<Unit>): (unit: Unit) => boolean {
  let sources: Set<string> | undefined
  return ({pairs}) => {
    sources ??= new Set(today.flatMap((unit) => unit.pairs.map(({source}) => signature(source))))
    return pairs.some(({source, target}) => target && sources!.has(signature(source)))
  }
}

/**
 * The units that are still kept aside after a record was carried to today's source; undefined if none were.
 *
 * @param removed
 *   Units without a block today, of those that were not kept aside.
 */
export function stillAside(
  {bitext, aside}: FoundRecord,
  removed: ReadonlyArray<Unit>
): PackedUnits | undefined {
  const before = new Map(bitext.removed.map((unit) => [unit.id, unit]))
  const now = new Set(removed)
  aside?.drop([...before.values()].filter((unit) => !now.has(unit)).map(({id}) => id))
  aside?.put(removed.filter((unit) => before.get(unit.id) !== unit))
  return aside
}
