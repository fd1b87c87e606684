import type {Content} from '@passerelle/model'
import type {Manner} from './escape.ts'
import type {Settings} from './options.ts'
import {printHtml} from './print-html.ts'
import {printPhrasing} from './print-phrasing.ts'
import {printScalar} from './print-scalar.ts'
import {printTitle} from './print-title.ts'
import type {Slot} from './slot.ts'

/**
 * Print content for the slot it stands in: text escaped, codes as they are.
 *
 * @param lineEnd
 *   Line ending of the document.
 */
export function print(
  content: Content,
  slot: Slot,
  manner: Manner,
  {unsafe}: Settings,
  lineEnd: string
): string | undefined {
  if (slot.scalar) return printScalar(content, slot.scalar, manner, lineEnd)
  if (slot.form === 'html' || slot.form === 'attribute') return printHtml(content, slot, manner, unsafe)
  if (slot.form === 'title') return printTitle(content, slot, manner, unsafe)
  return printPhrasing(content, slot, manner, unsafe)
}
