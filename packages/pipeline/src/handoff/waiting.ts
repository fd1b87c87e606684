import {join} from 'node:path'
import {type FoundFile, foundIn} from '../files/find-files.ts'
import {below, type Describe, handoffOf, handoffPath} from './handoffs.ts'
import {isSame} from '../files/in-parts.ts'
import type {Session} from '../work/session.ts'
import {straysInOutbox} from '../handback/strays.ts'

/** Folder below the inbox for hand-backs that were taken. */
export const TAKEN = 'imported'

/** All files in the inbox except those taken before. */
export async function inInbox({project}: Session): Promise<FoundFile[]> {
  const {inbox} = project.config
  const found = await foundIn(project.root, join(project.root, inbox))
  return found.filter(({path}) => !path.startsWith(`${inbox}/${TAKEN}/`))
}

/** Files of the outbox in which somebody worked. */
export interface Worked {
  /** Hand-offs of today's documents that have changed since they were written. */
  readonly own: ReadonlyArray<FoundFile>
  /** Hand-offs that belong to no document of today. */
  readonly strays: ReadonlyArray<FoundFile>
}

/** What translators did right in the outbox. */
export async function workedInOutbox(
  session: Session,
  options: {readonly describe?: Describe}
): Promise<Worked> {
  const {project, workspace, works} = session
  const own: FoundFile[] = []
  const expected = new Set<string>()
  for (const work of works) {
    const path = below(project.config.outbox, handoffPath(work, project, options))
    expected.add(path)
    const bytes = await workspace.read(path)
    if (!bytes) continue
    const written = await handoffOf([work], project, options)
    if (written === undefined || !isSame(bytes, written)) own.push({absolute: join(project.root, path), path})
  }
  return {own, strays: await straysInOutbox(session, expected)}
}
