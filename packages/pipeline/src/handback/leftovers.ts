import type {Unit} from '@passerelle/model'
import type {PackedUnits} from '../work/packed-units.ts'

/** Units without a block today, while a hand-back is taken: those of the record, and what finds no place in it. */
export interface Leftovers {
  /** Change a unit, or make it; whether anything is other than before. */
  readonly change: (id: string, change: (known: Unit | undefined) => Unit) => boolean
  /** Put what is news where it does not fill the memory, if there is such a place. */
  readonly flush: () => void
  /** All that were not put there. */
  readonly list: () => ReadonlyArray<Unit>
}

/**
 * @param removed
 *   Those of the record.
 * @param aside
 *   Where those that are news go.
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
