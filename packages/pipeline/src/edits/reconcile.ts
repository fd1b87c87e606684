import type {Diagnostic, Place} from '@passerelle/model'
import type {Project} from '../project/project.ts'
import type {Work} from '../work/work.ts'
import type {Edit} from './changes.ts'
import {type Comparison, comparePage} from './compare.ts'
import {readPage} from '../page/found.ts'
import type {Page, PageBlock} from '../page/page.ts'
import {overlay} from '../page/overlay.ts'
import {takeEdits} from './take.ts'
import {wholeDiagnostics, leftDiagnostics, takenDiagnostics} from './edit-diagnostics.ts'
import {buildNext, type Next, notePage} from './write.ts'

/** What became of a localized document that differs from what would be built. */
export interface Reconciled {
  /** The text to write, if any. */
  readonly text: string | undefined
  readonly next: Next
  /** How many edits were taken. */
  readonly taken: number
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Bring a localized document up to date, and take what people changed in it into its record.
 *
 * A change that proves as a translation is taken, if the project wants that. If some change is left over, the file
 * keeps it, and only the rest of the file is renewed.
 *
 * @param existing
 *   The file as it is; it differs from `next`.
 */
export function reconcile(work: Work, existing: string, next: Next, project: Project): Reconciled {
  const page = work.page()
  const {targetPath: path} = work.direction
  const found = readPage(existing, work.direction, project)
  if (!page || !found)
    return {text: undefined, next, taken: 0, diagnostics: wholeDiagnostics(existing, found, next, path)}
  const comparison = comparePage(work, page, found, next.found, project)
  const takes = comparison.edits.filter((edit) => project.config.edits === 'take' && !edit.doubt)
  const left = {others: comparison.others, edits: comparison.edits.filter((edit) => !takes.includes(edit))}
  work.bitext = takeEdits(work.bitext, takes)
  const now = takes.length > 0 ? buildNext(work, project) : next
  const taken = takenDiagnostics(takes, path)
  if (left.others.length + left.edits.length === 0) {
    notePage(work, now.page, project.config)
    return {text: now.text, next: now, taken: takes.length, diagnostics: taken}
  }
  const kept = keptPage(page, comparison, takes, next.page)
  const renewed = renew(work, kept, comparison, openBlocks(comparison, takes), now, project)
  notePage(work, renewed?.page ?? kept, project.config)
  const diagnostics = [...taken, ...leftDiagnostics(left, path, renewed?.places)]
  return {text: renewed?.text, next: now, taken: takes.length, diagnostics}
}

/** What `check` says of a localized document that differs from what would be built: what people changed in it. */
export function editsIn(
  work: Work,
  existing: string,
  next: Next,
  project: Project
): {readonly takes: ReadonlyArray<Edit>; readonly left: ReadonlyArray<Diagnostic>} {
  const page = work.page()
  const {targetPath: path} = work.direction
  const found = readPage(existing, work.direction, project)
  if (!page || !found) return {takes: [], left: wholeDiagnostics(existing, found, next, path)}
  const {edits, others} = comparePage(work, page, found, next.found, project)
  const takes = edits.filter((edit) => project.config.edits === 'take' && !edit.doubt)
  const untaken = edits.filter((edit) => !takes.includes(edit))
  return {takes, left: leftDiagnostics({others, edits: untaken}, path)}
}

/** Blocks of a page that still have a change; undefined stands for a change outside of blocks. */
function openBlocks(
  {edits, others}: Comparison,
  takes: ReadonlyArray<Edit>
): ReadonlySet<number | undefined> {
  return new Set([
    ...others.map(({block}) => block),
    ...edits.filter((edit) => !takes.includes(edit)).map(({block}) => block)
  ])
}

/** A page after edits were taken that still stand in the file: they are part of the page now. */
export function keptPage(page: Page, comparison: Comparison, takes: ReadonlyArray<Edit>, next: Page): Page {
  const {found, alignment, changed} = comparison
  const open = openBlocks(comparison, takes)
  const built = new Map(next.blocks.map((block) => [block.unit, block]))
  const blocks = page.blocks.map((printed, block): PageBlock => {
    const place = alignment.at[block]
    if (place === undefined || alignment.isAsPrinted(block)) return printed
    // This block is as it would be built now.
    if (!changed.has(block)) return built.get(printed.unit) ?? printed
    const segments = printed.segments.map((segment) => {
      const edit = takes.find((one) => one.block === block && one.pair === segment.pair)
      return edit ? {...segment, shown: edit.target} : segment
    })
    return {...printed, segments, ...(!open.has(block) && {built: found.fingerprints[place]!})}
  })
  return {...page, blocks}
}

interface Renewed {
  readonly text: string
  readonly page: Page
  /** Where blocks that still have a change stand now. */
  readonly places: ReadonlyMap<number, Place>
}

/**
 * Build the page anew around what people changed in it; undefined if they changed something between blocks, or a block
 * that has no place any more.
 */
function renew(
  work: Work,
  kept: Page,
  comparison: Comparison,
  open: ReadonlySet<number | undefined>,
  next: Next,
  project: Project
): Renewed | undefined {
  const {found, alignment} = comparison
  const places = new Map(next.page.blocks.map(({unit}, place) => [unit, place]))
  const overlays = new Map<number, number>()
  const blocks = new Map<number, number>()
  for (const block of open) {
    const place = block === undefined ? undefined : places.get(kept.blocks[block]!.unit)
    const from = block === undefined ? undefined : alignment.at[block]
    if (place === undefined || from === undefined) return undefined
    overlays.set(place, from)
    blocks.set(place, block!)
  }
  const text = overlay(next.found, found, overlays)
  const result = readPage(text, work.direction, project)
  const isSame =
    result?.skeleton === next.found.skeleton &&
    result.blocks.length === next.found.blocks.length &&
    [...overlays].every(([place, from]) => result.fingerprints[place] === found.fingerprints[from])
  if (!isSame) return undefined
  const now = next.page.blocks.map((block, place) =>
    blocks.has(place) ? kept.blocks[blocks.get(place)!]! : {...block, built: result.fingerprints[place]!}
  )
  const placed = [...blocks].map(([place, block]) => [block, result.blocks[place]!.place] as const)
  return {text, page: {skeleton: next.page.skeleton, blocks: now}, places: new Map(placed)}
}
