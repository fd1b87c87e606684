import {cpuOf} from '../../../test/cpu.ts'

/** Growth that tells linear from quadratic, whatever else the machine does: three times the eight that linear would be. */
export const LINEAR = 24

/**
 * How much more CPU time work on eight times as much takes, by two sizes in one run.
 *
 * @param workOn
 *   Prepares work on so many, and gives back what is measured.
 */
export function growthOf(workOn: (count: number) => () => unknown, few: number): number {
  const [some, all] = [few, few * 8].map((count) => cpuOf(workOn(count)))
  // What takes a few milliseconds says nothing of growth.
  return all! / Math.max(some!, 50)
}
