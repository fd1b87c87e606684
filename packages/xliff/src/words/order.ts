import {orderOf, type Pair} from '@passerelle/model'

/** Where a target stands: in the translation, among all parts of its unit (`order` of XLIFF 2), from 1. */
export interface Placed {
  readonly pair: Pair
  readonly place: number
}

/** Pairs with the places of their targets; undefined where these have no order that could be followed. */
export function ordered(placed: ReadonlyArray<Placed>): Pair[] | undefined {
  const places = placed.map(({place}) => place).toSorted((a, b) => a - b)
  const ranks = new Map(places.map((place, index) => [place, index + 1]))
  if (ranks.size < places.length || !places.every(Number.isInteger)) return undefined
  const pairs = placed.map(({pair, place}) => ({...pair, order: ranks.get(place)!}))
  return orderOf(pairs) || pairs.every(({order}, index) => order === index + 1) ? pairs : undefined
}

/** What `order` says of the target of each pair, counting the gaps between them; nothing where it says nothing. */
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
