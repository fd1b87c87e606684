import type {Unit} from '@passerelle/model'
import type {PackedUnits} from '../work/packed-units.ts'

/** Units without a block today, while a hand-back is taken: those of the record, and those of the hand-back. */
export interface Leftovers {
  /** Change a unit, or make it; gives whether anything changed. */
  readonly change: (id: string, change: (known: Unit | undefined) => Unit) => boolean
  /** Move new units out of memory, if there is a place for them. */
  readonly flush: () => void
  /** All units that were not moved out. */
  readonly list: () => ReadonlyArray<Unit>
}

/**
 * @param removed
 *   Removed units of the record.
 * @param aside
 *   Where new ones go.
 */
export function createLeftovers(removed: ReadonlyArray<Unit>, aside?: PackedUnits): Leftovers {
  const known = new Map(removed.map((unit) => [unit.id, unit]))
  let fresh = new Map<string, Unit>()
  return {
    change(id, change) {
      const isKnown = !aside || known.has(id)
      const before = isKnown ? known.get(id) : (fresh.get(id) ?? aside.find(id))
      const changed = change(before)
      if (changed === before) return false
      ;(isKnown ? known : fresh).set(id, changed)
      return true
    },
    flush() {
      aside?.put([...fresh.values()])
      fresh = new Map()
    },
    list: () => [...known.values()]
  }
}
