import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

const BIN = join(import.meta.dirname, '../src/bin.ts')

/** Says on a stream of its own, when a process ends, what memory it took at most. */
const REPORTER = `data:text/javascript,${encodeURIComponent(
  "import {writeSync} from 'node:fs'; process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))"
)}`

/** Run the command in a process of its own, and measure its peak memory, in MB. */
export function measured(
  args: ReadonlyArray<string>,
  cwd?: string
): {readonly status: number | null; readonly stdout: string; readonly stderr: string; readonly peak: number} {
  const {status, stdout, stderr, output} = spawnSync(
    process.execPath,
    ['--import', REPORTER, BIN, ...args, '--no-progress'],
    {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe']}
  )
  return {status, stdout, stderr, peak: Number(output[3]) / 1024}
}
