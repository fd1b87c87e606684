import {build} from '../build.ts'
import {heldBack} from '../first-build.ts'
import {findHandEdits, notePrints} from '../hand-edits.ts'
import type {Project} from '../project.ts'
import type {Report} from '../report.ts'
import {each, run, saveAll, type Session, type VerbOptions} from '../session.ts'
import {extractDocument} from '../source.ts'
import type {Work} from '../work.ts'
import {UNREADABLE} from '../workspace.ts'

/** Sources and bilingual files → localized documents. */
export function merge(project: Project, options: VerbOptions = {}): Promise<Report> {
  return run('merge', project, options, true, async (session) => {
    await mergeAll(session)
    await saveAll(session)
    return undefined
  })
}

/** Mean to write the localized document of every work that has a translation, had one, or needs none. */
export async function mergeAll(session: Session): Promise<void> {
  await each(session.works, session, 'merge', (work) => mergeOne(session, work))
}

async function mergeOne({workspace, project, counts}: Session, work: Work): Promise<void> {
  const {direction} = work
  const existing = await workspace.readText(direction.targetPath)
  if (existing === UNREADABLE) return
  const held = existing === undefined ? heldBack(work, project.config) : undefined
  if (held) {
    if (held !== 'not-begun') workspace.report(held)
    return
  }

  const {text, diagnostics, quarantined} = build(work, project.config)
  workspace.report(...diagnostics)
  counts.quarantined += quarantined
  const edits =
    existing === undefined || existing === text ? [] : findHandEdits(work, existing, text, project.config)
  if (edits.length > 0) {
    workspace.report(...edits)
    return
  }
  await workspace.write(direction.targetPath, text, 'document')
  work.bitext = notePrints(
    work,
    extractDocument(text, direction.targetPath, direction, project.config).document
  )
}
