import type {Diagnostic, FindingIdentity} from '@passerelle/model'
import type {Workspace} from '../files/workspace.ts'
import {UNREADABLE} from '../files/workspace-state.ts'

/**
 * Findings that a project has accepted, as its baseline lists them.
 *
 * A string is an entry of version 1, `id path unit`: it accepts all findings of that id in that unit, in any language.
 */
export type Entry = FindingIdentity | string

export interface Baseline {
  readonly path: string
  readonly isThere: boolean
  readonly entries: ReadonlyArray<Entry>
  /** Line of each entry in the file, from 1. */
  readonly lines: ReadonlyArray<number | undefined>
}

/** The baseline that is used if no other is named. */
export const BASELINE = 'passerelle-baseline.json'

/**
 * Read a baseline; a missing file is an empty baseline.
 *
 * @returns
 *   The baseline; undefined if the file is not a baseline, which is reported: it must not be overwritten.
 */
export async function readBaseline(workspace: Workspace, path: string): Promise<Baseline | undefined> {
  const text = await workspace.readText(path)
  if (text === UNREADABLE) return undefined
  if (text === undefined) return {path, isThere: false, entries: [], lines: []}
  const entries = entriesOf(text)
  if (!entries) {
    workspace.report({id: 'baseline-invalid', level: 'error', path, args: {}})
    return undefined
  }
  return {path, isThere: true, entries, lines: linesOf(text, entries)}
}

function entriesOf(text: string): Entry[] | undefined {
  try {
    const {version, accepted} = JSON.parse(text) as {version?: unknown; accepted?: unknown}
    const isKnown = (version === 1 || version === 2) && Array.isArray(accepted)
    return isKnown && accepted.every(isEntry) ? accepted : undefined
  } catch {
    return undefined
  }
}

function isEntry(entry: unknown): entry is Entry {
  if (typeof entry === 'string') return true
  const {id, path} = (entry ?? {}) as Partial<FindingIdentity>
  return typeof id === 'string' && typeof path === 'string'
}

function linesOf(text: string, entries: ReadonlyArray<Entry>): (number | undefined)[] {
  const lines = new Map(text.split('\n').map((line, index) => [line.trim().replace(/,$/, ''), index + 1]))
  return entries.map((entry) => lines.get(lineOf(entry)))
}

/** One line per entry, sorted, so that git can merge two branches that accept different findings. */
export function printBaseline(entries: ReadonlyArray<Entry>): string {
  const lines = [...new Set(entries.map(lineOf))].sort().map((line) => `    ${line}`)
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]'
  return `{\n  "version": 2,\n  "accepted": ${list}\n}\n`
}

/** An entry as its line in the file; equal for equal entries. */
export function lineOf(entry: Entry): string {
  return JSON.stringify(entry)
}

/** A finding as baselines of version 1 list it. */
export function firstVersionOf({id, path, unit}: Diagnostic): string {
  return [id, path, unit ?? ''].join(' ').trim()
}
