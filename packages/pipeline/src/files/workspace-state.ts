import type {Diagnostic} from '@passerelle/model'
import type {FileChange} from '../report/report.ts'
import type {Pending} from './commit.ts'
import type {Disk, Seen} from './disk.ts'
import type {Inside} from './inside.ts'

/** What a workspace knows: what files held, planned changes, and diagnostics. */
export interface WorkspaceState {
  /** Absolute; other paths are relative to it. */
  readonly root: string
  /** How many files are written at a time. */
  readonly concurrency: number
  readonly disk: Disk
  readonly inside: Inside
  /** Planned changes by path; one for each file. */
  readonly pending: Map<string, Pending>
  /** Files that a commit moved out of the way without being asked to. */
  readonly moved: FileChange[]
  /** What files held when they were first looked at: decisions were based on that. */
  readonly seen: Map<string, Seen>
  readonly diagnostics: Diagnostic[]
}

/** Stands for the text of a file that exists and cannot be read. */
export const UNREADABLE: unique symbol = Symbol('unreadable')

export function report({diagnostics}: WorkspaceState, ...found: ReadonlyArray<Diagnostic>): void {
  // JavaScript cannot call a function with one argument for each of very many items.
  for (const diagnostic of found) diagnostics.push(diagnostic)
}

/** Remember what a file holds; only the first look counts. */
export function noteSeen({seen}: WorkspaceState, path: string, held: Seen): void {
  if (!seen.has(path)) seen.set(path, held)
}
