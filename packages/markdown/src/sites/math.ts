import {type Range, hasBlankLine} from '../text/source.ts'

/** `$$…$$`, over lines too, or `$…$` on one line with what stands in it. */
const formula =
  /(?<![\\$])\$\$(?!\$)[^$`]{1,4000}?(?<!\\)\$\$(?!\$)|(?<![\\$\p{L}\p{N}])\$(?![\s$])([^$`\r\n]{0,400}?[^$`\s\\])\$(?![$\p{L}\p{N}])/gu

/**
 * Formulas between dollars, as Pandoc, GitHub and remark-math read them: no white space inside the dollars, no letter or
 * digit after them. What could be two prices is none: a formula holds a sign of TeX or an equation, or no word.
 */
export function findMath(text: string): Range[] {
  if (!text.includes('$')) return []
  const found: Range[] = []
  for (const {index, 0: whole, 1: inner} of text.matchAll(formula)) {
    const isOne = inner === undefined ? !hasBlankLine(whole) : isMath(inner)
    if (isOne) found.push({start: index, end: index + whole.length})
  }
  return found
}

function isMath(inner: string): boolean {
  if (/[\\^_=]/.test(inner)) return true
  return /\p{L}/u.test(inner) && !/\p{L}{3}|^\d[\d.,]*\s/u.test(inner)
}
