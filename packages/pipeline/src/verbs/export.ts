import {freshnessOf} from '@passerelle/model'
import {pack} from '../files/archive.ts'
import {type FoundThere, takeArchive, takeWorked} from './take-worked.ts'
import {
  below,
  bundles,
  type HandoffChoices,
  handoffOf,
  handoffPath,
  omegatProjects
} from '../handoff/handoffs.ts'
import type {InParts} from '../files/in-parts.ts'
import type {Earlier} from '../project/direction.ts'
import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {each, run, stageAll, type Session, type VerbOptions} from '../work/session.ts'
import {filesOfWorks, type Work} from '../work/work.ts'
import type {How} from '../files/plan.ts'
import type {TakenFile} from './import-files.ts'

export interface ExportOptions extends HandoffChoices {
  /** Folder for the hand-offs, or a `.zip` file to put them in; relative to the project. @default the outbox */
  readonly to?: string
  /** Whether to put all documents of a pair of languages into one file. @default false */
  readonly bundle?: boolean
}

/**
 * Bilingual files → hand-offs for translators.
 *
 * For the profile `omegat`: a project for each pair of languages, which OmegaT can open. If somebody worked in
 * hand-offs that are there already, these are taken first; one that cannot be taken is renamed.
 */
export function exportHandoffs(project: Project, options: VerbOptions & ExportOptions = {}): Promise<Report> {
  return run({verb: 'export', writes: true}, project, options, async (session) => {
    const to = options.to ?? project.config.outbox
    session.workspace.allow(to)
    const isArchive = /\.zip$/i.test(to)
    const first = await filesFor(session, options)
    const found = isArchive ? await takeArchive(session, to, first) : await takeWorked(session, to, first)
    await stageAll(session)
    const files = found.isNews ? await filesFor(session, options) : first
    if (!isArchive) await writeAll(session, to, files, found)
    else if (files.size > 0) await session.workspace.write(to, pack(files), 'handoff', howOf(found, to))
    return undefined
  })
}

function howOf({after, aside}: FoundThere, path: string): How {
  return {after, keepOld: aside.has(path)}
}

/** Hand-offs by their path below the folder for all; a path that ends with `/` is an empty folder. */
async function filesFor(session: Session, options: ExportOptions): Promise<ReadonlyMap<string, InParts>> {
  const {project, works} = session
  if (options.bundle) return bundles(works, project, options)
  if ((options.profile ?? project.config.handoff.profile) === 'omegat' && options.format !== 'i18next-xliff')
    return omegatProjects(works, project, options)
  const files = new Map<string, InParts>()
  await each(works, session, 'export', async (work) => {
    const text = await handoffOf([work], project, options)
    if (text !== undefined) files.set(handoffPath(work, project, options), text)
  })
  return files
}

async function writeAll(
  {workspace}: Session,
  to: string,
  files: ReadonlyMap<string, InParts>,
  found: FoundThere
): Promise<void> {
  for (const [path, text] of files) {
    const full = below(to, path)
    if (found.theirs.has(full)) continue
    if (!path.endsWith('/')) await workspace.write(full, text, 'handoff', howOf(found, full))
    else if (!hasFileIn(files, path)) await workspace.write(full.replace(/\/$/, ''), '', 'folder')
  }
}

function hasFileIn(files: ReadonlyMap<string, InParts>, folder: string): boolean {
  return [...files.keys()].some((path) => path !== folder && path.startsWith(folder))
}

/**
 * Plan to write the hand-offs of all documents with work to do, and to delete those that are done.
 *
 * @param worked
 *   Files of the outbox in which somebody worked. One that could not be taken stays.
 */
export async function exportOutbox(
  session: Session,
  choices: HandoffChoices,
  worked: ReadonlyArray<TakenFile>
): Promise<void> {
  const {project, workspace} = session
  const byPath = new Map(worked.map((file) => [file.path, file]))
  await each(session.works, session, 'export', async (work) => {
    const path = below(project.config.outbox, handoffPath(work, project, choices))
    const file = byPath.get(path)
    if (file && !file.isRead) {
      workspace.report({id: 'outbox-kept', level: 'warning', path, args: {}})
      return
    }
    const after = filesOfWorks(workspace, [work, ...(file?.into ?? [])])
    const text = isDone(work) ? undefined : await handoffOf([work], project, choices)
    if (text !== undefined) await workspace.write(path, text, 'handoff', {after})
    else await workspace.remove(path, 'handoff', {after})
    const {before} = work.direction
    if (!before) return
    // The hand-off under the document's earlier name; one in which somebody worked is taken elsewhere.
    const old = below(project.config.outbox, handoffPath(withName(work, before), project, choices))
    if (!byPath.has(old)) await workspace.remove(old, 'handoff', {after})
  })
}

/** A work under another name. */
function withName(work: Work, {document}: Earlier): Work {
  return {...work, direction: {...work.direction, document}}
}

function isDone({bitext}: Work): boolean {
  return bitext.units.every((unit) => unit.pairs.every((pair) => freshnessOf(pair) === 'valid'))
}
