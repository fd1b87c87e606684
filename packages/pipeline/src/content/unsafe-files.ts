import {readdir} from 'node:fs/promises'
import {relative, resolve, sep} from 'node:path'
import type {Diagnostic} from '@passerelle/model'
import type {Config} from '../config/config.ts'
import {formatOf} from '../formats/formats.ts'
import type {Project} from '../project/project.ts'
import {leavesFolder} from '../files/inside.ts'

/** Documents with safe names, and diagnostics for the others. */
export interface SafelyNamed<Named> {
  readonly entries: ReadonlyArray<Named>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Leave out documents whose name leads out of the folders in which files are made, on this or another system. */
export function withSafeNames<
  Named extends {
    readonly document: string
    readonly paths: Readonly<Record<string, string>>
    readonly locales: ReadonlyArray<string>
  }
>(entries: ReadonlyArray<Named>): SafelyNamed<Named> {
  const diagnostics = entries
    .filter(({document}) => leavesFolder(document))
    .map(({paths, locales}): Diagnostic => {
      return {id: 'name-unsafe', level: 'error', path: paths[locales[0]!]!, args: {}}
    })
  return {entries: entries.filter(({document}) => !leavesFolder(document)), diagnostics}
}

/** Report what is named like a document and is none: pipes and devices, and names that are not UTF-8. */
export async function unsafeFiles({
  root,
  config,
  locales
}: Pick<Project, 'root' | 'config' | 'locales'>): Promise<Diagnostic[]> {
  const folders = new Set(config.content.flatMap((pattern) => foldersOf(pattern, locales)))
  const found = await Promise.all([...folders].map((folder) => unsafeIn(root, folder, config)))
  return found.flat()
}

function foldersOf(pattern: string, locales: ReadonlyArray<string>): string[] {
  const at = pattern.indexOf('{locale}')
  return at < 0 || pattern.startsWith('!') ? [] : locales.map((locale) => `${pattern.slice(0, at)}${locale}`)
}

async function unsafeIn(
  root: string,
  folder: string,
  {bilingual, inbox, outbox}: Config
): Promise<Diagnostic[]> {
  const names = await readdir(resolve(root, folder), {recursive: true, withFileTypes: true}).catch(() => [])
  return names.flatMap((found): Diagnostic[] => {
    if (formatOf(found.name) === undefined) return []
    const path = relative(root, resolve(found.parentPath, found.name)).split(sep).join('/')
    if (/(^|\/)node_modules\//.test(path)) return []
    if ([bilingual, inbox, outbox].some((own) => path.startsWith(`${own}/`))) return []
    // Bytes that are not UTF-8 are read as this character.
    if (found.name.includes('\uFFFD')) return [{id: 'name-not-utf8', level: 'error', path, args: {}}]
    const isOdd = !found.isFile() && !found.isDirectory() && !found.isSymbolicLink()
    return isOdd ? [{id: 'not-a-file', level: 'error', path, args: {}}] : []
  })
}
