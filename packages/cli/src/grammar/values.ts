import type {UsageArgs, UsageId} from '@passerelle/model'
import {fieldOf, type OptionRule} from './grammar.ts'
import {nearest} from './suggest.ts'

/** Something wrong with the command line, as data: a message id and what it speaks of. */
export type Problem = {
  [Id in UsageId]: {readonly id: Id; readonly args: UsageArgs[Id]}
}[UsageId]

/** Values as the parser finds them, and as they are once checked. */
export type Values = Readonly<Record<string, string | number | boolean | ReadonlyArray<string> | undefined>>

/** Check every given value against its rule, and put numbers and aliases in their final form. */
export function checkValues(rules: ReadonlyArray<OptionRule>, values: Values): Values | Problem {
  const checked: Record<string, Values[string]> = {...values}
  for (const rule of rules) {
    const field = fieldOf(rule)
    const value = values[field]
    if (typeof value !== 'string' && typeof value !== 'object') continue
    const words = typeof value === 'string' ? [value] : value
    const problem = rule.range ? checkNumber(rule, words[0] ?? '') : checkChoices(rule, words)
    if (problem) return problem
    if (rule.range) checked[field] = Number(value)
    else checked[field] = rule.list ? words.map((word) => plain(rule, word)) : plain(rule, words[0] ?? '')
  }
  return checked
}

function checkNumber({name, range}: OptionRule, word: string): Problem | undefined {
  const [least, most] = range!
  const isInside = word.trim() !== '' && Number(word) >= least && Number(word) <= most
  return isInside ? undefined : {id: 'invalid-number', args: {option: `--${name}`, found: word, least, most}}
}

function checkChoices(rule: OptionRule, words: ReadonlyArray<string>): Problem | undefined {
  const wrong = rule.choices && words.find((word) => !rule.choices!.includes(plain(rule, word)))
  return wrong === undefined ? undefined : invalidChoice(`--${rule.name}`, wrong, rule.choices!)
}

function plain({aliases}: OptionRule, word: string): string {
  return aliases?.[word] ?? word
}

/** A word that is none of the possible ones. */
export function invalidChoice(option: string, found: string, choices: ReadonlyArray<string>): Problem {
  return {
    id: 'invalid-choice',
    args: {option, found, choices: choices.join(', '), ...suggestion(found, choices)}
  }
}

/** The argument `suggestion` of a problem, where a known word is near. */
export function suggestion(word: string, known: ReadonlyArray<string>): {readonly suggestion?: string} {
  const found = nearest(word, known)
  return found ? {suggestion: found} : {}
}
