import {glob} from 'tinyglobby'
import {formatOf} from '../formats/formats.ts'
import type {Project} from '../project/project.ts'
import {inLocale, leftOut, patternsOf} from '../config/patterns.ts'

/** A document and where it lies. */
export interface Found {
  /** The folder that holds the folders of locales; empty, or with `/` at its end. */
  readonly root: string
  /** Path below the folder of the locale. */
  readonly below: string
  /** Locales in which it has a file. */
  readonly locales: ReadonlyArray<string>
}

/** All documents of a project, by pattern and then by name, and patterns that match nothing. */
export interface Content {
  readonly found: ReadonlyArray<Found>
  readonly empty: ReadonlyArray<string>
}

/** Find what the patterns of the configuration match. */
export async function findContent({
  root: cwd,
  config,
  locales
}: Pick<Project, 'root' | 'config' | 'locales'>): Promise<Content> {
  const found = new Map<string, {root: string; below: string; locales: string[]}>()
  const empty: string[] = []
  for (const {written, root, rest} of patternsOf(config)) {
    let count = 0
    for (const locale of locales) {
      const pattern = inLocale(`${root}{locale}${rest}`, locale)
      const files = await glob(pattern, {cwd, ignore: leftOut(config, locale)})
      for (const file of files.sort()) {
        if (!formatOf(file)) continue
        count++
        const below = file.slice(root.length + locale.length + 1)
        const document = found.get(`${root}\0${below}`) ?? {root, below, locales: []}
        if (!document.locales.includes(locale)) document.locales.push(locale)
        found.set(`${root}\0${below}`, document)
      }
    }
    if (count === 0) empty.push(written)
  }
  return {found: [...found.values()], empty}
}
