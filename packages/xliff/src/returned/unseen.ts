import {type Content, textOf} from '@passerelle/model'
import {type Around, mapTexts, type Undone} from './undoing.ts'

/**
 * Characters that nobody sees and that French and English do not need: zero-width blanks, byte order marks, directions.
 */
const UNSEEN = /[\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Scripts from right to left, which do need them. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** Invisible characters that came from a clipboard. If the source has the same, they are meant, and stay. */
export function unseen(target: Content, {source}: Around): Undone {
  const has = (pattern: RegExp): boolean =>
    target.some((part) => typeof part === 'string' && part.search(pattern) >= 0)
  if (!has(UNSEEN) || has(RIGHT_TO_LEFT)) return {content: target, count: 0}
  const meant = textOf(source)
  return mapTexts(target, (text) => text.replace(UNSEEN, (mark) => (meant.includes(mark) ? mark : '')))
}
