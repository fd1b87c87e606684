/** The categories of CLDR, in its order. */
export const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

export type Category = (typeof categories)[number]

/** A key that may be a plural form: `item_male_one` is form `one` of base `item_male`. */
interface FormKey {
  readonly base: string
  readonly ordinal: boolean
  readonly category: Category
}

/** Keys of one object that are the plural forms of one message. */
export interface PluralGroup {
  readonly base: string
  readonly ordinal: boolean
  /** Index of each form in the list of keys. */
  readonly forms: ReadonlyMap<Category, number>
  /** Form that others are derived from: `other` where it is there. */
  readonly general: Category
  /** Forms that show the count. */
  readonly counted: ReadonlySet<Category>
}

/** A group of which it is not known yet whether it is a message. */
type Draft = Pick<PluralGroup, 'base' | 'ordinal'> & {
  readonly forms: Map<Category, number>
  readonly counted: Set<Category>
}

/** A string entry of an object; what is no string can be no plural form. */
export interface Candidate {
  readonly key: string
  readonly value: string | undefined
}

const formKey = /^(.+?)_(ordinal_)?(zero|one|two|few|many|other)$/su

/** Read a key as a plural form, by i18next's default separators; undefined for any other key. */
function formOf(key: string): FormKey | undefined {
  const match = formKey.exec(key)
  if (!match) return undefined
  return {base: match[1]!, ordinal: match[2] !== undefined, category: match[3] as Category}
}

const known = new Map<string, ReadonlySet<Category>>()

/**
 * The plural forms that a catalog of a locale needs: those of whole numbers, and `other`.
 *
 * `other` always counts: it is what forms are derived from, and what a fraction gets.
 */
function reachable(locale: string, {ordinal}: Pick<Draft, 'ordinal'>): ReadonlySet<Category> {
  return new Set([...reached(locale, {ordinal}), 'other'])
}

/**
 * The plural forms that whole numbers have in a locale.
 *
 * i18next calls `Intl.PluralRules` with the count as a number, and counts are whole: a category that no whole
 * number reaches (Czech `many` is for fractions) is asked of nobody. Found by trying: 0 to 1,100 holds every
 * rule on the last two or three digits, and powers and multiples of a thousand the rules on large numbers
 * (`many` of French and Spanish begins at 1,000,000).
 *
 * @throws {RangeError}
 *   When the locale is no language tag.
 */
function reached(locale: string, {ordinal}: Pick<Draft, 'ordinal'>): ReadonlySet<Category> {
  const name = `${locale} ${ordinal}`
  const tried = known.get(name)
  if (tried) return tried
  const rules = new Intl.PluralRules(locale.replaceAll('_', '-'), {type: ordinal ? 'ordinal' : 'cardinal'})
  const found = new Set<Category>()
  for (const count of samples()) found.add(rules.select(count))
  known.set(name, found)
  return found
}

function* samples(): Generator<number> {
  for (let count = 0; count <= 1100; count++) yield count
  for (const unit of [1e3, 1e4, 1e5, 1e6, 1e9]) {
    for (let times = 1; times <= 20; times++) yield times * unit
    yield unit + 1
  }
}

/** Interpolation of the number that i18next chooses a form by. */
const showsCount = /\{\{-?\s*count\b/u

/**
 * Find the plural messages among the entries of one object.
 *
 * Keys with one base are the forms of one message when one of them shows the `{{count}}`, and they are all that the source
 * locale needs for whole numbers (Russian needs no `_other` for these), or have an `_other`. Without a count that is a
 * guess, for `step_one`, `step_two` and `step_other` may be names: it takes an `_other` and a `_one`, and no form that the
 * source locale does not have. What is guessed may get forms, and loses none; see {@link isNeeded}.
 */
export function pluralGroups(entries: ReadonlyArray<Candidate>, sourceLocale: string): PluralGroup[] {
  const groups = new Map<string, Draft>()
  for (const [index, {key, value}] of entries.entries()) {
    const form = value === undefined ? undefined : formOf(key)
    if (!form) continue
    const {base, ordinal, category} = form
    const name = `${ordinal} ${base}`
    const group = groups.get(name) ?? {base, ordinal, forms: new Map(), counted: new Set()}
    groups.set(name, group)
    group.forms.set(category, index)
    if (showsCount.test(value ?? '')) group.counted.add(category)
  }
  return [...groups.values()]
    .filter((group) => isPlural(group, sourceLocale))
    .map((group) => ({...group, general: generalOf(group)}))
}

function isPlural({ordinal, forms, counted}: Draft, sourceLocale: string): boolean {
  const own = reachable(sourceLocale, {ordinal})
  if (counted.size > 0) return forms.has('other') || isWhole({ordinal, forms}, sourceLocale)
  if (!forms.has('other')) return false
  if (ordinal) return true
  return (
    (forms.has('one') || !own.has('one')) &&
    forms.size > 1 &&
    [...forms.keys()].every((category) => category === 'zero' || own.has(category))
  )
}

/** Whether there is a form for each whole number. */
function isWhole({ordinal, forms}: Pick<Draft, 'ordinal' | 'forms'>, locale: string): boolean {
  return [...reached(locale, {ordinal})].every((category) => forms.has(category))
}

/** The form for most numbers. */
function generalOf({forms}: Draft): Category {
  return categories.findLast((category) => forms.has(category))!
}

/** The forms of a group that a target has: what it reaches, and a cardinal `_zero`, which i18next looks up for 0. */
export function formsFor(group: PluralGroup, targetLocale: string): Category[] {
  const wanted = reachable(targetLocale, group)
  return categories.filter(
    (category) => wanted.has(category) || (category === 'zero' && !group.ordinal && group.forms.has('zero'))
  )
}

/**
 * Whether a form of the source has a place in the target.
 *
 * One that the target does not reach is left out only where it is proved to be a form: some form shows the count, and this
 * one does, too, or is one of the source locale's.
 */
export function isNeeded(
  group: PluralGroup,
  category: Category,
  sourceLocale: string,
  targetLocale: string
): boolean {
  const {counted, ordinal} = group
  const isProved =
    counted.has(category) || (counted.size > 0 && reachable(sourceLocale, {ordinal}).has(category))
  return !isProved || formsFor(group, targetLocale).includes(category)
}

/** The key of another form of a group. */
export function keyOf({base, ordinal}: PluralGroup, category: Category): string {
  return `${base}_${ordinal ? 'ordinal_' : ''}${category}`
}

/**
 * Whether a key of a target's file is a form of one of its messages that the target never asks for, as French asks for
 * no `_two`.
 */
export function isUnreachableForm(
  key: string,
  members: ReadonlyArray<{readonly group: PluralGroup | undefined}>,
  {targetLocale}: {readonly targetLocale: string}
): boolean {
  const form = formOf(key)
  // Of cardinals i18next looks up `_zero` in any language.
  if (!form || (form.category === 'zero' && !form.ordinal)) return false
  const groups = members.flatMap(({group}) => group ?? [])
  const group = groups.find(({base, ordinal}) => base === form.base && ordinal === form.ordinal)
  return group !== undefined && !formsFor(group, targetLocale).includes(form.category)
}
