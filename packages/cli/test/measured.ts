import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

const BIN = join(import.meta.dirname, '../src/bin.ts')

/** Says on a stream of its own, when a process ends, what it took. */
const REPORTER = `data:text/javascript,${encodeURIComponent(
  "import {writeSync} from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())))"
)}`

/** What became of a run of the command. */
export interface Measured {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** Peak memory, in MB. */
  readonly peak: number
  /** CPU time, in seconds. */
  readonly cpu: number
}

/** Run the command in a process of its own, and measure what it takes. */
export function measured(args: ReadonlyArray<string>, cwd?: string): Measured {
  const {status, stdout, stderr, output} = spawnSync(
    process.execPath,
    ['--import', REPORTER, BIN, ...args, '--no-progress'],
    {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'], maxBuffer: 1 << 28}
  )
  const usage = JSON.parse(output[3] ?? '{}') as NodeJS.ResourceUsage
  const cpu = (usage.userCPUTime + usage.systemCPUTime) / 1e6
  return {status, stdout, stderr, peak: usage.maxRSS / 1024, cpu}
}
