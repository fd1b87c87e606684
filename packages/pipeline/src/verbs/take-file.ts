import {normalize} from '@passerelle/model'
import {type ReadFile, readI18nextXliff} from '@passerelle/xliff'
import type {Incoming} from '../files/archive.ts'
import {divide} from '../handback/divide.ts'
import {findWork, isFlat, type Origin, originProblem, noteTaken} from '../handback/origin.ts'
import {type HowGone, takeIntoGone} from '../handback/gone.ts'
import {takeHandback} from '../handback/handback.ts'
import {missingUnits, untranslated} from '../handback/missing.ts'
import {locatorOf} from '../work/sentences.ts'
import {formatNamed} from '../formats/formats.ts'
import type {Session} from '../work/session.ts'
import {splitterOf} from '../project/source.ts'
import type {Work} from '../work/work.ts'

/** How a file is taken. */
export interface HowTaken {
  /** Whether it may lack units. */
  readonly partial: boolean
  /** Whether the translated files of its OmegaT project are taken before it. */
  readonly isBeside: boolean
  /** What files taken before it have brought, if it is a memory; see `broughtBy`. */
  readonly brought: Set<string> | undefined
  /** Who says it; see `voicesOf`. */
  readonly voice: string
}

/** Take one `<file>` of a hand-back into the record it belongs to. */
export async function takeFile(
  session: Session,
  file: ReadFile,
  {path, bytes, damaged = []}: Incoming & {readonly damaged?: ReadonlyArray<string>},
  {partial: isPart, isBeside, voice, withMemory}: HowTaken & {readonly withMemory: boolean}
): Promise<void> {
  const partial = isPart || isBeside
  const origin = originOf(file)
  const work = findWork(session, origin)
  if (!work && session.passedOver.size > 0) {
    session.left.add(path)
    return
  }
  const problem = originProblem(session, work, origin, path)
  const isPlaced = work !== undefined && problem?.level !== 'error'
  if (!isPlaced && (await takeAsGone(session, file, path, {voice, isOurs: isPart && !work}))) return
  if (problem) session.workspace.report(problem)
  if (!isPlaced) return
  const handback = isFlat(work, origin) ? await readFlat(work, file, bytes, path) : file
  const parts = divide(session, work, handback, origin)
  for (const [each, part] of parts) takePart(session, each, part, {path, damaged, partial, voice})
  // Units that OmegaT did not compile are in its memory.
  if (!partial && !withMemory && !saysAnything(handback))
    session.workspace.report(...untranslated(file.tally, [...parts.keys()], path, file.place))
}

/** Take a file for a document that is gone into its record; false if there is none. */
async function takeAsGone(session: Session, file: ReadFile, path: string, how: HowGone): Promise<boolean> {
  const taken = await takeIntoGone(session, file, path, how)
  if (!taken) return false
  const {line, column} = file.place
  const {document} = file.bitext
  session.counts.imported += taken.imported
  session.workspace.report(...taken.diagnostics, {
    id: 'handback-document-gone',
    level: 'warning',
    path,
    line,
    column,
    args: {document, count: taken.imported}
  })
  return true
}

/** Whether a translator wrote anything besides the texts: a file with comments only did not come back untouched. */
function saysAnything({bitext}: ReadFile): boolean {
  return bitext.comments !== undefined || bitext.units.some(({pairs}) => pairs.some(({comments}) => comments))
}

/** Take the units of a file that belong to one document. */
function takePart(
  session: Session,
  work: Work,
  part: ReadFile,
  {
    path,
    damaged,
    partial,
    voice
  }: {path: string; damaged: ReadonlyArray<string>; partial: boolean; voice: string}
): void {
  const split = splitterOf(work.direction, session.project)
  const {bitext, aside, claims} = work
  const options = {
    split,
    claims,
    voice,
    locate: locatorOf(work, session.project.config),
    ...(aside && {aside})
  }
  noteTaken(session, work, takeHandback(bitext, part, path, options))
  // A damaged unit is not missing, and was reported before.
  const there = new Set([...part.bitext.units.map(({id}) => id), ...damaged.map(unitOf)])
  if (!partial) session.workspace.report(...missingUnits(work, there, path))
}

/** The unit in an id as hand-offs write it: `u1` of `u1.s2`, or of `f1.u1.s2` in a file of several documents. */
function unitOf(id: string): string {
  return id.replace(/^f\d+\./, '').replace(/\.s\d+$/, '')
}

/** What tells to which work a file belongs. */
export function originOf({bitext, place}: ReadFile): Origin {
  return {
    ...bitext,
    place,
    ids: new Set(bitext.units.map(({id}) => id)),
    sources: () => new Set(bitext.units.flatMap(({pairs}) => pairs.map(({source}) => normalize(source))))
  }
}

async function readFlat(work: Work, file: ReadFile, bytes: Uint8Array, path: string): Promise<ReadFile> {
  const {catalogs} = await readI18nextXliff(new TextDecoder().decode(bytes), path)
  const flat = catalogs.find(({namespace}) => namespace === file.bitext.document) ?? catalogs[0]
  const exchange = formatNamed(work.direction.format).flat
  return flat && exchange ? exchange.read(work.bitext, flat, file) : file
}
