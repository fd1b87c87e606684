import {posix} from 'node:path'
import {createSimilarityIndex, type Diagnostic, dice, features, type Unit} from '@passerelle/model'
import type {Entry} from '../content/entries.ts'
import {formatOf} from '../formats/formats.ts'
import {bilingualPath, type Earlier} from '../project/direction.ts'
import type {Project} from '../project/project.ts'
import {readSource} from '../project/source.ts'
import type {FileChange} from '../report/report.ts'
import type {Workspace} from '../files/workspace.ts'
import {readRecord} from './record.ts'

/** Least similarity between a document and what its record knows (Dice of words and pairs of words). */
const LIKE = 0.4
/** Least similarity if the name is the same except for its folder or ending. */
const LIKE_BY_NAME = 0.25

/** A document that was in another folder or had another name. */
export interface Followed {
  readonly entry: Entry
  readonly sourceLocale: string
  /** Its earlier paths, by target locale. */
  readonly before: ReadonlyMap<string, Earlier>
}

/** Records of one document that is not at the paths they give. */
interface Orphan {
  readonly document: string
  readonly sourceLocale: string
  readonly targetLocales: ReadonlyArray<string>
  readonly features: Float64Array
}

/** A document without a record. */
interface Newcomer {
  readonly entry: Entry
  readonly sourceLocale: string
  readonly features: Float64Array
}

/**
 * Find documents that were renamed or moved: a document without a record has the content that the record of a missing
 * document knows.
 *
 * Only content decides, most similar first, so the result is the same with and without git.
 *
 * @param records
 *   Paths of all records.
 */
export async function followRenamed(
  workspace: Workspace,
  project: Project,
  entries: ReadonlyArray<Entry>,
  records: ReadonlySet<string>
): Promise<ReadonlyArray<Followed>> {
  const fresh = entries.filter((entry) => recordsOf(project, entry, records).length === 0)
  const lost = fresh.length === 0 ? [] : orphansIn(project, entries, records)
  if (lost.length === 0) return []
  const orphans: Orphan[] = []
  for (const orphan of lost) orphans.push(...(await withFeatures(workspace, project, orphan)))
  const newcomers: Newcomer[] = []
  for (const entry of fresh) newcomers.push(...(await newcomersOf(workspace, project, entry)))
  const followed: Followed[] = []
  for (const [newcomer, orphan] of matched(newcomers, orphans)) {
    const before = earlierOf(project, entries, newcomer, orphan)
    if (await isFree(workspace, newcomer, before))
      followed.push({entry: newcomer.entry, sourceLocale: newcomer.sourceLocale, before})
  }
  return followed
}

/** Paths of all records that a document may have. */
function recordsOf({config, locales}: Project, {document}: Entry, records: ReadonlySet<string>): string[] {
  return locales
    .flatMap((source) => locales.map((target) => bilingualPath(config.bilingual, source, target, document)))
    .filter((path) => records.has(path))
}

/** Records whose source does not exist, grouped by document. */
function orphansIn(
  {config, locales}: Project,
  entries: ReadonlyArray<Entry>,
  records: ReadonlySet<string>
): Omit<Orphan, 'features'>[] {
  const orphans = new Map<string, {document: string; sourceLocale: string; targetLocales: string[]}>()
  const isHere = new Set(
    entries.flatMap(({document, locales: own}) =>
      own.flatMap((source) =>
        locales.map((target) => bilingualPath(config.bilingual, source, target, document))
      )
    )
  )
  for (const path of [...records].sort()) {
    if (isHere.has(path)) continue
    for (const sourceLocale of locales) {
      for (const targetLocale of locales) {
        const folder = `${config.bilingual}/${sourceLocale}-${targetLocale}/`
        if (!path.startsWith(folder) || sourceLocale === targetLocale) continue
        const document = path.slice(folder.length)
        const orphan = orphans.get(`${sourceLocale}\0${document}`)
        if (orphan) orphan.targetLocales.push(targetLocale)
        else
          orphans.set(`${sourceLocale}\0${document}`, {document, sourceLocale, targetLocales: [targetLocale]})
      }
    }
  }
  return [...orphans.values()]
}

/** An orphan with its name and words, from its record; undefined if that cannot be read. */
async function withFeatures(
  workspace: Workspace,
  {config}: Project,
  orphan: Omit<Orphan, 'features'>
): Promise<Orphan[]> {
  const path = `${config.bilingual}/${orphan.sourceLocale}-${orphan.targetLocales[0]}/${orphan.document}`
  const found = await readRecord(workspace, {bilingualPath: path}, [], {isQuiet: true})
  if (!found || found === 'unreadable') return []
  return [{...orphan, document: found.bitext.document, features: featuresOf(found.bitext.units)}]
}

/** A document once for each language in which it exists. */
async function newcomersOf(workspace: Workspace, project: Project, entry: Entry): Promise<Newcomer[]> {
  const newcomers: Newcomer[] = []
  for (const sourceLocale of entry.locales) {
    const targetLocale = project.locales.find((locale) => locale !== sourceLocale)
    const path = entry.paths[sourceLocale]!
    const text = targetLocale === undefined ? undefined : await workspace.readText(path)
    if (typeof text !== 'string') continue
    const way = {format: entry.format, sourceLocale, targetLocale: targetLocale!}
    const source = await readSource(text, path, way, project)
    const units = source.blocks.map(({unit}) => unit)
    newcomers.push({entry, sourceLocale, features: featuresOf(units)})
  }
  return newcomers
}

