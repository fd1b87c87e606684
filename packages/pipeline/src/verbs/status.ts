import {heldBack} from '../first-build.ts'
import type {Project} from '../project.ts'
import type {Report} from '../report.ts'
import {coverageOfAll, each, run, type Session, type VerbOptions} from '../session.ts'
import type {Work} from '../work.ts'

/** How far each document is in each locale. Writes nothing. */
export function status(project: Project, options: VerbOptions = {}): Promise<Report> {
  return run('status', project, options, false, async (session) => {
    await each(session.works, session, 'check', (work) => nameHeldBack(session, work))
    return {coverage: coverageOfAll(session)}
  })
}

/** Say of a page that does not exist what it waits for. */
async function nameHeldBack({workspace, project}: Session, work: Work): Promise<void> {
  const held = heldBack(work, project.config)
  if (!held || held === 'not-begun') return
  if ((await workspace.read(work.direction.targetPath)) === undefined) workspace.report(held)
}
