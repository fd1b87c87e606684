import {putBack} from '../put-back.ts'
import {retyped} from '../typed.ts'
import {decoded} from './decoded.ts'
import {edgeSpace} from './edge-space.ts'
import {lineBreaks} from './line-breaks.ts'
import {nameless} from './nameless.ts'
import {pasted} from './pasted.ts'
import {sourceBeside} from './source-beside.ts'
import {spreadsheetQuotes, unseen} from './stray.ts'
import {typedMarkup} from './typed-markup.ts'
import type {Undoing} from './undoing.ts'

const lost: Undoing = {
  id: 'code-put-back',
  level: 'warning',
  undo: (target, {source, repair, key}) => putBack(target, source, repair, key)
}

/**
 * All that is undone in a target, in this order: characters before what is spelled with them, texts before codes, codes
 * that are there in another form before those that are put back.
 */
export const UNDOINGS: ReadonlyArray<Undoing> = [
  nameless,
  decoded,
  unseen,
  spreadsheetQuotes,
  sourceBeside,
  pasted,
  typedMarkup,
  retyped,
  lineBreaks,
  lost,
  edgeSpace
]
