import {normalize, type Unit} from '@passerelle/model'
import type {ReadFile} from '@passerelle/xliff'
import {isFlat, type Origin} from './origin.ts'
import type {Session} from '../work/session.ts'
import type {Work} from '../work/work.ts'

/** The end of an id that was in the file before. */
const TWIN = /\.\.(\d+)$/

/**
 * Divide a file by the documents of its units: tools join several documents in one `<file>`. Ids decide, then sources.
 * A unit of no document stays where the file says.
 *
 * @param work
 *   The work that the file names.
 */
export function divide(
  session: Session,
  work: Work,
  file: ReadFile,
  origin: Pick<Origin, 'ids'>
): ReadonlyMap<Work, ReadFile> {
  const own = idsOf(work)
  const isWhole = file.bitext.units.every(({id}) => own.has(id))
  if (isWhole || isFlat(work, origin)) return new Map([[work, file]])
  const find = finderOf(session, work)
  const parts = Map.groupBy(file.bitext.units, (unit) => find(unit) ?? work)
  if (!parts.has(work)) parts.set(work, [])
  return new Map(
    [...parts].map(([each, units]) => {
      const {comments, metadata, ...rest} = file.bitext
      const ofFile = each === work ? {...(comments && {comments}), ...(metadata && {metadata})} : {}
      return [each, withUnits(file, {...rest, ...ofFile, units, ...(each !== work && {removed: []})})]
    })
  )
}

/** A file with other units, and what the file says of those. */
function withUnits(file: ReadFile, bitext: ReadFile['bitext']): ReadFile {
  const {version, place, placeOf, tally} = file
  const units = new Set([...bitext.units, ...bitext.removed])
  return {bitext, version, place, pairs: file.pairs.filter(({unit}) => units.has(unit)), placeOf, tally}
}

type Find = (unit: Unit) => Work | undefined

/** Finds the work of a unit; made on first use, for few files need it. */
function finderOf(session: Session, work: Work): Find {
  const known = finders.get(work) ?? createFinder(session, work)
  finders.set(work, known)
  return known
}

const finders = new WeakMap<Work, Find>()

function createFinder({works}: Session, work: Work): Find {
  const {sourceLocale, targetLocale} = work.direction
  const alike = works.filter(
    ({direction}) => direction.sourceLocale === sourceLocale && direction.targetLocale === targetLocale
  )
  const inOrder = [work, ...alike.filter((each) => each !== work)]
  const byId = indexed(inOrder, ({id}) => [id])
  let bySource: ReadonlyMap<string, ReadonlyArray<Work>> | undefined
  return ({id, pairs}) => {
    const [, number = '1'] = TWIN.exec(id) ?? []
    const named = byId.get(id) ?? byId.get(id.replace(TWIN, ''))
    // Documents that share a unit have it once each, in their order.
    if (named) return named[Number(number) - 1] ?? named[0]
    bySource ??= indexed(inOrder, (unit) => unit.pairs.map(({source}) => normalize(source)))
    const found = pairs.map(({source}) => bySource!.get(normalize(source)))
    return found.find((each) => each !== undefined)?.[0]
  }
}

function indexed(
  works: ReadonlyArray<Work>,
  keysOf: (unit: Unit) => ReadonlyArray<string>
): ReadonlyMap<string, ReadonlyArray<Work>> {
  const index = new Map<string, Work[]>()
  for (const work of works) {
    for (const key of new Set(work.bitext.units.flatMap(keysOf))) {
      const known = index.get(key)
      if (known) known.push(work)
      else index.set(key, [work])
    }
  }
  return index
}

/** Ids of a work; they do not change during a run. */
function idsOf(work: Work): ReadonlySet<string> {
  const known = ids.get(work) ?? new Set(work.bitext.units.map(({id}) => id))
  ids.set(work, known)
  return known
}

const ids = new WeakMap<Work, ReadonlySet<string>>()
