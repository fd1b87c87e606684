import {execFile} from 'node:child_process'
import type {Diagnostic} from '@passerelle/model'

/** How long git is waited for, in milliseconds. */
const LONGEST = 10_000

/**
 * Records of which git's index still has several versions; none without git or outside a repository.
 *
 * @param folder
 *   Folder of the records.
 */
export async function unmergedRecords(root: string, folder: string): Promise<Diagnostic[]> {
  const args = ['-c', 'core.fsmonitor=false', 'ls-files', '--unmerged', '-z', '--', folder]
  const listed = await new Promise<string>((resolve) => {
    execFile('git', args, {cwd: root, timeout: LONGEST, maxBuffer: 1 << 26}, (error, stdout) =>
      resolve(error ? '' : stdout)
    )
  })
  // Each line is `mode hash stage TAB path`, one for each version.
  const paths = listed.split('\0').flatMap((entry) => entry.split('\t').slice(1))
  return [...new Set(paths)].map((path) => ({id: 'record-unmerged', level: 'error', path, args: {}}))
}
