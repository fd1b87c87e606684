import type {Content} from '@passerelle/model'
import {type Manner, reference} from './escape.ts'
import {type Protection, findProtected} from '../sites/protect.ts'
import type {Slot} from '../read/slot.ts'

/**
 * Print content as a quoted value in a template's tag; see {@link readTemplateValues}.
 *
 * Characters that would end the tag or be markup become character references, for there is no other escape.
 */
export function printTemplate(
  content: Content,
  {quote = '"', inCell}: Slot,
  manner: Manner,
  protection: Protection
): string {
  const pretty = `<(?=/?[A-Za-z])|\`|\\](?=\\()|&(?=#?\\w+;)|\\\\(?=["'\\\\]|$)|[%}>](?=\\})${inCell ? '|\\|' : ''}`
  const unsafe = new RegExp(manner === 'armoured' ? /[!-/:-@[-`{-~]/ : pretty, 'g')
  return content
    .map((part) => {
      if (typeof part !== 'string') return part.raw
      let result = ''
      let from = 0
      for (const {start, end} of findProtected(part, protection)) {
        result += escape(part.slice(from, start)) + Array.from(part.slice(start, end), reference).join('')
        from = end
      }
      return result + escape(part.slice(from))
    })
    .join('')

  function escape(text: string): string {
    const escaped = text.replace(unsafe, reference).replace(/[\t\n\r\f]|(?<= ) /g, reference)
    return escaped.replaceAll(quote, `\\${quote}`)
  }
}
