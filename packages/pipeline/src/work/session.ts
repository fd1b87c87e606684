import PQueue from 'p-queue'
import {glob} from 'tinyglobby'
import type {Bitext, Diagnostic} from '@passerelle/model'
import type {Config} from '../config/config.ts'
import {remembered, type Cache} from '../cache/results.ts'
import {asData} from '../config/print.ts'
import {coverageOf} from './coverage.ts'
import {notLookedAt} from '../content/not-looked-at.ts'
import {decideDirections} from '../content/directions.ts'
import {type Entry, findEntries} from '../content/entries.ts'
import {bilingualPath, type Direction} from '../project/direction.ts'
import {named} from '../project/named.ts'
import {type Followed, followedDiagnostics, followRenamed, moveRenamed} from './follow.ts'
import {reuseAcross} from './reuse.ts'
import {UsageError} from '../report/errors.ts'
import {type Disk, realDisk} from '../files/disk.ts'
import {leftBehind, missingFiles, recover, sweepEarlier} from '../files/killed.ts'
import {unsafeFiles, withSafeNames} from '../content/unsafe-files.ts'
import {alone, type Held} from '../files/lock.ts'
import type {Project} from '../project/project.ts'
import type {Counts, Coverage, FileChange, Progress, Report, Verb} from '../report/report.ts'
import type {FoundRecord} from './record.ts'
import {openWork, stageWork, type Work} from './work.ts'
import {openWorkspace, type Workspace} from '../files/workspace.ts'

/** Options of every verb. */
export interface VerbOptions {
  /** Target locales to work on; all if undefined. */
  readonly locales?: ReadonlyArray<string>
  /** Paths and patterns of documents to work on, relative to the project; all if undefined or empty. */
  readonly documents?: ReadonlyArray<string>
  /** Decide and report, write nothing. */
  readonly dryRun?: boolean
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  /** Where results are kept, so that a run in which nothing has changed has nothing to do. @default nowhere */
  readonly cache?: Cache
  /** The disk, for tests with a disk that fails. @default the real one */
  readonly disk?: Disk
}

/** All works of a project, opened for one run of a verb. */
export interface Session {
  readonly project: Project
  readonly workspace: Workspace
  readonly options: VerbOptions
  /** All documents, also those that are in no work. */
  readonly entries: ReadonlyArray<Entry>
  readonly works: ReadonlyArray<Work>
  /**
   * Works into which something was taken since this was last emptied (see `importFiles`), each with how many of its
   * sentences were refused.
   */
  readonly touched: Map<Work, number>
  /** Records of documents that are gone into which something was taken, by path. */
  readonly gone: Map<string, Bitext>
  /** Paths of those among them into which something was taken since this was last emptied. */
  readonly touchedGone: Set<string>
  /** Files that also hold parts of documents that were not asked for: they stay where they are. */
  readonly left: Set<string>
  /** What was moved before anything else, for its document was renamed. */
  readonly moves: ReadonlyArray<FileChange>
  /** Paths of all records. */
  readonly records: ReadonlySet<string>
  /** Records of documents that are gone, as far as they were read, by path; without a value where that failed. */
  readonly readGone: Map<string, FoundRecord | undefined>
  /** Documents that were not asked for. */
  readonly passedOver: ReadonlySet<Direction>
  /** Directions that should have a work, but could not be opened. */
  readonly unopened: ReadonlyArray<Direction>
  /** Counts that steps add to. */
  readonly counts: {-readonly [Key in keyof Counts]: number}
}

/** What a verb adds to its report. */
export interface Extra {
  readonly coverage?: ReadonlyArray<Coverage>
  readonly kept?: number
  /** Gives diagnostics and the gate that are reported in place of the workspace's, once all is written. */
  readonly conclude?: () => Pick<Report, 'diagnostics' | 'gate'>
}

/** What is run. */
interface Running {
  readonly verb: Verb
  /** Whether the verb writes at all; if so, it runs alone in its project. */
  readonly writes: boolean
  /**
   * What its result depends on besides its options and the folders of the project; undefined if no result is to be
   * kept, because it depends on more.
   */
  readonly depends?: {
    /** Relative to the project. */
    readonly files: ReadonlyArray<string>
    readonly more?: unknown
  }
}

/** Run a verb on a project: open its works, let the verb decide, write what it decided, report. */
export async function run(
  running: Running,
  project: Project,
  options: VerbOptions,
  steps: (session: Session) => Promise<Extra | undefined>
): Promise<Report> {
  const {cache, disk, onProgress: _, signal: __, ...asked} = options
  const all = (): Promise<Report> => runAll(running, project, options, steps)
  const {depends} = running
  if (!cache || disk || !depends) return all()
  const {root, config, locales} = project
  const folders = [...new Set(foldersOf(config))]
  const files = [...Object.values(config.segmentation), ...depends.files]
  const question = [running.verb, asked, asData(config), locales, depends.more]
  return remembered(cache, {root, folders, files}, question, all)
}

