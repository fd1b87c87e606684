import {randomUUID} from 'node:crypto'
import {
  access,
  constants,
  link,
  lstat,
  readdir,
  readFile,
  rename,
  rmdir,
  unlink,
  utimes,
  writeFile
} from 'node:fs/promises'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import type {Diagnostic} from '@passerelle/model'
import {codeOf, isAbsent} from './disk.ts'

/** Name of the lock in the folder of a project. */
const NAME = '.passerelle.lock'

/** In milliseconds: how often a second run asks whether the first is done, and for how long. */
const TRIES = {every: 250, most: 30_000}

/**
 * Milliseconds without a sign of life after which a lock counts as dead: one of another computer, whose processes
 * cannot be seen; and an empty folder, which was the lock of earlier versions.
 */
const STALE = {elsewhere: 10 * 60_000, folder: 10_000}

/** Milliseconds between two signs of life. */
const BEAT = 5_000

/** The run that works in a project; the lock holds it as JSON. */
interface Holder {
  readonly pid: number
  readonly host: string
  /** ISO 8601. */
  readonly since: string
  /** When the process began, if the system says so: numbers of processes are used again. */
  readonly began?: string
  /** An id of this run. */
  readonly run: string
}

/** What was found in place of the lock. */
interface Found {
  /** Undefined if the lock is not one of Passerelle. */
  readonly holder: Holder | undefined
  readonly isEmptyFolder: boolean
  /** Milliseconds since the last sign of life; negative where its clock is ahead of ours. */
  readonly age: number
}

/** What a run can ask about its lock. */
export interface Held {
  /** Whether the lock is still ours. */
  readonly isOurs: () => Promise<boolean>
}

/**
 * Run alone in a project.
 *
 * A lock on this computer holds as long as its process exists, even if it is busy or suspended; one of another computer
 * holds as long as it gives signs of life. The lock of a killed run is taken over. If the folder cannot be written to,
 * there is nothing to guard: writing will report that.
 *
 * @returns
 *   What `run` gives; or why it was not run: the diagnostic `locked` or `cannot-write`.
 */
export async function alone<T>(
  root: string,
  run: (lock: Held) => Promise<T>,
  {most = TRIES.most}: {readonly most?: number} = {}
): Promise<T | {readonly refused: Diagnostic}> {
  if (!(await isWritable(root))) return run({isOurs: async () => true})
  const path = join(root, NAME)
  const holder = await ourselves()
  const refused = await acquire(path, holder, most)
  if (refused) return {refused}
  const isOurs = async (): Promise<boolean> => (await holderOf(path))?.run === holder.run
  const beat = setInterval(() => {
    const now = new Date()
    void isOurs()
      .then((ours) => (ours ? utimes(path, now, now) : undefined))
      .catch(() => {})
  }, BEAT)
  beat.unref()
  try {
    return await run({isOurs})
  } finally {
    clearInterval(beat)
    if (await isOurs()) await unlink(path).catch(() => {})
  }
}

/** Take the lock, or say who holds it. */
async function acquire(path: string, holder: Holder, most: number): Promise<Diagnostic | undefined> {
  for (let waited = 0; ; waited += TRIES.every) {
    try {
      if (await take(path, holder)) return undefined
    } catch (error) {
      if (codeOf(error) === undefined) throw error
      return {id: 'cannot-write', level: 'error', path: NAME, args: {reason: codeOf(error)!}}
    }
    const found = await lookAt(path)
    if (found && (await isDead(found)) && (await clear(path, found))) continue
    // Some locks never go away by themselves; those are not waited for.
    if (found && (waited >= most || isForGood(found))) return refusal(found)
    await wait(TRIES.every)
  }
}

/** How often this process has tried to take a lock. */
let tries = 0

/** Make the lock with its content in one step. */
async function take(path: string, holder: Holder): Promise<boolean> {
  // Two runs in one process need different temporary names.
  const own = `${path}.${process.pid}${String(++tries).padStart(6, '0')}.passerelle`
  try {
    await writeFile(own, `${JSON.stringify(holder)}\n`)
    await link(own, path)
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return false
    // On disks without hard links: make the file, failing if it exists, and write its content a moment later.
    if (code === undefined || code === 'ENOENT' || code === 'ENOSPC') throw error
    return writeFile(path, `${JSON.stringify(holder)}\n`, {flag: 'wx'}).then(
      () => true,
      (refused: unknown) => {
        if (codeOf(refused) === 'EEXIST') return false
        throw refused
      }
    )
  } finally {
    await unlink(own).catch(() => {})
  }
}

async function lookAt(path: string): Promise<Found | undefined> {
  try {
    const {mtimeMs} = await lstat(path)
    const age = Date.now() - mtimeMs
    const holder = await holderOf(path)
    return {holder, age, isEmptyFolder: !holder && (await isEmptyFolder(path))}
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    if (!(await lstat(path)).isFile()) return undefined
    const found = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder> | null
    return typeof found?.pid === 'number' && typeof found.run === 'string' ? (found as Holder) : undefined
  } catch {
    return undefined
  }
}

async function isEmptyFolder(path: string): Promise<boolean> {
  return (await lstat(path)).isDirectory() && (await readdir(path)).length === 0
}

async function isDead({holder, isEmptyFolder: isEmpty, age}: Found): Promise<boolean> {
  if (!holder) return isEmpty && age > STALE.folder
  if (holder.host !== hostname()) return age > STALE.elsewhere
  if (!isRunning(holder.pid)) return true
  const began = await beganAt(holder.pid)
  return began !== undefined && holder.began !== undefined && began !== holder.began
}

/**
 * Whether a lock that names no run will not go away by itself: another program made it, or its time is in the future. A
 * new one gets a moment, because a run may be writing it just now.
 */
function isForGood({holder, isEmptyFolder: isEmpty, age}: Found): boolean {
  return !holder && (age < -STALE.folder || (!isEmpty && age > BEAT))
}

/**
 * Remove a dead lock.
 *
 * It is renamed first. If somebody was faster and it is a living lock by now, it is put back.
 */
async function clear(path: string, {holder}: Found): Promise<boolean> {
  if (!holder) {
    return rmdir(path).then(
      () => true,
      () => false
    )
  }
  const away = `${path}.${process.pid}.dead.passerelle`
  try {
    await rename(path, away)
  } catch {
    return true
  }
  const isSame = (await holderOf(away))?.run === holder.run
  if (!isSame) await link(away, path).catch(() => {})
  await unlink(away).catch(() => {})
  return isSame
}

function refusal({holder, age}: Found): Diagnostic {
  const since = holder?.since ?? new Date(Date.now() - age).toISOString()
  const minutes = Math.round((Date.now() - Date.parse(since)) / 60_000)
  const args = {lock: NAME, since: `${since.slice(0, 16).replace('T', ' ')} UTC`, minutes}
  return holder
    ? {id: 'locked', level: 'error', path: NAME, args: {...args, pid: holder.pid, host: holder.host}}
    : {id: 'lock-strange', level: 'error', path: NAME, args}
}

async function ourselves(): Promise<Holder> {
  const began = await beganAt(process.pid)
  const since = new Date().toISOString()
  return {pid: process.pid, host: hostname(), since, ...(began !== undefined && {began}), run: randomUUID()}
}

/** Whether a process exists; one that we may not signal exists, too. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** When a process began: field 22 of Linux's `/proc/PID/stat`, and the boot since which it counts. */
async function beganAt(pid: number): Promise<string | undefined> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8')
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return `${boot.trim()} ${line.slice(line.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return undefined
  }
}

function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false
  )
}
