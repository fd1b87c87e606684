import {excerptOf, freshnessOf, type Pair, type Unit} from '@passerelle/model'
import type {NoteContext} from '@passerelle/pipeline'
import {bestLanguage, loadMessages, type Messages} from '../messages/messages.ts'

/**
 * A note for the translator of one segment, in the language of the source, which both surely read.
 *
 * It says what the text is, where it stands, of which numbers it is, what its author asks, how long it may be, what came back of it and could not be used,
 * and whether it changed: the hand-off itself shows what it was.
 */
export function describe(unit: Unit, pair: Pair, {sourceLocale, numbers}: NoteContext): string {
  const messages = messagesFor(sourceLocale)
  const {say} = messages
  const rejected = pair.target ? undefined : pair.candidates.find(({kind}) => kind === 'rejected')
  const examples = listOf(numbers, sourceLocale)
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

/** Numbers as a language writes them; empty where there are none. */
function listOf(numbers: ReadonlyArray<number>, locale: string): string {
  if (numbers.length === 0) return ''
  const format = new Intl.NumberFormat(locale)
  return new Intl.ListFormat(locale).format(numbers.map((number) => format.format(number)))
}

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
