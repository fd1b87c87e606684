import {resolve} from 'node:path'
import type {Diagnostic} from '@passerelle/model'
import type {OpenFile} from '@passerelle/xliff'
import {decode} from './decode.ts'
import {commitAll, fileProblem, type Pending} from './commit.ts'
import {
  type Disk,
  isAbsent,
  look,
  NOTHING,
  openRegular,
  readRegular,
  realDisk,
  type Seen,
  seenOf
} from './disk.ts'
import {conflictIn} from './conflict.ts'
import {createInside} from './inside.ts'
import {freeNames} from './swap.ts'
import {holdsText, openFile} from './file-stream.ts'
import {type InParts, isSame, joined, keptIfSmall} from './in-parts.ts'
import type {FileChange, FileKind} from '../report/report.ts'

/**
 * The files of a project as a verb sees them: what is on disk, under what it means to write.
 *
 * Paths are relative to the root with `/`, or absolute where a user named a place outside. A verb reads and decides;
 * nothing touches the disk before {@link Workspace.commit}. So a dry run is a run
 * without commit, and verbs compose: each sees what the one before decided.
 *
 * What a file held when it was first read is remembered: a file that holds something else when it is to be written,
 * deleted or moved is left alone, and told.
 */
export interface Workspace {
  readonly root: string
  /** Bytes of a file, or undefined where there is none or it cannot be read, which is reported. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** A file to be read in pieces, and how many bytes it has; for the others see `readText`. */
  readonly open: (path: string) => Promise<Opened | undefined | typeof UNREADABLE>
  /**
   * Text of a file, undefined where there is none; {@link UNREADABLE} where it cannot be read or holds a passage that git
   * could not merge, which is reported.
   */
  readonly readText: (path: string) => Promise<string | undefined | typeof UNREADABLE>
  /** Mean to write a file, or make a folder; the same bytes as before are no change. */
  readonly write: (
    path: string,
    content: string | Uint8Array | InParts,
    kind: FileKind,
    how?: How
  ) => Promise<void>
  readonly remove: (path: string, kind: FileKind, how?: How) => Promise<void>
  /** Mean to move a file to a name that no other has: this one, or it with a number. */
  readonly move: (path: string, to: string, kind: FileKind, how?: How) => Promise<void>
  /** A name that no file has, and none is to get: this one, or it with a number. */
  readonly freeName: (path: string) => Promise<string>
  /** A folder or file outside that links may lead to, for a person named it. */
  readonly allow: (path: string) => void
  readonly report: (...diagnostics: ReadonlyArray<Diagnostic>) => void
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** Whether something is meant to be done to a file. */
  readonly isMeant: (path: string) => boolean
  /** Whether a file is meant to be written that is not there. */
  readonly isNew: (path: string) => boolean
  /** What has been meant so far, by path; after the commit, what was done. */
  readonly changes: () => ReadonlyArray<FileChange>
  /**
   * Do it; a file that cannot be written is reported, and the others are still written.
   *
   * @param mayWrite
   *   Asked before each file whether we still work alone.
   */
  readonly commit: (
    onWritten: (path: string, done: number, total: number) => void,
    mayWrite?: () => Promise<boolean>
  ) => Promise<void>
}

/** What a change to a file depends on. */
export interface How {
  /** Files that must be on the disk as they are meant, read back, before this one is touched. */
  readonly after?: ReadonlyArray<string>
  /** What the file holds while those are being written that it comes after: then it is written twice. */
  readonly ahead?: InParts
  /** Whether what stands there gets another name first, which is told. */
  readonly keepOld?: boolean
}

/** Stands for the text of a file that is there and cannot be read. */
export const UNREADABLE: unique symbol = Symbol('unreadable')

/** A file that may be larger than memory should hold. */
interface Opened {
  readonly size: number
  readonly pieces: OpenFile
}

/** What a workspace is opened with. */
export interface Outside {
  /** @default the real one */
  readonly disk?: Disk
  /** Folders of the project that may be links to somewhere else. @default none */
  readonly linked?: ReadonlyArray<string>
}

