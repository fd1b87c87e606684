import {posix} from 'node:path'
import type {Config} from './options.ts'

/** Folders in which Passerelle moves, replaces or deletes files. */
const OWN = ['bilingual', 'outbox', 'inbox'] as const

/** Two options that name the same folder, or one within the other. */
interface Overlap {
  readonly key: (typeof OWN)[number]
  readonly other: (typeof OWN)[number]
}

/**
 * Two folders of Passerelle, of which one contains the other; undefined where they are apart.
 *
 * A bilingual file in the outbox would be moved away like a finished hand-off, and all its translations with it.
 */
export function overlapOf(config: Config): Overlap | undefined {
  const pairs = OWN.flatMap((key, index) => OWN.slice(index + 1).map((other) => ({key, other})))
  return pairs.find(({key, other}) => {
    const [one, two] = [folderOf(config[key]), folderOf(config[other])] as const
    return one.startsWith(two) || two.startsWith(one)
  })
}

function folderOf(written: string): string {
  const folder = posix.normalize(`${written.replaceAll('\\', '/')}/`)
  return folder === './' ? '' : folder
}
