import {type Diagnostic, placed, type Place, type Problem} from '@passerelle/model'

/** What is wrong with a file, before line and column are looked up. */
export type Fault = Problem & {
  /** Undefined for faults of the whole file. */
  readonly offset?: number
}

/** How many faults of one file are kept: more help nobody, and a hostile file would fill the memory. */
export const MOST_FAULTS = 10_000

/** How many characters of an argument are kept. */
const LONGEST = 500

/** Faults of a file. They are copies, so that the text of the file can go. */
export interface Faults {
  add(fault: Fault): void
  /** Forget what was found. */
  clear(): void
  /** All in the order of the file; the last says how many more there are. */
  list(): Fault[]
}

export function createFaults(): Faults {
  let faults: Fault[] = []
  let more = 0
  return {
    add(fault) {
      if (faults.length < MOST_FAULTS) faults.push({...fault, args: ownArgs(fault.args)} as Fault)
      else more++
    },
    clear() {
      faults = []
      more = 0
    },
    list() {
      const sorted = faults.toSorted((a, b) => (a.offset ?? -1) - (b.offset ?? -1))
      if (more > 0) sorted.push({id: 'xliff-more-faults', level: 'error', args: {shown: MOST_FAULTS, more}})
      return sorted
    }
  }
}

/** Copies of values, long ones shortened, so that they do not keep the file's text in memory. */
export function ownArgs<Args extends object>(args: Args): Args {
  return JSON.parse(
    JSON.stringify(args, (_, value: unknown) =>
      typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
    )
  ) as Args
}

/** The diagnostic for a fault. */
export function diagnosticOf({id, level, args}: Fault, path: string, place: Place | undefined): Diagnostic {
  return placed({id, level, args} as Problem, {path, ...(place && {line: place.line, column: place.column})})
}
