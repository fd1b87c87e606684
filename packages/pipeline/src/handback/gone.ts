import type {Bitext, Pair, Unit} from '@passerelle/model'
import {type ReadFile, writeRecordInParts} from '@passerelle/xliff'
import {formatOf} from '../formats/formats.ts'
import {leavesFolder} from '../files/inside.ts'
import {bilingualPath} from '../project/direction.ts'
import {createClaims} from '../work/claims.ts'
import {readRecord} from '../work/record.ts'
import type {Session} from '../work/session.ts'
import {type Taken, takeHandback} from './handback.ts'

/** How a file of a document that is gone is taken. */
export interface HowGone {
  /** Whose word it is. */
  readonly voice: string
  /** Whether it is a hand-off of this project, as in the outbox: where no record is left it gets one. */
  readonly isOurs: boolean
}

/** A record whose document is gone, as it is by now. */
interface Gone {
  readonly path: string
  readonly bitext: Bitext
}

/**
 * Take what came back for a document that is not here any more into its record, which still is: nobody reads it there
 * until the document comes back, but it is in a file that git tracks.
 *
 * @param path
 *   File of the hand-back.
 * @returns
 *   Undefined where the document is here, or its record is not, or is too large to be read as a whole.
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

/** Whether a file names a document and languages such as the project has: others may lie in the outbox, too. */
function isOfProject({project, entries}: Session, {document, sourceLocale, targetLocale}: Bitext): boolean {
  const locales = project.config.locales ?? entries.flatMap(({paths}) => Object.keys(paths))
  return formatOf(document) !== undefined && locales.includes(sourceLocale) && locales.includes(targetLocale)
}

/** A unit as it was before anybody translated it. */
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
