import {codesFit} from '@passerelle/check'
import {
  type Bitext,
  type Block,
  codesOf,
  type Content,
  excerptOf,
  fingerprint,
  normalize,
  type Pair,
  sameContent,
  type Unit
} from '@passerelle/model'
import {align, type Alignment} from '../page/align.ts'
import {type Difference, differenceOf, differenceOfTexts} from '../page/difference.ts'
import {type Found, placeOf, rawOf} from '../page/found.ts'
import {type Page, type PageBlock, type PageSegment, sameWords, type Words} from '../page/page.ts'
import {cutAsPrinted} from '../page/sentences.ts'
import type {Project} from '../project/project.ts'
import type {Work} from '../work/work.ts'
import type {Edit, OtherChange} from './changes.ts'
import {doubted, isCopiedOver, ofSource, sourcesByText} from './doubts.ts'
import {unspoken} from './unspoken.ts'
import {matchCodes} from './match-codes.ts'
import {otherInSkeleton} from './skeleton-changes.ts'

/** What somebody changed in a localized document. */
export interface Comparison {
  readonly found: Found
  readonly alignment: Alignment
  readonly edits: ReadonlyArray<Edit>
  readonly others: ReadonlyArray<OtherChange>
  /** Blocks of the page that differ both from how they were built and from how they would be built now. */
  readonly changed: ReadonlySet<number>
}

/**
 * Compare a file with the page that was built, to find what a person changed.
 *
 * @param next
 *   The page as it would be built now.
 */
export function comparePage(work: Work, page: Page, found: Found, next: Found, project: Project): Comparison {
  const alignment = align(work, page, found, project)
  const today = new Map(work.source.blocks.map(({unit}, index) => [unit.id, index]))
  const edits: Edit[] = []
  const others: OtherChange[] = []
  const changed = new Set<number>()
  const copies = sourcesByText(page)
  for (const [block, printed] of page.blocks.entries()) {
    const place = alignment.at[block]
    const index = today.get(printed.unit)
    if (place === undefined || alignment.isAsPrinted(block)) continue
    if (index !== undefined && next.fingerprints[index] === found.fingerprints[place]) continue
    changed.add(block)
    const written = found.blocks[place]!
    const read = isOfOtherKind(work, written, index, alignment)
      ? ({id: 'hand-edited-skeleton'} as const)
      : readBlock(work, printed, written, index, project)
    if ('id' in read)
      others.push({...read, block, ...placeOf(written), ...rawDifference(next, index, found, written)})
    else for (const edit of read.edits) edits.push(doubted({...edit, block}, printed, copies))
  }
  const echoes = unspoken(work, page, found, {alignment, changed, edits, others}, project)
  for (const {block, expected} of echoes) {
    const written = found.blocks[alignment.at[block]!]!
    const difference = differenceOfTexts(expected, rawOf(found.document, written))
    others.push({id: 'edit-other-codes', block, ...placeOf(written), ...difference})
  }
  others.push(...otherInSkeleton(work, page, found, next, alignment))
  return {found, alignment, edits: isCopiedOver(page, edits) ? edits.map(ofSource) : edits, others, changed}
}

/**
 * Whether somebody changed what kind of thing a block is, as in a table that was cut off: its text then holds its own
 * markup.
 */
function isOfOtherKind(
  {source}: Work,
  {kind}: Block,
  index: number | undefined,
  {sameSkeleton}: Alignment
): boolean {
  return !sameSkeleton && index !== undefined && source.blocks[index]!.block.kind !== kind
}

interface Read {
  readonly edits: ReadonlyArray<Omit<Edit, 'block' | 'doubt'>>
}

