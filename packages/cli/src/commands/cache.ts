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
 * On a machine of CI only the first: a pull request may bring along a folder that says that all is well.
 *
 * @param root
 *   Absolute path of the project.
 * @param named
 *   Folder that a person named; from the project.
 */
export function cacheOf(root: string, named: string | undefined, env: Env): Cache | undefined {
  if (named === undefined && env['CI']) return undefined
  return {folder: folderOf(root, named, env), program: programId()}
}

function folderOf(root: string, named: string | undefined, env: Env): string {
  if (named !== undefined) return resolve(root, named)
  if (existsSync(join(root, 'node_modules'))) return join(root, 'node_modules/.cache/passerelle')
  const own = process.platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME']
  const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache'
  return join(own || join(homedir(), usual), 'passerelle')
}

/** Names this program: its version, Node's, and the files that it runs from, for a build may have the version of another. */
function programId(): string {
  const isSource = import.meta.url.endsWith('.ts')
  const own = new URL(isSource ? '../../../../' : '../', import.meta.url)
  const folders = isSource ? [own] : [own, new URL('.', import.meta.resolve('@passerelle/pipeline'))]
  const patterns = isSource ? ['packages/*/src/**/*.ts', 'locales/*/cli.json'] : ['**/*.{js,json}']
  const program = createHash('sha256')
  for (const cwd of folders.map((folder) => fileURLToPath(folder))) {
    for (const file of globSync(patterns, {cwd}).sort()) {
      const {size, mtimeMs} = statSync(join(cwd, file))
      program.update(`${file} ${size} ${mtimeMs}\n`)
    }
  }
  return `${version()} ${process.version} ${program.digest('hex')}`
}
