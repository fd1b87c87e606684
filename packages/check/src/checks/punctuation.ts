import {type Content, textOf} from '@passerelle/model'
import {type Check, type Finding, onPairs} from '../rule/check.ts'

/** What ends a sentence, by what it means; full-width and other scripts' marks count as the same. */
const endings: ReadonlyArray<readonly [string, RegExp]> = [
  ['…', /(?:…|\.\.\.)$/u],
  ['.', /[.。．।۔።]$/u],
  ['?', /[?？؟\u037E]$/u],
  ['!', /[!！]$/u],
  [':', /[:：]$/u]
]

/** What may follow the mark: quotes and brackets that close, and white space. */
const closers = /[\s\u00A0\u202F"'’”»›)\]}」』》）*_]+$/u

/**
 * `punctuation-end`: a target ends as its source does.
 *
 * A full stop, question or exclamation mark may stand before or after a closing quotation mark: languages differ.
 * One that belongs to an abbreviation (`p.m.`, `etc.`) ends nothing.
 */
export const punctuation: Check = onPairs((source, target): Finding[] => {
  const expected = markOf(source)
  if (!expected || isAbbreviation(source)) return []
  const found = markOf(target)
  if (found === expected || isBlank(target)) return []
  if (expected === '.' && isListItem(target)) return []
  // A rhetorical “…” or “!” is the translator's choice; a colon or a question that goes is not.
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

/** French ends the items of a list with semicolons where English has full stops. */
function isListItem(target: Content): boolean {
  return /[;,]$/u.test(bare(target))
}

function isAbbreviation(source: Content): boolean {
  return /(?:^|[^\p{L}])(?:(?:\p{L}\.){2,}|(?:etc|al|inc|ltd|jr|sr|co|corp)\.)$/iu.test(bare(source))
}

function lastOf(content: Content): string {
  return /.$/su.exec(bare(content))?.[0] ?? ''
}
