import type {Project} from '../project.ts'
import type {Report} from '../report.ts'
import {coverageOfAll, run, type VerbOptions} from '../session.ts'

/** How far each document is in each locale. Writes nothing. */
export function status(project: Project, options: VerbOptions = {}): Promise<Report> {
  return run('status', project, options, false, async (session) => ({coverage: coverageOfAll(session)}))
}
