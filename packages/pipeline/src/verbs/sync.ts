import {join} from 'node:path'
import {listHandbacks, shown} from '../find-files.ts'
import {below, type Describe, handoffOf, handoffPath} from '../handoffs.ts'
import {isSame} from '../in-parts.ts'
import type {Project} from '../project.ts'
import type {Report} from '../report.ts'
import {coverageOfAll, run, saveAll, type Session, type VerbOptions} from '../session.ts'
import {filesOfWorks} from '../work.ts'
import {exportOutbox} from './export.ts'
import {importFiles, type TakenFile} from './import.ts'
import {mergeAll} from './merge.ts'

/** Where hand-backs go once they have been taken, below the inbox. */
const TAKEN = 'imported'

/** Extract, import the inbox, merge, export the outbox: the one command staff need. */
export function sync(project: Project, options: VerbOptions & {describe?: Describe} = {}): Promise<Report> {
  return run('sync', project, options, true, async (session) => {
    const worked = await importOutbox(session, options)
    const returned = await importInbox(session)
    await mergeAll(session)
    await saveAll(session)
    await exportOutbox(session, options, worked)
    await fileAway(session, returned)
    return {coverage: coverageOfAll(session)}
  })
}

/** Take what translators did in the outbox itself: a hand-off that is not as it was written is a hand-back. */
async function importOutbox(session: Session, options: {describe?: Describe}): Promise<TakenFile[]> {
  const {project, workspace} = session
  const worked: {absolute: string; path: string}[] = []
  for (const work of session.works) {
    const path = below(project.config.outbox, handoffPath(work, project, options))
    const bytes = await workspace.read(path)
    if (!bytes) continue
    const written = await handoffOf([work], project, options)
    if (written === undefined || !isSame(bytes, written))
      worked.push({absolute: join(project.root, path), path})
  }
  return importFiles(session, worked, true)
}

async function importInbox(session: Session): Promise<TakenFile[]> {
  const {project} = session
  const {inbox} = project.config
  const files = (await listHandbacks(join(project.root, inbox)))
    .map((absolute) => ({absolute, path: shown(project.root, absolute)}))
    .filter(({path}) => !path.startsWith(`${inbox}/${TAKEN}/`))
  return importFiles(session, files, false)
}

/** Mean to put hand-backs away that were taken, once what they were taken into is written. */
async function fileAway({project, workspace}: Session, returned: ReadonlyArray<TakenFile>): Promise<void> {
  const {inbox} = project.config
  for (const {path, isClean, into} of returned) {
    if (!isClean) continue
    const to = `${inbox}/${TAKEN}/${path.slice(inbox.length + 1)}`
    await workspace.move(path, to, 'handback', {after: filesOfWorks(workspace, into)})
  }
}
