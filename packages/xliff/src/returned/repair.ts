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
 * Give the target of a segment as its translator meant it.
 *
 * Codes whose attributes a tool dropped get them back from the source. Then, unless the target came back as exported,
 * each undoing of the list is applied. Reports what was put right, and what cannot be.
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

/** How often at most all undoings are gone through: what one makes may be for one before it. */
const ROUNDS = 8

/** A target after all undoings, and what they changed. */
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

/** How many changes each undoing made. */
function summed(done: Done): Map<Undoing<'target'>, number> {
  const byId = Map.groupBy(done, ([{id}]) => id)
  return new Map(
    [...byId.values()].map((same) => [same[0]![0], same.reduce((sum, [, count]) => sum + count, 0)])
  )
}
