import {existsSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import type {Env} from './terminal.ts'

/** Variables by which CI servers say where the repository lies: GitHub Actions, GitLab CI. */
const VARIABLES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR']

/**
 * Where a project stands below the root of its repository, with `/` at its end; empty where it is the root, or where
 * there is no repository. CI counts paths from there.
 */
export function folderInRepository(root: string, env: Env): string {
  const top = gitRootAbove(resolve(root)) ?? VARIABLES.map((name) => env[name]).find(Boolean)
  const path = top ? relative(top, root).replaceAll('\\', '/') : ''
  return path === '' || path.startsWith('..') ? '' : `${path}/`
}

/** The nearest folder that git calls a work tree: `.git` is a folder there, or a file in a submodule or worktree. */
function gitRootAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : gitRootAbove(above)
}
