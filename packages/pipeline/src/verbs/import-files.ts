import type {Diagnostic} from '@passerelle/model'
import {read, readOmegatMemory} from '@passerelle/xliff'
import {type Incoming, isMemoryName, isZip, unreadable} from '../files/archive.ts'
import {decode} from '../files/decode.ts'
import {takeDocument} from '../handback/edited.ts'
import {conflictIn} from '../files/conflict.ts'
import type {FoundFile} from '../files/find-files.ts'
import {unpack} from '../files/incoming.ts'
import {findWork} from '../handback/origin.ts'
import {importLarge, isLarge} from '../handback/large.ts'
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
import {formatOf} from '../formats/formats.ts'
import type {Session} from '../work/session.ts'
import type {Work} from '../work/work.ts'
import {UNREADABLE} from '../files/workspace-state.ts'
import {type HowTaken, originOf, takeFile} from './take-file.ts'

/**
 * Take files into the records of their works one after the other; a later file wins over an earlier one.
 *
 * @param options
 *   `partial`: files may lack units, as hand-offs in the outbox may.
 * @returns
 *   What became of each file.
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
    const isWhole = !session.left.has(path)
    taken.push({
      path,
      isClean: errors === 0 && isWhole,
      isRead: errors === refused && isWhole,
      into,
      records: [...touchedGone]
    })
    options.onProgress?.({phase: 'import', done: index + 1, total: files.length, path})
  }
  return taken
}

/** What became of a file. */
export interface TakenFile {
  readonly path: string
  /** Whether there was nothing wrong with it. */
  readonly isClean: boolean
  /** Whether every sentence of it is in a record now, even if as refused. */
  readonly isRead: boolean
  /** Works into which some of it was taken. */
  readonly into: ReadonlyArray<Work>
  /** Records of documents that are gone into which some of it was taken. */
  readonly records: ReadonlyArray<string>
}

async function importAny(
  session: Session,
  {absolute, path}: {readonly absolute: string; readonly path: string},
  how: HowTaken
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

async function importOne(
  session: Session,
  incoming: Incoming,
  absolute: string,
  how: HowTaken
): Promise<void> {
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
  {partial}: Pick<HowTaken, 'partial'>
): Promise<void> {
  const files = entries.filter((entry) => 'bytes' in entry)
  session.workspace.report(...entries.filter((entry) => 'level' in entry))
  const paths = files.map(({path}) => path)
  const voiceOf = voicesOf(paths)
  const brought = paths.some(isMemoryName) ? new Set<string>() : undefined
  const howOf = ({path}: Incoming): HowTaken => ({
    partial,
    isBeside: isBesideTarget(path, paths),
    brought,
    voice: voiceOf(path)
  })
  for (const file of files) {
    if (!isMemoryName(file.path)) await importHandback(session, file, howOf(file))
  }
  // A translated file may be older than the memory it came from.
  for (const memory of files.filter(({path}) => isMemoryName(path))) {
    await importMemory(session, memory, sourcesAmong(files, memory.path), howOf(memory))
  }
}

async function importHandback(session: Session, {path, bytes}: Incoming, how: HowTaken): Promise<void> {
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
 * Take what the memory of an OmegaT project has for the project's sources or, without these, for our documents.
 *
 * @param isBeside
 *   Whether the project's translated files were taken before: what they brought is not new.
 */
async function importMemory(
  session: Session,
  incoming: Incoming,
  sources: ReadonlyArray<Incoming>,
  how: HowTaken
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

/** The path of a document from the folder of its locale: `fr/releases/oslo.md`. */
function fromLocaleOn(path: string): string {
  return path.split('/').slice(1).join('/')
}

function countErrors(diagnostics: ReadonlyArray<Diagnostic>): number {
  return diagnostics.filter(({level}) => level === 'error').length
}
