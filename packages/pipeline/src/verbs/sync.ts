import type {Describe} from '../handoff/handoffs.ts'
import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {coverageOfAll, run, stageAll, type Session, type VerbOptions} from '../work/session.ts'
import {inInbox, TAKEN, workedInOutbox} from '../handoff/waiting.ts'
import {reuseAcross} from '../work/reuse.ts'
import {filesOfWorks} from '../work/work.ts'
import {exportOutbox} from './export.ts'
import {importFiles, type TakenFile} from './import-files.ts'
import {mergeAll} from './merge.ts'

/** Extract, import the inbox, merge, export the outbox: the one command staff need. */
export function sync(project: Project, options: VerbOptions & {describe?: Describe} = {}): Promise<Report> {
  return run({verb: 'sync', writes: true, depends: {files: []}}, project, options, async (session) => {
    // What translators did right in the outbox is taken like files of the inbox.
    const {own, strays} = await workedInOutbox(session, options)
    const worked = await importFiles(session, own, {partial: true})
    const strayed = await importFiles(session, strays, {partial: true})
    const returned = await importFiles(session, await inInbox(session))
    await reuseAcross(session)
    await mergeAll(session)
    await stageAll(session)
    await exportOutbox(session, options, [...worked, ...strayed])
    await fileAway(session, project.config.outbox, strayed)
    await fileAway(session, project.config.inbox, returned)
    return {coverage: coverageOfAll(session)}
  })
}

/** Plan to move files that were taken out of their folder, once the records of their works are written. */
async function fileAway(
  {project, workspace}: Session,
  folder: string,
  returned: ReadonlyArray<TakenFile>
): Promise<void> {
  const {inbox} = project.config
  for (const {path, isClean, into, records} of returned) {
    if (!isClean) continue
    const to = `${inbox}/${TAKEN}/${path.slice(folder.length + 1)}`
    await workspace.move(path, to, 'handback', {after: [...filesOfWorks(workspace, into), ...records]})
  }
}
