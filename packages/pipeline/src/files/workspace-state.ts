import type {Diagnostic} from '@passerelle/model'
import type {FileChange} from '../report/report.ts'
import type {Pending} from './commit.ts'
import type {Disk, Seen} from './disk.ts'
import type {Inside} from './inside.ts'

/** What a workspace knows: what files held, what is meant to be done to them, and what was found. */
export interface WorkspaceState {
  /** Absolute; other paths are relative to it. */
  readonly root: string
  /** How many files are written at a time. */
  readonly concurrency: number
  readonly disk: Disk
  readonly inside: Inside
  /** What is meant to be done, by path: one thing to each file. */
  readonly pending: Map<string, Pending>
  /** What a commit moved out of the way, besides what was meant. */
  readonly moved: FileChange[]
  /** What files held when they were first looked at: what was decided was decided by it. */
  readonly seen: Map<string, Seen>
  readonly diagnostics: Diagnostic[]
}

/** Stands for the text of a file that is there and cannot be read. */
export const UNREADABLE: unique symbol = Symbol('unreadable')

export function report({diagnostics}: WorkspaceState, ...found: ReadonlyArray<Diagnostic>): void {
  // A call with one argument for each of very many fails.
  for (const diagnostic of found) diagnostics.push(diagnostic)
}

/** Remember what a file holds; the first look counts. */
export function noteSeen({seen}: WorkspaceState, path: string, held: Seen): void {
  if (!seen.has(path)) seen.set(path, held)
}
