import {type Content, textOf} from '@passerelle/model'
import {type Check, type Finding, onPairs} from '../rule/check.ts'

/** Marks that end a sentence, by their meaning; full-width marks and those of other scripts count as the same. */
const endings: ReadonlyArray<readonly [string, RegExp]> = [
  ['…', /(?:…|\.\.\.)$/u],
  ['.', /[.。．।۔።]$/u],
  ['?', /[?？؟\u037E]$/u],
  ['!', /[!！]$/u],
  [':', /[:：]$/u]
]

/** What may follow the mark: closing quotes and brackets, and white space. */
const closers = /[\s\u00A0\u202F"'’”»›)\]}」』》）*_]+$/u

/**
 * `punctuation-end`: a target ends like its source.
 *
 * A full stop, question mark or exclamation mark may stand before or after a closing quotation mark: languages differ.
 * The full stop of an abbreviation (`p.m.`, `etc.`) ends nothing.
 */
export const punctuation: Check = onPairs((source, target): Finding[] => {
  const expected = markOf(source)
  if (!expected || isAbbreviation(source)) return []
  const found = markOf(target)
  if (found === expected || isBlank(target)) return []
  if (expected === '.' && isListItem(target)) return []
  // A translator may choose a rhetorical “…” or “!”, but must not drop a colon or a question mark.
  const isFree = found !== undefined && ![expected, found].some((ending) => ending === ':' || ending === '?')
  return isFree ? [] : [{id: 'punctuation-end', args: {expected, found: found ?? lastOf(target)}}]
})

function markOf(content: Content): string | undefined {
  const text = bare(content)
  return endings.find(([, pattern]) => pattern.test(text))?.[0]
}

function bare(content: Content): string {
  return textOf(content).replace(closers, '')
}

function isBlank(content: Content): boolean {
  return bare(content) === ''
}

/** Whether a target ends like an item of a list: French has semicolons there, English full stops. */
function isListItem(target: Content): boolean {
  return /[;,]$/u.test(bare(target))
}

function isAbbreviation(source: Content): boolean {
  return /(?:^|[^\p{L}])(?:(?:\p{L}\.){2,}|(?:etc|al|inc|ltd|jr|sr|co|corp)\.)$/iu.test(bare(source))
}

function lastOf(content: Content): string {
  return /.$/su.exec(bare(content))?.[0] ?? ''
}
