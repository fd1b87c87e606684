import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {run, saveAll, type VerbOptions} from '../work/session.ts'

/** Sources → bilingual files: new, changed and removed blocks, nothing lost. */
export function extract(project: Project, options: VerbOptions = {}): Promise<Report> {
  return run('extract', project, options, true, async (session) => {
    await saveAll(session)
    return undefined
  })
}
