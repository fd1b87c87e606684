import type {Diagnostic} from '@passerelle/model'
import type {Direction} from '../project/direction.ts'
import type {Project} from '../project/project.ts'
import type {Verb} from '../report/report.ts'
import type {Content} from './find.ts'
import {patternsOf} from '../config/patterns.ts'
import {unread} from './unread.ts'

/** Verbs with which people ask how things are; these also say what they did not look at. */
const ASKED: ReadonlySet<Verb> = new Set<Verb>(['check', 'status', 'sync'])

/** The directions of documents, and what is wrong with documents that have none. */
interface Decided {
  readonly directions: ReadonlyArray<Direction>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** What is not looked at in a project: files that nothing reads, and a project without any content. */
export async function notLookedAt(
  verb: Verb,
  project: Pick<Project, 'root' | 'config' | 'locales'>,
  content: Content,
  decided: Decided,
  options: {readonly locales?: ReadonlyArray<string>}
): Promise<Diagnostic[]> {
  if (!ASKED.has(verb)) return []
  const found = await unread(project, content)
  // Only the gate tells how many pictures there are, because it has to account for everything.
  if (verb !== 'check') return found.filter(({id}) => id !== 'assets-not-read')
  return [...found, ...nothing(project, content, decided, options)]
}

/** Say that there is nothing to check in a project; or in what was asked for, which is no mistake. */
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
