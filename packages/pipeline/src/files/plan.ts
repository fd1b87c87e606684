import {resolve} from 'node:path'
import type {FileChange, FileKind} from '../report/report.ts'
import {commitAll, type Done} from './commit.ts'
import {isAbsent, look, NOTHING} from './disk.ts'
import {type InParts, keptIfSmall} from './in-parts.ts'
import {compareWith, lookAt, readBytes} from './reading.ts'
import {freeNames} from './swap.ts'
import {noteSeen, report, UNREADABLE, type WorkspaceState} from './workspace-state.ts'

/** What a change to a file depends on. */
export interface How {
  /** Files that must be on the disk as planned, and read back, before this one is changed. */
  readonly after?: ReadonlyArray<string>
  /** What the file holds while the files of `after` are written; then it is written twice. */
  readonly ahead?: InParts
  /** Whether the file that stands there is first given another name, which is reported. */
  readonly keepOld?: boolean
}

/** A file that is to be written, or a folder to be made. */
interface Writing {
  readonly path: string
  readonly content: string | Uint8Array | InParts
  readonly kind: FileKind
}

/** See `Workspace.write`. */
export async function planWrite(
  state: WorkspaceState,
  {path, content, kind}: Writing,
  {after = [], ahead, keepOld = false}: How = {}
): Promise<void> {
  const {pending} = state
  if (kind === 'folder') {
    const isThere = await state.disk.stat(resolve(state.root, path)).catch(() => undefined)
    if (!isThere) pending.set(path, {change: {path, kind, change: 'created'}, after})
    return
  }
  const bytes =
    typeof content === 'string' ? Buffer.from(content) : 'parts' in content ? keptIfSmall(content) : content
  const before = await compareWith(state, path, bytes)
  if (before === 'same' || before === UNREADABLE) return
  const created = pending.get(path)?.change.change === 'created' || before === 'none'
  const more = {
    ...(keepOld && before === 'other' && {aside: await freeName(state, path, path)}),
    ...(ahead && {ahead: ahead === content ? bytes : ahead})
  }
  pending.set(path, {change: {path, kind, change: created ? 'created' : 'updated'}, bytes, after, ...more})
}

/** See `Workspace.remove`. */
export async function planRemove(
  state: WorkspaceState,
  path: string,
  kind: FileKind,
  {after = []}: How = {}
): Promise<void> {
  if (await readBytes(state, path)) state.pending.set(path, {change: {path, kind, change: 'removed'}, after})
}

/** A file that is to be moved. */
interface Moving {
  readonly path: string
  readonly to: string
  readonly kind: FileKind
}

/** See `Workspace.move`. */
export async function planMove(
  state: WorkspaceState,
  {path, to, kind}: Moving,
  {after = []}: How = {}
): Promise<void> {
  const {pending, seen, disk} = state
  const isThere = await lookAt(state, path, async (absolute) => {
    if (!seen.has(path)) noteSeen(state, path, await look(disk, absolute))
    return seen.get(path) !== NOTHING
  })
  if (isThere !== true) return
  pending.set(path, {change: {path, kind, change: 'moved', to: await freeName(state, to)}, after})
}

/**
 * A name that no file has and none is planned to get: the wished one, or that with a number.
 *
 * @param taken
 *   A name that counts as taken even if no file has it.
 */
export async function freeName(
  {root, disk, pending}: WorkspaceState,
  wished: string,
  taken?: string
): Promise<string> {
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

/** See `Workspace.commit`. */
export async function commitPlan(
  state: WorkspaceState,
  onWritten: (path: string, done: number, total: number) => void,
  mayWrite: () => Promise<boolean> = async () => true
): Promise<void> {
  const {pending, disk, root, concurrency, seen} = state
  const total = pending.size
  let count = 0
  const onDone = (path: string): void => onWritten(path, ++count, total)
  const done = await commitAll(pending.values(), {disk, root, concurrency, seen, mayWrite, onDone})
  for (const result of done) noteDone(state, result)
}

/** Replace a planned change by what was done; report it if it was not done. */
function noteDone(state: WorkspaceState, result: Done): void {
  const {path} = result.pending.change
  if ('problem' in result) {
    state.pending.delete(path)
    return report(state, result.problem)
  }
  const {aside: _, ...rest} = result.pending
  state.pending.set(path, {...rest, change: result.change})
  if (!result.moved) return
  state.moved.push(result.moved)
  report(state, {id: 'work-set-aside', level: 'warning', path, args: {aside: result.moved.to!}})
}

/** See `Workspace.changes`. */
export function changesOf({pending, moved}: WorkspaceState): FileChange[] {
  const asides = [...pending.values()].flatMap(({change, aside}) =>
    aside === undefined ? [] : [{...change, change: 'moved', to: aside} as const]
  )
  const all = [...[...pending.values()].map(({change}) => change), ...asides, ...moved]
  return all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.change === 'moved' ? -1 : 1))
}
