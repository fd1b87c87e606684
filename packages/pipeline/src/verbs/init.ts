import {resolve} from 'node:path'
import type {ConfigKind} from '../report/choices.ts'
import {resolveConfig} from '../config/config.ts'
import {computedIn} from '../config/computed.ts'
import {codeText, dataText, type Explain} from '../config/write.ts'
import {configName, DATA, findConfig, loadConfig} from '../config/load-config.ts'
import type {Report} from '../report/report.ts'
import {noCounts} from '../work/session.ts'
import {openWorkspace, type Workspace} from '../files/workspace.ts'

/** How a folder is set up. */
export interface InitOptions {
  readonly dryRun?: boolean
  readonly locales?: ReadonlyArray<string>
  /** Whether to write code or data; an existing configuration that is code can become data. @default 'ts' */
  readonly config?: ConfigKind
  /** Explains an option in words, or gives the `head` of the file. Without it, the file has no comments. */
  readonly explain?: Explain
}

/** When a page is first written: a release when all of it is translated, documentation at once. */
const BUILD_FROM = {'releases/**': 100, 'docs/**': 0}

/**
 * Write a configuration and the folders that it names. Existing files stay as they are.
 *
 * @param root
 *   Folder of the project; made if it does not exist.
 * @throws {UsageError}
 *   A problem of an existing configuration.
 */
export async function init(root: string, options: InitOptions = {}): Promise<Report> {
  const absolute = resolve(root)
  const workspace = openWorkspace(absolute, 1)
  const {locales, inbox, outbox} = await configure(absolute, workspace, options)
  for (const folder of [...locales.map((locale) => `locales/${locale}`), inbox])
    await workspace.write(folder, '', 'folder')
  if (!options.dryRun) await workspace.commit(() => {})
  return {
    version: 1,
    verb: 'init',
    dryRun: options.dryRun ?? false,
    counts: noCounts(),
    changes: workspace.changes(),
    coverage: [],
    diagnostics: workspace.diagnostics,
    folders: {outbox, inbox}
  }
}

interface Folders {
  readonly locales: ReadonlyArray<string>
  readonly inbox: string
  readonly outbox: string
}

/** Plan to write the configuration, or to turn an existing one into data; gives the folders to make. */
async function configure(root: string, workspace: Workspace, options: InitOptions): Promise<Folders> {
  const existing = await findConfig(root)
  const {
    locales = ['en', 'fr'],
    inbox,
    outbox,
    content
  } = resolveConfig({locales: options.locales ?? ['en', 'fr']}, DATA)
  if (existing === undefined) {
    const written = {locales, content, pages: 'kept', buildFrom: BUILD_FROM}
    const isCode = options.config !== 'json'
    const path = isCode ? await configName(root) : DATA
    await workspace.write(path, isCode ? codeText(written, options.explain) : dataText(written), 'config')
  } else if (options.config === 'json' && existing !== DATA) {
    await turnIntoData(root, existing, workspace)
    return {locales: [], inbox, outbox}
  }
  return {locales, inbox, outbox}
}

/**
 * Write the values of a configuration that is code as data, report values that data cannot hold, and keep the old file.
 */
async function turnIntoData(root: string, path: string, workspace: Workspace): Promise<void> {
  const {written} = await loadConfig(root)
  const text = await workspace.readText(path)
  await workspace.write(DATA, dataText(written as object), 'config')
  const kept = await workspace.freeName(`${path}.old`)
  await workspace.move(path, kept, 'config')
  workspace.report({id: 'config-converted', level: 'info', path: DATA, args: {from: path, kept}})
  const computed = computedIn(written as object, typeof text === 'string' ? text : '')
  if (computed.length > 0) {
    const args = {names: computed.join(', '), from: path}
    workspace.report({id: 'config-computed', level: 'warning', path: DATA, args})
  }
}
