import type {Bitext, Pair, Unit} from '@passerelle/model'
import {type ReadFile, writeRecordInParts} from '@passerelle/xliff'
import {formatOf} from '../formats/formats.ts'
import {leavesFolder} from '../files/inside.ts'
import {bilingualPath} from '../project/direction.ts'
import {createClaims} from '../work/claims.ts'
import {readRecord} from '../work/record.ts'
import type {Session} from '../work/session.ts'
import {type Taken, takeHandback} from './handback.ts'

/** How to take a file of a document that is gone. */
export interface HowGone {
  /** Who says it; see `voicesOf`. */
  readonly voice: string
  /** Whether it is a hand-off of this project, as in the outbox: if its record is gone, it gets a new one. */
  readonly isOurs: boolean
}

/** The record of a document that is gone, with what was taken so far. */
interface Gone {
  readonly path: string
  readonly bitext: Bitext
}

/**
 * Take a hand-back for a document that is gone into its record, if that still exists. Nobody reads it there until the
 * document comes back, but git tracks it.
 *
 * @param path
 *   File of the hand-back.
 * @returns
 *   Undefined if the document exists, or if its record does not or is too large to be read as a whole.
 */
export async function takeIntoGone(
  session: Session,
  file: ReadFile,
  path: string,
  {voice, isOurs}: HowGone
): Promise<Taken | undefined> {
  const gone = await goneOf(session, file.bitext, isOurs)
  if (!gone) return undefined
  const taken = takeHandback(gone.bitext, file, path, {voice, claims: createClaims()})
  session.gone.set(gone.path, taken.bitext)
  session.touchedGone.add(gone.path)
  await session.workspace.write(gone.path, {parts: () => writeRecordInParts(taken.bitext)}, 'bilingual')
  return taken
}

async function goneOf(session: Session, origin: Bitext, isOurs: boolean): Promise<Gone | undefined> {
  const {workspace, project, entries, unopened} = session
  const {document, sourceLocale, targetLocale} = origin
  const path = bilingualPath(project.config.bilingual, sourceLocale, targetLocale, document)
  if ([sourceLocale, targetLocale, document].some(leavesFolder)) return undefined
  const isHere = entries.some((entry) => entry.document === document && entry.locales.includes(sourceLocale))
  if (isHere || unopened.some((each) => each.bilingualPath === path)) return undefined
  const known = session.gone.get(path)
  if (known) return {path, bitext: known}
  const found = await readRecord(workspace, {bilingualPath: path}, [])
  if (found === undefined && isOurs && isOfProject(session, origin))
    return {
      path,
      bitext: {document, sourceLocale, targetLocale, units: origin.units.map(untranslated), removed: []}
    }
  return found && found !== 'unreadable' && !found.aside ? {path, bitext: found.bitext} : undefined
}

/**
 * Whether a file names a document and languages that this project could have: the outbox may hold files of others, too.
 */
function isOfProject({project, entries}: Session, {document, sourceLocale, targetLocale}: Bitext): boolean {
  const locales = project.config.locales ?? entries.flatMap(({paths}) => Object.keys(paths))
  return formatOf(document) !== undefined && locales.includes(sourceLocale) && locales.includes(targetLocale)
}

/** A unit without any translation. */
function untranslated(unit: Unit): Unit {
  const pairs = unit.pairs.map(({id, source, gap}): Pair => ({
    id,
    source,
    gap,
    state: 'initial',
    candidates: []
  }))
  return {...unit, pairs}
}
