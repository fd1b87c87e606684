import {codesOf, excerptOf, freshnessOf, type Pair, type Unit} from '@passerelle/model'
import type {Locales} from '@passerelle/pipeline'
import {bestLanguage, loadMessages, type Messages} from './messages.ts'

/**
 * A note for the translator of one segment, in the language of the source, which both surely read.
 *
 * It says what the text is, where it stands, of which numbers it is, what its author asks, how long it may be, what came back of it and could not be used,
 * and whether it changed: the hand-off itself shows what it was.
 */
export function describe(unit: Unit, pair: Pair, {sourceLocale, targetLocale}: Locales): string {
  const messages = messagesFor(sourceLocale)
  const {say} = messages
  const rejected = pair.target ? undefined : pair.candidates.find(({kind}) => kind === 'rejected')
  const examples = numbersOf(unit, pair, {sourceLocale, targetLocale})
  const isChanged = freshnessOf(pair) === 'changed'
  return [
    whatAndWhere(unit, messages),
    examples === '' ? '' : say('notes.numbers', {examples}),
    unit.note ? say('notes.author', {note: unit.note}) : '',
    unit.maxLength === undefined ? '' : say('notes.length', {count: unit.maxLength}),
    rejected ? say('notes.rejected', {text: excerptOf(rejected.target, Number.POSITIVE_INFINITY)}) : '',
    isChanged ? say('notes.previous') : ''
  ]
    .filter(Boolean)
    .join(' ')
}

/** Numbers of which a plural form of the target's language is, as the source's writes them; empty where it is of none. */
function numbersOf({key = ''}: Unit, {source}: Pair, {sourceLocale, targetLocale}: Locales): string {
  const [, ordinal, form] = /_(ordinal_)?(zero|one|two|few|many|other)$/.exec(key) ?? []
  if (form === undefined || !codesOf(source).some(({equiv}) => equiv === 'count')) return ''
  const rules = new Intl.PluralRules(targetLocale, {type: ordinal === undefined ? 'cardinal' : 'ordinal'})
  const numbers = new Intl.NumberFormat(sourceLocale)
  const such = NUMBERS.filter((number) => rules.select(number) === form).slice(0, 4)
  return new Intl.ListFormat(sourceLocale).format(such.map((number) => numbers.format(number)))
}

/** Numbers that show what plural forms are for: the usual first. */
const NUMBERS = [0, 1, 2, 3, 4, 5, 10, 11, 12, 21, 22, 100, 1000, 1.5, 1_000_000, 2_000_000]

function whatAndWhere({kind: own, container, key, trail}: Unit, messages: Messages): string {
  const kind = own === 'paragraph' ? (container ?? own) : own
  const known = `notes.kinds.${kind}`
  const what = messages.say(messages.has(known) ? known : 'notes.kinds.text')
  if (key) return messages.say('notes.named', {what, key})
  return trail.length === 0
    ? messages.say('notes.plain', {what})
    : messages.say('notes.below', {what, trail: trail.join(' › ')})
}

const loaded = new Map<string, Messages>()

function messagesFor(locale: string): Messages {
  const language = bestLanguage(locale)
  const messages = loaded.get(language) ?? loadMessages(language)
  loaded.set(language, messages)
  return messages
}
