import type {Diagnostic, Place, Problem, Unit} from '@passerelle/model'
import type {Draft} from './draft.ts'
import {finish, type ReadFile} from './read-file.ts'
import {MOST_FAULTS, ownArgs} from '../xml/faults.ts'
import {createLines} from '../xml/lines.ts'
import {createParser, type Visitor} from '../xml/parse.ts'
import {unitIdOf} from './read-12.ts'
import {createReader, headed, type ReadOptions, wayOf} from './read.ts'
import {createReport, pass, type Report, reportTo} from '../xml/report.ts'
import {encodingOf, feed, type OpenFile} from '../xml/stream.ts'

/** Some of the units of a `<file>`, in their order. */
export interface ReadPart extends ReadFile {
  /** Number of the `<file>`, from 0. */
  readonly file: number
}

/** How a hand-back is read in parts. */
export interface StreamOptions extends ReadOptions {
  /**
   * Whether the caller wants to keep a unit; all others keep text of the file in memory. @default units with something
   * translated, said or noted
   */
  readonly keep?: (unit: Unit, about: {readonly removed: boolean}) => boolean
}

/** How many units a part has. */
const UNITS = 20

/**
 * Read XLIFF of any size, part by part; see {@link read}.
 *
 * Memory does not grow with the file. Twins are told apart within one part only. A file that is not well-formed is read
 * up to its first error.
 *
 * @param open
 *   Opens the file; it is read twice, once for its encoding.
 * @param take
 *   Called for each part, and for each `<file>` at least once. Keep nothing of a part but the units for which `keep`
 *   said so: the rest holds text of the file in memory.
 * @returns
 *   What had to be repaired, and what cannot be read, in the order of the file.
 */
export async function readStream(
  open: OpenFile,
  path: string,
  take: (part: ReadPart) => void,
  {keep = isTranslated, ...options}: StreamOptions = {}
): Promise<ReadonlyArray<Diagnostic>> {
  const way = wayOf(options)
  const lines = createLines()
  const {report, diagnostics} = createBoundedReport(path, lines.placeOf)
  const encoding = await encodingOf(
    open,
    reportTo((problem) => pass(report, problem, {offset: 0}))
  )
  const {visitor, drafts, isXliff} = createReader(report, way)
  /** Where each `<file>` begins; lines that were read are forgotten. */
  const starts: Place[] = []
  let units = 0
  const flush = (draft: Draft): void => {
    const own: Parameters<typeof finish>[2] = (unit, about) => (keep(unit, about) ? detached(unit) : unit)
    const {bitext, version, place, pairs, placeOf, tally} = finish(draft, lines.placeOf, own)
    units += bitext.units.length + bitext.removed.length
    const file = drafts.indexOf(draft)
    const {comments, metadata} = bitext
    const kept = {
      ...bitext,
      ...(comments && {comments: detached(comments)}),
      ...(metadata && {metadata: detached(metadata)})
    }
    take({bitext: kept, version, place: (starts[file] ??= place), pairs, placeOf, tally, file})
    // A new map, not a cleared one: `clear()` ties the old table to the new one, and once one is old, all live until
    // the next major collection.
    draft.units = new Map()
    draft.comments = []
    draft.metadata = []
  }
  const parser = createParser(inParts(visitor, drafts, flush, lines.forget))
  let isFirst = true
  await feed(open, encoding, (piece) => {
    lines.take(piece)
    const goesOn = parser.write(isFirst ? headed(piece, report, way) : piece)
    isFirst = false
    return goesOn
  })
  const failure = parser.end()
  const last = drafts.at(-1)
  if (failure && last && last.units.size > 0) flush(last)
  if (failure) report('xliff-not-well-formed', 'error', {reason: failure.reason}, {offset: failure.offset})
  else if (!isXliff()) report('not-xliff', 'error')
  else if (units === 0 && !drafts.some(({record}) => record)) report('xliff-empty', 'error')
  return diagnostics()
}

function isTranslated({pairs, metadata}: Unit): boolean {
  return metadata !== undefined || pairs.some(({target, comments}) => target ?? comments)
}

/** A copy of a unit, or of something like it, whose texts do not keep the file in memory. */
function detached<Thing>(thing: Thing): Thing {
  return JSON.parse(JSON.stringify(thing)) as Thing
}

/** Hand out a file at its end, and before a unit where many have gathered. */
function inParts(
  {open, leaf, close}: Visitor,
  drafts: ReadonlyArray<Draft>,
  flush: (draft: Draft) => void,
  forget: (offset: number) => void
): Visitor {
  return {
    open,
    leaf(element, containers) {
      const draft = drafts.at(-1)
      if (draft && draft.units.size >= UNITS && beginsUnit(element, draft)) {
        flush(draft)
        forget(element.start)
      }
      leaf(element, containers)
    },
    close(element, containers) {
      close(element, containers)
      if (element.name === 'file') flush(drafts.at(-1)!)
    }
  }
}

/** In 1.2 the segments of one of our units follow one another. */
function beginsUnit(element: Parameters<Visitor['leaf']>[0], {units}: Draft): boolean {
  return element.name === 'unit' || (element.name === 'trans-unit' && !units.has(unitIdOf(element)))
}

/** A report that keeps no text of the file, and no more faults than anybody reads. */
function createBoundedReport(
  path: string,
  placeOf: Parameters<typeof createReport>[1]
): {report: Report; diagnostics: () => ReadonlyArray<Diagnostic>} {
  const {report, diagnostics} = createReport(path, placeOf)
  let more = 0
  return {
    report: reportTo((problem, spot) => {
      if (diagnostics.length >= MOST_FAULTS) more++
      else pass(report, {...problem, args: ownArgs(problem.args)} as Problem, ownArgs(spot))
    }),
    diagnostics() {
      if (more > 0) report('xliff-more-faults', 'error', {shown: MOST_FAULTS, more})
      return diagnostics
    }
  }
}
