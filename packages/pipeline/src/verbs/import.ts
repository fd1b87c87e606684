import {findFiles} from '../files/find-files.ts'
import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {run, stageAll, type VerbOptions} from '../work/session.ts'
import {reuseAcross} from '../work/reuse.ts'
import {importFiles} from './import-files.ts'

/**
 * Hand-backs → bilingual files, against today's source.
 *
 * @param files
 *   Files, folders and zips; relative ones are looked for in the project, then where the command was called. A
 *   localized document that was edited by hand is taken too.
 * @throws {UsageError}
 *   `file-not-found`.
 */
export async function importHandbacks(
  project: Project,
  files: ReadonlyArray<string>,
  options: VerbOptions = {}
): Promise<Report> {
  const found = await findFiles(project.root, files)
  return run({verb: 'import', writes: true}, project, options, async (session) => {
    for (const {path} of found) session.workspace.allow(path)
    await importFiles(session, found)
    await reuseAcross(session)
    await stageAll(session)
    return undefined
  })
}
