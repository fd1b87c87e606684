import type {Content} from '@passerelle/model'
import type {Manner} from './escape.ts'
import type {Settings} from '../sites/options.ts'
import {printHtml} from './html.ts'
import {printPhrasing} from './phrasing.ts'
import {printScalar} from './scalar.ts'
import {printTemplate} from './template.ts'
import {printTitle} from './title.ts'
import type {Slot} from '../read/slot.ts'
import {respell, respellScalar, writtenText} from './spelling.ts'

/**
 * Print content for its slot: text escaped, characters spelled as its author does, codes as they are.
 *
 * @param text
 *   The document of the slot.
 * @param lineEnd
 *   Line ending of the document.
 */
export function print(
  content: Content,
  slot: Slot,
  manner: Manner,
  {unsafe}: Settings,
  text: string,
  lineEnd: string
): string | undefined {
  if (slot.scalar) {
    const printed = printScalar(content, slot.scalar, manner, lineEnd)
    const source = text.slice(slot.start, slot.end)
    const hasEscapes = slot.form === 'yaml' && source.startsWith('"') && printed.startsWith('"')
    return hasEscapes ? respellScalar(printed, source) : printed
  }
  const written = writtenText(slot, text)
  const spelled = manner === 'pretty' ? respell(content, slot, written) : content
  if (slot.form === 'html' || slot.form === 'attribute')
    return printHtml(spelled, slot, manner, unsafe, written)
  if (slot.form === 'template') return printTemplate(spelled, slot, manner, unsafe)
  if (slot.form === 'title') return printTitle(spelled, slot, manner, unsafe)
  return printPhrasing(spelled, slot, manner, unsafe)
}
