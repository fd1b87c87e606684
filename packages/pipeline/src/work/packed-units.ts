import {deflateSync, inflateSync} from 'fflate'
import type {Unit} from '@passerelle/model'

/** Units that are kept but rarely read, compressed to a tenth of their size in a file. */
export interface PackedUnits {
  readonly find: (id: string) => Unit | undefined
  /** Add units: each replaces the unit with its id, or goes to the end. */
  readonly put: (units: ReadonlyArray<Unit>) => void
  readonly drop: (ids: Iterable<string>) => void
  /** All units in their order, some at a time. */
  readonly parts: () => Iterable<ReadonlyArray<Unit>>
  readonly size: number
  /** Whether a unit has a limit of length. */
  readonly isLimited: boolean
}

/**
 * For many short packs: a small window, and little effort.
 *
 * Not `node:zlib`: what it allocates for each pack is in V8's old generation when it is freed, and waits for a major
 * collection.
 */
const SMALL = {level: 1, mem: 4} as const

interface Pack {
  readonly bytes: Uint8Array
  /** Number of bytes when unpacked. */
  readonly length: number
}

/** Packs, and an index of their units. */
interface PackState {
  /** By number, in their order. */
  readonly packs: Map<number, Pack>
  /** Number of the pack of each unit. */
  readonly packOf: Map<string, number>
  /** Units with a limit of length. */
  readonly limited: Set<string>
  /** The number of the next pack. */
  next: number
  /** Buffer for unpacking; it grows to twice the largest pack. */
  room: Uint8Array
  /** The last pack that was unpacked, because the next unit looked for is often in it, too. */
  opened: {readonly pack: number; readonly units: ReadonlyArray<Unit>} | undefined
}

const decoder = new TextDecoder()

export function createPackedUnits(): PackedUnits {
  const state: PackState = {
    packs: new Map(),
    packOf: new Map(),
    limited: new Set(),
    next: 0,
    room: new Uint8Array(0),
    opened: undefined
  }
  const {packs, packOf, limited} = state
  return {
    find: (id) => findPacked(state, id),
    put: (units) => putPacked(state, units),
    drop: (ids) => dropPacked(state, ids),
    *parts() {
      for (const pack of packs.keys()) yield openPack(state, pack)
    },
    get size() {
      return packOf.size
    },
    get isLimited() {
      return limited.size > 0
    }
  }
}

function openPack(state: PackState, pack: number): Unit[] {
  const {bytes, length} = state.packs.get(pack)!
  if (state.room.length < length) state.room = new Uint8Array(length * 2)
  return JSON.parse(decoder.decode(inflateSync(bytes, {out: state.room.subarray(0, length)}))) as Unit[]
}

/** Replace the units in a pack. */
function closePack(state: PackState, pack: number, units: ReadonlyArray<Unit>): void {
  if (state.opened?.pack === pack) state.opened = undefined
  if (units.length === 0) {
    state.packs.delete(pack)
    return
  }
  // A copy, because the result is part of a larger buffer.
  const json = Buffer.from(JSON.stringify(units))
  state.packs.set(pack, {bytes: deflateSync(json, SMALL).slice(), length: json.length})
}

function findPacked(state: PackState, id: string): Unit | undefined {
  const pack = state.packOf.get(id)
  if (pack === undefined) return undefined
  if (state.opened?.pack !== pack) state.opened = {pack, units: openPack(state, pack)}
  return state.opened.units.find((unit) => unit.id === id)
}

function putPacked(state: PackState, units: ReadonlyArray<Unit>): void {
  const fresh = state.next
  for (const [pack, group] of Map.groupBy(units, ({id}) => state.packOf.get(id) ?? fresh)) {
    const news = new Map(group.map((unit) => [unit.id, unit]))
    if (pack === fresh) state.next++
    const now =
      pack === fresh ? [...news.values()] : openPack(state, pack).map((unit) => news.get(unit.id) ?? unit)
    closePack(state, pack, now)
    indexUnits(state, pack, [...news.values()])
  }
}

function dropPacked(state: PackState, ids: Iterable<string>): void {
  const gone = [...ids].filter((id) => state.packOf.has(id))
  for (const [pack, group] of Map.groupBy(gone, (id) => state.packOf.get(id)!)) {
    const dropped = new Set(group)
    const rest = openPack(state, pack).filter(({id}) => !dropped.has(id))
    closePack(state, pack, rest)
    for (const id of group) forgetUnit(state, id)
  }
}

function indexUnits(state: PackState, pack: number, units: ReadonlyArray<Unit>): void {
  for (const {id, maxLength} of detached(units)) {
    forgetUnit(state, id)
    state.packOf.set(id, pack)
    if (maxLength !== undefined) state.limited.add(id)
  }
}

function forgetUnit({packOf, limited}: PackState, id: string): void {
  packOf.delete(id)
  limited.delete(id)
}

/** Ids and limits of units, copied, so that they do not keep the text of the file in memory. */
function detached(units: ReadonlyArray<Unit>): Pick<Unit, 'id' | 'maxLength'>[] {
  const noted = units.map(({id, maxLength}) => ({id, maxLength}))
  return JSON.parse(JSON.stringify(noted)) as Pick<Unit, 'id' | 'maxLength'>[]
}
