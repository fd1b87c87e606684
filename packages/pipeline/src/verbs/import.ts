import {type Diagnostic, normalize} from '@passerelle/model'
import {read, type ReadFile, readI18nextXliff, readOmegatMemory} from '@passerelle/xliff'
import {type Incoming, isMemoryName, isZip, unreadable} from '../files/archive.ts'
import {decode} from '../files/decode.ts'
import {takeDocument} from '../handback/edited.ts'
import {conflictIn} from '../files/conflict.ts'
import {findFiles, type FoundFile} from '../files/find-files.ts'
import {unpack} from '../files/incoming.ts'
import {divide} from '../handback/divide.ts'
import {findWork, isFlat, type Origin, originProblem, noteTaken} from '../handback/origin.ts'
import {importLarge, isLarge} from '../handback/large.ts'
import {takeIntoGone} from '../handback/gone.ts'
import {takeHandback} from '../handback/handback.ts'
import {missingUnits, untranslated} from '../handback/missing.ts'
import {locatorOf} from '../work/sentences.ts'
import {
  broughtBy,
  filesOf,
  isBesideTarget,
  newRepairs,
  ownFiles,
  sourcesAmong,
  sourcesBeside,
  voicesOf,
  withoutBrought
} from '../handback/omegat.ts'
import {formatNamed, formatOf} from '../formats/formats.ts'
import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {run, stageAll, type Session, type VerbOptions} from '../work/session.ts'
import {splitterOf} from '../project/source.ts'
import type {Work} from '../work/work.ts'
import {UNREADABLE} from '../files/workspace-state.ts'

/**
 * Hand-backs → bilingual files, against today's source.
 *
 * @param files
 *   Files, folders and zips; relative ones are looked for in the project, then where the command was called. A
 *   localized document that was edited by hand is taken too.
 * @throws {UsageError}
 *   `file-not-found`.
 */
export async function importHandbacks(
  project: Project,
  files: ReadonlyArray<string>,
  options: VerbOptions = {}
): Promise<Report> {
  const found = await findFiles(project.root, files)
  return run({verb: 'import', writes: true}, project, options, async (session) => {
    for (const {path} of found) session.workspace.allow(path)
    await importFiles(session, found)
    await stageAll(session)
    return undefined
  })
}

/**
 * Take files into the records of the works they belong to, one after the other: a later one wins over an earlier.
 *
 * @param options
 *   Whether a file may well lack units (`partial`): what somebody did in the outbox is taken as it stands.
 * @returns
 *   What became of each.
 */
export async function importFiles(
  session: Session,
  all: ReadonlyArray<FoundFile>,
  {partial = false}: {readonly partial?: boolean} = {}
): Promise<TakenFile[]> {
  const {workspace, options, touched, touchedGone} = session
  for (const {path} of all.filter(({isOther}) => isOther)) workspace.report(unreadable(path))
  const files = all.filter(({isOther}) => !isOther)
  const taken: TakenFile[] = []
  const paths = files.map(({path}) => path)
  const voiceOf = voicesOf(paths)
  const brought = paths.some(isMemoryName) ? new Set<string>() : undefined
  for (const [index, {absolute, path}] of files.entries()) {
    options.signal?.throwIfAborted()
    const before = workspace.diagnostics.length
    touched.clear()
    touchedGone.clear()
    try {
      const how = {partial, isBeside: isBesideTarget(path, paths), brought, voice: voiceOf(path)}
      await importAny(session, {absolute, path}, how)
    } catch (error) {
      const {code} = error as {code?: string}
      if (code === undefined) throw error
      workspace.report({id: 'cannot-read', level: 'error', path, args: {reason: code}})
    }
    const errors = countErrors(workspace.diagnostics.slice(before))
    const refused = [...touched.values()].reduce((sum, count) => sum + count, 0)
    const into = [...touched.keys()]
    taken.push({path, isClean: errors === 0, isRead: errors === refused, into, records: [...touchedGone]})
    options.onProgress?.({phase: 'import', done: index + 1, total: files.length, path})
  }
  return taken
}

