import type {Pair} from './unit.ts'

/**
 * Order in which the targets of a unit stand in the translation, where that is not the order of the source: `order[0]`
 * is the index of the pair whose target comes first.
 *
 * Undefined too where a target is missing, or where two stand in one position: then the source's order counts.
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
