import type {Diagnostic} from '@passerelle/model'
import type {Direction} from '../project/direction.ts'
import type {Project} from '../project/project.ts'
import type {Verb} from '../report/report.ts'
import type {Content} from './find.ts'
import {patternsOf} from '../config/patterns.ts'
import {unread} from './unread.ts'

/** Verbs that people ask how all is, and which say what they did not look at. */
const ASKED: ReadonlySet<Verb> = new Set<Verb>(['check', 'status', 'sync'])

/** Which documents are translated from where to where, and what is wrong with others. */
interface Decided {
  readonly directions: ReadonlyArray<Direction>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** What of a project is not looked at: what nobody reads, and that nothing is there at all. */
export async function notLookedAt(
  verb: Verb,
  project: Pick<Project, 'root' | 'config' | 'locales'>,
  content: Content,
  decided: Decided,
  options: {readonly locales?: ReadonlyArray<string>}
): Promise<Diagnostic[]> {
  if (!ASKED.has(verb)) return []
  const found = await unread(project, content)
  // How many pictures there are is news to nobody but the gate, which is to have seen everything.
  if (verb !== 'check') return found.filter(({id}) => id !== 'assets-not-read')
  return [...found, ...nothing(project, content, decided, options)]
}

/** That nothing is to be checked in a project; or nothing that was asked for, which is no mistake. */
function nothing(
  {config, locales}: Pick<Project, 'config' | 'locales'>,
  {found}: Content,
  {directions, diagnostics}: Decided,
  options: {readonly locales?: ReadonlyArray<string>}
): Diagnostic[] {
  if (found.length > 0 && locales.length < 2)
    return [{id: 'one-language', level: 'error', path: '.', args: {found: locales.join(', ')}}]
  if (directions.length === 0 && diagnostics.every(({level}) => level !== 'error')) {
    const patterns = patternsOf(config).map(({written}) => written)
    return [{id: 'nothing-to-check', level: 'error', path: '.', args: {patterns: patterns.join(', ')}}]
  }
  const isSelected = directions.some(({targetLocale}) => options.locales?.includes(targetLocale) ?? true)
  if (isSelected || directions.length === 0) return []
  return [{id: 'nothing-selected', level: 'info', path: '.', args: {locales: options.locales!.join(', ')}}]
}
