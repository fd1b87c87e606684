import {readdir, stat} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {glob} from 'tinyglobby'
import type {Format} from '@passerelle/model'
import type {Config} from './config.ts'
import {UsageError} from './errors.ts'
import {loadConfig} from './load-config.ts'
import {loadRules, type Rules} from './rules.ts'

/** A folder with content in several locales. */
export interface Project {
  /** Absolute path. */
  readonly root: string
  readonly config: Config
  readonly locales: ReadonlyArray<string>
  readonly rules: Rules
}

/** A document, and the locales in which a file of it exists. */
export interface Entry {
  /** Path below the folder of its locale; with the folder above where the project has several. */
  readonly document: string
  /** Path below the folder of its locale. */
  readonly below: string
  readonly format: Format
  /** Path relative to the project, by locale; files that do not exist yet included. */
  readonly paths: Readonly<Record<string, string>>
  readonly locales: ReadonlyArray<string>
}

/**
 * Open a project: its configuration and its locales.
 *
 * @param options
 *   Whether `code` of the project may be run: its configuration, where that is no data. By default it may.
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
  const {config} = await loadConfig(absolute, options.code)
  const locales = config.locales ?? (await findLocales(absolute, config))
  return {root: absolute, config, locales, rules: await loadRules(absolute, config)}
}

/** Find the documents of a project, by name. */
export async function findEntries({root, config, locales}: Project): Promise<Entry[]> {
  const severalRoots = new Set(config.content.map(rootOf)).size > 1
  const found = new Map<string, {root: string; rest: string; locales: string[]}>()
  for (const pattern of config.content) {
    const above = rootOf(pattern)
    for (const locale of locales) {
      const files = await glob(pattern.replace('{locale}', escapeGlob(locale)), {
        cwd: root,
        ignore: ignored(config)
      })
      for (const file of files.sort()) {
        const rest = file.slice(above.length + locale.length + 1)
        if (!formatOf(rest)) continue
        const document = severalRoots ? `${above}${rest}` : rest
        const entry = found.get(document) ?? {root: above, rest, locales: []}
        if (!entry.locales.includes(locale)) entry.locales.push(locale)
        found.set(document, entry)
      }
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([document, {root: above, rest, locales: present}]) => ({
      document,
      below: rest,
      format: formatOf(rest)!,
      paths: Object.fromEntries(locales.map((locale) => [locale, `${above}${locale}/${rest}`])),
      locales: present
    }))
}

/** The format that a file's ending stands for. */
export function formatOf(path: string): Format | undefined {
  if (/\.mdx?$/i.test(path) || /\.markdown$/i.test(path)) return 'markdown'
  return /\.json$/i.test(path) ? 'i18next' : undefined
}

async function findLocales(root: string, config: Config): Promise<string[]> {
  const names = new Intl.DisplayNames('en', {type: 'language', fallback: 'none'})
  const found = new Set<string>()
  for (const pattern of config.content) {
    const folders = await readdir(join(root, rootOf(pattern)), {withFileTypes: true}).catch(() => [])
    for (const folder of folders) {
      const isTag =
        /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(folder.name) && names.of(folder.name) !== undefined
      if (folder.isDirectory() && isTag) found.add(folder.name)
    }
  }
  return [...found].sort()
}

function rootOf(pattern: string): string {
  return pattern.slice(0, pattern.indexOf('{locale}'))
}

function ignored(config: Config): string[] {
  return [
    '**/node_modules/**',
    // Pages that were edited, and built anew.
    'edited/**',
    ...[config.bilingual, config.outbox, config.inbox].map((folder) => `${folder}/**`)
  ]
}

function escapeGlob(text: string): string {
  return text.replace(/[[\]{}()*?!\\]/g, '\\$&')
}
