import {mkdir, open, readFile, rename, rm, stat} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'
import PQueue from 'p-queue'
import writeFileAtomic from 'write-file-atomic'
import type {Diagnostic} from '@passerelle/model'
import type {OpenFile} from '@passerelle/xliff'
import {decode} from './decode.ts'
import {holdsText, openFile} from './file-stream.ts'
import {type InParts, isSame, joined, keptIfSmall} from './in-parts.ts'
import type {FileChange, FileKind} from './report.ts'

/**
 * The files of a project as a verb sees them: what is on disk, under what it means to write.
 *
 * Paths are relative to the root with `/`, or absolute where a user named a place outside. A verb reads and decides;
 * nothing touches the disk before {@link Workspace.commit}. So a dry run is a run
 * without commit, and verbs compose: each sees what the one before decided.
 */
export interface Workspace {
  readonly root: string
  /** Bytes of a file, or undefined where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** A file to be read in pieces, and how many bytes it has; undefined where there is none. */
  readonly open: (path: string) => Promise<Opened | undefined>
  /** Text of a file, or undefined where there is none or it cannot be read, which is reported. */
  readonly readText: (path: string) => Promise<string | undefined>
  /** Mean to write a file, or make a folder; the same bytes as before are no change. */
  readonly write: (path: string, content: string | Uint8Array | InParts, kind: FileKind) => Promise<void>
  readonly remove: (path: string, kind: FileKind) => Promise<void>
  readonly move: (path: string, to: string, kind: FileKind) => Promise<void>
  readonly report: (...diagnostics: ReadonlyArray<Diagnostic>) => void
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** What has been meant so far, by path. */
  readonly changes: () => ReadonlyArray<FileChange>
  /** Do it; a file that cannot be written is reported, and the others are still written. */
  readonly commit: (onWritten: (path: string, done: number, total: number) => void) => Promise<void>
}

/** A file that may be larger than memory should hold. */
interface Opened {
  readonly size: number
  readonly pieces: OpenFile
}

interface Pending {
  readonly change: FileChange
  readonly bytes?: Uint8Array | InParts
}

/**
 * Order of writing. A localized document comes before the record of how it was built: a run killed between the two
 * finds, next time, just the document it would write.
 */
const ORDER: ReadonlyArray<FileKind> = [
  'config',
  'folder',
  'document',
  'bilingual',
  'handoff',
  'handback',
  'baseline'
]

export function openWorkspace(root: string, concurrency: number): Workspace {
  const pending = new Map<string, Pending>()
  const diagnostics: Diagnostic[] = []
  const report = (...found: ReadonlyArray<Diagnostic>): void => {
    // A call with one argument for each of very many fails.
    for (const diagnostic of found) diagnostics.push(diagnostic)
  }

  const found = async <T>(path: string, look: (absolute: string) => Promise<T>): Promise<T | undefined> => {
    try {
      return await look(resolve(root, path))
    } catch (error) {
      const {code} = error as {code?: string}
      if (code !== 'ENOENT' && code !== 'ENOTDIR') report(fileProblem('cannot-read', path, error))
      return undefined
    }
  }

  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const meant = pending.get(path)
    if (meant) return meant.bytes && 'parts' in meant.bytes ? joined(meant.bytes) : meant.bytes
    return found(path, (absolute) => readFile(absolute))
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
    return found(path, async (absolute) => ({size: (await stat(absolute)).size, pieces: openFile(absolute)}))
  }

  /** Whether there is a file, and whether it holds just this. */
  const compare = async (path: string, content: Uint8Array | InParts): Promise<'none' | 'same' | 'other'> => {
    if ('parts' in content && !pending.has(path)) {
      const same = await found(path, (absolute) => holdsText(absolute, content))
      return same === undefined ? 'none' : same ? 'same' : 'other'
    }
    const before = await read(path)
    return !before ? 'none' : isSame(before, content) ? 'same' : 'other'
  }

  const readText = async (path: string): Promise<string | undefined> => {
    const bytes = await read(path)
    const text = bytes && decode(bytes, path)
    if (typeof text !== 'object') return text
    report(text)
    return undefined
  }

  const write: Workspace['write'] = async (path, content, kind) => {
    if (kind === 'folder') {
      const isThere = await stat(resolve(root, path)).catch(() => undefined)
      if (!isThere) pending.set(path, {change: {path, kind, change: 'created'}})
      return
    }
    const bytes =
      typeof content === 'string' ? Buffer.from(content) : 'parts' in content ? keptIfSmall(content) : content
    const before = await compare(path, bytes)
    if (before === 'same') return
    const created = pending.get(path)?.change.change === 'created' || before === 'none'
    pending.set(path, {change: {path, kind, change: created ? 'created' : 'updated'}, bytes})
  }

  const remove = async (path: string, kind: FileKind): Promise<void> => {
    if (await read(path)) pending.set(path, {change: {path, kind, change: 'removed'}})
  }

  const move = async (path: string, to: string, kind: FileKind): Promise<void> => {
    pending.set(path, {change: {path, kind, change: 'moved', to}})
  }

  const commit: Workspace['commit'] = async (onWritten) => {
    const total = pending.size
    let done = 0
    for (const kind of ORDER) {
      const queue = new PQueue({concurrency})
      const jobs = [...pending.values()].filter(({change}) => change.kind === kind)
      await queue.addAll(
        jobs.map((job) => async () => {
          const problem = await perform(root, job)
          if (problem) {
            pending.delete(job.change.path)
            report(problem)
          }
          onWritten(job.change.path, ++done, total)
        })
      )
    }
  }

  const changes = (): FileChange[] =>
    [...pending.values()].map(({change}) => change).sort((a, b) => (a.path < b.path ? -1 : 1))
  return {root, read, open: openPath, readText, write, remove, move, report, diagnostics, changes, commit}
}

async function perform(root: string, {change, bytes}: Pending): Promise<Diagnostic | undefined> {
  const path = resolve(root, change.path)
  try {
    if (change.change === 'removed') await rm(path, {force: true})
    else if (change.to !== undefined) {
      await mkdir(dirname(resolve(root, change.to)), {recursive: true})
      await rename(path, resolve(root, change.to))
    } else if (change.kind === 'folder') await mkdir(path, {recursive: true})
    else {
      await mkdir(dirname(path), {recursive: true})
      if ('parts' in bytes!) await writeParts(path, bytes)
      else await writeFileAtomic(path, Buffer.from(bytes!))
    }
    return undefined
  } catch (error) {
    // Codes of Node's own begin so: a mistake of ours, and not of the disk.
    const {code} = error as {code?: string}
    if (code === undefined || code.startsWith('ERR_')) throw error
    return fileProblem('cannot-write', change.path, error)
  }
}

/** Write a file whole or not at all, as `write-file-atomic` does, which wants it in one piece. */
async function writeParts(path: string, {parts}: InParts): Promise<void> {
  const temporary = `${path}.${process.pid}`
  const before = await stat(path).catch(() => undefined)
  const file = await open(temporary, 'w', before?.mode)
  try {
    for (const part of parts()) await file.appendFile(part)
    await file.sync()
    await file.close()
    await rename(temporary, path)
  } catch (error) {
    await file.close().catch(() => {})
    await rm(temporary, {force: true})
    throw error
  }
}

function fileProblem(id: 'cannot-read' | 'cannot-write', path: string, error: unknown): Diagnostic {
  const {code, message} = error as {code?: string; message: string}
  return {id, level: 'error', path, args: {reason: code ?? message}}
}
