import {createHash} from 'node:crypto'
import {constants} from 'node:fs'
import {dirname} from 'node:path'
import type {InParts} from './in-parts.ts'
import {codeOf, type Disk, isAbsent, look, NOTHING, type Seen} from './disk.ts'

/**
 * Changes to files that only ever replace the content that was seen before.
 *
 * A file is first moved out of the way, to a name with the hash that we expect, and looked at there. If somebody saved
 * it at the last instant, their version is what was moved, and it goes back. The new file takes the name only if the
 * name is free. A run that is killed in between leaves such names, and `killed.ts` knows what to do with them.
 */
export type Swapped =
  | {readonly kind: 'done'; readonly now: Seen; readonly path: string}
  /** Somebody else changed the file; their version is where it was, or at `aside` if that name was taken. */
  | {readonly kind: 'changed'; readonly aside?: string}

/** Ending of all our temporary names. */
export const OURS = '.passerelle'

/** How many digits of the hash the name of a moved file has. */
export const DIGITS = 8

/**
 * Write a file whole or not at all.
 *
 * @param seen
 *   What the file held when the change was decided.
 * @throws
 *   The system's error; the file is then as it was.
 */
export async function replace(
  disk: Disk,
  path: string,
  content: Uint8Array | InParts,
  seen: Seen
): Promise<Swapped> {
  await disk.mkdir(dirname(path), {recursive: true})
  const target = await disk.realpath(path).catch(() => path)
  const temporary = `${target}.${process.pid}${OURS}`
  let held: string | undefined
  try {
    const now = await writeTemporary(disk, temporary, target, content)
    if (seen !== NOTHING) {
      const away = await takeAway(disk, target, seen)
      if (away && 'kind' in away) return away
      held = away?.held
    }
    const isDone = await linkInto(disk, temporary, target)
    // If somebody wrote a new file in this instant, it replaces the old one, as any saved file does.
    const old = held
    held = undefined
    if (old !== undefined) await disk.unlink(old)
    return isDone ? {kind: 'done', now, path} : {kind: 'changed'}
  } finally {
    if (held !== undefined) await giveBack(disk, held, target)
    await disk.unlink(temporary).catch(() => {})
  }
}

/** Delete a file, if it still holds what was seen. */
export async function discard(disk: Disk, path: string, seen: Seen): Promise<Swapped> {
  const away = await takeAway(disk, path, seen)
  if (away && 'kind' in away) return away
  if (away) await disk.unlink(away.held)
  return {kind: 'done', now: NOTHING, path}
}

/**
 * Move a file to a free name, if it still holds what was seen.
 *
 * @param to
 *   The name that is wished; the answer has the `path` that it got.
 */
export async function moveTo(disk: Disk, path: string, to: string, seen: Seen): Promise<Swapped> {
  await disk.mkdir(dirname(to), {recursive: true})
  const away = await takeAway(disk, path, seen)
  if (away && 'kind' in away) return away
  if (!away) return {kind: 'changed'}
  try {
    for (const name of freeNames(to)) {
      if (await linkInto(disk, away.held, name)) return {kind: 'done', now: NOTHING, path: name}
    }
    throw new Error('there are always more names')
  } catch (error) {
    await giveBack(disk, away.held, path)
    throw error
  }
}

/** `a.xlf`, `a-2.xlf`, `a-3.xlf`… */
export function* freeNames(path: string): Generator<string, undefined> {
  const [, stem = path, ending = ''] = /^(.*?)(\.[^./\\]*)?$/s.exec(path) ?? []
  yield path
  for (let number = 2; ; number++) yield `${stem}-${number}${ending}`
}

/**
 * Give a file another name, if that is free.
 *
 * @returns
 *   Whether it was free.
 */
export async function linkInto(disk: Disk, from: string, to: string): Promise<boolean> {
  try {
    await disk.link(from, to)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return false
    if (code === 'EXDEV') return copyInto(disk, from, to)
    if (!LINKLESS.has(code ?? '')) throw error
    return renameInto(disk, from, to)
  }
  await disk.unlink(from)
  return true
}

/** Error codes of systems without hard links: FAT, some network drives, some containers. */
const LINKLESS = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
  'EISDIR',
  'UNKNOWN'
])

/** First take the name with an empty file, which fails if the name is taken. */
async function renameInto(disk: Disk, from: string, to: string): Promise<boolean> {
  try {
    await (await disk.open(to, 'wx')).close()
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  await disk.rename(from, to)
  return true
}

/** Copy a file to another disk. */
async function copyInto(disk: Disk, from: string, to: string): Promise<boolean> {
  try {
    await disk.copyFile(from, to, constants.COPYFILE_EXCL)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  if ((await look(disk, to)) !== (await look(disk, from)))
    throw Object.assign(new Error('copy'), {code: 'EIO'})
  await disk.unlink(from)
  return true
}

/**
 * Move a file out of the way, and look whether it holds what was seen.
 *
 * @returns
 *   Where it is now; undefined if it does not exist any more.
 */
async function takeAway(
  disk: Disk,
  path: string,
  seen: Seen
): Promise<{readonly held: string} | Extract<Swapped, {kind: 'changed'}> | undefined> {
  const held = `${path}.${process.pid}.${seen.slice(0, DIGITS)}${OURS}`
  try {
    await disk.rename(path, held)
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
  let isSame = false
  try {
    isSame = (await look(disk, held)) === seen
  } finally {
    // Also if it cannot be looked at.
    if (!isSame) await giveBack(disk, held, path)
  }
  if (isSame) return {held}
  const isBack = (await disk.lstat(held).catch(() => undefined)) === undefined
  return isBack ? {kind: 'changed'} : {kind: 'changed', aside: await setAside(disk, held, path)}
}

/** Put a file back where it was; if another has that name by now, it stays. */
async function giveBack(disk: Disk, held: string, path: string): Promise<void> {
  try {
    await linkInto(disk, held, path)
  } catch (error) {
    // On a disk that cannot take a new file, renaming still works.
    const isFree = (await disk.lstat(path).catch(() => undefined)) === undefined
    if (!isFree) throw error
    await disk.rename(held, path)
  }
}

/** Give a file that somebody else wrote meanwhile a name that people see. */
export async function setAside(disk: Disk, held: string, path: string): Promise<string> {
  for (const name of freeNames(path)) {
    if (name !== path && (await linkInto(disk, held, name))) return name
  }
  return held
}

/** Write a whole file, then read it: only a file that is on the disk as planned may replace another. */
async function writeTemporary(
  disk: Disk,
  temporary: string,
  target: string,
  content: Uint8Array | InParts
): Promise<Seen> {
  const before = await disk.stat(target).catch(() => undefined)
  const file = await disk.open(temporary, 'w', before?.mode)
  const hash = createHash('sha256')
  try {
    for (const part of 'parts' in content ? content.parts() : [content]) {
      hash.update(part)
      await file.appendFile(part)
    }
    if (before) {
      await file.chmod(before.mode)
      // Only the administrator may give files to another owner.
      await file.chown(before.uid, before.gid).catch(() => {})
    }
    await file.sync()
  } finally {
    await file.close()
  }
  const meant = hash.digest('hex')
  if ((await look(disk, temporary)) === meant) return meant
  throw Object.assign(new Error('what was written is not what was meant'), {code: 'EIO'})
}
