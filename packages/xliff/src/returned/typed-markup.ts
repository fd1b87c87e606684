import {type CodeKind, type Content, type InlineCode, textOf, tidy} from '@passerelle/model'
import {lostFrom} from './put-back.ts'
import type {Around, Undone} from './undoing.ts'

/** How people who know Markdown or HTML type a pair of codes around words; the words are the group that took part. */
const TYPED: Readonly<Partial<Record<CodeKind, ReadonlyArray<RegExp>>>> = {
  bold: [/\*\*([^*]+)\*\*/g, /__([^_]+)__/g, /<(?:b|strong)>([^<]+)<\/(?:b|strong)>/gi],
  italic: [
    /(?<![*\p{L}\p{N}])\*([^*]+)\*(?![*\p{L}\p{N}])/gu,
    /(?<![_\p{L}\p{N}])_([^_]+)_(?![_\p{L}\p{N}])/gu,
    /<(?:i|em)>([^<]+)<\/(?:i|em)>/gi
  ],
  strike: [/~~([^~]+)~~/g, /<(?:s|del|strike)>([^<]+)<\/(?:s|del|strike)>/gi],
  link: [/\[([^[\]]+)\]\([^()\s]*\)/g, /<a(?:\s[^<>]*)?>([^<]+)<\/a>/gi]
}

/**
 * Markdown or HTML that somebody typed instead of a pair of codes. Taken if as many pairs of a kind are typed as are
 * lost.
 */
export function typedMarkup(target: Content, {source, repair}: Around): Undone {
  let undone: Undone = {content: target, count: 0}
  if (repair === 'none' || !target.some((part) => typeof part === 'string' && /[*_~<\]]/.test(part)))
    return undone
  const meant = textOf(source)
  for (const [kind, forms] of Object.entries(TYPED)) {
    const pairs = source
      .filter(lostFrom(undone.content))
      .filter((code) => code.kind === kind && code.type === 'open')
    if (pairs.length === 0) continue
    const form = forms.find(
      (each) => countOf(each, undone.content) === pairs.length && meant.search(each) < 0
    )
    if (form)
      undone = {
        content: withPairs(undone.content, source, {form, pairs}),
        count: undone.count + pairs.length
      }
  }
  return undone
}

function countOf(form: RegExp, content: Content): number {
  return content.reduce(
    (sum, part) => sum + (typeof part === 'string' ? [...part.matchAll(form)].length : 0),
    0
  )
}

interface Found {
  readonly form: RegExp
  /** Their opening codes, in the order of the source. */
  readonly pairs: ReadonlyArray<InlineCode>
}

function withPairs(content: Content, source: Content, {form, pairs}: Found): Content {
  const rest = [...pairs]
  return tidy(
    content.flatMap((part) => {
      if (typeof part !== 'string') return [part]
      const pieces: (string | InlineCode)[] = []
      let from = 0
      for (const {0: typed, 1: words = '', index} of part.matchAll(form)) {
        const open = rest.shift()!
        const close = source.find(
          (code) => typeof code !== 'string' && code.type === 'close' && code.id === open.id
        )
        pieces.push(part.slice(from, index), open, words, ...(close ? [close] : []))
        from = index + typed.length
      }
      return [...pieces, part.slice(from)]
    })
  )
}
