import picomatch from 'picomatch'
import {UsageError} from '../report/errors.ts'
import type {Direction} from './direction.ts'

type Paths = Pick<Direction, 'sourcePath' | 'targetPath' | 'bilingualPath'>

/** A path relative to the project, with `/`, from a path as a person of any system writes it. */
export function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/+)+|\/+$/g, '')
}

/** Whether a path is that of a document's source, page or record, or of a folder above one of them. */
export function liesAt({sourcePath, targetPath, bilingualPath}: Paths, path: string): boolean {
  return [sourcePath, targetPath, bilingualPath].some(
    (own) => own === path || own.startsWith(`${path}/`) || path === '.' || path === ''
  )
}

/**
 * The documents that a person names by paths, folders and patterns (`releases/**`); all if nothing is named.
 *
 * @throws {UsageError}
 *   `nothing-there`, for a name that no document has.
 */
export function named<Way extends Paths>(all: ReadonlyArray<Way>, names: ReadonlyArray<string>): Way[] {
  if (names.length === 0) return [...all]
  const found = new Set<Way>()
  for (const name of names) {
    const path = plainPath(name)
    const matches = picomatch(path)
    const ways = all.filter(
      (way) =>
        liesAt(way, path) || [way.sourcePath, way.targetPath, way.bilingualPath].some((own) => matches(own))
    )
    if (ways.length === 0) throw new UsageError('nothing-there', {path: name})
    for (const way of ways) found.add(way)
  }
  return all.filter((way) => found.has(way))
}
