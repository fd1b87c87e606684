import {heldBack} from '../work/first-build.ts'
import {unreadable} from '../files/archive.ts'
import type {Describe} from '../handoff/handoffs.ts'
import {countKept} from '../confirm/kept.ts'
import {inInbox, workedInOutbox} from '../handoff/waiting.ts'
import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {coverageOfAll, each, run, type Session, type VerbOptions} from '../work/session.ts'
import type {Work} from '../work/work.ts'

/** How much of each document is translated into each language. Writes nothing. */
export function status(
  project: Project,
  options: VerbOptions & {readonly describe?: Describe} = {}
): Promise<Report> {
  return run({verb: 'status', writes: false, depends: {files: []}}, project, options, async (session) => {
    await each(session.works, session, 'check', (work) => nameHeldBack(session, work))
    await nameWaiting(session, options)
    return {coverage: coverageOfAll(session), kept: countKept(session)}
  })
}

/** Report a page that does not exist yet, and what it waits for. */
async function nameHeldBack({workspace, project}: Session, work: Work): Promise<void> {
  const held = heldBack(work, project.config)
  if (!held || held === 'not-begun') return
  if ((await workspace.read(work.direction.targetPath)) === undefined) workspace.report(held)
}

/** Report what can be taken from inbox and outbox, and what lies in the inbox and cannot be. */
async function nameWaiting(session: Session, options: {readonly describe?: Describe}): Promise<void> {
  const {workspace, project} = session
  const {inbox, outbox} = project.config
  const all = await inInbox(session)
  workspace.report(...all.filter(({isOther}) => isOther).map(({path}) => unreadable(path)))
  const returned = all.filter(({isOther}) => !isOther)
  const {own, strays} = await workedInOutbox(session, options)
  const worked = [...own, ...strays]
  if (returned.length > 0)
    workspace.report({id: 'inbox-waiting', level: 'info', path: inbox, args: named(returned)})
  if (worked.length > 0)
    workspace.report({id: 'outbox-worked', level: 'info', path: outbox, args: named(worked)})
}

/** How many files are named at most. */
const NAMED = 10

function named(files: ReadonlyArray<{readonly path: string}>): {
  readonly count: number
  readonly files: string
} {
  const paths = files.map(({path}) => path)
  return {
    count: files.length,
    files: [...paths.slice(0, NAMED), ...(paths.length > NAMED ? ['…'] : [])].join(', ')
  }
}
