import type {Content} from '@passerelle/model'
import {putBack} from './put-back.ts'
import {retyped} from './typed-codes.ts'
import {decoded} from './decoded.ts'
import {edgeSpace} from './edge-space.ts'
import {lineBreaks} from './line-breaks.ts'
import {nameless} from './nameless-codes.ts'
import {pasted} from './pasted-tags.ts'
import {sourceBeside} from './source-beside.ts'
import {spreadsheetQuotes} from './spreadsheet-quotes.ts'
import {unseen} from './unseen.ts'
import {typedMarkup} from './typed-markup.ts'
import type {Around, Undoing} from './undoing.ts'

const lost: Undoing = {
  id: 'code-put-back',
  level: 'warning',
  undo: (target, {source, repair, key}) => putBack(target, source, repair, key)
}

/**
 * All that is undone in a target, in this order: characters before what is spelled with them, texts before codes, codes
 * that are there in another form before those that are put back.
 */
const UNDOINGS: ReadonlyArray<Undoing> = [
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

/** Most often that all is looked through: what one row makes may be for one before it. */
const ROUNDS = 8

/** A target with all undone that tools and translators do, and what that was. */
export function undoAll(
  target: Content,
  around: Around
): {readonly content: Content; readonly done: ReadonlyArray<readonly [undoing: Undoing, count: number]>} {
  const done: (readonly [Undoing, number])[] = []
  let content = target
  for (let round = 0; round < ROUNDS; round++) {
    const before = done.length
    for (const undoing of UNDOINGS) {
      const undone = undoing.undo(content, around)
      if (undone.count > 0) done.push([undoing, undone.count])
      content = undone.content
    }
    if (done.length === before) break
  }
  return {content, done}
}
