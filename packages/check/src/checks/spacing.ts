import type {Check} from '../rule/check.ts'
import {flat, object} from '../rule/flat.ts'

const narrow = '\u202F'
const wide = '\u00A0'

/** The space before a mark, or after an opening one: none, narrow, or as wide as between words. */
type Spaces = Readonly<Record<';' | ':' | '!' | '?' | '»' | '«', '' | typeof narrow | typeof wide>>

const usual: Spaces = {';': narrow, '!': narrow, '?': narrow, ':': wide, '»': wide, '«': wide}

/**
 * Spaces by locale, the most specific first: France's Imprimerie nationale (Lexique des règles typographiques);
 * Canada's Translation Bureau (Le guide du rédacteur, 6.10), which has no space before `;`, `!` and `?`.
 */
const spacesByLocale: ReadonlyArray<readonly [string, Spaces]> = [
  ['fr-CA', {...usual, ';': '', '!': '', '?': ''}],
  ['fr', usual]
]

/**
 * A mark after a word, with nothing right behind it.
 *
 * `https://`, `:ref:`, `14:30`, `?a=b` and `a::b` have none.
 */
const before =
  /(?<=([\p{L}\p{N}\p{Pe}\p{Pf}\p{Sc}%…."'’\uFFFC])([^\S\n]?))([;:!?»])(?=$|[\s\p{Pe}\p{Pf}"'.,…;!?\uFFFC])/gu

const after = /«(\s?)(?=\S)/gu

/**
 * `spacing`: French has no-break spaces at some marks. One finding for a sentence, with all its faults.
 *
 * Each of the two no-break spaces may stand for the other, because few keyboards have both. Words that stand just so in
 * the source, too, quote it: « Hello, world! ».
 */
export const spacing: Check = (unit, {targetLocale}) => {
  const spaces = spacesFor(targetLocale)
  if (!spaces) return []
  return unit.pairs.flatMap(({id, source, target = []}) => {
    const text = flat(target)
    const faults = [...faultsBefore(text, spaces, flat(source)), ...faultsAfter(text, spaces)]
    const distinct = [...new Map(faults.map((fault) => [fault.found, fault])).values()]
    const listed = (name: keyof Fault): string => distinct.map((fault) => fault[name]).join(', ')
    if (faults.length === 0) return []
    const args = {found: listed('found'), expected: listed('expected'), count: faults.length}
    return [{id: 'spacing', pair: id, args}]
  })
}

interface Fault {
  readonly found: string
  readonly expected: string
}

function spacesFor(locale: string): Spaces | undefined {
  return spacesByLocale.find(([name]) => locale === name || locale.startsWith(`${name}-`))?.[1]
}

function faultsBefore(text: string, spaces: Spaces, source: string): Fault[] {
  return Array.from(text.matchAll(before)).flatMap(({1: word = '', 2: space = '', 3: mark = '', index}) => {
    const wanted = spaces[mark as keyof Spaces]
    const above = text.slice(0, index)
    if (isRight(space, wanted) || isNotation(above, mark) || isQuoted(above + mark, source)) return []
    const shown = word === object ? '' : word
    return [{found: shown + space + mark, expected: shown + wanted + mark}]
  })
}

function faultsAfter(text: string, spaces: Spaces): Fault[] {
  return Array.from(text.matchAll(after)).flatMap(({1: space = ''}) =>
    isRight(space, spaces['«']) ? [] : [{found: `«${space}`, expected: `«${spaces['«']}`}]
  )
}

function isRight(space: string, wanted: string): boolean {
  return wanted === '' ? space === '' : space === narrow || space === wide
}

/** Whether a mark belongs to a notation such as `&amp;` or `:smile:`. */
function isNotation(textBefore: string, mark: string): boolean {
  return mark === ';' ? /&#?\w+$/.test(textBefore) : mark === ':' && /(?:^|\s):[\w+-]+$/.test(textBefore)
}

function isQuoted(textBefore: string, source: string): boolean {
  const words = /[\p{L}\p{N}]+[^\p{L}\p{N}]{1,3}[\p{L}\p{N}]+\s?.$/u.exec(textBefore)?.[0]
  return words !== undefined && source.includes(words)
}
