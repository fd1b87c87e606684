import {codesOf, type Pair, type Unit} from '@passerelle/model'

/** Numbers of which a plural form of the target's language is, such as `days_few`; none where a value is of no form. */
export function pluralNumbers({key = ''}: Unit, {source}: Pair, targetLocale: string): ReadonlyArray<number> {
  const [, ordinal, form] = /_(ordinal_)?(zero|one|two|few|many|other)$/.exec(key) ?? []
  if (form === undefined || !codesOf(source).some(({equiv}) => equiv === 'count')) return []
  const rules = new Intl.PluralRules(targetLocale, {type: ordinal === undefined ? 'cardinal' : 'ordinal'})
  return NUMBERS.filter((number) => rules.select(number) === form).slice(0, 4)
}

/** Numbers that show what plural forms are for: the usual first. */
const NUMBERS = [0, 1, 2, 3, 4, 5, 10, 11, 12, 21, 22, 100, 1000, 1.5, 1_000_000, 2_000_000]
