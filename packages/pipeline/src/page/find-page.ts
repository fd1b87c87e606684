import type {Bitext, Carried} from '@passerelle/model'
import type {Direction} from '../project/direction.ts'
import type {Project} from '../project/project.ts'
import type {Source} from '../project/source.ts'
import type {Workspace} from '../files/workspace.ts'
import {align} from './align.ts'
import {readPage} from './found.ts'
import {carryPage, type Page, pageOf} from './page.ts'

/** What is known of a document in one direction before its page is found. */
interface Known {
  readonly direction: Direction
  readonly source: Source
  /** The record, carried to today's source. */
  readonly bitext: Bitext
  readonly carried: Carried
}

/**
 * What the localized document of a work shows, according to its record; undefined if none was ever built.
 *
 * A record that was written while its document was being built also says what that was before. The file shows which of
 * the two it is.
 *
 * @param record
 *   The record as it was read, not carried.
 */
export async function findPage(
  workspace: Workspace,
  project: Project,
  work: Known,
  record: Bitext | undefined
): Promise<() => Page | undefined> {
  const {direction, carried, bitext} = work
  const {config} = project
  if (!record) return () => undefined
  if (!record.printed && isAsItWas(work, record)) return () => pageOf(bitext, config)
  const follows = pageOf(record, config)
  const built = follows && carryPage(follows, carried.origins)
  const {printed} = record
  if (!printed) return () => built
  const before = carryPage(printed, carried.origins)
  const text = built && (await workspace.readText(direction.targetPath))
  const found = typeof text === 'string' ? readPage(text, direction, project) : undefined
  if (!found || !built) return () => before
  const [first, second] = [before, built].map((page) => align(work, page, found, project).fit)
  return first! >= second! ? () => before : () => built
}

/**
 * Whether a page that follows from the units of a record still does after the record was carried, so that it need not
 * be stored.
 */
function isAsItWas({bitext, carried}: Known, {units}: Bitext): boolean {
  const {counts, cosmetic, recut, origins} = carried
  const changes =
    counts.fresh + counts.changed + counts.removed + cosmetic.length + recut.length + origins.size
  return (
    changes === 0 &&
    units.length === bitext.units.length &&
    units.every(({id}, index) => bitext.units[index]!.id === id)
  )
}
