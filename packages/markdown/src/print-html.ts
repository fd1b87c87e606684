import type {Content} from '@passerelle/model'
import {type Manner, reference} from './escape.ts'
import {findProtected} from './protect.ts'
import type {Slot} from './slot.ts'

/** Print content as text or as the value of an attribute (HTML 13.1.4, 13.1.2.3). */
export function printHtml(
  content: Content,
  {quote, inCell}: Slot,
  manner: Manner,
  patterns: ReadonlyArray<RegExp>
): string {
  const unsafe = new RegExp(
    manner === 'armoured' ? /[!-/:-@[-`{-~]/ : `[<>${quote ?? ''}${inCell ? '|' : ''}]|&(?=[#A-Za-z])`,
    'g'
  )
  return content.map((part, index) => (typeof part === 'string' ? escape(part, index) : part.raw)).join('')

  function escape(text: string, index: number): string {
    let result = ''
    let from = 0
    for (const {start, end} of findProtected(text, patterns)) {
      result += escapePlain(text.slice(from, start)) + Array.from(text.slice(start, end), reference).join('')
      from = end
    }
    result += escapePlain(text.slice(from))
    // White space that would be folded, or taken for layout.
    const folded = result.replace(/[\t\n\r\f]|(?<= ) /g, reference)
    return folded
      .replace(index === 0 ? /^ / : /^$/, reference)
      .replace(index === content.length - 1 ? / $/ : /^$/, reference)
  }

  function escapePlain(text: string): string {
    return text.replace(unsafe, (character) => names[character] ?? reference(character))
  }
}

const names: Readonly<Record<string, string>> = {'<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;'}
