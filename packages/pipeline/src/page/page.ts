import {
  type Bitext,
  type Content,
  fingerprint,
  type Origin,
  orderOf,
  type Pair,
  type PrintedPage,
  recode,
  sameContent,
  signature,
  type Unit
} from '@passerelle/model'
import type {Config} from '../config/config.ts'

/** A text; or the fingerprint of its signature if the text itself is not known. */
export type Words = Content | string

/** A segment as a localized document shows it: a text, and the source of that text. */
export interface PageSegment {
  /** Id of its pair today; empty if there is none. */
  readonly pair: string
  readonly shown: Words
  readonly source: Words
}

/** A block as a localized document shows it. */
export interface PageBlock {
  /** Id of its unit today, or of the unit that is gone. */
  readonly unit: string
  /** Fingerprint of its bytes; records of an early version have none for blocks that showed their source. */
  readonly built?: string
  /** In the order in which they are shown. */
  readonly segments: ReadonlyArray<PageSegment>
}

/** A localized document as it was last written: it tells which parts of the file on disk are unchanged. */
export interface Page {
  readonly skeleton: string
  readonly blocks: ReadonlyArray<PageBlock>
}

/** The page that was built from units as they are; undefined if none was ever built. */
export function pageOf({units, skeleton}: Bitext, config: Config): Page | undefined {
  if (skeleton === undefined) return undefined
  const blocks = units.map((unit) => ({
    unit: unit.id,
    ...(unit.built !== undefined && {built: unit.built}),
    segments: segmentsOf(unit, config)
  }))
  return {skeleton, blocks}
}

/** What a block shows, in order. */
export function segmentsOf({pairs}: Unit, config: Config): PageSegment[] {
  const segments = pairs.map((pair) => ({pair: pair.id, ...shownBy(pair, config)}))
  return orderOf(pairs)?.map((index) => segments[index]!) ?? segments
}

/**
 * What a segment shows, and the source of that: its translation; else what it showed before its source changed; else
 * its source.
 */
function shownBy(pair: Pair, config: Config): {shown: Content; source: Content} {
  const {source, target, candidates} = pair
  if (target) return {shown: target, source}
  const earlier = shown(pair, config)
  const previous = earlier && candidates.find(({kind}) => kind === 'previous')
  return previous ? {shown: earlier, source: previous.source} : {shown: source, source}
}

/** What a segment shows: its translation; else what it showed before its source changed; else undefined. */
export function shown({source, target, candidates}: Pair, {onChanged}: Config): Content | undefined {
  if (target || onChanged === 'source') return target
  const previous = candidates.find(({kind}) => kind === 'previous')
  return previous && recode(previous.target, previous.source, source)
}

/** Whether two texts are the same, even if only the fingerprint of one is known. */
export function sameWords(a: Words, b: Words): boolean {
  if (typeof a === 'string' || typeof b === 'string') return fingerprintOf(a) === fingerprintOf(b)
  return a === b || sameContent(a, b)
}

function fingerprintOf(words: Words): string {
  return typeof words === 'string' ? words : fingerprint(signature(words))
}

/** Whether two pages say the same about a file. */
export function samePage(a: Page, b: Page): boolean {
  return (
    a.skeleton === b.skeleton &&
    a.blocks.length === b.blocks.length &&
    a.blocks.every((block, index) => sameBlock(block, b.blocks[index]!))
  )
}

function sameBlock(a: PageBlock, b: PageBlock): boolean {
  return (
    a.unit === b.unit &&
    a.built === b.built &&
    a.segments.length === b.segments.length &&
    a.segments.every(({pair, shown: text, source}, index) => {
      const other = b.segments[index]!
      return pair === other.pair && sameWords(text, other.shown) && sameWords(source, other.source)
    })
  )
}

/** A page as a record keeps it. */
export function toPrinted({skeleton, blocks}: Page): PrintedPage {
  return {
    skeleton,
    blocks: blocks.map(({segments, ...block}) => ({
      ...block,
      segments: segments.map(({pair, shown: text, source}) => ({
        pair,
        shown: fingerprintOf(text),
        source: fingerprintOf(source)
      }))
    }))
  }
}

/** A page after its record was carried: with today's ids of blocks and segments. */
export function carryPage({skeleton, blocks}: Page, origins: ReadonlyMap<string, Origin>): Page {
  const today = new Map([...origins].map(([unit, {unit: before, pairs}]) => [before, {unit, pairs}]))
  return {
    skeleton,
    blocks: blocks.map((block) => {
      const now = today.get(block.unit)
      if (!now) return block
      const pairs = new Map([...now.pairs].map(([pair, before]) => [before, pair]))
      const segments = block.segments.map((segment) => ({...segment, pair: pairs.get(segment.pair) ?? ''}))
      return {...block, unit: now.unit, segments}
    })
  }
}
