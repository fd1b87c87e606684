import {access, constants} from 'node:fs/promises'
import {join} from 'node:path'
import lockfile from 'proper-lockfile'

/** How long a second Passerelle waits for the first before it gives up: about 30 s. */
const RETRIES = {retries: 60, factor: 1, minTimeout: 500, maxTimeout: 500}

/**
 * Work alone in a project.
 *
 * A run that was killed leaves its mark behind; it is stale after ten seconds and taken over. Where nothing can be
 * written there is nothing to guard, and writing will say so itself.
 *
 * @returns
 *   What `run` gives, or `locked` when another run would not end.
 */
export async function alone<T>(root: string, run: () => Promise<T>): Promise<T | 'locked'> {
  if (!(await isWritable(root))) return run()
  let release: () => Promise<void>
  try {
    release = await lockfile.lock(root, {
      lockfilePath: join(root, '.passerelle.lock'),
      stale: 10_000,
      retries: RETRIES
    })
  } catch (error) {
    if ((error as {code?: string}).code === 'ELOCKED') return 'locked'
    throw error
  }
  try {
    return await run()
  } finally {
    await release()
  }
}

function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false
  )
}
