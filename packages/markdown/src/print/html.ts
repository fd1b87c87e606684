import type {Content} from '@passerelle/model'
import {type Manner, reference} from './escape.ts'
import {type Protection, findProtected} from '../sites/protect.ts'
import type {Slot} from '../read/slot.ts'

/**
 * Print content as text or as the value of an attribute (HTML 13.1.4, 13.1.2.3).
 *
 * @param written
 *   The source text as written: a bare `>` or ` < ` stays bare if the author writes it so.
 */
export function printHtml(
  content: Content,
  {quote, inCell, lineBreak}: Slot,
  manner: Manner,
  protection: Protection,
  written: string
): string {
  const less = / < /.test(written) ? '<(?! )' : '<'
  const characters = `${written.includes('>') ? '' : '>'}${quote ?? ''}${inCell ? '|' : ''}`
  const pretty = `${less}|${characters && `[${characters}]|`}&(?=[#A-Za-z])`
  const unsafe = new RegExp(manner === 'armoured' ? /[!-/:-@[-`{-~]/ : pretty, 'g')
  const printed = content.map((part, index) => (typeof part === 'string' ? escape(part, index) : part.raw))
  const at = content.findIndex((part) => typeof part === 'string' && /\S \S/.test(part))
  if (lineBreak !== undefined && at >= 0) printed[at] = breakLine(printed[at] ?? '', lineBreak)
  return printed.join('')

  function escape(text: string, index: number): string {
    let result = ''
    let from = 0
    for (const {start, end} of findProtected(text, protection)) {
      result += escapePlain(text.slice(from, start)) + Array.from(text.slice(start, end), reference).join('')
      from = end
    }
    result += escapePlain(text.slice(from))
    // White space that would be folded, or taken for layout.
    result = result.replace(/[\t\n\r\f]|(?<= ) /g, reference)
    // In an attribute, white space is layout at the edges, too.
    if (quote !== undefined) return result
    if (index === 0) result = result.replace(/^ /, reference)
    return index === content.length - 1 ? result.replace(/ $/, reference) : result
  }

  function escapePlain(text: string): string {
    return text.replace(unsafe, (character) => names[character] ?? reference(character))
  }
}

/**
 * Break a line once, at 80 characters or before.
 *
 * On one line alone, a tag would start a block of HTML (CommonMark 4.6); over two lines it is text.
 */
function breakLine(text: string, lineBreak: string): string {
  const spaces = [...text.matchAll(/(?<=\S) (?=\S)/g)].map(({index}) => index)
  const at = spaces.findLast((index) => index <= 80) ?? spaces[0]
  return at === undefined ? text : text.slice(0, at) + lineBreak + text.slice(at + 1)
}

const names: Readonly<Record<string, string>> = {'<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;'}