async function runAll(
  {verb, writes}: Running,
  project: Project,
  options: VerbOptions,
  steps: (session: Session) => Promise<Extra | undefined>
): Promise<Report> {
  const isWriting = writes && !options.dryRun
  const body = async (lock?: Held): Promise<Report> => {
    const session = await openSession({verb, writes: isWriting}, project, options)
    const extra = await steps(session)
    options.signal?.throwIfAborted()
    if (isWriting) {
      await session.workspace.commit(
        (path, done, total) => options.onProgress?.({phase: 'write', done, total, path}),
        lock?.isOurs
      )
      await sweepEarlier(options.disk ?? realDisk, project.root, foldersOf(project.config))
    }
    return reportOf(verb, session, extra)
  }
  const report = isWriting ? await alone(project.root, body) : await body()
  if (!('refused' in report)) return report
  const workspace = openWorkspace(project.root, 1)
  workspace.report(report.refused)
  const nothing = {
    entries: [],
    works: [],
    unopened: [],
    passedOver: new Set<Direction>(),
    records: new Set<string>(),
    moves: [],
    ...untouched(),
    counts: noCounts()
  }
  return reportOf(verb, {project, workspace, options, ...nothing}, undefined)
}

/** Folders to which Passerelle writes, relative to the project. */
function foldersOf(config: Config): string[] {
  const content = config.content
    .filter((pattern) => pattern.includes('{locale}'))
    .map((pattern) => pattern.slice(0, pattern.indexOf('{locale}')).replace(/\/$/, ''))
  return [...content, config.bilingual, config.outbox, config.inbox]
}

/** Put right what killed runs left; or, if nothing may be written, report it. */
async function afterKills(
  {root, config}: Project,
  disk: Disk,
  {writes}: Pick<Running, 'writes'>
): Promise<ReadonlyArray<Diagnostic>> {
  if (writes) await sweepEarlier(disk, root, foldersOf(config))
  const left = await leftBehind(root, foldersOf(config))
  if (left.length === 0) return []
  return writes ? recover(disk, root, left, config.inbox) : missingFiles(disk, root, left)
}

async function openSession(
  {verb, writes}: Running,
  project: Project,
  options: VerbOptions
): Promise<Session> {
  for (const locale of options.locales ?? []) {
    if (!project.locales.includes(locale)) {
      throw new UsageError('unknown-locale', {locale, known: project.locales.join(', ')})
    }
  }
  const {concurrency, inbox, outbox} = project.config
  const disk = options.disk ?? realDisk
  const open = (): Workspace => openWorkspace(project.root, concurrency, {disk, linked: [inbox, outbox]})
  const workspace = open()
  workspace.report(...(await afterKills(project, disk, {writes})))
  const records = await glob('**/*.xlf', {cwd: `${project.root}/${project.config.bilingual}`}).catch(() => [])
  const known = new Set(records.map((path) => `${project.config.bilingual}/${path}`))
  const found = await findEntries(project, known, (path) => workspace.readText(path))
  const {entries, diagnostics: unsafe} = withSafeNames(found.entries)
  workspace.report(...found.diagnostics, ...unsafe, ...(await unsafeFiles(project)))
  const followed = await followRenamed(open(), project, entries, known)
  const moved = writes && followed.length > 0 ? await moveRenamed(open, project, followed) : undefined
  workspace.report(...(moved?.diagnostics ?? []))
  const {directions, diagnostics} = directionsOf(project, entries, known, followed)
  workspace.report(...followedDiagnostics(followed))
  workspace.report(...project.rules.diagnostics, ...diagnostics)
  workspace.report(...(await notLookedAt(verb, project, found.content, {directions, diagnostics}, options)))

  const wanted = named(directions, options.documents ?? []).filter(
    ({targetLocale}) => options.locales?.includes(targetLocale) ?? true
  )
  const counts = noCounts()
  const opened = await each(wanted, {project, options}, 'read', (direction) =>
    openWork(workspace, project, direction)
  )
  const works = opened.filter((work) => work !== undefined)
  const unopened = wanted.filter((_, index) => opened[index] === undefined)
  counts.documents = new Set(works.map(({direction}) => direction.document)).size
  for (const {carried} of works) {
    counts.segmentsNew += carried.counts.fresh
    counts.segmentsChanged += carried.counts.changed
    counts.segmentsRemoved += carried.counts.removed
    counts.carried += carried.cosmetic.length
  }
  const chosen = new Set(options.documents?.length ? wanted : directions)
  const passedOver = new Set(directions.filter((direction) => !chosen.has(direction)))
  const session = {
    project,
    workspace,
    options,
    entries,
    works,
    unopened,
    records: known,
    moves: moved?.changes ?? [],
    passedOver,
    ...untouched(),
    counts
  }
  await reuseAcross(session)
  return session
}

