import {readdir, stat} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import type {Config} from '../config/config.ts'
import {patternsOf} from '../config/patterns.ts'
import {UsageError} from '../report/errors.ts'
import {loadConfig} from '../config/load-config.ts'
import {loadRules, type Rules} from './rules.ts'

/** A folder with content in several locales. */
export interface Project {
  /** Absolute path. */
  readonly root: string
  readonly config: Config
  readonly locales: ReadonlyArray<string>
  readonly rules: Rules
}

/**
 * Open a project: load its configuration and find its locales.
 *
 * @param options
 *   Whether `code` of the project, such as a configuration in TypeScript, may be run; by default it may.
 * @throws {UsageError}
 *   `root-not-found`, or a problem of the configuration.
 */
export async function openProject(root: string, options: {readonly code?: boolean} = {}): Promise<Project> {
  const absolute = resolve(root)
  const isFolder = await stat(absolute).then(
    (found) => found.isDirectory(),
    () => false
  )
  if (!isFolder) throw new UsageError('root-not-found', {path: root})
  const {config} = await loadConfig(absolute, options)
  const locales = config.locales ?? (await findLocales(absolute, config))
  return {root: absolute, config, locales, rules: await loadRules(absolute, config)}
}

async function findLocales(root: string, config: Config): Promise<string[]> {
  const names = new Intl.DisplayNames('en', {type: 'language', fallback: 'none'})
  const found = new Set<string>()
  for (const pattern of patternsOf(config)) {
    const folders = await readdir(join(root, pattern.root), {withFileTypes: true}).catch(() => [])
    for (const folder of folders) {
      const isTag =
        /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(folder.name) && names.of(folder.name) !== undefined
      if (folder.isDirectory() && isTag) found.add(folder.name)
    }
  }
  return [...found].sort()
}
