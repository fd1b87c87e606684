import type {JsonArray, JsonAtom, JsonNode, JsonObject, JsonProperty, JsonString} from './json.ts'
import type {CatalogOptions} from './options.ts'
import {
  categories,
  type Category,
  formsFor,
  isNeeded,
  keyOf,
  type PluralGroup,
  pluralGroups
} from './plural.ts'

/** What the target's file holds where the source's file has a value. */
export type Plan = StringPlan | ArrayPlan | ObjectPlan | JsonAtom

export interface StringPlan {
  readonly type: 'string'
  readonly node: JsonString
  /** Keys and indexes from the root; of the target's form where it is derived. */
  readonly path: ReadonlyArray<string>
  /** The string of another form, which stands in for a form that the source lacks. */
  readonly derived: boolean
}

export interface ArrayPlan {
  readonly type: 'array'
  readonly node: JsonArray
  readonly items: ReadonlyArray<Plan>
}

export interface ObjectPlan {
  readonly type: 'object'
  readonly node: JsonObject
  /** In the order of the target's file. */
  readonly members: ReadonlyArray<Member>
}

/** An entry of an object. */
export interface Member {
  readonly key: string
  /** The entry itself; for a derived one, that of the form it is derived from. */
  readonly origin: JsonProperty
  /** Position of the origin among the entries of the source. */
  readonly index: number
  readonly role: 'kept' | 'derived' | 'dropped'
  /** The plural message it belongs to. */
  readonly group: PluralGroup | undefined
  readonly value: Plan
}

/** Decide for every value of a catalog what the target's file has in its place. */
export function planOf(node: JsonNode, options: CatalogOptions, path: ReadonlyArray<string> = []): Plan {
  if (node.type === 'object') return planObject(node, options, path)
  if (node.type === 'string') return {type: 'string', node, path, derived: false}
  if (node.type === 'atom') return node
  const items = node.items.map((item, index) => planOf(item, options, [...path, String(index)]))
  return {type: 'array', node, items}
}

/** The strings that the target's file will hold, in its order. */
export function stringsOf(plan: Plan): StringPlan[] {
  if (plan.type === 'string') return [plan]
  if (plan.type === 'array') return plan.items.flatMap(stringsOf)
  if (plan.type === 'object') return living(plan).flatMap(({value}) => stringsOf(value))
  return []
}

/** The members that the target's file has. */
export function living({members}: ObjectPlan): Member[] {
  return members.filter(({role}) => role !== 'dropped')
}

function planObject(node: JsonObject, options: CatalogOptions, path: ReadonlyArray<string>): ObjectPlan {
  const {properties} = node
  const entries = properties.map(({key, value}) => ({
    key: key.value,
    value: value.type === 'string' ? value.value : undefined
  }))
  const groups = pluralGroups(entries, options.sourceLocale)
  const owner = new Map(
    groups.flatMap((group) => Array.from(group.forms, ([category, at]) => [at, {group, category}] as const))
  )
  const derived = groups.flatMap((group) => deriveForms(group, properties, options, path))
  const beside = Map.groupBy(derived, ({anchor, side}) => `${side} ${anchor}`)
  const members = properties.flatMap((origin, index): Member[] => {
    const key = origin.key.value
    const owned = owner.get(index)
    const {sourceLocale, targetLocale} = options
    const isLost = owned && !isNeeded(owned.group, owned.category, sourceLocale, targetLocale)
    const role = isLost ? 'dropped' : 'kept'
    const own: Member = {
      key,
      origin,
      index,
      role,
      group: owned?.group,
      value: planOf(origin.value, options, [...path, key])
    }
    const [before, after] = [beside.get(`before ${index}`), beside.get(`after ${index}`)]
    return [...membersOf(before), own, ...membersOf(after)]
  })
  return {type: 'object', node, members}
}

/** A derived form, and the entry of the source that it stands next to. */
interface Derived {
  readonly member: Member
  readonly anchor: number
  readonly side: 'before' | 'after'
}

function membersOf(derived: ReadonlyArray<Derived> | undefined): Member[] {
  return (derived ?? []).map(({member}) => member)
}

/** The forms that a group lacks: after the nearest that comes before in CLDR's order, else before the nearest after. */
function deriveForms(
  group: PluralGroup,
  properties: ReadonlyArray<JsonProperty>,
  options: CatalogOptions,
  path: ReadonlyArray<string>
): Derived[] {
  const there = categories.filter((category) => group.forms.has(category))
  // A key that holds something else is nobody's form.
  const taken = new Set(properties.map(({key}) => key.value))
  const rank = (category: Category): number => categories.indexOf(category)
  return formsFor(group, options.targetLocale)
    .filter((category) => !group.forms.has(category) && !taken.has(keyOf(group, category)))
    .map((category) => {
      const before = there.findLast((other) => rank(other) < rank(category))
      const after = there.find((other) => rank(other) > rank(category))
      const anchor = group.forms.get((before ?? after)!)!
      return {member: derive(group, category, properties, path), anchor, side: before ? 'after' : 'before'}
    })
}

function derive(
  group: PluralGroup,
  category: Category,
  properties: ReadonlyArray<JsonProperty>,
  path: ReadonlyArray<string>
): Member {
  const index = group.forms.get(group.general)!
  const origin = properties[index]!
  const key = keyOf(group, category)
  const value: StringPlan = {
    type: 'string',
    node: origin.value as JsonString,
    path: [...path, key],
    derived: true
  }
  return {key, origin, index, role: 'derived', group, value}
}
