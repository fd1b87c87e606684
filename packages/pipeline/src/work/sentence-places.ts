import type {Places, Spot} from '@passerelle/check'
import {type Block, type Document, orderOf, placesOf, signature, type Unit} from '@passerelle/model'
import {contentOf} from './build.ts'
import type {Config} from '../config/config.ts'
import {counterpartsIn} from '../page/counterparts.ts'
import type {SourceBlock} from '../project/source.ts'
import type {Work} from './work.ts'
import {type Piece, sentenceStarts} from './sentence-starts.ts'

/** The page of a work, as readers see it. */
export interface Page {
  readonly path: string
  /**
   * The page as a document; undefined if it cannot be read as one. Left out if there is no page, or nobody asks for it.
   */
  readonly document?: () => Document | undefined
}

/**
 * Finds places: of a sentence or block in its source, and of the same in the page.
 *
 * Nothing is prepared before the first place is asked for, because most documents have no findings.
 */
export function placesFor(
  work: Work,
  page: Page,
  config: Config
): (unit: string, segment?: string, at?: Spot) => Places | undefined {
  const blocks = new Map(work.source.blocks.map((block) => [block.unit.id, block]))
  const units = new Map(work.bitext.units.map((unit) => [unit.id, unit]))
  const inSource = createFinder(work.source.document)
  let inPage: ((block: SourceBlock, unit: Unit, segment?: string, words?: string) => Spotted) | undefined
  return (id, segment, at) => {
    const block = blocks.get(id)
    const unit = units.get(id)
    if (!block || !unit) return undefined
    // A single sentence has the place of its block, unless certain words of it are meant.
    const isWhole = unit.pairs.length === 1 && at === undefined
    const {line, column} = inSource(
      block.block,
      piecesOf(block, unit, 'source'),
      isWhole ? undefined : segment,
      at?.source
    )
    inPage ??= pageFinder(page, work, config)
    const target = inPage(block, unit, isWhole ? undefined : segment, at?.target)
    return target ? {line, column, target} : {line, column}
  }
}

type Spotted = Places['target'] | undefined

/** Finds in a page what belongs to a sentence of the source; nothing if there is no page. */
function pageFinder(
  {path, document}: Page,
  work: Work,
  config: Config
): (block: SourceBlock, unit: Unit, segment?: string, words?: string) => Spotted {
  const page = document?.()
  if (!page) return () => undefined
  const find = createFinder(page)
  const counterpart = counterpartIn(page, work, config)
  return (block, unit, segment, words) => {
    const other = counterpart(block, unit)
    if (!other) return {path}
    const {line, column} = find(other, piecesOf(block, unit, 'target'), segment, words)
    return {path, line, column}
  }
}

type Finder = (
  block: Block,
  pieces: Iterable<Piece>,
  segment?: string,
  words?: string
) => {line: number; column: number}

/** Finds a sentence in a document; each block is searched once. */
function createFinder({text}: Document): Finder {
  const starts = new Map<Block, Map<string, number>>()
  let places: ReturnType<typeof placesOf> | undefined
  return (block, pieces, segment, words) => {
    if (segment === undefined || block.derived) return block.place
    const raw = text.slice(block.start, block.end)
    const known = starts.get(block) ?? sentenceStarts(raw, pieces)
    starts.set(block, known)
    const start = known.get(segment)
    if (start === undefined) return block.place
    const end = Math.min(raw.length, ...[...known.values()].filter((other) => other > start))
    const at = words === undefined ? -1 : raw.slice(start, end).indexOf(words)
    // The first sentence begins with its block; if that begins with bold or a link, that is before its words.
    const isFirst = at < 0 && [...known.values()].every((other) => other >= start)
    places ??= placesOf(text)
    const place = places(block.start + start + Math.max(0, at))
    return isFirst && place.line === block.place.line ? block.place : place
  }
}

/** What a block says in the order in which it is written: in its source, or in its translations. */
function* piecesOf({cut}: SourceBlock, {pairs}: Unit, side: 'source' | 'target'): Generator<Piece> {
  yield {content: cut.gaps[0] ?? []}
  const order = (side === 'target' && orderOf(pairs)) || [...pairs.keys()]
  for (const [place, index] of order.entries()) {
    const {id, source, target} = pairs[index]!
    yield {segment: id, content: (side === 'target' && target) || source}
    yield {content: cut.gaps[place + 1] ?? []}
  }
}

/** Finds the block of a page that belongs to a block of the source. */
function counterpartIn(
  page: Document,
  {source, direction}: Work,
  config: Config
): (block: SourceBlock, unit: Unit) => Block | undefined {
  const known = counterpartsIn(page, source.document, direction.format)
  if (known) return known
  const byContent = new Map(page.blocks.toReversed().map((block) => [signature(block.content), block]))
  return (block, unit) => byContent.get(signature(contentOf(block, unit, config) ?? block.block.content))
}
