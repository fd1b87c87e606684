import type {Places} from '@passerelle/check'
import {type Block, type Document, orderOf, placesOf, sameContent, type Unit} from '@passerelle/model'
import {contentOf} from '../build.ts'
import type {Config} from '../config.ts'
import type {SourceBlock} from '../source.ts'
import type {Work} from '../work.ts'
import {type Piece, sentenceStarts} from './sentences.ts'

/** The page of a work, as readers see it. */
export interface Page {
  readonly path: string
  /** Absent where there is none, or where it cannot be read as a document. */
  readonly document?: Document
}

/**
 * A finder of places: of the sentence or the block of a unit in its source, and of the same in the page.
 *
 * What is looked for is prepared when the first place is asked for: most documents have no findings.
 */
export function placesFor(
  work: Work,
  page: Page,
  config: Config
): (unit: string, segment?: string) => Places | undefined {
  const blocks = new Map(work.source.blocks.map((block) => [block.unit.id, block]))
  const units = new Map(work.bitext.units.map((unit) => [unit.id, unit]))
  const inSource = createFinder(work.source.document)
  const inPage = page.document && createFinder(page.document)
  const counterpart = page.document && counterpartIn(page.document, work, config)
  return (id, segment) => {
    const block = blocks.get(id)
    const unit = units.get(id)
    if (!block || !unit) return undefined
    const {line, column} = inSource(block.block, piecesOf(block, unit, false), segment)
    if (!page.document) return {line, column}
    const other = counterpart?.(block, unit)
    const there = other && inPage?.(other, piecesOf(block, unit, true), segment)
    const {path} = page
    return {line, column, target: there ? {path, line: there.line, column: there.column} : {path}}
  }
}

type Finder = (block: Block, pieces: Iterable<Piece>, segment?: string) => {line: number; column: number}

/** Finds a sentence in a document; each block is looked through once. */
function createFinder({text}: Document): Finder {
  const starts = new Map<Block, Map<string, number>>()
  let places: ReturnType<typeof placesOf> | undefined
  return (block, pieces, segment) => {
    if (segment === undefined || block.derived) return block.place
    const known = starts.get(block) ?? sentenceStarts(text.slice(block.start, block.end), pieces)
    starts.set(block, known)
    const at = known.get(segment)
    if (at === undefined) return block.place
    places ??= placesOf(text)
    const place = places(block.start + at)
    // The first sentence begins with its block: where bold or a link wraps it, that is before its words.
    const isFirst = segment === [...known.keys()][0] && place.line === block.place.line
    return isFirst ? block.place : place
  }
}

/** What a block says, in the order in which it is written: in its source, or with its translations. */
function* piecesOf({cut}: SourceBlock, {pairs}: Unit, isTarget: boolean): Generator<Piece> {
  yield {content: cut.gaps[0] ?? []}
  const order = (isTarget && orderOf(pairs)) || [...pairs.keys()]
  for (const [place, index] of order.entries()) {
    const {id, source, target} = pairs[index]!
    yield {segment: id, content: (isTarget && target) || source}
    yield {content: cut.gaps[place + 1] ?? []}
  }
}

/** How to find the block of a page that answers to one of the source. */
function counterpartIn(
  page: Document,
  {source, direction}: Work,
  config: Config
): (block: SourceBlock, unit: Unit) => Block | undefined {
  if (direction.format === 'i18next') {
    const byKey = new Map(page.blocks.map((block) => [block.key, block]))
    return ({block}) => byKey.get(block.key)
  }
  const {blocks} = source.document
  const isAlike =
    page.blocks.length === blocks.length && page.blocks.every(({kind}, at) => kind === blocks[at]!.kind)
  if (isAlike) return ({index}) => page.blocks[index]
  return (block, unit) => {
    const content = contentOf(block, unit, config) ?? block.block.content
    return page.blocks.find((other) => sameContent(other.content, content))
  }
}
