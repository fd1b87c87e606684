import {type Content, textOf, tidy} from '@passerelle/model'
import {type Around, mapTexts, type Undone} from './undoing.ts'

/** Quotes that spreadsheets put around a text with commas or line breaks: straight, with the quotes inside doubled. */
export function spreadsheetQuotes(target: Content, {source}: Around): Undone {
  const [text, own] = [textOf(target).trim(), textOf(source).trim()]
  const isQuoted = /^"[^]+"$/.test(text) && !QUOTE.test(own.slice(0, 1)) && !QUOTE.test(own.slice(-1))
  const [first, last] = [target[0], target.at(-1)]
  if (!isQuoted || typeof first !== 'string' || typeof last !== 'string') return {content: target, count: 0}
  const inside = text.slice(1, -1)
  // These are two quotations, not one around all.
  if (inside.replaceAll('""', '').includes('"')) return {content: target, count: 0}
  const {content} = mapTexts(target, (part, index) => {
    const head = index === 0 ? part.replace(/^\s*"/, '') : part
    return (index === target.length - 1 ? head.replace(/"\s*$/, '') : head).replaceAll('""', '"')
  })
  return {content: tidy(content), count: 1}
}

const QUOTE = /["'“”„«»‘’]/
