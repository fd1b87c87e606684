import {codesFit} from '@passerelle/check'
import {
  type Block,
  codesOf,
  type Content,
  excerptOf,
  type InlineCode,
  type Pair,
  sameContent,
  signature,
  similarity,
  type Unit,
  wordsOf
} from '@passerelle/model'
import type {Project} from '../project.ts'
import type {Work} from '../work.ts'
import {align, type Alignment} from './align.ts'
import {differenceOf, type Difference, differenceOfTexts} from './difference.ts'
import {unspoken} from './echo.ts'
import {type Found, rawOf, skeletonOf} from './found.ts'
import {type Page, type PageBlock, type PageSegment, sameWords, type Words} from './page.ts'
import {cutAsPrinted} from './sentences.ts'

/** A sentence that somebody changed in a localized document. */
export interface Edit extends Difference {
  readonly unit: string
  readonly pair: string
  /** What it says now, with the codes of its source. */
  readonly target: Content
  /** What it is a translation of, and whether that is the source of today. */
  readonly source: Content
  readonly isOfToday: boolean
  /** Why it may be none, although it could be put in. */
  readonly doubt?: Doubt
  /** A translation that came in since the page was built, and that this one takes the place of. */
  readonly newer?: string
  /** Its block, among those of the page and in the file. */
  readonly block: number
  readonly at: Block
}

/**
 * Why a change may be no translation: the text reads like the source that stood there untranslated, it is the very
 * source, it is so in most of the page, or it is that of another sentence of the page.
 */
type Doubt = 'like-source' | 'is-source' | 'page-is-source' | 'copy'

/** A change that can be no translation. */
export interface OtherChange extends Difference {
  readonly id: 'hand-edited-skeleton' | 'edit-other-sentences' | 'edit-other-codes' | 'edit-no-place'
  readonly block?: number
  readonly line: number
  readonly column: number
}

/** What somebody changed in a localized document. */
export interface Comparison {
  readonly found: Found
  readonly alignment: Alignment
  readonly edits: ReadonlyArray<Edit>
  readonly others: ReadonlyArray<OtherChange>
  /** Blocks of the page that are not as they were printed, nor as they would be now. */
  readonly changed: ReadonlySet<number>
}

/**
 * Compare a file with the page that was built: what of it did a person change?
 *
 * @param next
 *   What would be built now.
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
    if (index !== undefined && next.prints[index] === found.prints[place]) continue
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

/** Sentences from which on it is not by chance that they read like their source. */
const MANY = 3

/** Whether most of a page has become its source: somebody copied the one over the other. */
function isCopiedOver({blocks}: Page, edits: ReadonlyArray<Edit>): boolean {
  const sentences = blocks.reduce((count, {segments}) => count + segments.length, 0)
  const copied = edits.filter(({doubt}) => doubt === 'is-source').length
  return copied >= MANY && copied * 2 >= sentences
}

function ofSource(edit: Edit): Edit {
  return edit.doubt === 'is-source' ? {...edit, doubt: 'page-is-source'} : edit
}

/** Doubts that no person settles by asking for the page to be taken as it is. */
export const NEVER_TAKEN: ReadonlySet<Doubt | undefined> = new Set(['like-source', 'page-is-source'] as const)

/** Whether somebody changed what a block is, such as a table that is cut off: its text then holds marks of another. */
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

