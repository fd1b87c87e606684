import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {glob} from 'tinyglobby'
import type {Diagnostic} from '@passerelle/model'
import {formatOf} from '../formats/formats.ts'
import type {Project} from '../project/project.ts'
import {endingOf, isAsset, isLitter, isTaken} from './endings.ts'
import type {Content} from './find.ts'
import {meaningOf} from './languages.ts'
import {inLocale, leftOut, ownFolders, type Pattern, patternsOf} from '../config/patterns.ts'

type Place = Pick<Project, 'root' | 'config' | 'locales'>

/** Files in the folders of content that nothing reads, and patterns that match nothing. */
export async function unread(project: Place, {found, empty}: Content): Promise<Diagnostic[]> {
  const patterns = patternsOf(project.config)
  const roots = Map.groupBy(patterns, ({root}) => root)
  const read = new Set(
    found.flatMap(({root, below, locales}) => locales.map((locale) => `${root}${locale}/${below}`))
  )
  const each = await Promise.all([
    ...[...roots].map(([root, its]) => unreadFolders(root, its, project)),
    unreadFiles(patterns, read, project),
    // If there is only one pattern, it is said elsewhere that there is nothing to check.
    ...(patterns.length > 1 ? patterns.filter(({written}) => empty.includes(written)) : []).map((pattern) =>
      withoutFile(pattern, project)
    )
  ])
  return each.flat()
}

/** A pattern that matches nothing; if even its folder is missing, it is probably misspelt. */
async function withoutFile({root, written: pattern}: Pattern, {root: cwd}: Place): Promise<Diagnostic[]> {
  const folder = root.replace(/\/$/, '') || '.'
  const isThere = await readdir(join(cwd, folder)).then(
    () => true,
    () => false
  )
  const args = {pattern}
  return isThere
    ? [{id: 'pattern-without-file', level: 'warning', path: folder, args}]
    : [{id: 'pattern-without-folder', level: 'error', path: folder, args}]
}

/** Folders that stand beside those of locales and hold files like content. */
async function unreadFolders(
  root: string,
  patterns: ReadonlyArray<Pattern>,
  project: Place
): Promise<Diagnostic[]> {
  const {root: cwd, config, locales} = project
  const names = await readdir(join(cwd, root), {withFileTypes: true}).catch(() => [])
  const folders = names
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({name}) => name)
    .filter((name) => !locales.includes(name) && !isOwn(`${root}${name}`, ownFolders(config)))
  const each = await Promise.all(
    folders.map(async (name): Promise<Diagnostic[]> => {
      const meaning = meaningOf(name, locales)
      const hasContent = await holdsContent({name, isLanguage: meaning !== undefined}, patterns, project)
      return hasContent ? folderUnread(root, name, meaning) : []
    })
  )
  return each.flat()
}

function folderUnread(root: string, name: string, meaning: ReturnType<typeof meaningOf>): Diagnostic[] {
  const path = `${root}${name}`
  const exclude = `!${path}/**`
  if (meaning && 'nearest' in meaning) {
    const args = {nearest: `${root}${meaning.nearest}`, exclude}
    return [{id: 'folder-misnamed', level: 'error', path, args}]
  }
  if (meaning) return [{id: 'locale-not-configured', level: 'error', path, args: {...meaning, exclude}}]
  // If the folders of locales stand among all other folders of a project, those others are no mistake.
  return root === '' ? [] : [{id: 'folder-not-read', level: 'warning', path, args: {exclude}}]
}

/** Whether a folder is one of ours, contains one, or lies in one. */
function isOwn(path: string, own: ReadonlyArray<string>): boolean {
  return own.some((folder) => `${folder}/`.startsWith(`${path}/`) || `${path}/`.startsWith(`${folder}/`))
}

/**
 * Whether a folder holds files that would be content in the folder of a locale; if it is named like one, also what
 * somebody may have meant as content.
 */
async function holdsContent(
  {name, isLanguage}: {readonly name: string; readonly isLanguage: boolean},
  patterns: ReadonlyArray<Pattern>,
  {root: cwd, config}: Place
): Promise<boolean> {
  const globs = patterns.map(({root, rest}) =>
    inLocale(`${root}{locale}${isLanguage ? aroundOf(rest) : rest}`, name)
  )
  const files = await glob(globs, {cwd, ignore: leftOut(config, name)})
  return files.some((file) => (isLanguage ? !isAsset(file) && !isLitter(file) : formatOf(file) !== undefined))
}

/**
 * Files in the folders of content whose ending no pattern matches, counted by ending; and how many pictures and the
 * like.
 */
async function unreadFiles(
  patterns: ReadonlyArray<Pattern>,
  read: ReadonlySet<string>,
  {root: cwd, config, locales}: Place
): Promise<Diagnostic[]> {
  const files = new Map<string, Pattern>()
  for (const pattern of patterns) {
    for (const locale of locales) {
      const around = inLocale(`${pattern.root}{locale}${aroundOf(pattern.rest)}`, locale)
      for (const file of await glob(around, {cwd, ignore: leftOut(config, locale)}))
        if (!read.has(file) && !isLitter(file)) files.set(file, pattern)
    }
  }
  const assets = [...files].filter(([file]) => isAsset(file))
  const others = [...files].filter(([file]) => !isAsset(file) && !isTaken(endingOf(file)!, patterns))
  const kinds = Map.groupBy(others, ([file, {root}]) => `${root}{locale}/**/*${endingOf(file)!}`)
  const first = assets[0]?.[0]
  return [
    ...[...kinds].map(([pattern, some]) => filesUnread(pattern, some.map(([file]) => file).sort())),
    ...(first === undefined ? [] : [assetsUnread(first, assets.length)])
  ]
}

/** A pattern for all files in the folders that a pattern looks into. */
function aroundOf(rest: string): string {
  return rest.endsWith('**') ? `${rest}/*` : rest.replace(/[^/]*$/, '*')
}

/** How many files are named at most. */
const NAMED = 5

function filesUnread(pattern: string, files: ReadonlyArray<string>): Diagnostic {
  const path = files[0]!
  const names = files.slice(0, NAMED).map((file) => file.slice(file.lastIndexOf('/') + 1))
  const args = {
    count: files.length,
    names: [...names, ...(files.length > NAMED ? ['…'] : [])].join(', '),
    ending: endingOf(path)!,
    exclude: `!${files.length === 1 ? path : pattern}`
  }
  return {id: 'file-not-read', level: 'warning', path, args}
}

function assetsUnread(path: string, count: number): Diagnostic {
  const folder = path.slice(0, path.lastIndexOf('/'))
  return {id: 'assets-not-read', level: 'info', path: folder, args: {count}}
}
