import {orderOf, type Pair} from '@passerelle/model'

/** A pair, and where its target stands in the translation of its unit, from 1, as `order` of XLIFF 2 says. */
export interface Placed {
  readonly pair: Pair
  readonly place: number
}

/** Pairs in the order of their targets; undefined where two have the same place, or one has none. */
export function ordered(placed: ReadonlyArray<Placed>): Pair[] | undefined {
  const places = placed.map(({place}) => place).toSorted((a, b) => a - b)
  const ranks = new Map(places.map((place, index) => [place, index + 1]))
  if (ranks.size < places.length || !places.every(Number.isInteger)) return undefined
  const pairs = placed.map(({pair, place}) => ({...pair, order: ranks.get(place)!}))
  return orderOf(pairs) || pairs.every(({order}, index) => order === index + 1) ? pairs : undefined
}

/**
 * The `order` to write for the target of each pair; gaps count, too. All are undefined where targets stand in the order
 * of their sources.
 */
export function targetPlaces(pairs: ReadonlyArray<Pair>): ReadonlyArray<number | undefined> {
  if (!orderOf(pairs)) return pairs.map(() => undefined)
  let place = 0
  const places = pairs.map(({gap}) => {
    place++
    const own = place
    if (gap) place++
    return own
  })
  return pairs.map(({order}) => places[order! - 1])
}
