import {deflateSync, inflateSync} from 'fflate'
import type {Unit} from '@passerelle/model'

/** Units that are kept but not looked at, in little room: a tenth of what they take in a file. */
export interface PackedUnits {
  /** Take a unit out, or undefined where there is none with its id. */
  readonly take: (id: string) => Unit | undefined
  /** Put units in that are not there yet. */
  readonly put: (units: ReadonlyArray<Unit>) => void
  /** All, in the order in which they came, some at a time. */
  readonly parts: () => Iterable<ReadonlyArray<Unit>>
  readonly size: number
  /** Whether a unit has had a limit of length. */
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
  let next = 0
  let isLimited = false
  const decoder = new TextDecoder()
  let room = new Uint8Array(0)
  const open = (pack: number): Unit[] => {
    const {bytes, length} = packs.get(pack)!
    if (room.length < length) room = new Uint8Array(length * 2)
    return JSON.parse(decoder.decode(inflateSync(bytes, {out: room.subarray(0, length)}))) as Unit[]
  }
  const close = (pack: number, units: ReadonlyArray<Unit>): void => {
    // A copy in memory of its own: what comes out lies in a larger buffer.
    const json = Buffer.from(JSON.stringify(units))
    packs.set(pack, {bytes: deflateSync(json, SMALL).slice(), length: json.length})
    for (const {id} of units) packOf.set(id, pack)
  }
  return {
    take(id) {
      const pack = packOf.get(id)
      if (pack === undefined) return undefined
      const units = open(pack)
      packOf.delete(id)
      close(
        pack,
        units.filter((unit) => unit.id !== id)
      )
      return units.find((unit) => unit.id === id)
    },
    put(units) {
      if (units.length === 0) return
      isLimited ||= units.some(({maxLength}) => maxLength !== undefined)
      close(next++, units)
    },
    *parts() {
      for (const pack of packs.keys()) yield open(pack)
    },
    get size() {
      return packOf.size
    },
    get isLimited() {
      return isLimited
    }
  }
}
