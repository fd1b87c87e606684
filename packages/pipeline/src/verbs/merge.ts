import {findFiles} from '../files/find-files.ts'
import {heldBack} from '../work/first-build.ts'
import {reconcile} from '../edits/reconcile.ts'
import {buildNext, notePage} from '../edits/write.ts'
import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {reuseAcross} from '../work/reuse.ts'
import {each, run, stageAll, type Session, type VerbOptions} from '../work/session.ts'
import type {Work} from '../work/work.ts'
import {UNREADABLE} from '../files/workspace-state.ts'

/** How to build differently than usual. */
export interface MergeOptions {
  /** Localized documents to build anew, whatever people changed in them; the edited file is kept elsewhere. */
  readonly discardEdits?: ReadonlyArray<string>
}

/**
 * Sources and bilingual files → localized documents.
 *
 * @throws {UsageError}
 *   `file-not-found`, for a document whose edits are to be discarded.
 */
export async function merge(project: Project, options: VerbOptions & MergeOptions = {}): Promise<Report> {
  const discarded = await findFiles(project.root, options.discardEdits ?? [])
  return run({verb: 'merge', writes: true}, project, options, async (session) => {
    for (const {path} of discarded) await discardEdit(session, path)
    await mergeAll(session)
    await stageAll(session)
    return undefined
  })
}

/** Folder for copies of documents whose edits were discarded. */
const DISCARDED = 'edited'

/** Build a localized document anew, and keep the edited one under another name. */
async function discardEdit({workspace, works, project}: Session, path: string): Promise<void> {
  const work = works.find(({direction}) => direction.targetPath === path)
  const bytes = await workspace.read(path)
  if (!work || !bytes)
    return workspace.report({id: 'not-a-localized-document', level: 'error', path, args: {}})
  const next = buildNext(work, project)
  notePage(work, next.page, project.config)
  if (Buffer.from(bytes).equals(Buffer.from(next.text))) return
  const to = await workspace.freeName(`${DISCARDED}/${path}`)
  await workspace.write(to, bytes, 'edited')
  await workspace.write(path, next.text, 'document', {after: [to, work.direction.bilingualPath]})
  workspace.report({id: 'edit-discarded', level: 'info', path, args: {to}})
}

/** Plan to write the localized document of every work that has a translation, had one, or needs none. */
export async function mergeAll(session: Session): Promise<void> {
  const fallen = new Map<Work, number>()
  let works = session.works
  while (works.length > 0) {
    await each(works, session, 'merge', async (work) => fallen.set(work, await mergeOne(session, work)))
    // A correction in a page is also a translation of the same text in other documents.
    works = await reuseAcross(session)
  }
  session.counts.quarantined = [...fallen.values()].reduce((sum, count) => sum + count, 0)
}

/** @returns How many blocks could not be proved and kept their source. */
async function mergeOne({workspace, project, counts}: Session, work: Work): Promise<number> {
  const {direction} = work
  const existing = await workspace.readText(direction.targetPath)
  if (existing === UNREADABLE) return 0
  const held = existing === undefined ? heldBack(work, project.config) : undefined
  if (held) {
    if (held !== 'not-begun') workspace.report(held)
    return 0
  }

  const next = buildNext(work, project)
  const isOurs = existing === undefined || existing === next.text
  if (isOurs) notePage(work, next.page, project.config)
  const result = isOurs
    ? {text: next.text, next, taken: 0, diagnostics: []}
    : reconcile(work, existing, next, project)
  const locale = direction.targetLocale
  workspace.report(...result.next.diagnostics, ...result.diagnostics.map((one) => ({...one, locale})))
  counts.imported += result.taken
  if (result.text !== undefined)
    await workspace.write(direction.targetPath, result.text, 'document', {after: [direction.bilingualPath]})
  return result.next.quarantined.size
}
