import {freshnessOf} from '@passerelle/model'
import {pack} from '../archive.ts'
import {below, bundles, type HandoffChoices, handoffOf, handoffPath, omegatProjects} from '../handoffs.ts'
import type {InParts} from '../in-parts.ts'
import type {Project} from '../project.ts'
import type {Report} from '../report.ts'
import {each, run, saveAll, type Session, type VerbOptions} from '../session.ts'
import type {Work} from '../work.ts'

export interface ExportOptions extends HandoffChoices {
  /** Folder for the hand-offs, or a `.zip` to put them in; relative to the project. @default the outbox */
  readonly to?: string
  /** All documents of a pair of languages in one file. @default false */
  readonly bundle?: boolean
}

/**
 * Bilingual files → hand-offs for translators.
 *
 * For the profile `omegat` a project that OmegaT opens as it is, for each pair of languages.
 */
export function exportHandoffs(project: Project, options: VerbOptions & ExportOptions = {}): Promise<Report> {
  return run('export', project, options, true, async (session) => {
    await saveAll(session)
    const files = await filesFor(session, options)
    const to = options.to ?? project.config.outbox
    if (!/\.zip$/i.test(to)) await writeAll(session, to, files)
    else if (files.size > 0) await session.workspace.write(to, pack(files), 'handoff')
    return undefined
  })
}

/** Hand-offs by their path below the folder of all; a path that ends with `/` is an empty folder. */
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
  files: ReadonlyMap<string, InParts>
): Promise<void> {
  for (const [path, text] of files) {
    if (!path.endsWith('/')) await workspace.write(below(to, path), text, 'handoff')
    else if (!hasFileIn(files, path)) await workspace.write(below(to, path.slice(0, -1)), '', 'folder')
  }
}

function hasFileIn(files: ReadonlyMap<string, InParts>, folder: string): boolean {
  return [...files.keys()].some((path) => path !== folder && path.startsWith(folder))
}

/** Mean to write the hand-offs of all documents with work to do, and to take away those that are done. */
export async function exportOutbox(session: Session, choices: HandoffChoices): Promise<void> {
  const {project, workspace} = session
  await each(session.works, session, 'export', async (work) => {
    const path = below(project.config.outbox, handoffPath(work, project, choices))
    const text = isDone(work) ? undefined : await handoffOf([work], project, choices)
    if (text !== undefined) await workspace.write(path, text, 'handoff')
    else await workspace.remove(path, 'handoff')
  })
}

function isDone({bitext}: Work): boolean {
  return bitext.units.every((unit) => unit.pairs.every((pair) => freshnessOf(pair) === 'valid'))
}