/** What was changed in one block. */
function readBlock(
  {bitext, direction}: Work,
  printed: PageBlock,
  written: Block,
  index: number | undefined,
  project: Project
): Read | Pick<OtherChange, 'id'> {
  const unit = index === undefined ? undefined : bitext.units[index]
  if (!unit) return {id: 'edit-no-place'}
  const segments = printed.segments.map((segment) => resolved(segment, unit))
  const pieces = cutAsPrinted(written.content, segments, direction, project)
  if (!pieces) return {id: 'edit-other-sentences'}
  const edits: Omit<Edit, 'block' | 'doubt'>[] = []
  for (const [at, segment] of segments.entries()) {
    const piece = pieces[at]!
    if (sameWords(piece, segment.shown)) continue
    const pair = unit.pairs.find(({id}) => id === segment.pair)
    if (!pair) return {id: 'edit-no-place'}
    // Codes that today's source alone has are those of a translation of it.
    const isOfToday =
      sameWords(segment.source, pair.source) || isForNew(piece, segment.source, pair.source, unit)
    const source = isOfToday ? pair.source : segment.source
    if (typeof source === 'string') return {id: 'edit-no-place'}
    const target = matchCodes(piece, source)
    if (codesFit(source, target, unit.key).length > 0) return {id: 'edit-other-codes'}
    if (isKnown(pair, target, isOfToday)) continue
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
      ...newer,
      ...difference
    })
  }
  return {edits}
}

/** Whether a text has the codes of today's source, and not those of an earlier one. */
function isForNew(text: Content, earlier: Words, today: Content, {key}: Unit): boolean {
  const fits = (source: Content): boolean => codesFit(source, matchCodes(text, source), key).length === 0
  return typeof earlier !== 'string' && !fits(earlier) && fits(today)
}

/** A segment of a page with the texts that a record still has for it. */
function resolved({pair, shown, source}: PageSegment, unit: Unit): PageSegment {
  const known = unit.pairs.flatMap((one) => [
    ...(one.target ? [one.target] : []),
    one.source,
    ...one.candidates.flatMap((candidate) => [candidate.target, candidate.source])
  ])
  const find = (words: Words): Words =>
    typeof words === 'string' ? (known.find((text) => sameWords(words, text)) ?? words) : words
  return {pair, shown: find(shown), source: find(source)}
}

/** Whether an edit has been taken before. */
function isKnown({target, candidates}: Pair, edit: Content, isOfToday: boolean): boolean {
  if (isOfToday) return target !== undefined && sameContent(target, edit)
  const previous = candidates.find(({kind}) => kind === 'previous')
  return previous !== undefined && sameContent(previous.target, edit)
}

/** Give the codes of a written text the ids of its source's: what is printed alike first, then kinds in order. */
export function matchCodes(target: Content, source: Content): Content {
  const unused = codesOf(source).filter(({type}) => type !== 'close')
  const ids = new Map<string, InlineCode>()
  const heads = codesOf(target).filter(({type}) => type !== 'close')
  for (const same of [(a: InlineCode, b: InlineCode) => a.raw === b.raw, () => true]) {
    for (const code of heads) {
      if (ids.has(code.id)) continue
      const at = unused.findIndex(
        (other) => other.type === code.type && other.kind === code.kind && same(code, other)
      )
      if (at >= 0) ids.set(code.id, unused.splice(at, 1)[0]!)
    }
  }
  return target.map((part) =>
    typeof part === 'string' ? part : {...part, id: ids.get(part.id)?.id ?? `x${part.id}`}
  )
}

/** Likeness to the source from which on a text that took its place is held for the source, corrected. */
const LIKE_SOURCE = 0.5

/** Words from which on a text is not by chance that of another sentence. */
const LONG = 4

function doubted(edit: Edit, {segments}: PageBlock, copies: ReadonlyMap<string, ReadonlySet<string>>): Edit {
  const printed = segments.find(({pair}) => pair === edit.pair)!
  const doubt = doubtOf(edit, sameWords(printed.shown, printed.source), copies)
  return doubt ? {...edit, doubt} : edit
}

function doubtOf(
  {target, source}: Edit,
  isUntranslated: boolean,
  copies: ReadonlyMap<string, ReadonlySet<string>>
): Doubt | undefined {
  if (isUntranslated && similarity(target, source) >= LIKE_SOURCE) return 'like-source'
  if (sameContent(target, source)) return 'is-source'
  const others = copies.get(signature(target))
  const isCopy = others !== undefined && [...others].some((other) => other !== signature(source))
  return isCopy && wordsOf(target).length >= LONG ? 'copy' : undefined
}

