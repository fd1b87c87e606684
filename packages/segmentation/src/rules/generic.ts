import type {Rule} from './rules.ts'
import {CLOSERS, GAP, OPENERS, SPACE, PART_START, breakBetween, citation, keep, upTo} from './patterns.ts'

const STOP = '[.!?…‼⁇⁈⁉]'
const CLOSED = upTo(6, CLOSERS)

/** A number or letter that counts the items of a list. */
const ITEM = '\\(?(?:\\p{N}{1,4}|[a-z])(?:\\.\\)|[.)°])'

/** Before `»`, where it closes: everywhere but in German and Danish, where it opens. */
export const closingGuillemet: ReadonlyArray<Rule> = [keep('', `${SPACE}{0,3}[»›]`)]

/** Rules for all languages, after those of the language. */
export const generic: ReadonlyArray<Rule> = [
  // The first thing in a block counts its items: `1. Sign`, `(i) States`, `a. The first`.
  keep(
    `^${SPACE}{0,9}(?:[•\\*–-]${SPACE}{1,3})?(?:\\(?\\p{N}{1,4}|\\(?\\p{L}|\\(?[IVXivx]{1,5})(?:\\.\\)|[.)])`,
    SPACE
  ),
  // Items in running text begin after the stop, and their number is no sentence.
  breakBetween(`[.!?…]${CLOSED}`, `${GAP}${ITEM}${GAP}\\p{Lu}`),
  keep(`[.!?;:]["'”’)\\]»›]?${SPACE}{1,3}${ITEM}`, `${GAP}\\p{L}`),
  // A stop that is followed by its note mark.
  keep(`${STOP}["'”’)]?`, `${SPACE}?${citation}`),
  // Spaced dots: three after a space go on; with one that ends the sentence before them they begin the next.
  breakBetween(`\\p{L}\\.`, `${SPACE}\\.${SPACE}\\.${SPACE}\\.${SPACE}\\p{Lu}`),
  keep(`[^.\\s]${SPACE}\\.${SPACE}\\.${SPACE}\\.`, SPACE),
  keep(`\\p{L}\\.${SPACE}\\.${SPACE}\\.${SPACE}\\.`, SPACE),
  // Initials, and single letters as in `Albert I. Jones`.
  keep(`${PART_START}(?<!\\p{N}[–/-]|&)\\p{Lu}\\.`, `${GAP}\\p{Lu}(?:\\.|[\\p{L}'’-])`),
  keep('\\p{Lu}\\.\\p{Lu}\\.', `${GAP}\\(`),
  keep('(?<![\\p{L}\\p{M}\\p{N}])\\p{Lo}\\.', `${GAP}\\p{Lo}`),
  // A lower-case letter goes on, unless it begins a name such as eBay.
  keep(`[.…]${CLOSED}`, `${GAP}${OPENERS}\\p{Ll}{1,30}[\\p{Ll},;:.!?'’\\s\\u00A0\\u202F-]`),
  keep(`[.…]${CLOSED}`, `${GAP}${OPENERS}\\p{Ll}{1,30}$`),
  keep(`[!?]${CLOSED}`, `${GAP}\\p{Ll}{1,30}(?:[\\p{Ll},;:.!?'’\\s\\u00A0\\u202F-]|$)`),
  keep(`[!?…]${CLOSED}`, `${GAP}[–—-]{1,2}${SPACE}?\\p{Ll}`),
  // So does other punctuation.
  keep(`${STOP}${CLOSED}`, `${SPACE}{0,20}[,;:.?!)\\]\\}…]`),
  keep(`[\\p{L},]${SPACE}[(\\[](?:\\.\\.\\.|…)[)\\]]`, `${GAP}\\p{L}`),
  breakBetween(`${STOP}${CLOSED}`, SPACE),
  // Stops of scripts that put a space after them: Devanagari, Arabic, Armenian, Ethiopic, Khmer, Myanmar, Mongolian.
  breakBetween(`[।॥؟۔։።፧፨។៕။᠃᠉]{1,5}${CLOSED}`, SPACE),
  // Stops of scripts that put none.
  breakBetween('[\\u3040-\\u30FF\\u3400-\\u9FFF][!?]{1,5}', '[\\u3040-\\u30FF\\u3400-\\u9FFF]'),
  breakBetween('[。！？｡．⁇⁈⁉‼]{1,5}[」』）】》〉”’"\\])]{0,6}', '[^」』）】》〉”’"\\])。！？｡．⁇⁈⁉‼]')
]
