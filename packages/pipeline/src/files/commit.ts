import {resolve} from 'node:path'
import PQueue from 'p-queue'
import type {Diagnostic} from '@passerelle/model'
import type {InParts} from './in-parts.ts'
import type {FileChange} from '../report/report.ts'
import {codeOf, type Disk, look, NO_FILE, NOTHING, type Seen} from './disk.ts'
import {discard, moveTo, replace, type Swapped} from './swap.ts'

/** One change that is to be made to a file. */
export interface Pending {
  readonly change: FileChange
  readonly bytes?: Uint8Array | InParts
  /** Files that must be written as planned before this change is made. */
  readonly after: ReadonlyArray<string>
  /** What the file holds while the files of `after` are written. */
  readonly ahead?: Uint8Array | InParts
  /** A name for the file that stands there now, if that must not be lost. */
  readonly aside?: string
}

/** What a commit needs. */
export interface Commitment {
  readonly disk: Disk
  readonly root: string
  readonly concurrency: number
  /** What each file held when the change was decided, by path. */
  readonly seen: ReadonlyMap<string, Seen>
  /** Whether this run still holds the lock. */
  readonly mayWrite: () => Promise<boolean>
  readonly onDone: (path: string) => void
}

/** What became of one change. */
export type Done =
  | {readonly pending: Pending; readonly change: FileChange; readonly moved?: FileChange}
  | {readonly pending: Pending; readonly problem: Diagnostic}

/**
 * The order of changes. A record is written before its localized document, and says both what that was and what it will
 * be; and again after it. So if a run is killed in between, the next run recognises the document. Deleting and moving
 * come last.
 */
const STAGES: ReadonlyArray<(change: FileChange) => boolean> = [
  ({kind}) => kind === 'config',
  ({kind}) => kind === 'folder',
  ({kind}) => kind === 'edited',
  ({kind, change}) => kind === 'document' && !isTakenAway(change),
  ({kind, change}) => kind === 'bilingual' && !isTakenAway(change),
  ({change}) => !isTakenAway(change),
  () => true
]

function isTakenAway(change: FileChange['change']): boolean {
  return change === 'removed' || change === 'moved'
}

/** Make all changes. A change that fails is reported, and so is each change that depends on it. */
export async function commitAll(jobs: Iterable<Pending>, commitment: Commitment): Promise<Done[]> {
  const {concurrency, mayWrite, onDone} = commitment
  const done: Done[] = []
  const state = beginCommit(commitment)
  let waiting = [...jobs]
  const isAhead = waiting.filter(({ahead}) => ahead)
  await inQueue(concurrency, isAhead, async (job) => {
    if (await mayWrite()) await performAhead(state, job)
  })
  for (const stage of STAGES) {
    let todo = waiting.filter(({change}) => stage(change))
    waiting = waiting.filter((job) => !todo.includes(job))
    while (todo.length > 0) {
      const paths = new Set(todo.map(({change}) => change.path))
      const free = todo.filter(
        ({after, change}) => !after.some((path) => path !== change.path && paths.has(path))
      )
      // Two changes that wait for each other are a mistake of ours, and must not stop everything.
      const now = free.length > 0 ? free : todo
      const isNow = new Set(now)
      todo = todo.filter((job) => !isNow.has(job))
      await inQueue(concurrency, now, async (job) => {
        const result = (await mayWrite()) ? await perform(state, job) : {pending: job, problem: LOST}
        done.push(result)
        onDone(job.change.path)
      })
    }
  }
  return done
}

function inQueue(
  concurrency: number,
  jobs: ReadonlyArray<Pending>,
  work: (job: Pending) => Promise<void>
): Promise<void[]> {
  const queue = new PQueue({concurrency})
  return queue.addAll(jobs.map((job) => () => work(job)))
}

const LOST: Diagnostic = {id: 'lock-lost', level: 'error', path: '.passerelle.lock', args: {}}

/** State of a commit. */
interface CommitState {
  readonly disk: Disk
  readonly root: string
  /** What files held when changes were decided. */
  readonly seen: ReadonlyMap<string, Seen>
  /** What the files hold that this run has written. */
  readonly written: Map<string, Seen>
  /** Files that are not as planned; changes that depend on them are not made. */
  readonly failed: Set<string>
  /** Why a file could not be written ahead. */
  readonly failures: Map<string, Diagnostic>
  /** Whether files are on the disk as planned, by path, as far as somebody asked. */
  readonly arrived: Map<string, Promise<boolean>>
}

function beginCommit({disk, root, seen}: Commitment): CommitState {
  return {
    disk,
    root,
    seen,
    written: new Map(),
    failed: new Set(),
    failures: new Map(),
    arrived: new Map()
  }
}

