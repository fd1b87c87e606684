import type {Pair} from './unit.ts'

/**
 * The order of a unit's targets in the translation, if it differs from that of the source: `order[0]` is the index of
 * the pair whose target comes first.
 *
 * Also undefined if a target is missing or two have the same position: then the order of the source counts.
 */
export function orderOf(pairs: ReadonlyArray<Pair>): ReadonlyArray<number> | undefined {
  if (pairs.every(({order}) => order === undefined)) return undefined
  const order: number[] = []
  for (const [index, pair] of pairs.entries()) {
    const position = pair.target && pair.order
    if (position === undefined || position > pairs.length || order[position - 1] !== undefined)
      return undefined
    order[position - 1] = index
  }
  return order.every((index, position) => index === position) ? undefined : order
}
