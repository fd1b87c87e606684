/**
 * What stands of a value that two branches have, where they may have begun from a common one: what one of them
 * changed, or, where both did or nothing is known of before, what `settle` says. It must not depend on the side.
 */
export function ofThree<Value>(
  a: Value,
  b: Value,
  {
    base,
    settle = lesser
  }: {readonly base?: Value | undefined; readonly settle?: (a: Value, b: Value) => Value}
): Value {
  if (same(a, b)) return a
  if (base !== undefined && same(a, base)) return b
  if (base !== undefined && same(b, base)) return a
  return settle(a, b)
}

/** Whether two values of a record say the same. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || textOf(a) === textOf(b)
}

/** One of two, decided by what they say; one that says something before one that says nothing. */
export function lesser<Value>(a: Value, b: Value): Value {
  if (a === undefined) return b
  if (b === undefined) return a
  return textOf(a) <= textOf(b) ? a : b
}

function textOf(value: unknown): string {
  return JSON.stringify(value) ?? ''
}

/**
 * All names of two lists in one order: that of the side which changed it, or of one decided by what they say; names that
 * the other list alone has follow the name that they followed there.
 */
export function orderOfBoth(
  a: ReadonlyArray<string>,
  b: ReadonlyArray<string>,
  base: ReadonlyArray<string> = []
): string[] {
  const first = firstOf(a, b, base)
  const known = new Set(first)
  const after = new Map<string | undefined, string[]>()
  let place: string | undefined
  for (const name of first === a ? b : a) {
    if (known.has(name)) place = name
    else after.set(place, [...(after.get(place) ?? []), name])
  }
  return [undefined, ...first].flatMap((name) => [
    ...(name === undefined ? [] : [name]),
    ...(after.get(name) ?? [])
  ])
}

function firstOf(
  a: ReadonlyArray<string>,
  b: ReadonlyArray<string>,
  base: ReadonlyArray<string>
): ReadonlyArray<string> {
  const [inA, inB, inBase] = [new Set(a), new Set(b), new Set(base)]
  const shared = (names: ReadonlyArray<string>): string[] =>
    names.filter((name) => inA.has(name) && inB.has(name) && inBase.has(name))
  const [ofA, ofB, before] = [shared(a), shared(b), shared(base)]
  if (same(ofA, ofB)) return lesser(a, b)
  if (same(ofA, before)) return b
  if (same(ofB, before)) return a
  return lesser(a, b)
}

/** The things of two lists, each once, told apart by a key; what `base` has and one list has not is `isGone`. */
export function listOfBoth<Thing>(
  a: ReadonlyArray<Thing>,
  b: ReadonlyArray<Thing>,
  {
    base = [],
    keyOf
  }: {readonly base?: ReadonlyArray<Thing> | undefined; readonly keyOf: (thing: Thing) => string}
): {readonly thing: Thing; readonly isGone: boolean}[] {
  const [inA, inB, inBase] = [byKey(a, keyOf), byKey(b, keyOf), byKey(base, keyOf)]
  return orderOfBoth([...inA.keys()], [...inB.keys()], [...inBase.keys()]).map((key) => ({
    thing: lesser(inA.get(key), inB.get(key))!,
    isGone: inBase.has(key) && !(inA.has(key) && inB.has(key))
  }))
}

/** Things by what tells them apart; the first of those that are alike. */
export function byKey<Thing>(
  things: ReadonlyArray<Thing>,
  keyOf: (thing: Thing) => string
): ReadonlyMap<string, Thing> {
  return new Map(
    [...things]
      .reverse()
      .map((thing) => [keyOf(thing), thing] as const)
      .reverse()
  )
}
