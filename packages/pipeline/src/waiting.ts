import {join} from 'node:path'
import {type FoundFile, foundIn} from './find-files.ts'
import {below, type Describe, handoffOf, handoffPath} from './handoffs.ts'
import {isSame} from './in-parts.ts'
import type {Session} from './session.ts'

/** Where hand-backs go once they have been taken, below the inbox. */
export const TAKEN = 'imported'

/** All that lies in the inbox, but what was taken before. */
export async function inInbox({project}: Session): Promise<FoundFile[]> {
  const {inbox} = project.config
  const found = await foundIn(project.root, join(project.root, inbox))
  return found.filter(({path}) => !path.startsWith(`${inbox}/${TAKEN}/`))
}

/** Hand-offs of the outbox in which somebody worked: they are not as they were written. */
export async function workedInOutbox(
  {project, workspace, works}: Session,
  options: {readonly describe?: Describe}
): Promise<FoundFile[]> {
  const worked: FoundFile[] = []
  for (const work of works) {
    const path = below(project.config.outbox, handoffPath(work, project, options))
    const bytes = await workspace.read(path)
    if (!bytes) continue
    const written = await handoffOf([work], project, options)
    if (written === undefined || !isSame(bytes, written))
      worked.push({absolute: join(project.root, path), path})
  }
  return worked
}
