import {UsageError} from '../report/errors.ts'
import {liesAt, plainPath} from '../project/named.ts'
import type {Session} from '../work/session.ts'
import {type Sentence, sentencesOf} from '../work/sentences.ts'

/** What `PATH[:LINE[:COLUMN]]` says. */
interface Meant {
  readonly path: string
  readonly line?: number
  readonly column?: number
}

/**
 * The sentences that a person names, each once; all sentences if nothing is named.
 *
 * @param places
 *   `PATH[:LINE[:COLUMN]]`; the path of a source, its page, its record, or a folder.
 * @throws {UsageError}
 *   `nothing-there`.
 */
export function select({works, project}: Session, places: ReadonlyArray<string>): Sentence[] {
  const all = works.flatMap((work) => sentencesOf(work, project.config))
  if (places.length === 0) return all
  return [...new Set(places.flatMap((place) => selectAt(all, place)))]
}

function selectAt(all: ReadonlyArray<Sentence>, place: string): ReadonlyArray<Sentence> {
  const {path, line, column} = meantBy(place)
  const found = all.filter(({work}) => liesAt(work.direction, path))
  if (found.length === 0) throw new UsageError('nothing-there', {path: place})
  if (line === undefined) return found
  const exact = found.filter((one) => one.line === line && (column === undefined || one.column === column))
  const inside = exact.length > 0 ? exact : found.filter((one) => one.line <= line && line <= one.lastLine)
  if (inside.length === 0) throw new UsageError('nothing-there', {path: place})
  return inside
}

function meantBy(place: string): Meant {
  const [, path = place, line, column] = /^(.+?)(?::(\d+))?(?::(\d+))?$/s.exec(place) ?? []
  return {
    path: plainPath(path),
    ...(line !== undefined && {line: Number(line)}),
    ...(column !== undefined && {column: Number(column)})
  }
}
