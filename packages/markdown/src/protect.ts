import {addresses, type CodeKind} from '@passerelle/model'
import {findMath} from './math.ts'

/** A stretch of text that translators may move but not edit. */
export interface Protected {
  readonly start: number
  readonly end: number
  readonly kind: CodeKind
}

/** Template syntax of Hugo, Liquid, Nunjucks, Vue, ERB; attribute lists of kramdown and Pandoc; tables of contents.
 * What is longer than any of these ever is stays text, so that an opening without an end costs little. */
const template =
  /\{\{[%<][^]{0,4000}?[%>]\}\}|\{\{\{[^]{0,4000}?\}\}\}|\{\{[^]{0,4000}?\}\}|\{%[^]{0,4000}?%\}|<%[^]{0,4000}?%>|\$\{[^{}\r\n]*\}|\{[#.:][^{}\r\n]*\}|\{[\w-]+=(?:"[^"\r\n]*"|'[^'\r\n]*'|[\w-]+)(?:[ \t][^{}\r\n]*)?\}|\[\[_?toc_?\]\]|^\[toc\]$/gi

/** The name of a directive in text, and what ends its label: `:abbr[HTML]{title="…"}` (the generic directives proposal). */
const directive =
  /(?<![\w:]):[A-Za-z][\w-]*\[(?=[^[\]\r\n]+\])|(?<=(?<![\w:]):[A-Za-z][\w-]*\[[^[\]\r\n]+)\](?:\{[^{}\r\n]*\})?|(?<![\w:]):[A-Za-z][\w-]*\{[^{}\r\n]*\}/g

/**
 * What is protected in a text, in order and without overlap; of two that overlap the first wins, then the longest.
 *
 * @param patterns
 *   Patterns of the configuration.
 * @param marks
 *   What is known to be protected.
 */
export function findProtected(
  text: string,
  patterns: ReadonlyArray<RegExp>,
  marks: ReadonlyArray<Protected> = []
): Protected[] {
  const ownMark = /[@{<$[]|:\/\/|www\./i.test(text)
  if (!ownMark && patterns.length === 0) return [...marks]
  const found = [
    ...marks,
    // Where the parser makes no link of an address, as in the text of one.
    ...(ownMark ? [...matches(text, template, 'placeholder'), ...matches(text, addresses, 'url')] : []),
    ...findMath(text).map((range): Protected => ({...range, kind: 'placeholder'})),
    ...(/:[A-Za-z]/.test(text) ? matches(text, directive, 'placeholder') : []),
    ...patterns.flatMap((pattern) => matches(text, pattern, 'placeholder'))
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
  const global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`)
  const found: Protected[] = []
  for (const {index, 0: match} of text.matchAll(global)) {
    if (match !== '') found.push({start: index, end: index + match.length, kind})
  }
  return found
}
