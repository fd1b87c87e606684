import {createHash} from 'node:crypto'
import {existsSync, globSync, statSync} from 'node:fs'
import {homedir} from 'node:os'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Cache} from '@passerelle/pipeline'
import {version} from '../grammar/manifest.ts'
import type {Env} from '../terminal/terminal.ts'

/**
 * Where results of earlier runs are kept: in the folder that is named, else where the tools of a project keep such things, else
 * where programs of this user do.
 *
 * @param root
 *   Absolute path of the project.
 * @param named
 *   Folder that a person named; from the project.
 */
export function cacheOf(root: string, named: string | undefined, env: Env): Cache {
  return {folder: folderOf(root, named, env), program: programId()}
}

function folderOf(root: string, named: string | undefined, env: Env): string {
  if (named !== undefined) return resolve(root, named)
  if (existsSync(join(root, 'node_modules'))) return join(root, 'node_modules/.cache/passerelle')
  const own = process.platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME']
  const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache'
  return join(own || join(homedir(), usual), 'passerelle')
}

/** Names this program: its version and, where it runs from its sources, these. */
function programId(): string {
  const packages = fileURLToPath(new URL('../../../', import.meta.url))
  const isSource = import.meta.url.endsWith('.ts')
  const files = isSource ? globSync('*/src/**/*.ts', {cwd: packages}).sort() : []
  const sources = createHash('sha256')
  for (const file of files) {
    const {size, mtimeMs} = statSync(join(packages, file))
    sources.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return `${version()} ${process.version} ${sources.digest('hex')}`
}