/** What became of a file. */
export interface TakenFile {
  readonly path: string
  /** Whether nothing was wrong with it. */
  readonly isClean: boolean
  /** Whether every sentence of it is in a record by now, be it as refused. */
  readonly isRead: boolean
  /** Works that something of it was taken into. */
  readonly into: ReadonlyArray<Work>
  /** Records of documents that are gone that something of it was taken into. */
  readonly records: ReadonlyArray<string>
}

/** How a file is taken. */
interface How {
  /** Whether it may well lack units. */
  readonly partial: boolean
  /** Whether the translated files of its OmegaT project are taken before it. */
  readonly isBeside: boolean
  /** What files taken before it have brought, where a memory comes after them; see `broughtBy`. */
  readonly brought: Set<string> | undefined
  /** Whose word it is; see `voicesOf`. */
  readonly voice: string
}

async function importAny(
  session: Session,
  {absolute, path}: {readonly absolute: string; readonly path: string},
  how: How
): Promise<void> {
  const {workspace} = session
  const file = await workspace.open(path)
  if (file === undefined) {
    workspace.report({id: 'cannot-read', level: 'error', path, args: {reason: 'ENOENT'}})
  } else if (file !== UNREADABLE) {
    if (await isLarge(absolute, path))
      return importLarge(session, absolute, path, {partial: how.partial || how.isBeside})
    const bytes = await workspace.read(path)
    if (bytes) await importOne(session, {path, bytes}, absolute, how)
  }
}

async function importOne(session: Session, incoming: Incoming, absolute: string, how: How): Promise<void> {
  const {path, bytes} = incoming
  const conflict = isZip(bytes) ? undefined : conflictIn(new TextDecoder().decode(bytes), path)
  if (conflict) session.workspace.report(conflict)
  else if (isZip(bytes)) await importArchive(session, unpack(bytes, path), how)
  else if (isMemoryName(path)) await importMemory(session, incoming, await sourcesBeside(absolute), how)
  else if (formatOf(path)) importDocument(session, incoming)
  else await importHandback(session, incoming, how)
}

async function importArchive(
  session: Session,
  entries: ReadonlyArray<Incoming | Diagnostic>,
  {partial}: Pick<How, 'partial'>
): Promise<void> {
  const files = entries.filter((entry) => 'bytes' in entry)
  session.workspace.report(...entries.filter((entry) => 'level' in entry))
  const paths = files.map(({path}) => path)
  const voiceOf = voicesOf(paths)
  const brought = paths.some(isMemoryName) ? new Set<string>() : undefined
  const howOf = ({path}: Incoming): How => ({
    partial,
    isBeside: isBesideTarget(path, paths),
    brought,
    voice: voiceOf(path)
  })
  for (const file of files) {
    if (!isMemoryName(file.path)) await importHandback(session, file, howOf(file))
  }
  // A translated file may be older than the memory it was made from.
  for (const memory of files.filter(({path}) => isMemoryName(path))) {
    await importMemory(session, memory, sourcesAmong(files, memory.path), howOf(memory))
  }
}

async function importHandback(session: Session, {path, bytes}: Incoming, how: How): Promise<void> {
  const {brought} = how
  const {files, diagnostics} = read(bytes, path, {repair: session.project.config.repair})
  session.workspace.report(...diagnostics)
  const damaged = diagnostics.flatMap(({id, unit}) => (id === 'unit-unreadable' && unit ? [unit] : []))
  for (const file of files) {
    if (brought) for (const translation of broughtBy(file)) brought.add(translation)
    await takeFile(session, file, {path, bytes, damaged}, {...how, withMemory: brought !== undefined})
  }
}

/**
 * Take what the memory of an OmegaT project has for its files, or, where these did not come along, for our documents.
 *
 * @param isBeside
 *   Whether its translated files were taken before: what they brought is no news.
 */
