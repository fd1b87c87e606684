import {type Content, type Pair, recut, type SplitTarget, textOf} from '@passerelle/model'
import {headsOf} from './places.ts'

/**
 * Divide a segment that a tool has joined from several of today's; its translation by the rules of its own language.
 *
 * @param today
 *   Segments of the unit in which it came back.
 * @returns
 *   A pair for each of them, with their ids; undefined if it was not joined from such, or cannot be divided.
 */
export function resegment(
  pair: Pair,
  today: ReadonlyArray<Pair>,
  split: SplitTarget
): ReadonlyArray<Pair> | undefined {
  const prose = textOf(pair.source)
  for (const start of today.keys()) {
    let joined = ''
    for (const [length, {source, gap}] of today.slice(start).entries()) {
      joined += textOf(source)
      if (joined.length > prose.length) break
      if (length > 0 && joined === prose) {
        const parts = recut([numbered(pair)], today.slice(start, start + length + 1), split)
        return parts.length > 1 ? parts : undefined
      }
      joined += gap
    }
  }
  return undefined
}

/** A pair whose codes are numbered from 1, in the order of its source. */
function numbered(pair: Pair): Pair {
  const numbers = new Map(headsOf(pair.source).map((id, index) => [id, String(index + 1)]))
  const number = (content: Content): Content =>
    content.map((part) => (typeof part === 'string' ? part : {...part, id: numbers.get(part.id) ?? part.id}))
  return {...pair, source: number(pair.source), ...(pair.target && {target: number(pair.target)})}
}
