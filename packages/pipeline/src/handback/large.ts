import {stat} from 'node:fs/promises'
import {type OpenFile, type ReadPart, readStream, type Tally} from '@passerelle/xliff'
import {isMemoryName} from '../files/archive.ts'
import {findWork, isFlat, type Origin, originProblem, noteTaken} from './origin.ts'
import {divide} from './divide.ts'
import {isZipFile, openFile} from '../files/file-stream.ts'
import {createTaking, type Taking} from './handback.ts'
import {missingUnits, untranslated} from './missing.ts'
import {createPackedUnits} from '../work/packed-units.ts'
import {formatOf} from '../formats/formats.ts'
import {locatorOf} from '../work/sentences.ts'
import type {Session} from '../work/session.ts'
import {splitterOf} from '../project/source.ts'
import type {Work} from '../work/work.ts'

/** A hand-back with more bytes than this is not read as a whole. */
const LARGE = 16 * 1024 * 1024

/** Whether a file is a hand-back that should be read part by part. */
export async function isLarge(absolute: string, path: string): Promise<boolean> {
  if (formatOf(path) || isMemoryName(path)) return false
  const {size} = await stat(absolute)
  return size > LARGE && !(await isZipFile(absolute))
}

/** What a first reading finds out about a `<file>`. */
interface Head {
  readonly origin: Origin & {readonly ids: Set<string>}
  tally: Tally
}

/**
 * Take a hand-back of any size into the records of its works.
 *
 * It is read twice, because only at its end it is known which works it belongs to, and how much of it is translated.
 * Memory grows with the records, and only a little with new translations: those without a place today are kept packed.
 */
export async function importLarge(
  session: Session,
  absolute: string,
  path: string,
  {partial}: {readonly partial: boolean}
): Promise<void> {
  const {workspace, project} = session
  const {repair} = project.config
  const open = openFile(absolute)
  const heads = await headsOf(session, open, path)
  const works = heads.map(({origin}): Work | undefined => {
    const work = findWork(session, origin)
    const problem = originProblem(session, work, origin, path)
    if (problem) workspace.report(problem)
    if (!work || problem?.level === 'error') return undefined
    if (!isFlat(work, origin)) return work
    workspace.report({id: 'xliff-too-large', level: 'error', path, args: {}})
    return undefined
  })
  const takings = new Map<Work, Taking>()
  const takingOf = (work: Work): Taking => {
    const aside = (work.aside ??= createPackedUnits())
    const taking =
      takings.get(work) ??
      createTaking(work.bitext, path, {
        aside,
        split: splitterOf(work.direction, project),
        claims: work.claims,
        locate: locatorOf(work, project.config)
      })
    takings.set(work, taking)
    return taking
  }
  for (const work of works) if (work) takingOf(work)
  const take = (part: ReadPart): void => {
    const work = works[part.file]
    if (!work) return
    const {tally, origin} = heads[part.file]!
    for (const [each, units] of divide(session, work, {...part, tally}, origin)) takingOf(each).take(units)
  }
  await readStream(open, path, take, {repair})
  for (const [work, taking] of takings) noteTaken(session, work, taking.end())
  for (const [index, work] of works.entries()) {
    if (!work || partial) continue
    const {origin, tally} = heads[index]!
    workspace.report(
      ...missingUnits(work, origin.ids, path),
      ...untranslated(tally, [work], path, origin.place)
    )
  }
}

async function headsOf(
  {works, workspace, project}: Session,
  open: OpenFile,
  path: string
): Promise<ReadonlyArray<Head>> {
  const known = new Map(
    works.flatMap(({bitext}) =>
      bitext.units.flatMap(({id, key}) => (key === undefined ? [id] : [id, key]).map((own) => [own, own]))
    )
  )
  const heads: Head[] = []
  const take = ({file, bitext, place, tally}: ReadPart): void => {
    const {document, sourceLocale, targetLocale} = bitext
    const before = heads[file]
    if (before) before.tally = together(before.tally, tally)
    const head = (heads[file] ??= {
      origin: {document, sourceLocale, targetLocale, place, ids: new Set()},
      tally
    })
    for (const {id} of bitext.units) {
      const own = known.get(id)
      if (own !== undefined) head.origin.ids.add(own)
    }
  }
  workspace.report(
    ...(await readStream(open, path, take, {keep: () => false, repair: project.config.repair}))
  )
  return heads
}

/** Sum of the tallies of two parts. */
function together(a: Tally, b: Tally): Tally {
  return {
    translated: a.translated + b.translated,
    news: a.news + b.news,
    open: a.open + b.open
  }
}
