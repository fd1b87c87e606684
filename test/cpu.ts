/**
 * CPU time of some work, in milliseconds, the least of some runs.
 *
 * Machines differ, and other load makes any time longer: so no test holds a time against a number of seconds, but against
 * the time of other work in the same run.
 */
export function cpuOf(work: () => unknown, runs = 1): number {
  let least = Infinity
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage()
    work()
    const {user, system} = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
