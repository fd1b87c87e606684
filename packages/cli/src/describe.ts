import {excerptOf, freshnessOf, type Pair, type Unit} from '@passerelle/model'
import {bestLanguage, loadMessages, type Messages} from './messages.ts'

/**
 * A note for the translator of one segment, in the language of the source, which both surely read.
 *
 * It says what the text is, where it stands, what its author asks, how long it may be, what came back of it and could not be used,
 * and whether it changed: the hand-off itself shows what it was.
 */
export function describe(unit: Unit, pair: Pair, sourceLocale: string): string {
  const messages = messagesFor(sourceLocale)
  const say = (key: string, args?: Record<string, string | number>): string =>
    messages.say(`notes.${key}`, args)
  const rejected = pair.target ? undefined : pair.candidates.find(({kind}) => kind === 'rejected')
  const isChanged = freshnessOf(pair) === 'changed'
  return [
    whatAndWhere(unit, messages),
    unit.note ? say('author', {note: unit.note}) : '',
    unit.maxLength === undefined ? '' : say('length', {count: unit.maxLength}),
    rejected ? say('rejected', {text: excerptOf(rejected.target, Number.POSITIVE_INFINITY)}) : '',
    isChanged ? say('previous') : ''
  ]
    .filter(Boolean)
    .join(' ')
}

function whatAndWhere({kind, key, trail}: Unit, messages: Messages): string {
  const known = messages.has(`notes.kinds.${kind}`)
  const what = messages.say(`notes.kinds.${known ? kind : 'text'}`)
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
