import {type Content, excerptOf, fingerprint, signature} from '@passerelle/model'
import type {Inline} from '../inline/read-inline.ts'
import type {Around, SegmentContext, Undoing, Undoings} from './undoing.ts'
import {isNameless} from './bare-codes.ts'

/** What is known of the target that is repaired. */
export interface Returned {
  readonly source: Content
  /** Fingerprint of the target as exported. */
  readonly exported: string | undefined
  readonly offset: number
}

/**
 * Make the target of a segment what its translator meant.
 *
 * Codes whose attributes a tool dropped look like those of the source again. Unless the target is the exported one, what
 * tools and people do to targets is undone, row by row. What is put right is reported, and so is what cannot be.
 */
export function repairTarget(
  target: Inline,
  {source, exported, offset}: Returned,
  context: SegmentContext
): Content {
  const {undoings} = context
  const dressed = undoings.codes.reduce(
    (content, {undo}) => undo({...target, content}, source),
    target.content
  )
  const {content, done} = undoAll(dressed, {...context, source}, undoings.target)
  const hasNameless = content.some(isNameless) && !source.some(isNameless)
  if (content === dressed && !hasNameless) return content
  if (exported !== undefined && fingerprint(signature(dressed)) === exported) return dressed
  const about = {offset, unit: context.unit}
  const text = excerptOf(content)
  for (const [{id, level}, count] of summed(done)) context.report(id, level, {count, text}, about)
  const guess = done.find(([{guesses}]) => guesses)
  if (guess) context.guess ??= guess[0].id
  if (hasNameless) context.report('code-without-id', 'error', {text}, about)
  return content
}

type Done = ReadonlyArray<readonly [undoing: Undoing<'target'>, count: number]>

/** Most often that all is looked through: what one row makes may be for one before it. */
const ROUNDS = 8

/** A target with all undone that tools and people do, and what that was. */
export function undoAll(
  target: Content,
  around: Around,
  undoings: Undoings['target']
): {readonly content: Content; readonly done: Done} {
  const done: (readonly [Undoing<'target'>, number])[] = []
  let content = target
  for (let round = 0; round < ROUNDS; round++) {
    const before = done.length
    for (const undoing of undoings) {
      const undone = undoing.undo(content, around)
      if (undone.count > 0) done.push([undoing, undone.count])
      content = undone.content
    }
    if (done.length === before) break
  }
  return {content, done}
}

/** What was done, each id once. */
function summed(done: Done): Map<Undoing<'target'>, number> {
  const byId = Map.groupBy(done, ([{id}]) => id)
  return new Map(
    [...byId.values()].map((same) => [same[0]![0], same.reduce((sum, [, count]) => sum + count, 0)])
  )
}
