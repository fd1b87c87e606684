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
  /** Index of each form in the list of keys; `other` is always there. */
  readonly forms: ReadonlyMap<Category, number>
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

const reached = new Map<string, ReadonlySet<Category>>()

/**
 * The plural forms that a catalog of a locale needs.
 *
 * i18next calls `Intl.PluralRules` with the count as a number, and counts are whole: a category that no whole
 * number reaches (Czech `many` is for fractions) is asked of nobody. Found by trying: 0 to 1,100 holds every
 * rule on the last two or three digits, and powers and multiples of a thousand the rules on large numbers
 * (`many` of French and Spanish begins at 1,000,000). `other` always counts: it is what forms are derived from,
 * and what a fraction gets.
 *
 * @throws {RangeError}
 *   When the locale is no language tag.
 */
function reachable(locale: string, ordinal: boolean): ReadonlySet<Category> {
  const name = `${locale} ${ordinal}`
  const known = reached.get(name)
  if (known) return known
  const rules = new Intl.PluralRules(locale.replaceAll('_', '-'), {type: ordinal ? 'ordinal' : 'cardinal'})
  const found = new Set<Category>(['other'])
  for (const count of samples()) found.add(rules.select(count))
  reached.set(name, found)
  return found
}

function* samples(): Generator<number> {
  for (let count = 0; count <= 1100; count++) yield count
  for (const unit of [1e3, 1e4, 1e5, 1e6, 1e9]) {
    for (let times = 1; times <= 20; times++) yield times * unit
    yield unit + 1
  }
}

/**
 * Find the plural messages among the entries of one object.
 *
 * Keys with one base are the forms of one message when there is an `_other`, and something says that it is no
 * context (`gender_other` beside `gender_male`): a form that the source locale has besides it, a `_zero`, an
 * `_ordinal_`, or a `{{count}}` in its text.
 */
export function pluralGroups(entries: ReadonlyArray<Candidate>, sourceLocale: string): PluralGroup[] {
  const groups = new Map<string, {base: string; ordinal: boolean; forms: Map<Category, number>}>()
  for (const [index, {key, value}] of entries.entries()) {
    const form = value === undefined ? undefined : formOf(key)
    if (!form) continue
    const name = `${form.ordinal} ${form.base}`
    const group = groups.get(name) ?? {base: form.base, ordinal: form.ordinal, forms: new Map()}
    groups.set(name, group)
    group.forms.set(form.category, index)
  }
  return [...groups.values()].filter((group) => isPlural(group, entries, sourceLocale))
}

function isPlural(group: PluralGroup, entries: ReadonlyArray<Candidate>, sourceLocale: string): boolean {
  const other = group.forms.get('other')
  if (other === undefined) return false
  if (group.ordinal || group.forms.has('zero') || /\{\{-?\s*count\b/u.test(entries[other]!.value ?? ''))
    return true
  const known = reachable(sourceLocale, group.ordinal)
  return [...group.forms.keys()].some((category) => category !== 'other' && known.has(category))
}

/** The forms of a group that a target has: what it reaches, and a cardinal `_zero`, which i18next looks up for 0. */
export function formsFor(group: PluralGroup, targetLocale: string): Category[] {
  const wanted = reachable(targetLocale, group.ordinal)
  return categories.filter(
    (category) => wanted.has(category) || (category === 'zero' && !group.ordinal && group.forms.has('zero'))
  )
}

/** The key of another form of a group. */
export function keyOf({base, ordinal}: PluralGroup, category: Category): string {
  return `${base}_${ordinal ? 'ordinal_' : ''}${category}`
}
