import {resolve} from 'node:path'
import type {OpenFile} from '@passerelle/xliff'
import {fileProblem} from './commit.ts'
import {conflictIn} from './conflict.ts'
import {decode} from './decode.ts'
import {type Disk, isAbsent, look, NOTHING, openRegular, readRegular, seenOf} from './disk.ts'
import {holdsText, openFile} from './file-stream.ts'
import {type InParts, isSame, joined} from './in-parts.ts'
import {noteSeen, report, UNREADABLE, type WorkspaceState} from './workspace-state.ts'

/** A file that may be too large for memory. */
export interface Opened {
  readonly size: number
  readonly pieces: OpenFile
}

/**
 * Look at a file on the disk.
 *
 * @returns
 *   What the look gave; undefined if there is no file, {@link UNREADABLE} if it cannot be looked at, which is reported.
 */
export async function lookAt<T>(
  state: WorkspaceState,
  path: string,
  see: (absolute: string) => Promise<T>
): Promise<T | undefined | typeof UNREADABLE> {
  const absolute = resolve(state.root, path)
  try {
    if (await state.inside.has(path)) return await see(absolute)
    report(state, {id: 'link-outside', level: 'error', path, args: {}})
  } catch (error) {
    if (isAbsent(error)) {
      if (await isLink(state.disk, absolute)) {
        report(state, {id: 'not-a-file', level: 'error', path, args: {}})
        return UNREADABLE
      }
      noteSeen(state, path, NOTHING)
      return undefined
    }
    report(state, fileProblem('cannot-read', path, error))
  }
  return UNREADABLE
}

function isLink(disk: Disk, absolute: string): Promise<boolean> {
  return disk.lstat(absolute).then(
    (held) => held.isSymbolicLink(),
    () => false
  )
}

/** Bytes of a file as planned, else as on the disk. */
async function readAny(
  state: WorkspaceState,
  path: string
): Promise<Uint8Array | undefined | typeof UNREADABLE> {
  const meant = state.pending.get(path)
  if (meant) return meant.bytes && 'parts' in meant.bytes ? joined(meant.bytes) : meant.bytes
  return lookAt(state, path, async (absolute) => {
    const bytes = await readRegular(state.disk, absolute)
    noteSeen(state, path, seenOf(bytes))
    return bytes
  })
}

/** See `Workspace.read`. */
export async function readBytes(state: WorkspaceState, path: string): Promise<Uint8Array | undefined> {
  const bytes = await readAny(state, path)
  return bytes === UNREADABLE ? undefined : bytes
}

/** See `Workspace.readText`. */
export async function readText(
  state: WorkspaceState,
  path: string
): Promise<string | undefined | typeof UNREADABLE> {
  const bytes = await readAny(state, path)
  if (bytes === undefined || bytes === UNREADABLE) return bytes
  const text = decode(bytes, path)
  const problem = typeof text === 'object' ? text : conflictIn(text, path)
  if (!problem) return text as string
  report(state, problem)
  return UNREADABLE
}

/** See `Workspace.open`. */
export async function openPath(
  state: WorkspaceState,
  path: string
): Promise<Opened | undefined | typeof UNREADABLE> {
  const meant = state.pending.has(path) && (await readBytes(state, path))
  if (meant)
    return {
      size: meant.length,
      pieces: async function* () {
        yield meant
      }
    }
  return lookAt(state, path, async (absolute) => {
    const file = await openRegular(state.disk, absolute)
    const {size} = await file.stat().finally(() => file.close())
    noteSeen(state, path, await look(state.disk, absolute))
    return {size, pieces: openFile(absolute)}
  })
}

/** Whether a file exists, and whether it holds exactly these bytes. */
export async function compareWith(
  state: WorkspaceState,
  path: string,
  content: Uint8Array | InParts
): Promise<'none' | 'same' | 'other' | typeof UNREADABLE> {
  if ('parts' in content && !state.pending.has(path)) {
    const same = await lookAt(state, path, async (absolute) => {
      noteSeen(state, path, await look(state.disk, absolute))
      return state.seen.get(path) === NOTHING ? undefined : holdsText(absolute, content)
    })
    return same === undefined ? 'none' : typeof same === 'boolean' ? (same ? 'same' : 'other') : same
  }
  const before = await readAny(state, path)
  if (before === UNREADABLE) return UNREADABLE
  return !before ? 'none' : isSame(before, content) ? 'same' : 'other'
}
