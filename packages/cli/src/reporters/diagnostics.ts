import type {Diagnostic, FilePlace, Level} from '@passerelle/model'
import type {MessageKey} from '../messages/keys.ts'
import {prose} from '../terminal/layout.ts'
import type {Args, Messages} from '../messages/messages.ts'
import {quotedInside, visibleSpaces} from '../messages/quotations.ts'
import {nearest} from '../grammar/suggest.ts'
import type {Look} from '../terminal/terminal.ts'

/** A diagnostic in words. */
export interface Words {
  readonly sentence: string
  /** What to do about it; empty where there is nothing more to say. */
  readonly hint: string
}

/** What can be said in words: a diagnostic, or a problem of usage. */
interface Speakable {
  readonly id: string
  readonly args: Args
  readonly path?: string
  readonly line?: number
  readonly column?: number
}

/**
 * Put a diagnostic or a usage problem into words.
 *
 * An id without message still says its id and what it holds, for newer libraries may report what this catalog does
 * not know yet.
 */
export function wordsOf({id, args, path = '', line, column}: Speakable, messages: Messages): Words {
  const {say, has} = messages
  const place = quoted(
    placeOf({path, ...(line !== undefined && {line}), ...(column !== undefined && {column})})
  )
  const shown = quotedInside(visibleSpaces(id, readable(args, messages)), messages.language)
  const known: Args = {path: quoted(path), place, ...shown, ...suggested(args)}
  const base = `diagnostics.${id}`
  const hint = `${base}.hint`
  const values = Object.entries(args).map(([name, value]) => `${name}: ${value}`)
  const sentence = sentenceKey(base, known, messages)
  const hints = [
    'suggestion' in known ? say('diagnostics.suggestion', known) : '',
    has(hint, known) ? say(hint, known) : ''
  ]
  return {
    sentence: sentence ? say(sentence, known) : say('diagnostics.unknown', {id, values: values.join(', ')}),
    hint: hints.filter(Boolean).join(' ')
  }
}

/** `sentence`, or `sentence-no-NAME` where an argument is empty and there are words for that. */
function sentenceKey(base: string, args: Args, {has}: Messages): MessageKey | undefined {
  const empty = Object.keys(args).filter((name) => args[name] === '')
  const keys = [...empty.map((name) => `${base}.sentence-no-${name}`), `${base}.sentence`]
  return keys.find((key) => has(key, args))
}

/** A path as a shell takes it, for hints that hold a command. */
function quoted(path: string): string {
  return path.includes(' ') ? `"${path}"` : path
}

/** Arguments whose value may be an id, such as `ENOENT` or `bold`, with the messages that say it in words. */
const IDS: Readonly<Record<string, string>> = {
  reason: 'reasons',
  found: 'reasons',
  expected: 'reasons',
  kind: 'codes'
}

function readable(args: Args, {say, has}: Messages): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const key = `${IDS[name]}.${value}`
      const isId = name in IDS && /^[A-Za-z-]+$/.test(String(value)) && has(key)
      return [name, isId ? say(key, args) : value]
    })
  )
}

/** The nearest of the names that would have been known. */
function suggested({suggestion, known, word, key, locale}: Args): Args {
  const wrong = word ?? key ?? locale
  if (suggestion || !known || !wrong) return {}
  const found = nearest(String(wrong), String(known).split(', '))
  return found ? {suggestion: found} : {}
}

/** `locales/en/oslo.md:12:5`; without line or column where the whole file is meant. */
export function placeOf({path, line, column}: FilePlace): string {
  return [path, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':')
}

/**
 * Diagnostics as people read them, one after the other; empty when there are none.
 *
 * What to do about several that follow one another is said once, after the last.
 */
export function printDiagnostics(
  diagnostics: ReadonlyArray<Diagnostic>,
  messages: Messages,
  look: Look
): string {
  const words = diagnostics.map((diagnostic) => wordsOf(diagnostic, messages))
  return diagnostics
    .map((diagnostic, index) => {
      const {sentence, hint} = words[index]!
      const isSaid = words[index + 1]?.hint === hint
      return printDiagnostic(diagnostic, {sentence, hint: isSaid ? '' : hint}, messages, look)
    })
    .join('')
}

/**
 * One diagnostic.
 *
 * ```text
 * locales/en/oslo.md:12:5  error  The translation lost the link “programme”. [code-lost]
 *     Put it back where it belongs.
 * ```
 *
 * Lines are broken for a person at a terminal only: a file is searched line by line.
 */
function printDiagnostic(
  diagnostic: Diagnostic,
  {sentence, hint}: Words,
  messages: Messages,
  look: Look
): string {
  const {colors} = look
  const level = levelColor(diagnostic.level, colors)(messages.say(`levels.${diagnostic.level}`))
  const head = `${colors.bold(placeOf(diagnostic))}  ${level}  `
  const {target, locale} = diagnostic
  const id = colors.dim(`[${[diagnostic.id, locale].filter(Boolean).join(' ')}]`)
  const shape = look.interactive ? look : {...look, width: Number.POSITIVE_INFINITY}
  const separator = look.interactive ? '\n' : ''
  const body = prose(`${sentence} ${id}`, shape, look.interactive ? '    ' : '')
  const there =
    target?.line === undefined ? '' : `    ${messages.say('text.there', {place: placeOf(target)})}\n`
  return `${head}${separator}${body}\n${there}${hint ? `${prose(hint, shape, '    ')}\n` : ''}`
}

function levelColor(level: Level, colors: Look['colors']): (text: string) => string {
  return {error: colors.red, warning: colors.yellow, info: colors.cyan}[level]
}

/** A problem with how Passerelle was called: one sentence, one hint. */
export function printProblem(problem: Speakable, messages: Messages, look: Look): string {
  const {sentence, hint} = wordsOf(problem, messages)
  const level = messages.say('levels.error')
  const lines = prose(messages.say('levels.problem', {sentence}), look).replace(level, look.colors.red)
  return `${lines}\n${hint ? `${prose(hint, look, '  ')}\n` : ''}`
}

/** How many errors and warnings there are, in words; empty when there are none. */
export function tally(diagnostics: ReadonlyArray<Diagnostic>, messages: Messages): string {
  const parts = (['error', 'warning'] as const).flatMap((level) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.level === level).length
    return count > 0 ? [messages.say(`tally.${level}`, {count})] : []
  })
  return parts.length > 0 ? messages.list(parts) : ''
}
