import {bilingualPath} from '../project/direction.ts'
import {formatOf} from '../formats/formats.ts'
import type {Project} from '../project/project.ts'
import {readSource} from '../project/source.ts'
import type {Likeness} from './names.ts'

/**
 * How much of a document is in a record, from 0 to 1: the share of its units whose id is there. Ids are made from
 * content.
 */
export function likenessIn(
  project: Project,
  records: ReadonlySet<string>,
  read: (path: string) => Promise<unknown>
): Likeness {
  return async ({root, below, locales}, name) => {
    let best = 0
    for (const sourceLocale of locales) {
      for (const targetLocale of project.locales) {
        const path = bilingualPath(project.config.bilingual, sourceLocale, targetLocale, name)
        if (sourceLocale === targetLocale || !records.has(path)) continue
        const sourcePath = `${root}${sourceLocale}/${below}`
        const [record, text] = [await read(path), await read(sourcePath)]
        if (typeof record !== 'string' || typeof text !== 'string') continue
        const way = {format: formatOf(below)!, sourceLocale, targetLocale}
        const {blocks} = await readSource(text, sourcePath, way, project)
        const there = blocks.filter(({unit}) => record.includes(`id="${unit.id}"`))
        best = Math.max(best, there.length / Math.max(1, blocks.length))
      }
    }
    return best
  }
}
