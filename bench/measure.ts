/** What a piece of work took. */
export interface Cost {
  /** CPU time of the whole process, user and system, in seconds: the least of the runs. */
  readonly cpu: number
  readonly wall: number
}

/** Run some work several times and keep the cheapest run, which other load disturbs least. */
export async function measure(runs: number, work: () => unknown): Promise<Cost> {
  let best: Cost = {cpu: Infinity, wall: Infinity}
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage()
    const start = performance.now()
    await work()
    const {user, system} = process.cpuUsage(before)
    const cost = {cpu: (user + system) / 1e6, wall: (performance.now() - start) / 1e3}
    if (cost.cpu < best.cpu) best = cost
  }
  return best
}

/** Work on one thing after another, keeping nothing. */
export function each<T>(things: ReadonlyArray<T>, work: (thing: T) => unknown): () => void {
  return () => {
    for (const thing of things) work(thing)
  }
}

/** Peak resident memory of this process so far, in MB. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024
}

export function row(cells: ReadonlyArray<string | number>, widths: ReadonlyArray<number>): string {
  return cells
    .map((cell, index) => {
      const text = typeof cell === 'number' ? cell.toFixed(cell < 10 ? 2 : 0) : cell
      return index === 0 ? text.padEnd(widths[index]!) : text.padStart(widths[index]!)
    })
    .join('  ')
}