function featuresOf(units: ReadonlyArray<Unit>): Float64Array {
  return features(units.flatMap(({pairs}) => pairs.flatMap(({source}) => [...source, ' '])))
}

/** Pairs of newcomers and orphans, each in one pair, the most similar first. */
function matched(newcomers: ReadonlyArray<Newcomer>, orphans: ReadonlyArray<Orphan>): [Newcomer, Orphan][] {
  const index = createSimilarityIndex(
    orphans.map((orphan) => orphan.features),
    LIKE_BY_NAME
  )
  const open = new Set(newcomers)
  const result: [Newcomer, Orphan][] = []
  for (;;) {
    const best = [...open]
      .flatMap((newcomer) => {
        const at = index.find(newcomer.features)
        return at === undefined ? [] : [{newcomer, at, likeness: likenessOf(newcomer, orphans[at]!)}]
      })
      .filter(({likeness}) => likeness > 0)
      .toSorted((a, b) => b.likeness - a.likeness)[0]
    if (!best) return result
    index.remove(best.at)
    for (const newcomer of open) if (newcomer.entry === best.newcomer.entry) open.delete(newcomer)
    result.push([best.newcomer, orphans[best.at]!])
  }
}

/** How similar a document is to a missing one; 0 if it is certainly another. */
function likenessOf(newcomer: Newcomer, orphan: Orphan): number {
  const {entry, sourceLocale} = newcomer
  if (sourceLocale !== orphan.sourceLocale || entry.format !== formatOf(orphan.document)) return 0
  const isNamesake = bareName(entry.document) === bareName(orphan.document)
  const likeness = dice(newcomer.features, orphan.features)
  return likeness >= (isNamesake ? LIKE_BY_NAME : LIKE) ? likeness : 0
}

/** A name without folder and ending. */
function bareName(document: string): string {
  return posix.basename(document).replace(/\.[^.]*$/, '')
}

function earlierOf(
  {config}: Project,
  entries: ReadonlyArray<Entry>,
  {entry, sourceLocale}: Newcomer,
  {document, targetLocales}: Orphan
): Map<string, Earlier> {
  // The newcomer tells the folder above those of locales, unless its page tells another.
  const page = entries.find((one) => one.document === document)
  const pathIn = (locale: string): string =>
    page?.paths[locale] ?? entry.paths[locale]!.slice(0, -entry.below.length) + document
  return new Map(
    targetLocales.map((target) => [
      target,
      {
        document,
        sourcePath: pathIn(sourceLocale),
        targetPath: pathIn(target),
        bilingualPath: bilingualPath(config.bilingual, sourceLocale, target, document)
      }
    ])
  )
}

/**
 * Whether the page may be moved: not if pages with different texts lie at both paths, because only a person knows which
 * is right.
 */
async function isFree(
  workspace: Workspace,
  {entry}: Newcomer,
  before: ReadonlyMap<string, Earlier>
): Promise<boolean> {
  for (const [target, {targetPath}] of before) {
    const [old, now] = [await workspace.read(targetPath), await workspace.read(entry.paths[target]!)]
    if (old && now && !Buffer.from(old).equals(now)) return false
  }
  return true
}

/**
 * Move the pages of renamed documents, and then their records, before anything else is done: what is in them is not touched.
 *
 * Each is one rename. So if the run is killed in between, the next run finds a page that belongs to no record yet, and
 * follows the document again; or it finds both under their new names. An edited page is still an edited page there.
 *
 * @param open
 *   A workspace of its own: what it has looked at is somewhere else now.
 * @returns
 *   What was moved.
 */
export async function moveRenamed(
  open: () => Workspace,
  {config}: Project,
  followed: ReadonlyArray<Followed>
): Promise<{readonly changes: ReadonlyArray<FileChange>; readonly diagnostics: ReadonlyArray<Diagnostic>}> {
  const [pages, records] = [open(), open()]
  for (const {entry, before} of followed) {
    for (const [target, {targetPath}] of before) {
      const to = entry.paths[target]!
      if (await pages.read(to)) await pages.remove(targetPath, 'document')
      else await pages.move(targetPath, to, 'document')
    }
  }
  await pages.commit(() => {})
  // A record whose page could not be moved stays with it.
  if (pages.diagnostics.length === 0) {
    for (const {entry, sourceLocale, before} of followed) {
      for (const [target, {bilingualPath: from}] of before) {
        const to = bilingualPath(config.bilingual, sourceLocale, target, entry.document)
        await records.move(from, to, 'bilingual')
      }
    }
    await records.commit(() => {})
  }
  return {
    changes: [...pages.changes(), ...records.changes()],
    diagnostics: [...pages.diagnostics, ...records.diagnostics]
  }
}

/** Diagnostics for documents that were renamed. */
export function followedDiagnostics(followed: ReadonlyArray<Followed>): Diagnostic[] {
  return followed.map(({entry, sourceLocale, before}) => ({
    id: 'document-followed',
    level: 'info',
    path: entry.paths[sourceLocale]!,
    args: {from: [...before.values()][0]!.sourcePath}
  }))
}
