import {textOf, tidy} from '@passerelle/model'
import {mapTexts, type Undoing} from './undoing.ts'

/** Marks that nobody sees and no French or English text needs: zero-width blanks, byte order marks, directions. */
const UNSEEN = /[\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Scripts from right to left, which do need them. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** Marks that cannot be seen and came from a clipboard; those that the source has, too, are meant. */
export const unseen: Undoing = {
  id: 'unseen-removed',
  level: 'info',
  undo(target, {source}) {
    const has = (pattern: RegExp): boolean =>
      target.some((part) => typeof part === 'string' && part.search(pattern) >= 0)
    if (!has(UNSEEN) || has(RIGHT_TO_LEFT)) return {content: target, count: 0}
    const meant = textOf(source)
    return mapTexts(target, (text) => text.replace(UNSEEN, (mark) => (meant.includes(mark) ? mark : '')))
  }
}

/** Quotes as spreadsheets put them around a text with commas or line breaks: straight, those within doubled. */
export const spreadsheetQuotes: Undoing = {
  id: 'quotes-removed',
  level: 'warning',
  guesses: true,
  undo(target, {source}) {
    const [text, own] = [textOf(target).trim(), textOf(source).trim()]
    const isQuoted = /^"[^]+"$/.test(text) && !QUOTE.test(own.slice(0, 1)) && !QUOTE.test(own.slice(-1))
    const [first, last] = [target[0], target.at(-1)]
    if (!isQuoted || typeof first !== 'string' || typeof last !== 'string') return {content: target, count: 0}
    const inside = text.slice(1, -1)
    // Two quotations, not one around all.
    if (inside.replaceAll('""', '').includes('"')) return {content: target, count: 0}
    const {content} = mapTexts(target, (part, index) => {
      const head = index === 0 ? part.replace(/^\s*"/, '') : part
      return (index === target.length - 1 ? head.replace(/"\s*$/, '') : head).replaceAll('""', '"')
    })
    return {content: tidy(content), count: 1}
  }
}

const QUOTE = /["'“”„«»‘’]/
