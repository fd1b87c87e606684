import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {read} from '@passerelle/xliff'
import {returnedOf} from './handback.ts'
import {isUntouched} from './accept.ts'
import {type FoundFile, foundIn} from '../files/find-files.ts'
import {isOfProject} from '../files/incoming.ts'
import {isLarge} from './large.ts'
import type {Session} from '../work/session.ts'

/**
 * Hand-offs in the outbox in which somebody worked, and which belong to no document of today.
 *
 * Their document was renamed, moved or deleted, or they were written for another tool. If only some languages or
 * documents were chosen, nothing is known of the others, and no strays are looked for.
 *
 * @param expected
 *   Paths of the hand-offs of today's documents.
 */
export async function straysInOutbox(
  {project, options}: Session,
  expected: ReadonlySet<string>
): Promise<FoundFile[]> {
  if (options.locales || options.documents?.length) return []
  const {outbox} = project.config
  const found = await foundIn(project.root, join(project.root, outbox))
  const names = found.map(({path}) => path)
  const strays: FoundFile[] = []
  for (const file of found) {
    const {path, isOther} = file
    if (isOther || expected.has(path) || isOfProject(path, names) || /\.(?:zip|tmx)$/i.test(path)) continue
    if (await hasWork(file)) strays.push(file)
  }
  return strays
}

/** Whether a file has a translation that was not handed off with it. */
async function hasWork({absolute, path}: FoundFile): Promise<boolean> {
  if (await isLarge(absolute, path)) return true
  const bytes = await readFile(absolute).catch(() => undefined)
  if (!bytes) return false
  return read(bytes, path).files.some((file) => returnedOf(file).some((returned) => !isUntouched(returned)))
}
