import type {Diagnostic} from '@passerelle/model'
import type {FileChange, FileKind} from '../report/report.ts'
import {type Disk, realDisk} from './disk.ts'
import type {InParts} from './in-parts.ts'
import {createInside} from './inside.ts'
import {changesOf, commitPlan, freeName, type How, planMove, planRemove, planWrite} from './plan.ts'
import {type Opened, openPath, readBytes, readText} from './reading.ts'
import {report, type UNREADABLE, type WorkspaceState} from './workspace-state.ts'

/**
 * The files of a project as a verb sees them: what is on the disk, with the planned changes applied.
 *
 * Paths are relative to the root with `/`, or absolute if a user named a place outside. A verb reads and decides;
 * nothing is written before {@link Workspace.commit}. So a dry run is a run without commit, and verbs can follow one
 * another: each sees what the one before decided.
 *
 * What a file held when it was first read is remembered. If it holds something else when it is to be written, deleted
 * or moved, it is left alone, and that is reported.
 */
export interface Workspace {
  readonly root: string
  /** Bytes of a file; undefined if there is none, or if it cannot be read, which is reported. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** A file to be read in pieces, with its size in bytes; other results as of `readText`. */
  readonly open: (path: string) => Promise<Opened | undefined | typeof UNREADABLE>
  /**
   * Text of a file; undefined if there is none; {@link UNREADABLE} if it cannot be read or git could not merge it,
   * which is reported.
   */
  readonly readText: (path: string) => Promise<string | undefined | typeof UNREADABLE>
  /** Plan to write a file or make a folder; the same bytes as before are no change. */
  readonly write: (
    path: string,
    content: string | Uint8Array | InParts,
    kind: FileKind,
    how?: How
  ) => Promise<void>
  readonly remove: (path: string, kind: FileKind, how?: How) => Promise<void>
  /** Plan to move a file to a free name: this one, or it with a number. */
  readonly move: (path: string, to: string, kind: FileKind, how?: How) => Promise<void>
  /** A name that no file has and none is planned to get: this one, or it with a number. */
  readonly freeName: (path: string) => Promise<string>
  /** Allow links to lead to a folder or file outside, because a person named it. */
  readonly allow: (path: string) => void
  readonly report: (...diagnostics: ReadonlyArray<Diagnostic>) => void
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** Whether a change is planned for a file. */
  readonly isMeant: (path: string) => boolean
  /** Whether a file is planned that does not exist yet. */
  readonly isNew: (path: string) => boolean
  /** The planned changes by path; after the commit, what was done. */
  readonly changes: () => ReadonlyArray<FileChange>
  /**
   * Make the changes. A file that cannot be written is reported, and the others are still written.
   *
   * @param mayWrite
   *   Asked before each file whether this run still holds the lock.
   */
  readonly commit: (
    onWritten: (path: string, done: number, total: number) => void,
    mayWrite?: () => Promise<boolean>
  ) => Promise<void>
}

/** The world outside of a workspace. */
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
  const inside = createInside(disk, root, linked)
  const state: WorkspaceState = {
    root,
    concurrency,
    disk,
    inside,
    pending: new Map(),
    moved: [],
    seen: new Map(),
    diagnostics: []
  }
  const {pending, diagnostics} = state
  return {
    root,
    read: (path) => readBytes(state, path),
    open: (path) => openPath(state, path),
    readText: (path) => readText(state, path),
    write: (path, content, kind, how) => planWrite(state, {path, content, kind}, how),
    remove: (path, kind, how) => planRemove(state, path, kind, how),
    move: (path, to, kind, how) => planMove(state, {path, to, kind}, how),
    freeName: (path) => freeName(state, path),
    allow: inside.allow,
    report: (...found) => report(state, ...found),
    diagnostics,
    isMeant: (path) => pending.has(path),
    isNew: (path) => pending.get(path)?.change.change === 'created',
    changes: () => changesOf(state),
    commit: (onWritten, mayWrite) => commitPlan(state, onWritten, mayWrite)
  }
}
