import * as pipeline from '@passerelle/pipeline'
import {main} from '../../packages/cli/src/main.ts'
import {parse} from '../../packages/cli/src/grammar/parse.ts'
import type {Folder} from './folder.ts'

/** What a run reported: a diagnostic, or a problem of usage. */
export interface Told {
  readonly id: string
  readonly args: Readonly<Record<string, string | number>>
  readonly path?: string
}

export interface Outcome {
  readonly code: number
  readonly told: ReadonlyArray<Told>
  readonly output: string
}

/** Words of a command line, as a shell takes them. */
export function wordsIn(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!)
}

/** Run a command line in a project, as a program reads it. */
export async function tell(folder: Folder, words: ReadonlyArray<string>): Promise<Outcome> {
  const {request} = parse(words)
  const problems: Told[] = request.kind === 'problem' ? [request.problem] : []
  /** Caught by the command line, which asks what a problem is an instance of. */
  class Noted extends pipeline.UsageError {
    static override [Symbol.hasInstance](error: unknown): boolean {
      if (!(error instanceof pipeline.UsageError)) return false
      problems.push(error)
      return true
    }
  }
  let out = ''
  let output = ''
  const code = await main(['--cwd', folder.root, ...words, '--json'], {
    stdout: {write: (text) => (out += text)},
    stderr: {write: (text) => (output += text)},
    env: {LANG: 'en_GB.UTF-8', CI: 'true'},
    cwd: folder.root,
    pipeline: {...pipeline, UsageError: Noted}
  })
  const report = /^\s*\{/.test(out) ? (JSON.parse(out) as {diagnostics?: Told[]}) : {}
  return {code, told: [...problems, ...(report.diagnostics ?? [])], output: out + output}
}

/** What a command line prints for people in a language, on both streams, white space as it comes. */
export async function print(folder: Folder, words: ReadonlyArray<string>, language: string): Promise<string> {
  let output = ''
  const stream = {write: (text: string) => (output += text)}
  const env = {LANG: 'en_GB.UTF-8', CI: 'true'}
  const argv = ['--cwd', folder.root, '--lang', language, ...words]
  await main(argv, {stdout: stream, stderr: stream, env, cwd: folder.root})
  return output
}
