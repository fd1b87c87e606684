import {type Content, dice, features, type Match, pairInOrder} from '@passerelle/model'
import {formatNamed} from '../formats/formats.ts'
import type {Direction} from '../project/direction.ts'
import {cutBlock, type Source} from '../project/source.ts'
import type {Project} from '../project/project.ts'
import type {Found} from './found.ts'
import {type Page, sameWords} from './page.ts'

/** For each block of a page, which block of a file it is, and whether it is as it was built. */
export interface Alignment {
  /** For each block of the page, its index in the file; undefined if it is not there. */
  readonly at: ReadonlyArray<number | undefined>
  readonly isAsPrinted: (block: number) => boolean
  readonly sameSkeleton: boolean
  /** How much of the page the file has: the more, the more likely the file is this page. */
  readonly fit: number
}

/** The document and language of a page. */
interface Aligned {
  readonly direction: Direction
  readonly source: Source
}

/**
 * Find the blocks of a page in a file; each block of the file is found once at most.
 *
 * If nothing but blocks has changed, they are found by their places, and values of a catalog by their keys; else in
 * their order, so that as many as possible are as they were built.
 */
export function align(work: Aligned, page: Page, found: Found, project: Project): Alignment {
  const isSame = comparer(work, page, found, project)
  const sameSkeleton = found.skeleton === page.skeleton || found.earlySkeleton === page.skeleton
  const isInPlace = sameSkeleton && found.blocks.length === page.blocks.length
  const at =
    formatNamed(work.direction.format).blocksAnswerBy === 'key'
      ? byKey(work, page, found)
      : isInPlace
        ? page.blocks.map((_, index) => index)
        : inOrder(page, found, isSame)
  const isAsPrinted = (block: number): boolean => at[block] !== undefined && isSame(block, at[block])
  const count = page.blocks.filter((_, index) => isAsPrinted(index)).length
  // Blocks that only the file has count against it, too.
  const fit = 2 * count - found.blocks.length - page.blocks.length + (sameSkeleton ? 1 : 0)
  return {at, isAsPrinted, sameSkeleton, fit}
}

/** Tells whether a block of the file is what was built for a block of the page. */
function comparer(
  {direction}: Aligned,
  page: Page,
  found: Found,
  project: Project
): (block: number, place: number) => boolean {
  const {format, sourceLocale} = direction
  const cuts = new Map<number, ReadonlyArray<Content>>()
  const cutAt = (place: number): ReadonlyArray<Content> => {
    const known =
      cuts.get(place) ?? cutBlock(found.blocks[place]!.content, format, sourceLocale, project).segments
    cuts.set(place, known)
    return known
  }
  return (block, place) => {
    const {built, segments} = page.blocks[block]!
    if (built !== undefined) return built === found.fingerprints[place]
    // An early record has no fingerprint for a block that showed its source.
    const pieces = cutAt(place)
    return (
      pieces.length === segments.length &&
      segments.every(({shown}, index) => sameWords(shown, pieces[index]!))
    )
  }
}

type Same = (block: number, place: number) => boolean

function byKey({source}: Aligned, page: Page, found: Found): (number | undefined)[] {
  const keys = new Map(source.blocks.map(({unit}) => [unit.id, unit.key]))
  // A key may be there twice by mistake: each of its values belongs to one block.
  const places = Map.groupBy(found.blocks.keys(), (index) => found.blocks[index]!.key)
  const at = page.blocks.map(({unit}) => {
    const key = keys.get(unit)
    return key === undefined ? undefined : places.get(key)?.shift()
  })
  const used = new Set(at)
  const left = new Map<string, number[]>()
  for (const [index, built] of found.fingerprints.entries())
    if (!used.has(index)) left.set(built, [...(left.get(built) ?? []), index])
  // It may have had another key, which the source does not have any more.
  return at.map((place, block) => place ?? left.get(page.blocks[block]!.built ?? '')?.shift())
}

/** Pair blocks that are equal at both ends first: most of a long file is. */
function inOrder(page: Page, found: Found, isSame: Same): (number | undefined)[] {
  const [blocks, places] = [page.blocks.length, found.blocks.length]
  const at = Array.from({length: blocks}, (): number | undefined => undefined)
  let start = 0
  while (start < blocks && start < places && isSame(start, start)) {
    at[start] = start
    start++
  }
  let end = 0
  while (end < blocks - start && end < places - start && isSame(blocks - 1 - end, places - 1 - end)) {
    at[blocks - 1 - end] = places - 1 - end
    end++
  }
  const shown = page.blocks
    .slice(start, blocks - end)
    .map(({segments}) =>
      features(segments.flatMap(({shown: text}) => (typeof text === 'string' ? [] : [...text, ' '])))
    )
  const written = found.blocks.slice(start, places - end).map(({content}) => features(content))
  const matches = pairInOrder(shown.length, written.length, (i, j) =>
    isSame(i + start, j + start) ? SAME : ALIKE * dice(shown[i]!, written[j]!) + 1
  )
  const likeness = (i: number, j: number): number => dice(shown[i]!, written[j]!)
  const isAnchor = ({old, fresh}: Match): boolean => isSame(old + start, fresh + start)
  for (const {old, fresh} of certain(matches, shown.length, written.length, isAnchor, likeness))
    at[old + start] = fresh + start
  return at
}

/**
 * Keep only pairs that are certain. Between two blocks that are as they were built, blocks are paired in order if page
 * and file have the same number of them; if not, only similar ones are paired.
 */
function certain(
  matches: ReadonlyArray<Match>,
  blocks: number,
  places: number,
  isAnchor: (match: Match) => boolean,
  likeness: (block: number, place: number) => number
): Match[] {
  const anchors = [...matches.filter(isAnchor), {old: blocks, fresh: places}]
  let last: Match = {old: -1, fresh: -1}
  return anchors.flatMap((anchor) => {
    const {old, fresh} = last
    last = anchor
    const between = anchor.old - old - 1
    const inside =
      between === anchor.fresh - fresh - 1
        ? Array.from({length: between}, (_, step) => ({old: old + step + 1, fresh: fresh + step + 1}))
        : matches.filter(
            (match) =>
              match.old > old && match.old < anchor.old && likeness(match.old, match.fresh) >= ALIKE_ENOUGH
          )
    return anchor.old === blocks ? inside : [...inside, anchor]
  })
}

/** Two blocks that are more similar than this are the same one, changed. */
const ALIKE_ENOUGH = 0.5

/**
 * How much a block counts that is as it was built, and one that says what was built, compared with one that is merely
 * there.
 */
const SAME = 10_000
const ALIKE = 100
