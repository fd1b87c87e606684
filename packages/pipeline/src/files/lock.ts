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

/** How often, in milliseconds, and how long a second Passerelle asks whether the first is done. */
const TRIES = {every: 250, most: 30_000}

/**
 * Milliseconds after which a lock without a sign of life is taken for one of a dead run: one of another computer, whose
 * processes cannot be looked at; and an empty folder, as earlier versions made it.
 */
const STALE = {elsewhere: 10 * 60_000, folder: 10_000}

/** Milliseconds between two signs of life. */
const BEAT = 5_000

/** Who works in a project; the lock holds it as JSON. */
interface Holder {
  readonly pid: number
  readonly host: string
  /** ISO 8601. */
  readonly since: string
  /** When the process began, as its system says it, where it does: numbers of processes are given again. */
  readonly began?: string
  /** Tells this run from any other. */
  readonly run: string
}

/** What is found in the place of the lock. */
interface Found {
  /** Undefined where it is none of ours. */
  readonly holder: Holder | undefined
  readonly isEmptyFolder: boolean
  /** Milliseconds since the last sign of life; negative where its clock is ahead of ours. */
  readonly age: number
}

/** What a run may ask of the lock it holds. */
export interface Held {
  /** Whether the lock is still ours. */
  readonly isOurs: () => Promise<boolean>
}

/**
 * Work alone in a project.
 *
 * The lock is held by the living: on this computer as long as its process is there, however busy or suspended; on another
 * as long as it gives signs of life. One of a run that was killed is taken over. Where nothing can be written there is
 * nothing to guard, and writing will say so itself.
 *
 * @returns
 *   What `run` gives, or why it was not run: the diagnostic `locked` or `cannot-write`.
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
    // What does not go away of itself is not waited for.
    if (found && (waited >= most || isForGood(found))) return refusal(found)
    await wait(TRIES.every)
  }
}

/** How often this process has tried to take a lock. */
let tries = 0

/** Make the lock, with all that it says, in one step. */
async function take(path: string, holder: Holder): Promise<boolean> {
  // Two runs of one process must not take the name of one another.
  const own = `${path}.${process.pid}${String(++tries).padStart(6, '0')}.passerelle`
  try {
    await writeFile(own, `${JSON.stringify(holder)}\n`)
    await link(own, path)
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return false
    // Disks without second names: a file that must not be there yet, which is written a little later.
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

/** Whether a lock is none of ours, or of no time there has been; a moment is left to whoever writes it just now. */
function isForGood({holder, isEmptyFolder: isEmpty, age}: Found): boolean {
  return !holder && (age < -STALE.folder || (!isEmpty && age > BEAT))
}

/**
 * Take a dead lock away.
 *
 * It gets another name first: where somebody else was faster, and it is a living one by now, it goes back.
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

/** Whether there is a process; one that we may not touch is there, too. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** When a process began: field 22 of Linux's `/proc/PID/stat`, and the boot it is counted from. */
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
