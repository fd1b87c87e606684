import {signature, type Unit} from '@passerelle/model'
import {type Knowing, type Memory, remember} from '../memory/memory.ts'
import {isWanted, reuse} from '../memory/reuse.ts'
import {type FoundRecord, readRecord} from './record.ts'
import type {Session} from './session.ts'
import type {Work} from './work.ts'

/**
 * Give the sentences of all documents the translations that other documents have or had: see `reuse`.
 *
 * It uses what was taken so far, so a verb that takes something calls it again.
 *
 * @returns
 *   Documents that were given something.
 */
export async function reuseAcross(session: Session): Promise<ReadonlyArray<Work>> {
  const given: Work[] = []
  for (const works of Map.groupBy(session.works, languagesOf).values()) {
    const wanted = wantedIn(works)
    if (wanted.size === 0) continue
    const memory = remember(wanted, [...works.map(knowingOf), ...(await goneDocuments(session, works[0]!))])
    for (const work of works) if (give(session, work, memory)) given.push(work)
  }
  return given
}

function give({project, counts}: Session, work: Work, memory: Memory): boolean {
  const {units, moved, filled} = reuse(
    work.direction.document,
    work.bitext.units,
    memory,
    project.config.reuse
  )
  counts.moved += moved
  counts.reused += filled
  if (units === work.bitext.units) return false
  work.bitext = {...work.bitext, units}
  return true
}

function languagesOf({direction}: Work): string {
  return `${direction.sourceLocale}-${direction.targetLocale}`
}

/** Signatures of all sentences that need a translation. */
function wantedIn(works: ReadonlyArray<Work>): ReadonlySet<string> {
  const wanted = new Set<string>()
  for (const {bitext} of works)
    for (const {pairs} of bitext.units)
      for (const pair of pairs) if (isWanted(pair)) wanted.add(signature(pair.source))
  return wanted
}

function knowingOf({direction: {document}, bitext, carried, aside}: Work): Knowing {
  return {
    document,
    units: bitext.units,
    removed: removedOf(bitext.removed, aside),
    departed: carried.departed
  }
}

function* removedOf(
  removed: ReadonlyArray<Unit>,
  aside: Work['aside']
): Generator<ReadonlyArray<Unit>, undefined> {
  yield removed
  if (aside) yield* aside.parts()
}

/** What is known from the records of documents that are gone. */
async function goneDocuments(session: Session, {direction}: Work): Promise<Knowing[]> {
  const {sourceLocale, targetLocale} = direction
  const folder = `${session.project.config.bilingual}/${sourceLocale}-${targetLocale}/`
  const known = new Set(
    [...session.works.map((work) => work.direction), ...session.unopened].flatMap(recordsOf)
  )
  const gone: Knowing[] = []
  for (const path of [...session.records].sort()) {
    if (!path.startsWith(folder) || known.has(path)) continue
    const found = await readGone(session, path)
    if (!found) continue
    const {units, removed, document} = session.gone.get(path) ?? found.bitext
    const groups = [[...units, ...removed], ...(found.aside?.parts() ?? [])]
    gone.push({document, units: [], removed: groups, departed: []})
  }
  return gone
}

/** The record of a document that is gone, read once in a run; undefined if it cannot be read. */
async function readGone(
  {workspace, readGone: known}: Session,
  path: string
): Promise<FoundRecord | undefined> {
  if (!known.has(path)) {
    const found = await readRecord(workspace, {bilingualPath: path}, [], {isQuiet: true})
    known.set(path, found === 'unreadable' ? undefined : found)
  }
  return known.get(path)
}

function recordsOf({bilingualPath, before}: Work['direction']): string[] {
  return before ? [bilingualPath, before.bilingualPath] : [bilingualPath]
}
