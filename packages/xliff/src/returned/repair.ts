import {type Content, dress, excerptOf, fingerprint, signature} from '@passerelle/model'
import type {Inline} from '../inline/read-inline.ts'
import type {SegmentContext} from './segment-context.ts'
import type {Undoing} from './undoing.ts'
import {isNameless} from './nameless-codes.ts'
import {undoAll} from './undoings.ts'

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
 * tools and translators do to targets is undone, row by row of {@link undoAll}. What is put right is reported, and so is
 * what cannot be.
 */
export function repairTarget(
  target: Inline,
  {source, exported, offset}: Returned,
  context: SegmentContext
): Content {
  const dressed = target.bare.size === 0 ? target.content : dressBare(target, source)
  const {content, done} = undoAll(dressed, {...context, source})
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

/** What was done, each id once. */
function summed(done: ReadonlyArray<readonly [Undoing, number]>): Map<Undoing, number> {
  const byId = Map.groupBy(done, ([{id}]) => id)
  return new Map(
    [...byId.values()].map((same) => [same[0]![0], same.reduce((sum, [, count]) => sum + count, 0)])
  )
}

function dressBare(target: Inline, source: Content): Content {
  const looks = dress(target.content, source)
  return target.content.map((part, index) =>
    typeof part !== 'string' && target.bare.has(part) ? looks[index]! : part
  )
}
