import {
  codesOf,
  type Diagnostic,
  diagnostic,
  type DiagnosticArgs,
  mayBeLeftOut,
  type Place,
  placesOf
} from '@passerelle/model'
import {contentOf} from './codes.ts'
import {isNode, type JsonArray, type JsonNode, type JsonObject, type JsonProperty, readJson} from './json.ts'
import {keyPath} from './key-path.ts'
import type {CatalogOptions} from './options.ts'
import {
  type ArrayPlan,
  living,
  type Member,
  type ObjectPlan,
  type Plan,
  planOf,
  type StringPlan
} from './plan.ts'
import {isUnreachableForm} from './plural.ts'

/** What is wrong with a localized catalog; `key` of its arguments is the whole key, as in `Block.key`. */
export type Difference = Diagnostic<DifferenceId>

/** Levels of what {@link compare} reports: an error where a reader sees harm. */
const LEVELS = {
  'key-lost': 'error',
  'form-lost': 'error',
  'variable-lost': 'error',
  'variable-invented': 'error',
  'value-of-other-kind': 'error',
  'value-empty': 'error',
  'key-extra': 'warning',
  'form-unreachable': 'warning'
} as const

type DifferenceId = keyof typeof LEVELS

/**
 * Compare a localized catalog with what its source asks for, as i18next will look things up.
 *
 * Found, with its place in the localized file: a key or plural form that is lost (`key-lost`, `form-lost`), or that
 * nothing asks for (`key-extra`, `form-unreachable`); a value that is no text any more, or empty
 * (`value-of-other-kind`, `value-empty`); a variable that is lost or new (`variable-lost`, `variable-invented`). What
 * the texts say is no business of it.
 *
 * @param source
 *   The source's file. What is no catalog has nothing to compare with.
 * @param page
 *   The localized file. What is no catalog is told by `extract`.
 * @param path
 *   Its path, for diagnostics.
 */
export function compare(source: string, page: string, path: string, options: CatalogOptions): Difference[] {
  const [wanted, found] = [readJson(source), readJson(page)]
  if (!isNode(wanted) || !isNode(found) || wanted.type !== 'object') return []
  const state: Comparing = {placeOf: placesOf(page), path, options, differences: []}
  comparePlan(state, planOf(wanted, options), found, [])
  return state.differences
}

interface Comparing {
  readonly placeOf: (offset: number) => Place
  /** Of the localized file. */
  readonly path: string
  readonly options: CatalogOptions
  readonly differences: Difference[]
}

function report<Id extends DifferenceId>(
  {placeOf, path, differences}: Comparing,
  id: Id,
  offset: number,
  args: DiagnosticArgs[Id]
): void {
  const {line, column} = placeOf(offset)
  differences.push(diagnostic(id, LEVELS[id], args, {path, line, column}) as Difference)
}

function comparePlan(state: Comparing, plan: Plan, node: JsonNode, keys: ReadonlyArray<string>): void {
  if (plan.type !== node.type && !(plan.type === 'atom' && plan.kind === 'null')) {
    const [expected, was] = [kindOf(plan), kindOf(node)]
    report(state, 'value-of-other-kind', node.start, {key: keyPath(keys), expected, found: was})
  } else if (plan.type === 'object') compareObject(state, plan, node as JsonObject, keys)
  else if (plan.type === 'array') compareArray(state, plan, node as JsonArray, keys)
  else if (plan.type === 'string' && node.type === 'string')
    compareTexts(state, plan, node.value, node.start, keys)
}

function compareObject(
  state: Comparing,
  plan: ObjectPlan,
  node: JsonObject,
  keys: ReadonlyArray<string>
): void {
  const there = new Map(node.properties.map((property) => [property.key.value, property]))
  const asked = living(plan)
  let before: JsonProperty | undefined
  for (const member of asked) {
    const property = there.get(member.key)
    if (property) comparePlan(state, member.value, property.value, [...keys, member.key])
    else reportLost(state, member, before?.start ?? node.start, keys)
    before = property ?? before
  }
  const known = new Set(asked.map(({key}) => key))
  for (const {key, start} of node.properties) {
    if (known.has(key.value)) continue
    const id = isUnreachableForm(key.value, plan.members, state.options) ? 'form-unreachable' : 'key-extra'
    report(state, id, start, {key: keyPath([...keys, key.value])})
  }
}

function reportLost(
  state: Comparing,
  {key, group, value}: Member,
  offset: number,
  keys: ReadonlyArray<string>
): void {
  if (value.type === 'string' && value.node.value === '') return
  report(state, group ? 'form-lost' : 'key-lost', offset, {key: keyPath([...keys, key])})
}

function compareArray(
  state: Comparing,
  {items}: ArrayPlan,
  node: JsonArray,
  keys: ReadonlyArray<string>
): void {
  for (const [index, item] of items.entries()) {
    const key = [...keys, String(index)]
    const other = node.items[index]
    if (other) comparePlan(state, item, other, key)
    else report(state, 'key-lost', node.items.at(-1)?.start ?? node.start, {key: keyPath(key)})
  }
  for (const [index, item] of node.items.entries()) {
    if (index >= items.length)
      report(state, 'key-extra', item.start, {key: keyPath([...keys, String(index)])})
  }
}

function compareTexts(
  state: Comparing,
  {node}: StringPlan,
  text: string,
  offset: number,
  keys: ReadonlyArray<string>
): void {
  const key = keyPath(keys)
  if (text === '' && node.value !== '') report(state, 'value-empty', offset, {key})
  if (text === '') return
  const [wantedVariables, foundVariables] = [variablesOf(node.value), variablesOf(text)]
  for (const [variable, code] of wantedVariables)
    if (!foundVariables.has(variable) && !mayBeLeftOut(code, key))
      report(state, 'variable-lost', offset, {key, variable})
  for (const variable of foundVariables.keys())
    if (!wantedVariables.has(variable)) report(state, 'variable-invented', offset, {key, variable})
}

/** What i18next fills into a text, by name: `{{name}}` and `$t(key)`. */
function variablesOf(text: string): Map<string, ReturnType<typeof codesOf>[number]> {
  const codes = codesOf(contentOf(text)).filter(({raw}) => /^(?:\{\{|\$t\()/.test(raw))
  return new Map(codes.map((code) => [nameOf(code), code]))
}

function nameOf({raw, equiv = ''}: {readonly raw: string; readonly equiv?: string}): string {
  return raw.startsWith('$t(') ? `$t(${equiv})` : `{{${equiv}}}`
}

function kindOf(value: Plan | JsonNode): string {
  return value.type === 'atom' ? value.kind : value.type
}
