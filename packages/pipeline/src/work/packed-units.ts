import {deflateSync, inflateSync} from 'fflate'
import type {Unit} from '@passerelle/model'

/** Units that are kept but hardly looked at, in little room: a tenth of what they take in a file. */
export interface PackedUnits {
  readonly find: (id: string) => Unit | undefined
  /** Put units in: in the place of those with their ids, the others behind all. */
  readonly put: (units: ReadonlyArray<Unit>) => void
  readonly drop: (ids: Iterable<string>) => void
  /** All, in their order, some at a time. */
  readonly parts: () => Iterable<ReadonlyArray<Unit>>
  /** How each was built, where it was. */
  readonly prints: () => Iterable<string>
  readonly size: number
  /** Whether a unit has a limit of length. */
  readonly isLimited: boolean
}

/**
 * A pack is short, and one of very many: little room to look back in, and little effort.
 *
 * Not by `node:zlib`: what that makes for each pack is old when it is let go, and waits for the great collection.
 */
const SMALL = {level: 1, mem: 4} as const

interface Pack {
  readonly bytes: Uint8Array
  /** Bytes of what is in it. */
  readonly length: number
}

export function createPackedUnits(): PackedUnits {
  const packs = new Map<number, Pack>()
  const packOf = new Map<string, number>()
  const prints = new Map<string, string>()
  const limited = new Set<string>()
  let next = 0
  const decoder = new TextDecoder()
  let room = new Uint8Array(0)
  const open = (pack: number): Unit[] => {
    const {bytes, length} = packs.get(pack)!
    if (room.length < length) room = new Uint8Array(length * 2)
    return JSON.parse(decoder.decode(inflateSync(bytes, {out: room.subarray(0, length)}))) as Unit[]
  }
  /** What was opened last: who looks for many units looks for neighbours. */
  let opened: {readonly pack: number; readonly units: ReadonlyArray<Unit>} | undefined
  const close = (pack: number, units: ReadonlyArray<Unit>): void => {
    if (opened?.pack === pack) opened = undefined
    if (units.length === 0) {
      packs.delete(pack)
      return
    }
    // A copy in memory of its own: what comes out lies in a larger buffer.
    const json = Buffer.from(JSON.stringify(units))
    packs.set(pack, {bytes: deflateSync(json, SMALL).slice(), length: json.length})
  }
  const forget = (id: string): void => {
    packOf.delete(id)
    prints.delete(id)
    limited.delete(id)
  }
  const note = (pack: number, units: ReadonlyArray<Unit>): void => {
    for (const {id, built, maxLength} of detached(units)) {
      forget(id)
      packOf.set(id, pack)
      if (built !== undefined) prints.set(id, built)
      if (maxLength !== undefined) limited.add(id)
    }
  }
  return {
    find(id) {
      const pack = packOf.get(id)
      if (pack === undefined) return undefined
      if (opened?.pack !== pack) opened = {pack, units: open(pack)}
      return opened.units.find((unit) => unit.id === id)
    },
    put(units) {
      const fresh = next
      for (const [pack, group] of Map.groupBy(units, ({id}) => packOf.get(id) ?? fresh)) {
        const news = new Map(group.map((unit) => [unit.id, unit]))
        if (pack === fresh) next++
        close(pack, pack === fresh ? [...news.values()] : open(pack).map((unit) => news.get(unit.id) ?? unit))
        note(pack, [...news.values()])
      }
    },
    drop(ids) {
      const gone = [...ids].filter((id) => packOf.has(id))
      for (const [pack, group] of Map.groupBy(gone, (id) => packOf.get(id)!)) {
        const dropped = new Set(group)
        close(
          pack,
          open(pack).filter(({id}) => !dropped.has(id))
        )
        for (const id of group) forget(id)
      }
    },
    *parts() {
      for (const pack of packs.keys()) yield open(pack)
    },
    prints: () => prints.values(),
    get size() {
      return packOf.size
    },
    get isLimited() {
      return limited.size > 0
    }
  }
}

/** What is noted of units, without the text of the file that they may keep in memory. */
function detached(units: ReadonlyArray<Unit>): Pick<Unit, 'id' | 'built' | 'maxLength'>[] {
  return JSON.parse(JSON.stringify(units.map(({id, built, maxLength}) => ({id, built, maxLength})))) as Pick<
    Unit,
    'id' | 'built' | 'maxLength'
  >[]
}
