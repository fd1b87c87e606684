import {execFile} from 'node:child_process'
import type {Diagnostic} from '@passerelle/model'

/** Longest time that git is waited for, in milliseconds. */
const LONGEST = 10_000

/**
 * Records of which git's index has several versions still; none where there is no git, or no repository.
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
  // Each as `mode hash stage TAB path`, once for each version.
  const paths = listed.split('\0').flatMap((entry) => entry.split('\t').slice(1))
  return [...new Set(paths)].map((path) => ({id: 'record-unmerged', level: 'error', path, args: {}}))
}
