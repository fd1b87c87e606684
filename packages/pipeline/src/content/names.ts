import type {Diagnostic} from '@passerelle/model'
import {bilingualPath, handoffName} from '../project/direction.ts'
import type {Project} from '../project/project.ts'
import type {Found} from './find.ts'
import {patternsOf} from '../config/patterns.ts'

/** A document with its name, which its record, its hand-offs and people use. */
export interface Named extends Found {
  readonly document: string
}

/** How much of a document is in the record with a name, from 0 to 1. */
export type Likeness = (found: Found, name: string) => Promise<number>

/**
 * Name the documents of a project.
 *
 * If all folders of locales lie in one folder, the name is the path below the folder of the locale; if not, it begins
 * with the folder above. But a document with a record keeps the name of its record: names do not change when a second
 * folder comes or goes. If several documents could have the same record, the most similar one has it, else the first.
 *
 * @param records
 *   Paths of all records.
 */
export async function nameDocuments(
  found: ReadonlyArray<Found>,
  project: Pick<Project, 'config' | 'locales'>,
  records: ReadonlySet<string>,
  likeness: Likeness
): Promise<{documents: Named[]; diagnostics: Diagnostic[]}> {
  const roots: Roots = new Set(patternsOf(project.config).map(({root}) => root)).size > 1 ? 'several' : 'one'
  const owners = await ownersOf(found, roots, (name) => hasRecord(name, project, records), likeness)
  const taken = new Map<string, Found>(owners)
  const documents: Named[] = []
  const diagnostics: Diagnostic[] = []
  for (const each of found) {
    const names = namesFor(each, roots)
    const own = names.filter((name) => owners.get(handoffName(name)) === each)
    const document =
      own.length > 1
        ? await mostAlike(own, (name) => likeness(each, name))
        : (own[0] ?? names.find((name) => !taken.has(handoffName(name))))
    if (document === undefined)
      diagnostics.push(sameName(each, taken.get(handoffName(names[0]!))!, names[0]!))
    else {
      taken.set(handoffName(document), each)
      documents.push({...each, document})
    }
  }
  return {documents, diagnostics}
}

/** Whether the folders of locales lie in one folder or in several. */
type Roots = 'one' | 'several'

/** Names that a document may have; the first is the usual one. */
function namesFor({root, below}: Found, roots: Roots): string[] {
  return roots === 'several' ? [`${root}${below}`, below] : [below, `${root}${below}`]
}

/** Which document each record belongs to, by the name of its file. */
async function ownersOf(
  found: ReadonlyArray<Found>,
  roots: Roots,
  isRecorded: (name: string) => boolean,
  likeness: Likeness
): Promise<Map<string, Found>> {
  const claims = new Map<string, {name: string; by: Found[]}>()
  for (const each of found) {
    for (const name of new Set(namesFor(each, roots))) {
      if (!isRecorded(name)) continue
      const claim = claims.get(handoffName(name)) ?? {name, by: []}
      claim.by.push(each)
      claims.set(handoffName(name), claim)
    }
  }
  const owners = new Map<string, Found>()
  for (const [file, {name, by}] of claims) {
    owners.set(file, by.length === 1 ? by[0]! : await mostAlike(by, (each) => likeness(each, name)))
  }
  return owners
}

/** The most similar item; of several the first. */
async function mostAlike<Item>(
  items: ReadonlyArray<Item>,
  likeness: (item: Item) => Promise<number>
): Promise<Item> {
  const alike = await Promise.all(items.map(likeness))
  return items[alike.indexOf(Math.max(...alike))]!
}

function hasRecord(
  name: string,
  {config, locales}: Pick<Project, 'config' | 'locales'>,
  records: ReadonlySet<string>
): boolean {
  return locales.some((source) =>
    locales.some(
      (target) => source !== target && records.has(bilingualPath(config.bilingual, source, target, name))
    )
  )
}

function sameName(found: Found, other: Found, name: string): Diagnostic {
  const [path, first] = [found, other].map(({root, locales, below}) => `${root}${locales[0]}/${below}`)
  return {id: 'same-name', level: 'error', path: path!, args: {other: first!, name}}
}
