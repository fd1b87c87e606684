import type {Diagnostic} from '@passerelle/model'
import type {Project} from '../project/project.ts'
import {comparePages, extractDocument} from '../project/source.ts'
import type {Session} from '../work/session.ts'

/**
 * Compare two catalogs that exist in both languages and have no record yet: keys, plural forms and variables that only
 * one of them has.
 *
 * The first language of the project counts as the source, because nothing says which it is.
 */
export async function judgeStrangers({project, workspace, options, entries}: Session): Promise<Diagnostic[]> {
  const strangers = new Set(
    workspace.diagnostics.flatMap(({id, path}) => (id === 'both-exist' ? [path] : []))
  )
  if (strangers.size === 0) return []
  const found: Diagnostic[] = []
  for (const {document, format, locales, paths} of entries) {
    const [sourceLocale, ...others] = locales
    if (sourceLocale === undefined || !strangers.has(paths[sourceLocale]!)) continue
    const source = await workspace.readText(paths[sourceLocale]!)
    if (typeof source !== 'string') continue
    for (const targetLocale of others) {
      if (!(options.locales?.includes(targetLocale) ?? true)) continue
      const way = {document, format, sourceLocale, targetLocale}
      found.push(...(await compareFiles(source, paths, way, project, workspace)))
    }
  }
  return found
}

async function compareFiles(
  source: string,
  paths: Readonly<Record<string, string>>,
  way: Parameters<typeof extractDocument>[2],
  {config}: Project,
  workspace: Session['workspace']
): Promise<Diagnostic[]> {
  const {sourceLocale, targetLocale: locale} = way
  const [from, to] = [paths[sourceLocale]!, paths[locale]!]
  const page = await workspace.readText(to)
  if (typeof page !== 'string') return []
  const back = {...way, sourceLocale: locale, targetLocale: sourceLocale}
  return [
    ...extractDocument(source, from, way, config).diagnostics,
    ...extractDocument(page, to, back, config).diagnostics,
    ...comparePages(source, page, to, way, config).map((one) => ({...one, locale}))
  ]
}
