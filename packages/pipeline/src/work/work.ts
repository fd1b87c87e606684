import {type Bitext, carry, type Carried, type Diagnostic, excerptOf, type Place} from '@passerelle/model'
import {writeRecordInParts} from '@passerelle/xliff'
import {type Claims, createClaims} from './claims.ts'
import type {Direction} from '../project/direction.ts'
import type {InParts} from '../files/in-parts.ts'
import type {PackedUnits} from './packed-units.ts'
import {findPage} from '../page/find-page.ts'
import {type Page, pageOf, samePage, toPrinted} from '../page/page.ts'
import type {Project} from '../project/project.ts'
import {readRecord, stillAside} from './record.ts'
import {readSource, type Source, splitterOf} from '../project/source.ts'
import type {Workspace} from '../files/workspace.ts'

/** One document in one direction, with all that is known of it: what every verb works on. */
export interface Work {
  readonly direction: Direction
  /** Today's source. */
  readonly source: Source
  /** The record carried to today's source. */
  bitext: Bitext
  /**
   * Removed units that follow those of the bitext in the record: all those of a large record, and translations of a
   * large hand-back that have no place.
   */
  aside?: PackedUnits
  /** What the hand-backs of this run say about its sentences. */
  readonly claims: Claims
  /** What changed when the record was carried. */
  readonly carried: Carried
  /** Ids of units of today's source that the record did not have when it was read; undefined if there is no record. */
  readonly unrecorded: ReadonlySet<string> | undefined
  /**
   * The localized document as it was last written; undefined if none ever was. It does not have translations that came
   * in since.
   */
  page: () => Page | undefined
  /** The page when the work was opened. */
  readonly pageBefore: () => Page | undefined
}

/**
 * Read a document and its record, and carry the record to today's source.
 *
 * @returns
 *   The work, or undefined where one of the two cannot be read, which is reported: a record that cannot be read
 *   must not be written over.
 */
export async function openWork(
  workspace: Workspace,
  project: Project,
  direction: Direction
): Promise<Work | undefined> {
  const text = await workspace.readText(direction.sourcePath)
  if (typeof text !== 'string') return undefined
  const source = await readSource(text, direction.sourcePath, direction, project)
  workspace.report(...source.diagnostics)
  const today = source.blocks.map((block) => block.unit)
  // A run that writes nothing has not moved the record of a renamed document.
  const own = await readRecord(workspace, direction, today)
  const found = own ?? (direction.before && (await readRecord(workspace, direction.before, today)))
  if (found === 'unreadable') return undefined
  // If a catalog is not JSON, it has no blocks today; its translations must not be set aside for that.
  if (source.document.blocks.length === 0 && source.diagnostics.some(({level}) => level === 'error'))
    return undefined

  const record = found?.bitext
  const recorded = record && new Set(record.units.map(({id}) => id))
  const unrecorded = recorded && new Set(today.flatMap(({id}) => (recorded.has(id) ? [] : [id])))
  const carried = carry(record?.units ?? [], record?.removed ?? [], today, splitterOf(direction, project))
  const aside = found && stillAside(found, carried.removed)
  workspace.report(...cosmeticChanges(carried, source, direction), ...recutUnits(carried, source, direction))
  const {document, sourceLocale, targetLocale} = direction
  const {units} = carried
  const removed = aside ? [] : carried.removed
  const bitext: Bitext = {
    document,
    sourceLocale,
    targetLocale,
    units,
    removed,
    ...(record?.comments && {comments: record.comments}),
    ...(record?.metadata && {metadata: record.metadata}),
    ...(record?.skeleton && {skeleton: record.skeleton})
  }
  const claims = createClaims()
  const work = {direction, source, bitext, carried, unrecorded, claims, ...(aside && {aside})}
  const page = await findPage(workspace, project, work, record)
  return {...work, page, pageBefore: page}
}

/** Stage the record of a work. */
export async function stageWork(workspace: Workspace, work: Work, {config}: Project): Promise<void> {
  const {direction, bitext, aside} = work
  const follows = pageOf(bitext, config)
  const recordOf = (page: Page | undefined): InParts => {
    const isPlain = !page || (follows !== undefined && samePage(page, follows))
    const record = isPlain ? bitext : {...bitext, printed: toPrinted(page)}
    return {parts: () => writeRecordInParts(record, {more: aside?.parts(), isLimited: aside?.isLimited})}
  }
  const {targetPath} = direction
  const record = recordOf(work.page())
  // While the document is being written, the record says both what it was and what it will be.
  const ahead = workspace.isNew(targetPath) ? record : recordOf(work.pageBefore())
  const how = workspace.isMeant(targetPath) ? {ahead, after: [targetPath]} : {}
  await workspace.write(direction.bilingualPath, record, 'bilingual', how)
}

function cosmeticChanges(
  {cosmetic}: Carried,
  source: Source,
  {sourcePath: path, targetLocale: locale}: Direction
): Diagnostic[] {
  if (cosmetic.length === 0) return []
  const places = placesOf(source)
  return cosmetic.map(({unit, before, after}) => {
    const place = places.get(unit)
    const args = {before: excerptOf(before), after: excerptOf(after)}
    return {
      id: 'cosmetic-change',
      level: 'info',
      path,
      unit,
      locale,
      args,
      ...(place && {line: place.line, column: place.column})
    }
  })
}

/** The place of each unit's block. */
function placesOf({blocks}: Source): Map<string, Place> {
  return new Map(blocks.map(({unit, block}) => [unit.id, block.place]))
}

/** Report blocks that were cut into other sentences, and how many words have to be translated again. */
function recutUnits(
  {recut, units}: Carried,
  source: Source,
  {sourcePath: path, targetLocale: locale}: Direction
): Diagnostic[] {
  if (recut.length === 0) return []
  const places = placesOf(source)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return recut.map((id) => {
    const place = places.get(id)
    const pairs = byId.get(id)?.pairs ?? []
    const todo = pairs.filter((pair) => !pair.target).length
    const args = {count: pairs.length, todo}
    return {
      id: 'recut',
      level: 'info',
      path,
      unit: id,
      locale,
      args,
      ...(place && {line: place.line, column: place.column})
    }
  })
}

/** The files that hold what is known of works; changes that depend on them wait until they are written. */
export function filesOfWorks(workspace: Workspace, works: ReadonlyArray<Work>): string[] {
  return works.flatMap(({direction}) => [
    direction.bilingualPath,
    ...(workspace.isMeant(direction.targetPath) ? [direction.targetPath] : [])
  ])
}
