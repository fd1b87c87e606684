import type {Rule} from './rules.ts'
import {
  CLOSERS,
  GAP,
  NAME,
  NUMBER,
  OPENERS,
  ROMAN,
  SPACE,
  WORD_END,
  WORD_START,
  breakBetween,
  keep,
  upTo,
  words,
  wordsOrCapitalized
} from './patterns.ts'

/**
 * What the full stop of an abbreviation means in one language, as words without that stop.
 *
 * Three classes: some never end a sentence, some only point at a number, some do end one when what follows is a
 * word that sentences begin with.
 */
export interface LanguageWords {
  /** Always before a name: titles. */
  readonly titles: ReadonlyArray<string>
  /** Never at the end of a sentence, whatever follows. */
  readonly always: ReadonlyArray<string>
  /** Only before a number. */
  readonly beforeNumber: ReadonlyArray<string>
  /** Only before a Roman numeral. */
  readonly beforeRoman: ReadonlyArray<string>
  /** Names of months and days, before a number. */
  readonly dates: ReadonlyArray<string>
  /** Unless a starter follows. */
  readonly unlessStarter: ReadonlyArray<string>
  /** At the end of a sentence as often as not: a capital that follows is a new sentence. */
  readonly beforeLowerCase: ReadonlyArray<string>
  /** Words that begin sentences and are no names. */
  readonly starters: ReadonlyArray<string>
  /** Those that may follow an initial without being a name. */
  readonly startersAfterInitial: ReadonlyArray<string>
  /** Elided words that begin sentences, before an apostrophe. */
  readonly elided: ReadonlyArray<string>
  /** Names that end with an exclamation or question mark. */
  readonly exclaiming: ReadonlyArray<string>
}

/** A letter of an abbreviation made of letters: `U.`, `Ph.`, `J.-`. */
const INITIAL = '\\p{Lu}h?\\.-?'

/** Rules made of words. */
export function rulesOfWords(list: LanguageWords): Rule[] {
  const starter = starterOf(list.starters, list.elided)
  const gap = `${GAP}${OPENERS}`
  return [
    keep(`${WORD_START}${words(list.titles)}\\.`, `${GAP}(?:${NAME}|&|\\p{N}{1,2}\\p{Ll}{2})`),
    keep(`${WORD_START}${wordsOrCapitalized(list.always)}\\.`, SPACE),
    breakBetween(
      `${WORD_START}(?:${INITIAL}${upTo(4, INITIAL)}\\p{Lu}|${words(list.unlessStarter)})\\.`,
      gap + starter
    ),
    breakBetween(
      `[\\p{L}\\p{N}°]${SPACE}\\p{Lu}\\.`,
      gap + starterOf(list.startersAfterInitial, list.elided)
    ),
    numberEnds([...list.beforeNumber, ...list.always, ...list.dates]),
    keep(`${WORD_START}${wordsOrCapitalized(list.beforeNumber)}\\.`, `${GAP}${NUMBER}`),
    keep(`${WORD_START}${wordsOrCapitalized(list.beforeRoman)}\\.`, `${GAP}${ROMAN}`),
    keep(
      `${WORD_START}${wordsOrCapitalized(list.dates)}\\.`,
      `,?${GAP}(?:\\p{N}|${wordsOrCapitalized(list.dates)}\\.)`
    ),
    keep(`${WORD_START}${words(list.unlessStarter)}\\.`, `${gap}[\\p{L}\\uFFFC&]`),
    keep(
      `${WORD_START}(?:${words(list.unlessStarter)}|${wordsOrCapitalized([...list.titles, ...list.beforeNumber, ...list.dates, ...list.beforeLowerCase])})\\.`,
      `${gap}\\p{Ll}`
    ),
    keep(`${WORD_START}${words(list.exclaiming)}`, `${GAP}\\p{L}`)
  ]
}

/**
 * A number that an abbreviation asks for ends the sentence, and counts no item of a list: `see p. 12. The`.
 *
 * Something must precede: `Art. 5. The parties` at the beginning is a heading that goes on.
 */
export function numberEnds(abbreviations: ReadonlyArray<string>): Rule {
  return breakBetween(
    `(?:[\\p{L}\\p{N},;)%]${SPACE}\\(?|\\p{L}['’])${wordsOrCapitalized(abbreviations)}\\.${SPACE}\\p{N}{1,4}\\.${upTo(2, CLOSERS)}`,
    `${GAP}${OPENERS}\\p{Lu}`
  )
}

/** Words that begin a sentence, as an expression. */
export function starterOf(starters: ReadonlyArray<string>, elided: ReadonlyArray<string>): string {
  const whole = `${words(starters)}${WORD_END}`
  return elided.length === 0 ? whole : `(?:${whole}|${words(elided)}['’]\\p{L})`
}
