import {hash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Report} from '../report/report.ts'
import {scan, type Seen, type Where} from './scan.ts'

/** Where results of earlier runs are kept, and what they depend on besides files. */
export interface Cache {
  /** Absolute path. The folder is made when there is something to keep, and may be deleted at any time. */
  readonly folder: string
  /** Names the program and its version: another version gives other results. */
  readonly program: string
}

/** How many files of each kind are kept; the oldest are deleted. */
const KEPT = {result: 12, files: 50}

/** Format of what is kept. */
const FORMAT = '1'

/**
 * The result of an earlier run, if that run changed nothing and finds the same files as this one; else run.
 *
 * A result is kept only if the files are the same before and after the run, so that it belongs to exactly these bytes.
 * If anything goes wrong with the cache, the verb runs as if there were none.
 *
 * @param question
 *   What was asked, apart from the files: verb, options, configuration.
 */
export async function remembered(
  cache: Cache,
  where: Omit<Where, 'except'>,
  question: unknown,
  run: () => Promise<Report>
): Promise<Report> {
  const asked = JSON.stringify([FORMAT, cache.program, where.root, question])
  const index = join(cache.folder, `files-${digest(where.root)}`)
  const before = readIndex(index)
  const look = (known: ReadonlyArray<Seen>): Seen[] | undefined =>
    scan({...where, except: cache.folder}, known, Date.now())
  const seen = look(before)
  if (!seen) return run()
  const result = join(cache.folder, `result-${keyOf(asked, seen)}.json`)
  const known = readResult(result)
  if (known) {
    if (seen.some((one, at) => one !== before[at])) writeAll(cache.folder, [[index, printIndex(seen)]])
    return known
  }
  const report = await run()
  const after = look(seen)
  if (!after) return report
  const isIdle = report.changes.length === 0 && sameBytes(seen, after)
  writeAll(cache.folder, [
    [index, printIndex(after)],
    ...(isIdle ? [[result, JSON.stringify(report)] as const] : [])
  ])
  return report
}

function keyOf(asked: string, seen: ReadonlyArray<Seen>): string {
  return digest(`${asked}\n${seen.map(({path, bytes}) => `${path}\0${bytes}`).join('\n')}`)
}

function sameBytes(a: ReadonlyArray<Seen>, b: ReadonlyArray<Seen>): boolean {
  return a.length === b.length && a.every((one, at) => one.path === b[at]!.path && one.bytes === b[at]!.bytes)
}

function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32)
}

function printIndex(seen: ReadonlyArray<Seen>): string {
  return seen.map(({path, stat, bytes, isRacy}) => [path, stat, bytes, isRacy ? 1 : 0].join('\0')).join('\n')
}

function readIndex(path: string): Seen[] {
  const text = readText(path)
  return text === undefined || text === ''
    ? []
    : text.split('\n').map((line) => {
        const [name = '', stat = '', bytes = '', racy] = line.split('\0')
        return {path: name, stat, bytes, isRacy: racy !== '0'}
      })
}

function readResult(path: string): Report | undefined {
  const text = readText(path)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as Report
  } catch {
    return undefined
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Write each file whole or not at all. If that fails there is no cache, which does no harm. */
function writeAll(folder: string, files: ReadonlyArray<readonly [path: string, text: string]>): void {
  try {
    mkdirSync(folder, {recursive: true})
    for (const [path, text] of files) {
      const temporary = `${path}.${process.pid}`
      writeFileSync(temporary, text)
      renameSync(temporary, path)
    }
    prune(folder)
  } catch {
    // The disk is full, or nobody may write to the folder: the next run does without.
  }
}

function prune(folder: string): void {
  const names = readdirSync(folder)
  for (const [kind, most] of Object.entries(KEPT)) {
    const files = names
      .filter((name) => name.startsWith(`${kind}-`))
      .map((name) => ({path: join(folder, name), time: statSync(join(folder, name)).mtimeMs}))
      .toSorted((a, b) => b.time - a.time)
    for (const {path} of files.slice(most)) rmSync(path, {force: true})
  }
}
