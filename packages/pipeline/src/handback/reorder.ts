import {orderOf, type Pair} from '@passerelle/model'

/**
 * Pairs with their targets in the order that came back; the same pairs if there is none, or if it is not new.
 *
 * @param places
 *   Place of the target of each pair, from 1, if the file gives one.
 */
export function reordered(pairs: Pair[], places: ReadonlyArray<number | undefined>): Pair[] {
  if (places.every((place) => place === undefined)) return pairs
  const moved = pairs.map(({order, ...pair}, index): Pair => {
    const place = places[index] ?? order
    return place === undefined ? pair : {...pair, order: place}
  })
  const order = orderOf(moved)
  if (String(order) === String(orderOf(pairs))) return pairs
  if (order) return moved
  const isNatural = moved.every((pair, index) => pair.order === index + 1)
  return isNatural ? pairs.map(unordered) : pairs
}

function unordered(pair: Pair): Pair {
  const {order: _, ...rest} = pair
  return rest
}
