import {codesOf, type Pair, type Unit} from '@passerelle/model'

/**
 * Numbers for which the target's language uses a plural form, such as `days_few`; none for a value without plural
 * forms.
 */
export function pluralNumbers({key = ''}: Unit, {source}: Pair, targetLocale: string): ReadonlyArray<number> {
  const [, ordinal, form] = /_(ordinal_)?(zero|one|two|few|many|other)$/.exec(key) ?? []
  if (form === undefined || !codesOf(source).some(({equiv}) => equiv === 'count')) return []
  const rules = new Intl.PluralRules(targetLocale, {type: ordinal === undefined ? 'cardinal' : 'ordinal'})
  return NUMBERS.filter((number) => rules.select(number) === form).slice(0, 4)
}

/** Numbers that show when each plural form is used: the usual first. */
const NUMBERS = [0, 1, 2, 3, 4, 5, 10, 11, 12, 21, 22, 100, 1000, 1.5, 1_000_000, 2_000_000]
