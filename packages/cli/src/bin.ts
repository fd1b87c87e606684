#!/usr/bin/env node
import {EXIT} from './commands/exit.ts'
import {main} from './main.ts'
import {keepYoungGenerationSmall} from './young-generation.ts'

keepYoungGenerationSmall()

// A reader that closes early (`passerelle status | head`) is no reason to leave work half done. Nor is a full disk that what
// we say goes to, but then it was not said, and that must not look like success.
let unsaid: NodeJS.ErrnoException | undefined
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || unsaid) return
    unsaid = error
    process.exitCode = Math.max(EXIT.errors, Number(process.exitCode ?? EXIT.done))
    if (stream === process.stdout) process.stderr.write(`passerelle: ${error.message}\n`)
  })
}

// The first Ctrl-C lets the work end in a valid state; the second does not wait.
const interruption = new AbortController()
process.on('SIGINT', () => {
  if (interruption.signal.aborted) process.exit(EXIT.interrupted)
  interruption.abort()
})

// A bug that even `main` could not tell of ends as a bug too.
process.on('uncaughtException', (error) => {
  console.error(error)
  process.exit(EXIT.bug)
})

const code = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  signal: interruption.signal
})

process.exitCode = unsaid ? Math.max(EXIT.errors, code) : code
