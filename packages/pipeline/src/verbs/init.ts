import {resolve} from 'node:path'
import {resolveConfig} from '../config.ts'
import type {Report} from '../report.ts'
import {noCounts} from '../session.ts'
import {openWorkspace} from '../workspace.ts'

/**
 * Write a configuration and the folders it names. What is already there stays as it is.
 *
 * @param root
 *   Folder of the project; made where there is none.
 */
export async function init(
  root: string,
  options: {readonly dryRun?: boolean; readonly locales?: ReadonlyArray<string>} = {}
): Promise<Report> {
  const absolute = resolve(root)
  const config = resolveConfig({locales: options.locales ?? ['en', 'fr']}, 'pipeline.config.ts')
  const workspace = openWorkspace(absolute, 1)
  if ((await workspace.read('pipeline.config.ts')) === undefined) {
    await workspace.write('pipeline.config.ts', configText(config.locales ?? []), 'config')
  }
  for (const folder of [...(config.locales ?? []).map((locale) => `locales/${locale}`), config.inbox])
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
    folders: {outbox: config.outbox, inbox: config.inbox}
  }
}

function configText(locales: ReadonlyArray<string>): string {
  const list = locales.map((locale) => `'${locale}'`).join(', ')
  return `export default {\n  locales: [${list}],\n  content: ['locales/{locale}/**/*.{md,mdx,json}']\n}\n`
}
