import {type Range, hasBlankLine} from '../text/source.ts'

/** `$$…$$`, also over several lines, or `$…$` on one line; the group holds what is inside. */
const formula =
  /(?<![\\$])\$\$(?!\$)[^$`]{1,4000}?(?<!\\)\$\$(?!\$)|(?<![\\$\p{L}\p{N}])\$(?![\s$])([^$`\r\n]{0,400}?[^$`\s\\])\$(?![$\p{L}\p{N}])/gu

/**
 * Formulas between dollars, as Pandoc, GitHub and remark-math read them: no white space inside the dollars, no letter
 * or digit after them. Two prices are no formula: a formula has a sign of TeX or an equation, or no word.
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