/** Find what was changed in one block. */
function readBlock(
  {bitext, direction}: Work,
  printed: PageBlock,
  written: Block,
  index: number | undefined,
  project: Project
): Read | Pick<OtherChange, 'id'> {
  // Without its source nobody knows its codes, such as an address.
  if (index === undefined && codesOf(written.content).length > 0) return {id: 'edit-no-place'}
  const holders = printed.segments.map((segment) => holderOf(bitext, index, printed.unit, segment))
  const segments = printed.segments.map((segment, at) => resolved(segment, holders[at]?.unit))
  const pieces = cutAsPrinted(written.content, segments, direction, project)
  if (!pieces) return {id: 'edit-other-sentences'}
  const edits: Omit<Edit, 'block' | 'doubt'>[] = []
  for (const [at, segment] of segments.entries()) {
    const piece = pieces[at]!
    if (sameWords(piece, segment.shown)) continue
    const holder = holders[at] ?? goneSentence(segment)
    if (!holder) return {id: 'edit-no-place'}
    const {unit, pair} = holder
    // Codes that only today's source has show that it translates today's source.
    const isOfToday =
      sameWords(segment.source, pair.source) || isForNew(piece, segment.source, pair.source, unit)
    const source = isOfToday ? pair.source : segment.source
    if (typeof source === 'string') return {id: 'edit-no-place'}
    const target = matchCodes(piece, source)
    if (codesFit(source, target, unit.key).length > 0) return {id: 'edit-other-codes'}
    if (isKnown(pair, {target, isOfToday})) continue
    const difference = differenceOf(typeof segment.shown === 'string' ? undefined : segment.shown, piece)
    const isNewer = isOfToday && pair.target !== undefined && !sameWords(segment.shown, pair.target)
    const newer = isNewer ? {newer: excerptOf(pair.target)} : {}
    edits.push({
      unit: unit.id,
      pair: pair.id,
      target,
      source,
      isOfToday,
      at: written,
      ...(holders[at] ? {} : {isGone: true as const}),
      ...newer,
      ...difference
    })
  }
  return {edits}
}

/** What the record has for a sentence of a page. */
interface Holder {
  readonly unit: Unit
  readonly pair: Pair
}

/**
 * The pair of a sentence that was built: one of today, or a removed one. A correction of a sentence that is gone from
 * the source is kept with it, and comes back if it does.
 */
function holderOf(
  {units, removed}: Bitext,
  index: number | undefined,
  id: string,
  segment: PageSegment
): Holder | undefined {
  const own = index === undefined ? removed.find((unit) => unit.id === id) : units[index]
  const pair = own?.pairs.find((each) => each.id === segment.pair)
  if (own && pair) return {unit: own, pair}
  return removed
    .flatMap((unit) => unit.pairs.map((each) => ({unit, pair: each})))
    .find(
      ({pair: {source, target}}) =>
        target && sameWords(source, segment.source) && sameWords(target, segment.shown)
    )
}

/** A new unit for a sentence that is gone from its passage, if its text is known. */
function goneSentence({shown, source}: PageSegment): Holder | undefined {
  if (typeof shown === 'string' || typeof source === 'string') return undefined
  const pair: Pair = {id: 's1', source, target: shown, state: 'translated', candidates: [], gap: ''}
  const id = `u${fingerprint(`\n${normalize(source)}`)}`
  return {unit: {id, kind: 'paragraph', trail: [], pairs: [pair]}, pair}
}

/** Whether a text has the codes of today's source, and not those of an earlier one. */
function isForNew(text: Content, earlier: Words, today: Content, {key}: Unit): boolean {
  const fits = (source: Content): boolean => codesFit(source, matchCodes(text, source), key).length === 0
  return typeof earlier !== 'string' && !fits(earlier) && fits(today)
}

/** A segment of a page with its texts, as far as the record still has them. */
function resolved({pair, shown, source}: PageSegment, unit: Unit | undefined): PageSegment {
  const known = (unit?.pairs ?? []).flatMap((one) => [
    ...(one.target ? [one.target] : []),
    one.source,
    ...one.candidates.flatMap((candidate) => [candidate.target, candidate.source])
  ])
  const find = (words: Words): Words =>
    typeof words === 'string' ? (known.find((text) => sameWords(words, text)) ?? words) : words
  return {pair, shown: find(shown), source: find(source)}
}

/** Whether an edit was taken in an earlier run. */
function isKnown({target, candidates}: Pair, edit: Pick<Edit, 'target' | 'isOfToday'>): boolean {
  if (edit.isOfToday) return target !== undefined && sameContent(target, edit.target)
  const previous = candidates.find(({kind}) => kind === 'previous')
  return previous !== undefined && sameContent(previous.target, edit.target)
}

function rawDifference(next: Found, index: number | undefined, found: Found, written: Block): Difference {
  const expected = index === undefined ? undefined : next.blocks[index]
  return differenceOfTexts(expected ? rawOf(next.document, expected) : '', rawOf(found.document, written))
}
