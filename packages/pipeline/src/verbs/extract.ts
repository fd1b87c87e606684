import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {run, stageAll, type VerbOptions} from '../work/session.ts'

/** Sources → bilingual files. Adds new blocks, carries changed ones, and keeps removed ones aside. */
export function extract(project: Project, options: VerbOptions = {}): Promise<Report> {
  return run({verb: 'extract', writes: true}, project, options, async (session) => {
    await stageAll(session)
    return undefined
  })
}
