#!/usr/bin/env node
import {main} from './main.ts'

const INTERRUPTED = 130

// A reader that closes early (`passerelle status | head`) is no reason to leave work half done.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

// The first Ctrl-C lets the work end in a valid state; the second does not wait.
const interruption = new AbortController()
process.on('SIGINT', () => {
  if (interruption.signal.aborted) process.exit(INTERRUPTED)
  interruption.abort()
})

process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  signal: interruption.signal
})
