/**
 * The value that stands of two branches: if only one changed it since the common version, that one; else what `settle`
 * decides. The result must not depend on the order of the branches.
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

/** The lesser of two values, compared as JSON; one that says something comes before one that says nothing. */
export function lesser<Value>(a: Value, b: Value): Value {
  if (a === undefined) return b
  if (b === undefined) return a
  return textOf(a) <= textOf(b) ? a : b
}

function textOf(value: unknown): string {
  return JSON.stringify(value) ?? ''
}

/**
 * All names of two lists in one order: that of the branch that changed it, else that of the lesser list. Names that
 * only the other list has stay behind the name that they follow there.
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

/**
 * The items of two lists, each once, told apart by a key; `isGone` marks items that `base` has and one list has not.
 */
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

/** Items by their keys; of equal keys, the first. */
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
