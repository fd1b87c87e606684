import type {Diagnostic} from '@passerelle/model'
import {bilingualPath, type Direction, type Earlier} from '../project/direction.ts'
import type {Project} from '../project/project.ts'
import type {Entry} from './entries.ts'

/**
 * Decide for each document which locale is its source.
 *
 * Its bilingual files say so; without any, it is the only locale in which the document exists. A document that has
 * several locales and no bilingual file is reported and left alone: whichever was chosen, the others would be
 * overwritten.
 *
 * @param records
 *   Paths of all bilingual files.
 * @param earlierOf
 *   Where a renamed document was before.
 */
export function decideDirections(
  project: Project,
  entries: ReadonlyArray<Entry>,
  records: ReadonlySet<string>,
  earlierOf: (entry: Entry, targetLocale: string) => Earlier | undefined = () => undefined
): {directions: Direction[]; diagnostics: Diagnostic[]} {
  const directions: Direction[] = []
  const diagnostics: Diagnostic[] = []
  for (const entry of entries) {
    const recorded = project.locales.filter((source) => hasRecord(project, entry, source, records))
    const problem = problemOf(entry, recorded)
    if (problem) diagnostics.push(problem)
    const sourceLocale = recorded.length === 1 ? recorded[0]! : entry.locales[0]!
    if (problem || !entry.locales.includes(sourceLocale)) continue
    for (const targetLocale of project.locales) {
      if (targetLocale !== sourceLocale)
        directions.push(direction(project, entry, sourceLocale, targetLocale, earlierOf(entry, targetLocale)))
    }
  }
  return {directions, diagnostics}
}

function hasRecord(project: Project, entry: Entry, source: string, records: ReadonlySet<string>): boolean {
  return project.locales.some(
    (target) =>
      target !== source &&
      records.has(bilingualPath(project.config.bilingual, source, target, entry.document))
  )
}

function problemOf(entry: Entry, recorded: ReadonlyArray<string>): Diagnostic | undefined {
  const [first, second] = entry.locales.map((locale) => entry.paths[locale]!)
  if (recorded.length > 1) {
    return {id: 'direction-unclear', level: 'error', path: first!, args: {locales: recorded.join(', ')}}
  }
  if (recorded.length === 0 && entry.locales.length > 1) {
    return {id: 'both-exist', level: 'error', path: first!, args: {first: first!, second: second!}}
  }
  if (recorded.length === 1 && !entry.locales.includes(recorded[0]!)) {
    return {id: 'source-gone', level: 'warning', path: first!, args: {source: entry.paths[recorded[0]!]!}}
  }
  return undefined
}

function direction(
  project: Project,
  entry: Entry,
  sourceLocale: string,
  targetLocale: string,
  before: Earlier | undefined
): Direction {
  return {
    ...(before && {before}),
    document: entry.document,
    below: entry.below,
    format: entry.format,
    sourceLocale,
    targetLocale,
    sourcePath: entry.paths[sourceLocale]!,
    targetPath: entry.paths[targetLocale]!,
    bilingualPath: bilingualPath(project.config.bilingual, sourceLocale, targetLocale, entry.document)
  }
}
