import {deflateRawSync, inflateRawSync} from 'node:zlib'
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

/** A pack is short: the usual window is 256 KB that are asked for and given back each time, and leave holes. */
const SMALL = {level: 1, memLevel: 6, windowBits: 13}

export function createPackedUnits(): PackedUnits {
  const packs = new Map<number, Uint8Array>()
  const packOf = new Map<string, number>()
  let next = 0
  let isLimited = false
  const open = (pack: number): Unit[] => JSON.parse(inflateRawSync(packs.get(pack)!).toString()) as Unit[]
  const close = (pack: number, units: ReadonlyArray<Unit>): void => {
    // A copy in memory of its own: what comes out lies in a larger buffer, and `Buffer.from` shares one with whatever
    // else was made of a text lately.
    packs.set(pack, new Uint8Array(deflateRawSync(JSON.stringify(units), SMALL)))
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
