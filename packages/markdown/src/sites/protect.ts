import {addresses, type CodeKind, matchesOf} from '@passerelle/model'
import type {Extension} from './extensions.ts'
import {findMath} from './math.ts'

/** A stretch of text that translators may move but not edit. */
export interface Protected {
  readonly start: number
  readonly end: number
  readonly kind: CodeKind
}

/**
 * Template syntax of Hugo, Liquid, Nunjucks, Vue, ERB; tables of contents. The length is limited, so that an opening
 * without an end costs little.
 */
const template =
  /\{\{[%<][^]{0,4000}?[%>]\}\}|\{\{\{[^]{0,4000}?\}\}\}|\{\{[^]{0,4000}?\}\}|\{%[^]{0,4000}?%\}|<%[^]{0,4000}?%>|\$\{[^{}\r\n]*\}|\[\[_?toc_?\]\]|^\[toc\]$/

/** Attribute lists of kramdown and Pandoc, heading ids. */
const attributes = /\{[#.:][^{}\r\n]*\}|\{[\w-]+=(?:"[^"\r\n]*"|'[^'\r\n]*'|[\w-]+)(?:[ \t][^{}\r\n]*)?\}/

/** The name of a directive in text, and what ends its label: `:abbr[HTML]{title="…"}` (the generic directives proposal). */
const directive =
  /(?<![\w:]):[A-Za-z][\w-]*\[(?=[^[\]\r\n]+\])|(?<=(?<![\w:]):[A-Za-z][\w-]*\[[^[\]\r\n]+)\](?:\{[^{}\r\n]*\})?|(?<![\w:]):[A-Za-z][\w-]*\{[^{}\r\n]*\}/g

/** What is protected in a text. */
export interface Protection {
  /** Patterns of the configuration. */
  readonly patterns: ReadonlyArray<RegExp>
  /** What extensions write between brackets and braces; undefined where no extension is on. */
  readonly bracketed: RegExp | undefined
  readonly isOn: {readonly math: boolean; readonly directives: boolean}
  /** Patterns that took too long, each with the first text where it did; they protect nothing there. */
  readonly slow: Map<RegExp, string>
}

/** What patterns and extensions protect. */
export function protectionOf(patterns: ReadonlyArray<RegExp>, on: ReadonlySet<Extension>): Protection {
  const bracketed = [
    ...(on.has('templates') ? [template] : []),
    ...(on.has('attributes') ? [attributes] : [])
  ]
  return {
    patterns,
    bracketed:
      bracketed.length === 0 ? undefined : new RegExp(bracketed.map(({source}) => source).join('|'), 'gi'),
    isOn: {math: on.has('math'), directives: on.has('directives')},
    slow: new Map()
  }
}

/**
 * Find what is protected in a text, in order and without overlap; of two that overlap, the first, or else the longest,
 * wins.
 *
 * @param known
 *   What is protected already, such as marks.
 */
export function findProtected(
  text: string,
  {patterns, bracketed, isOn, slow}: Protection,
  known: ReadonlyArray<Protected> = []
): Protected[] {
  const mayHold = /[@{<$[]|:\/\/|www\./i.test(text)
  if (!mayHold && patterns.length === 0) return [...known]
  const found = [
    ...known,
    // Addresses that the parser does not make links, such as those in the text of a link.
    ...(mayHold ? matches(text, addresses, 'url') : []),
    ...(mayHold && bracketed ? matches(text, bracketed, 'placeholder') : []),
    ...(isOn.math ? findMath(text).map((range): Protected => ({...range, kind: 'placeholder'})) : []),
    ...(isOn.directives && /:[A-Za-z]/.test(text) ? matches(text, directive, 'placeholder') : []),
    ...patterns.flatMap((pattern) => {
      const all = matchesOf(pattern, text)
      if (!all && !slow.has(pattern)) slow.set(pattern, text)
      return spansOf(all ?? [], 'placeholder')
    })
  ]
  if (found.length < 2) return found
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return found.filter((span) => {
    if (span.start < end) return false
    end = span.end
    return true
  })
}

function matches(text: string, pattern: RegExp, kind: CodeKind): Protected[] {
  return spansOf(text.matchAll(pattern), kind)
}

function spansOf(all: Iterable<RegExpExecArray>, kind: CodeKind): Protected[] {
  const found: Protected[] = []
  for (const {index, 0: match} of all) {
    if (match !== '') found.push({start: index, end: index + match.length, kind})
  }
  return found
}