/** The sources of which each text of a page is shown as the translation. */
function sourcesByText({blocks}: Page): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, Set<string>>()
  for (const {segments} of blocks) {
    for (const {shown, source} of segments) {
      if (typeof shown === 'string' || typeof source === 'string') continue
      const key = signature(shown)
      sources.set(key, (sources.get(key) ?? new Set()).add(signature(source)))
    }
  }
  return sources
}

/** What was changed between blocks, blocks that were added, and blocks that were taken out. */
function otherInSkeleton(
  {source, direction}: Work,
  page: Page,
  found: Found,
  next: Found,
  {at}: Alignment
): OtherChange[] {
  const id = 'hand-edited-skeleton'
  const used = new Set(at)
  const known = new Set(page.blocks.map(({unit}) => unit))
  const fresh = new Set(
    source.blocks.flatMap(({unit}, index) => (known.has(unit.id) ? [] : [next.prints[index]!]))
  )
  const added = found.blocks.flatMap((block, index): OtherChange[] =>
    used.has(index) || fresh.delete(found.prints[index]!)
      ? []
      : [{id, ...placeOf(block), ...differenceOfTexts('', rawOf(found.document, block))}]
  )
  const today = new Map(source.blocks.map(({unit}, index) => [unit.id, index]))
  const lost = page.blocks.flatMap(({unit}, block): OtherChange[] => {
    const index = today.get(unit)
    if (at[block] !== undefined || index === undefined) return []
    const before = at.slice(0, block).findLast((place) => place !== undefined)
    const place = before === undefined ? {line: 1, column: 1} : placeOf(found.blocks[before]!)
    return [{id, ...place, ...differenceOfTexts(rawOf(next.document, next.blocks[index]!), '')}]
  })
  const others = [...added, ...lost]
  if (others.length > 0 || found.skeleton === page.skeleton) return others
  const [was, is] = [next, found].map(({document, blocks}) => plain(skeletonOf(document, blocks)))
  const isLaidOut = direction.format === 'i18next' && withoutLayout(was!) === withoutLayout(is!)
  if (was === is || isLaidOut) return []
  return [{id, ...firstDifference(next, found), ...differenceOfTexts(was!, is!)}]
}

/**
 * A skeleton without how its tables are aligned, without what editors and git change by themselves (line ends, the mark
 * of the order of bytes, blanks at the end of a line, more than one empty line), and without the marks of blocks.
 */
function plain(skeleton: string): string {
  return skeleton
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => (line.includes('|') ? line.replace(/[ \t]+/g, '').replace(/-+/g, '-') : line.trimEnd()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .replaceAll('\u0000', '…')
}

/** The skeleton of a catalog without how it is laid out, which says nothing in JSON. */
function withoutLayout(skeleton: string): string {
  return skeleton.replace(/("(?:[^"\\]|\\.)*")|\s+/gs, '$1')
}

/** The line of a file on which its skeleton first differs from that of another. */
function firstDifference(next: Found, found: Found): {line: number; column: number} {
  const [was, is] = [next, found].map(({document, blocks}) => skeletonOf(document, blocks)) as [
    string,
    string
  ]
  let at = 0
  while (at < is.length && was[at] === is[at]) at++
  const ahead = is.slice(0, at)
  const blocks = ahead.split('\u0000').length - 1
  const offset =
    ahead.length - blocks + found.blocks.slice(0, blocks).reduce((sum, {start, end}) => sum + end - start, 0)
  return {line: found.document.text.slice(0, offset).split(/\r\n|\n|\r/).length, column: 1}
}

function rawDifference(next: Found, index: number | undefined, found: Found, written: Block): Difference {
  const expected = index === undefined ? undefined : next.blocks[index]
  return differenceOfTexts(expected ? rawOf(next.document, expected) : '', rawOf(found.document, written))
}

function placeOf({place}: Block): {line: number; column: number} {
  return {line: place.line, column: place.column}
}