/** Whether a file is on the disk as planned. */
async function hasArrived(state: CommitState, path: string): Promise<boolean> {
  const {disk, root, seen, written, failed, arrived} = state
  if (failed.has(path)) return false
  const meant = written.get(path) ?? seen.get(path)
  if (meant === undefined) return true
  const asked =
    arrived.get(path) ??
    look(disk, resolve(root, path)).then(
      (now) => now === meant,
      () => false
    )
  arrived.set(path, asked)
  return asked
}

/** The first file that a change waits for and that is not as planned. */
async function unmet(state: CommitState, {after}: Pending): Promise<string | undefined> {
  for (const path of after) if (!(await hasArrived(state, path))) return path
  return undefined
}

/** Write what a file holds while others are written; if that fails, changes that depend on it are not made. */
async function performAhead(state: CommitState, {change: {path}, ahead}: Pending): Promise<void> {
  const {disk, root, seen, written, failed, failures} = state
  try {
    const swapped = await replace(disk, resolve(root, path), ahead!, seen.get(path) ?? NOTHING)
    if (swapped.kind === 'done') written.set(path, swapped.now)
    else failures.set(path, changedMeanwhile(path, swapped.aside))
  } catch (error) {
    failures.set(path, writeProblem(path, error))
  }
  if (failures.has(path)) failed.add(path)
}

/** Make one change. */
async function perform(state: CommitState, job: Pending): Promise<Done> {
  const {written, failed, failures} = state
  const {path} = job.change
  const failure = failures.get(path)
  if (failure) return {pending: job, problem: failure}
  if (written.has(path) && job.ahead === job.bytes) return {pending: job, change: job.change}
  // A new hand-off replaces nothing.
  const isNew = job.change.kind === 'handoff' && job.change.change === 'created'
  const file = isNew ? undefined : await unmet(state, job)
  if (file !== undefined) {
    failed.add(path)
    return {pending: job, problem: {id: 'left-in-place', level: 'warning', path, args: {file}}}
  }
  try {
    return await performNow(state, job)
  } catch (error) {
    failed.add(path)
    return {pending: job, problem: writeProblem(path, error)}
  }
}

async function performNow(state: CommitState, job: Pending): Promise<Done> {
  const {disk, root, seen, written, failed, arrived} = state
  const {path, to} = job.change
  const {swapped, moved} = await act(disk, root, job, written.get(path) ?? seen.get(path) ?? NOTHING)
  if (swapped?.kind === 'changed') {
    failed.add(path)
    return {pending: job, problem: changedMeanwhile(path, swapped.aside)}
  }
  if (swapped?.kind === 'done') {
    written.set(path, swapped.now)
    arrived.delete(path)
  }
  const went = to === undefined || !swapped ? job.change : {...job.change, to: renamed(to, swapped.path)}
  return {pending: job, change: went, ...(moved && {moved})}
}

async function act(
  disk: Disk,
  root: string,
  {change, bytes, aside}: Pending,
  seen: Seen
): Promise<{readonly swapped?: Swapped; readonly moved?: FileChange}> {
  const path = resolve(root, change.path)
  if (change.change === 'removed') return {swapped: await discard(disk, path, seen)}
  if (change.to !== undefined) return {swapped: await moveTo(disk, path, resolve(root, change.to), seen)}
  if (change.kind === 'folder') {
    await disk.mkdir(path, {recursive: true})
    return {}
  }
  if (aside === undefined) return {swapped: await replace(disk, path, bytes!, seen)}
  const away = await moveTo(disk, path, resolve(root, aside), seen)
  if (away.kind === 'changed') return {swapped: away}
  const moved = {...change, change: 'moved', to: renamed(aside, away.path)} as const
  return {swapped: await replace(disk, path, bytes!, NOTHING), moved}
}

function writeProblem(path: string, error: unknown): Diagnostic {
  // Codes that begin so are Node's own: a mistake of ours, not a failure of the disk.
  const code = codeOf(error)
  if (code === undefined || code.startsWith('ERR_')) throw error
  return fileProblem('cannot-write', path, error)
}

/** The planned path with the name that the file got in the end. */
function renamed(meant: string, absolute: string): string {
  const name = absolute.split(/[/\\]/).at(-1)!
  return meant.includes('/') ? `${meant.slice(0, meant.lastIndexOf('/'))}/${name}` : name
}

function changedMeanwhile(path: string, aside: string | undefined): Diagnostic {
  const args = {aside: aside === undefined ? '' : renamed(path, aside)}
  return {id: 'changed-meanwhile', level: 'error', path, args}
}

/** The diagnostic for an error of the system about a file. */
export function fileProblem(id: 'cannot-read' | 'cannot-write', path: string, error: unknown): Diagnostic {
  const code = codeOf(error)
  if (code === NO_FILE) return {id: 'not-a-file', level: 'error', path, args: {}}
  return {id, level: 'error', path, args: {reason: code ?? (error as Error).message}}
}