export function openWorkspace(
  root: string,
  concurrency: number,
  {disk = realDisk, linked = []}: Outside = {}
): Workspace {
  const pending = new Map<string, Pending>()
  const extra: FileChange[] = []
  const seen = new Map<string, Seen>()
  const diagnostics: Diagnostic[] = []
  const report = (...found: ReadonlyArray<Diagnostic>): void => {
    // A call with one argument for each of very many fails.
    for (const diagnostic of found) diagnostics.push(diagnostic)
  }
  const inside = createInside(disk, root, linked)
  /** The first look counts: what was decided was decided by it. */
  const note = (path: string, held: Seen): void => {
    if (!seen.has(path)) seen.set(path, held)
  }

  const isLink = (absolute: string): Promise<boolean> =>
    disk.lstat(absolute).then(
      (held) => held.isSymbolicLink(),
      () => false
    )

  /** Look at a file; where there is none `undefined`, where it cannot be looked at UNREADABLE, which is reported. */
  const found = async <T>(
    path: string,
    look: (absolute: string) => Promise<T>
  ): Promise<T | undefined | typeof UNREADABLE> => {
    try {
      if (await inside.has(path)) return await look(resolve(root, path))
      report({id: 'link-outside', level: 'error', path, args: {}})
    } catch (error) {
      if (isAbsent(error)) {
        if (await isLink(resolve(root, path))) {
          report({id: 'not-a-file', level: 'error', path, args: {}})
          return UNREADABLE
        }
        note(path, NOTHING)
        return undefined
      }
      report(fileProblem('cannot-read', path, error))
    }
    return UNREADABLE
  }

  const readAny = async (path: string): Promise<Uint8Array | undefined | typeof UNREADABLE> => {
    const meant = pending.get(path)
    if (meant) return meant.bytes && 'parts' in meant.bytes ? joined(meant.bytes) : meant.bytes
    return found(path, async (absolute) => {
      const bytes = await readRegular(disk, absolute)
      note(path, seenOf(bytes))
      return bytes
    })
  }

  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const bytes = await readAny(path)
    return bytes === UNREADABLE ? undefined : bytes
  }

  const openPath: Workspace['open'] = async (path) => {
    const meant = pending.has(path) && (await read(path))
    if (meant)
      return {
        size: meant.length,
        pieces: async function* () {
          yield meant
        }
      }
    return found(path, async (absolute) => {
      const file = await openRegular(disk, absolute)
      const {size} = await file.stat().finally(() => file.close())
      note(path, await look(disk, absolute))
      return {size, pieces: openFile(absolute)}
    })
  }

  /** Whether there is a file, and whether it holds just this. */
  const compare = async (
    path: string,
    content: Uint8Array | InParts
  ): Promise<'none' | 'same' | 'other' | typeof UNREADABLE> => {
    if ('parts' in content && !pending.has(path)) {
      const same = await found(path, async (absolute) => {
        note(path, await look(disk, absolute))
        return seen.get(path) === NOTHING ? undefined : holdsText(absolute, content)
      })
      return same === undefined ? 'none' : typeof same === 'boolean' ? (same ? 'same' : 'other') : same
    }
    const before = await readAny(path)
    if (before === UNREADABLE) return UNREADABLE
    return !before ? 'none' : isSame(before, content) ? 'same' : 'other'
  }

  const readText: Workspace['readText'] = async (path) => {
    const bytes = await readAny(path)
    if (bytes === undefined || bytes === UNREADABLE) return bytes
    const text = decode(bytes, path)
    const problem = typeof text === 'object' ? text : conflictIn(text, path)
    if (!problem) return text as string
    report(problem)
    return UNREADABLE
  }

  const write: Workspace['write'] = async (
    path,
    content,
    kind,
    {after = [], ahead, keepOld = false} = {}
  ) => {
    if (kind === 'folder') {
      const isThere = await disk.stat(resolve(root, path)).catch(() => undefined)
      if (!isThere) pending.set(path, {change: {path, kind, change: 'created'}, after})
      return
    }
    const bytes =
      typeof content === 'string' ? Buffer.from(content) : 'parts' in content ? keptIfSmall(content) : content
    const before = await compare(path, bytes)
    if (before === 'same' || before === UNREADABLE) return
    const created = pending.get(path)?.change.change === 'created' || before === 'none'
    const more = {
      ...(keepOld && before === 'other' && {aside: await freeName(path, path)}),
      ...(ahead && {ahead: ahead === content ? bytes : ahead})
    }
    pending.set(path, {change: {path, kind, change: created ? 'created' : 'updated'}, bytes, after, ...more})
  }

  const remove: Workspace['remove'] = async (path, kind, {after = []} = {}) => {
    if (await read(path)) pending.set(path, {change: {path, kind, change: 'removed'}, after})
  }

  const move: Workspace['move'] = async (path, to, kind, {after = []} = {}) => {
    const isThere = await found(path, async (absolute) => {
      if (!seen.has(path)) note(path, await look(disk, absolute))
      return seen.get(path) !== NOTHING
    })
    if (isThere !== true) return
    pending.set(path, {change: {path, kind, change: 'moved', to: await freeName(to)}, after})
  }

  /** A name that no file has, and none is to get. */
  const freeName = async (wished: string, taken?: string): Promise<string> => {
    const meant = new Set([...pending.values()].flatMap(({change, aside}) => [change.to, aside]))
    for (const name of freeNames(wished)) {
      const isFree = await disk.lstat(resolve(root, name)).then(
        () => false,
        (error) => isAbsent(error)
      )
      if (isFree && name !== taken && !meant.has(name)) return name
    }
    return wished
  }

  const commit: Workspace['commit'] = async (onWritten, mayWrite = async () => true) => {
    const total = pending.size
    let count = 0
    const onDone = (path: string): void => onWritten(path, ++count, total)
    const done = await commitAll(pending.values(), {
      disk,
      root,
      concurrency,
      seen,
      mayWrite,
      onDone
    })
    for (const result of done) {
      const {path} = result.pending.change
      if ('problem' in result) {
        pending.delete(path)
        report(result.problem)
        continue
      }
      const {aside: _, ...rest} = result.pending
      pending.set(path, {...rest, change: result.change})
      if (!result.moved) continue
      extra.push(result.moved)
      report({id: 'work-set-aside', level: 'warning', path, args: {aside: result.moved.to!}})
    }
  }

  const changes = (): FileChange[] => {
    const asides = [...pending.values()].flatMap(({change, aside}) =>
      aside === undefined ? [] : [{...change, change: 'moved', to: aside} as const]
    )
    const all = [...[...pending.values()].map(({change}) => change), ...asides, ...extra]
    return all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.change === 'moved' ? -1 : 1))
  }
  const isMeant = (path: string): boolean => pending.has(path)
  const isNew = (path: string): boolean => pending.get(path)?.change.change === 'created'
  return {
    root,
    read,
    open: openPath,
    readText,
    write,
    remove,
    move,
    freeName: (path) => freeName(path),
    allow: inside.allow,
    report,
    diagnostics,
    isMeant,
    isNew,
    changes,
    commit
  }
}
