import {readdir, stat} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import type {Diagnostic, Format} from '@passerelle/model'
import type {Config} from './config.ts'
import {type Content, findContent} from './content/find.ts'
import {likenessIn} from './content/likeness.ts'
import {nameDocuments} from './content/names.ts'
import {patternsOf} from './content/patterns.ts'
import {UsageError} from './errors.ts'
import {formatOf} from './format.ts'
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

/**
 * Find the documents of a project, by name.
 *
 * @param records
 *   Paths of all records, by which documents keep their names.
 * @param read
 *   Text of a file, where there is one.
 */
export async function findEntries(
  project: Project,
  records: ReadonlySet<string>,
  read: (path: string) => Promise<unknown>
): Promise<{entries: Entry[]; content: Content; diagnostics: Diagnostic[]}> {
  const content = await findContent(project)
  const likeness = likenessIn(project, records, read)
  const {documents, diagnostics} = await nameDocuments(content.found, project, records, likeness)
  const entries = documents.map(({document, root, below, locales}) => ({
    document,
    below,
    format: formatOf(below)!,
    paths: Object.fromEntries(project.locales.map((locale) => [locale, `${root}${locale}/${below}`])),
    locales
  }))
  return {entries: entries.sort((a, b) => (a.document < b.document ? -1 : 1)), content, diagnostics}
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
