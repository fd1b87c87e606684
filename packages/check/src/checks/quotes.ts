import {textOf, type Unit} from '@passerelle/model'
import {type Check, isWhole} from '../rule/check.ts'

/** Opening and closing quotation marks to count. German closes „ with “, so that pair comes first. */
const pairs: ReadonlyArray<readonly [string, string]> = [
  ['«', '»'],
  ['„', '“'],
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》']
]

/**
 * `quotes-unbalanced`: a target closes each quotation that it opens, over all sentences of a block.
 *
 * Only if the source does: a quotation of several paragraphs is opened in each and closed in the last.
 */
export const quotes: Check = (unit) => {
  if (!isWhole(unit)) return []
  if (unbalanced(textOfUnit(unit, 'source'))) return []
  const quote = unbalanced(textOfUnit(unit, 'target'))
  return quote ? [{id: 'quotes-unbalanced', args: {found: quote}}] : []
}

function textOfUnit({pairs: all}: Unit, side: 'source' | 'target'): string {
  return all.map((pair) => textOf(pair[side] ?? []) + pair.gap).join('')
}

/** The kind of quotation mark that is not balanced. Inches and seconds (`5"`) are no quotes. */
function unbalanced(text: string): string | undefined {
  const straight = text.match(/(?<!\d)"/g)?.length ?? 0
  if (straight % 2 === 1 && !/\d"/.test(text)) return '"'
  for (const [open, close] of pairs) {
    if (open === '“' && text.includes('„')) continue
    if (open === '„' && !text.includes('„')) continue
    if (text.split(open).length !== text.split(close).length) return `${open}${close}`
  }
  return undefined
}
