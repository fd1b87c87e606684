import {type Content} from '@passerelle/model'
import {type Manner, armour, defuse, reference} from './escape.ts'
import {type Protection, findProtected} from '../sites/protect.ts'
import type {Slot} from '../read/slot.ts'

/** Print content between the quotes of a title (CommonMark 6.3). */
export function printTitle(
  content: Content,
  {quote, inCell}: Slot,
  manner: Manner,
  protection: Protection
): string {
  const quotes = quote === '(' ? '()' : (quote ?? '"')
  const unsafe = new RegExp(`[\\\\${quotes}${inCell ? '|' : ''}]|&(?=[#A-Za-z])`, 'g')
  return content
    .map((part) => {
      if (typeof part !== 'string') return part.raw
      if (manner === 'armoured') return armour(part)
      let text = ''
      let from = 0
      for (const {start, end} of findProtected(part, protection)) {
        text += escape(part.slice(from, start)) + defuse(part.slice(start, end))
        from = end
      }
      return text + escape(part.slice(from))
    })
    .join('')

  function escape(text: string): string {
    return text.replace(unsafe, '\\$&').replace(/[\t\n\r]/g, reference)
  }
}
