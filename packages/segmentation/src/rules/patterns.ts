import type {Rule} from './rules.ts'

/*
 * Building blocks of the default rules.
 *
 * They are written so that ICU, Java and JavaScript read them alike, for the rules are exported: no-break spaces are
 * named because Java's `\s` leaves them out, every count is bounded because Java wants it in a look-behind and
 * because unbounded ones take for ever on text that repeats one character.
 */

const SPACES = '\\s\\u00A0\\u202F\\u2007\\u2009'

/** One space, also one that does not break. */
export const SPACE: string = `[${SPACES}]`

/** The white space between two sentences. */
export const GAP: string = `${SPACE}{1,20}`

/**
 * Letters and digits of the scripts that have abbreviations, as ranges.
 *
 * A property such as `\\p{L}` costs each expression that holds it 50 µs to compile; these stand in every rule.
 */
const WORD = 'A-Za-z0-9\\u00C0-\\u06FF\\u0900-\\u0DFF'

/** No letter, digit or full stop before: what follows is a whole word. */
export const WORD_START: string = `(?<![${WORD}.])`

/** The same, but a full stop may precede. */
export const PART_START: string = `(?<![${WORD}])`

/** No letter or digit after: what precedes is a whole word. */
export const WORD_END: string = `(?![${WORD}])`

/** Numbers that cite, in brackets or raised. */
const CITATION = `\\[\\p{N}[\\p{N},${SPACES}–-]{0,20}\\]`

/** What may stand between a full stop and the space: quotation marks, brackets, note marks. */
export const CLOSERS: string = `(?:${SPACE}?[»›]|["'”’)\\]\\}]|${SPACE}?${CITATION}|[¹²³⁰⁴-⁹])`

/** What may stand between the space and the first word: quotation marks, brackets, dashes. */
export const OPENERS: string = `(?:["'«“‘‹„(\\[¿¡–—-]${SPACE}?){0,4}`

/** Something that begins a name or stands for one: a capital, or an object that is not text. */
export const NAME: string = '[\\p{Lu}\\p{Lt}\\uFFFC]'

/** Something to count by: digits, perhaps after letters as in `C-27`, or Roman numerals. */
export const NUMBER: string = `[(§°]?(?:[A-Z]{1,2}[.-]?${SPACE}?)?(?:\\p{N}|\\uFFFC)`

export const ROMAN: string = '[IVXLC]{1,6}(?![\\p{L}\\p{N}])'

export const citation: string = CITATION

/**
 * Up to so many of an expression in a row, as options within options.
 *
 * Java cannot tell how long a repeated group that varies is, and refuses it in a look-behind.
 */
export function upTo(count: number, expression: string): string {
  return count === 0 ? '' : `(?:${expression}${upTo(count - 1, expression)})?`
}

/** A rule that breaks. */
export function breakBetween(before: string, after: string): Rule {
  return {breaks: true, before, after}
}

/** A rule that keeps together. */
export function keep(before: string, after: string): Rule {
  return {breaks: false, before, after}
}

/** One of several expressions, the longest first, since the first that fits is taken. */
function anyOf(expressions: ReadonlyArray<string>): string {
  return `(?:${expressions.toSorted((a, b) => b.length - a.length).join('|')})`
}

/** Words that stand apart by white space; `_` is a space within one. */
export function list(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '))
}

/** One of several words that are given as text; a space in one is any space. */
export function words(list: ReadonlyArray<string>): string {
  return anyOf(list.map(escape))
}

/** The same, each also with a capital. */
export function wordsOrCapitalized(list: ReadonlyArray<string>): string {
  return anyOf(
    list.map((word) => escape(word).replace(/^\p{Ll}/u, (first) => `[${first}${first.toUpperCase()}]`))
  )
}

function escape(word: string): string {
  return word.replaceAll('.', '\\.').replaceAll(' ', SPACE)
}