async function importMemory(
  session: Session,
  incoming: Incoming,
  sources: ReadonlyArray<Incoming>,
  how: How
): Promise<void> {
  const {isBeside, brought} = how
  const {path, bytes} = incoming
  const {memory, diagnostics} = readOmegatMemory(bytes, path, {repair: session.project.config.repair})
  session.workspace.report(...diagnostics)
  if (!memory) return
  for (const [name, file] of sources.length > 0 ? filesOf(sources) : ownFiles(session.works, memory)) {
    const today = findWork(session, originOf(file))?.bitext
    const keys = new Map(today?.units.map(({id, key}) => [id, key]))
    const filled = memory.fill(file, name, (unit) => keys.get(unit))
    if (!filled) continue
    session.workspace.report(...newRepairs(filled, today))
    const news = isBeside && brought ? withoutBrought(filled.file, brought) : filled.file
    await takeFile(session, news, incoming, {...how, withMemory: true})
  }
  const left = memory.left()
  if (left > 0) session.workspace.report({id: 'memory-left', level: 'warning', path, args: {count: left}})
}

/** Take one `<file>` of a hand-back into the record it belongs to. */
async function takeFile(
  session: Session,
  file: ReadFile,
  {path, bytes, damaged = []}: Incoming & {readonly damaged?: ReadonlyArray<string>},
  {partial: isPart, isBeside, voice, withMemory}: How & {readonly withMemory: boolean}
): Promise<void> {
  const partial = isPart || isBeside
  const origin = originOf(file)
  const work = findWork(session, origin)
  const problem = originProblem(session, work, origin, path)
  if ((!work || problem?.level === 'error') && (await takeAsGone(session, file, path, voice))) return
  if (problem) session.workspace.report(problem)
  if (!work || problem?.level === 'error') return
  const handback = isFlat(work, origin) ? await readFlat(work, file, bytes, path) : file
  const parts = divide(session, work, handback, origin)
  for (const [each, part] of parts) takePart(session, each, part, {path, damaged, partial, voice})
  // What was not compiled from an OmegaT memory is in the memory.
  if (!partial && !withMemory && !saysAnything(handback))
    session.workspace.report(...untranslated(file.tally, [...parts.keys()], path, file.place))
}

/** Take a file of a document that is gone into its record; false where that is none. */
async function takeAsGone(session: Session, file: ReadFile, path: string, voice: string): Promise<boolean> {
  const taken = await takeIntoGone(session, file, path, voice)
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

/** What a translator wrote beside the texts: a file with remarks alone did not come back untouched. */
function saysAnything({bitext}: ReadFile): boolean {
  return bitext.comments !== undefined || bitext.units.some(({pairs}) => pairs.some(({comments}) => comments))
}

/** Take those units of a file that are of one document. */
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
  // What is damaged is there, and has been told.
  const there = new Set([...part.bitext.units.map(({id}) => id), ...damaged.map(unitOf)])
  if (!partial) session.workspace.report(...missingUnits(work, there, path))
}

/** The unit of an id as hand-offs write it: `u1.s2`, and `f1.u1.s2` in a file of several documents. */
function unitOf(id: string): string {
  return id.replace(/^f\d+\./, '').replace(/\.s\d+$/, '')
}

function originOf({bitext, place}: ReadFile): Origin {
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

function importDocument(session: Session, {path, bytes}: Incoming): void {
  const work = session.works.find(
    ({direction}) => path === direction.targetPath || path.endsWith(`/${fromLocaleOn(direction.targetPath)}`)
  )
  const text = decode(bytes, path)
  if (typeof text === 'object') return session.workspace.report(text)
  if (!work) return session.workspace.report({id: 'not-a-localized-document', level: 'error', path, args: {}})
  const taken = takeDocument(work, text, path, session.project)
  session.touched.set(work, 0)
  session.counts.imported += taken.imported
  session.workspace.report(...taken.diagnostics)
}

/** The path of a document from the folder of its locale on: `fr/releases/oslo.md`. */
function fromLocaleOn(path: string): string {
  return path.split('/').slice(1).join('/')
}

function countErrors(diagnostics: ReadonlyArray<Diagnostic>): number {
  return diagnostics.filter(({level}) => level === 'error').length
}