/** The directions of all documents; for a renamed one, with the record that it had. */
function directionsOf(
  project: Project,
  entries: ReadonlyArray<Entry>,
  known: ReadonlySet<string>,
  followed: ReadonlyArray<Followed>
): ReturnType<typeof decideDirections> {
  const {bilingual} = project.config
  const earlier = followed.flatMap(({before}) => [...before.values()])
  const gone = new Set(earlier.map(({document}) => document))
  const records = new Set([
    ...[...known].filter((path) => !earlier.some(({bilingualPath: old}) => old === path)),
    ...followed.flatMap(({entry, sourceLocale, before}) =>
      [...before.keys()].map((target) => bilingualPath(bilingual, sourceLocale, target, entry.document))
    )
  ])
  const byEntry = new Map(followed.map(({entry, before}) => [entry, before]))
  return decideDirections(
    project,
    entries.filter(({document}) => !gone.has(document)),
    records,
    (entry, target) => byEntry.get(entry)?.get(target)
  )
}

/** What a session has taken before anything was taken. */
function untouched(): Pick<Session, 'touched' | 'gone' | 'touchedGone' | 'left' | 'readGone'> {
  return {touched: new Map(), gone: new Map(), touchedGone: new Set(), left: new Set(), readGone: new Map()}
}

/** Do something for each item, several at a time, with results in order; reports progress, and stops when told. */
export async function each<Item extends Direction | Work, Result>(
  items: ReadonlyArray<Item>,
  {project, options}: Pick<Session, 'project' | 'options'>,
  phase: Progress['phase'],
  job: (item: Item) => Promise<Result>
): Promise<Result[]> {
  const queue = new PQueue({concurrency: project.config.concurrency})
  let done = 0
  return queue.addAll(
    items.map((item) => async () => {
      options.signal?.throwIfAborted()
      const result = await job(item)
      const {sourcePath} = 'direction' in item ? item.direction : item
      options.onProgress?.({phase, done: ++done, total: items.length, path: sourcePath})
      return result
    })
  )
}

/** Stage the records of all works; they are written when the workspace commits. */
export async function stageAll(session: Session): Promise<void> {
  for (const work of session.works) await stageWork(session.workspace, work, session.project)
}

/** How much of each work is translated. */
export function coverageOfAll({works}: Session): Coverage[] {
  return works.map(coverageOf)
}

/** All diagnostics in order; if only some documents were asked for, none of the others. */
export function findingsOf({workspace, options, entries, works, unopened}: Session): Diagnostic[] {
  const all = inOrder(workspace.diagnostics)
  if (!options.documents?.length) return all
  const own = new Set(
    [...works.map(({direction}) => direction), ...unopened].flatMap((direction) => [
      direction.sourcePath,
      direction.targetPath
    ])
  )
  const others = new Set(entries.flatMap(({paths}) => Object.values(paths)).filter((path) => !own.has(path)))
  return all.filter(({path}) => !others.has(path))
}

function reportOf(verb: Verb, session: Session, extra: Extra | undefined): Report {
  const {workspace, options, counts, project} = session
  const {outbox, inbox} = project.config
  return {
    version: 1,
    verb,
    dryRun: options.dryRun ?? false,
    counts,
    changes: [...session.moves, ...workspace.changes()],
    coverage: extra?.coverage ?? [],
    ...(extra?.kept !== undefined && {kept: extra.kept}),
    ...(extra?.conclude?.() ?? {diagnostics: findingsOf(session)}),
    folders: {outbox, inbox}
  }
}

/** Sort by path, line and column; equal diagnostics are given once. */
function inOrder(diagnostics: ReadonlyArray<Diagnostic>): Diagnostic[] {
  const once = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]))
  return [...once.values()].sort(
    (a, b) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      (a.id < b.id ? -1 : 1)
  )
}

/** Counts of a run that has done nothing. */
export function noCounts(): Session['counts'] {
  return {
    documents: 0,
    segmentsNew: 0,
    segmentsChanged: 0,
    segmentsRemoved: 0,
    imported: 0,
    reviewed: 0,
    comments: 0,
    carried: 0,
    moved: 0,
    reused: 0,
    confirmed: 0,
    restored: 0,
    quarantined: 0
  }
}
