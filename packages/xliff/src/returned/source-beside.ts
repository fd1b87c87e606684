import {type Content, textOf, tidy, wordsOf} from '@passerelle/model'
import type {Around, Undone} from './undoing.ts'

/**
 * The source, which stands behind the translation or before it; or the end of the source, from its first code on.
 *
 * It gets there when a tool puts a text into a target without removing what was there. It is taken out only if the rest
 * can be the whole translation: a translation may well end with the same name as its source.
 */
export function sourceBeside(target: Content, {source}: Around): Undone {
  if (textOf(target).length <= textOf(source).length) return {content: target, count: 0}
  const content = withoutSource(target, source)
  return content ? {content, count: 1} : {content: target, count: 0}
}

function withoutSource(target: Content, source: Content): Content | undefined {
  const [plain, own] = [trimmed(target, SPACE), trimmed(source, SPACE)]
  const behind = cutEnd(plain, own) ?? cutEnd(trimmed(plain, {end: /[)\]]\s*$/u}), own)
  if (behind && isWhole(behind, own)) return trimmed(behind, {end: /\s*(?:\s[|/–—-]|[|/])?\s*[([]?\s*$/u})
  // Mirrored, so that what begins the content ends it.
  const before = cutEnd(mirrored(plain), mirrored(own))
  if (before && isWhole(mirrored(before), own, {isBefore: true}))
    return trimmed(mirrored(before), {start: /^\s*(?:[|/–—-]\s|[|/])?\s*/u})
  return withoutStaleEnd(plain, own)
}

interface Edges {
  readonly start?: RegExp
  readonly end?: RegExp
}

const SPACE: Edges = {start: /^\s+/u, end: /\s+$/u}

/** A content without the codes and white space of a kind at its edges. */
function trimmed(content: Content, {start, end}: Edges): Content {
  const parts = [...content]
  const [first] = parts
  if (start && typeof first === 'string') parts[0] = first.replace(start, '')
  const last = parts.at(-1)
  if (end && typeof last === 'string') parts[parts.length - 1] = last.replace(end, '')
  return tidy(parts)
}

/** A target without the source at its end; undefined where it does not end so. */
function cutEnd(target: Content, source: Content): Content | undefined {
  const parts = [...target]
  for (let at = source.length - 1; at >= 0; at--) {
    const piece = source[at]!
    const part = parts.pop()
    if (typeof piece !== 'string') {
      if (typeof part !== 'object' || part.type !== piece.type || part.id !== piece.id) return undefined
    } else if (part !== piece) {
      if (at > 0 || typeof part !== 'string' || !part.endsWith(piece)) return undefined
      parts.push(part.slice(0, -piece.length))
    }
  }
  return tidy(parts)
}

function mirrored(content: Content): Content {
  return content
    .map((part) => (typeof part === 'string' ? Array.from(part).reverse().join('') : part))
    .reverse()
}

/** Whether what is left beside the source may be the whole translation. */
function isWhole(
  rest: Content,
  source: Content,
  {isBefore = false}: {readonly isBefore?: boolean} = {}
): boolean {
  const [text, own] = [textOf(rest), textOf(source)]
  const [left, right] = isBefore ? [own, text] : [text, own]
  const isGlued = /[\p{Ll}\p{N}.!?…]$/u.test(left) && /^\p{Lu}/u.test(right)
  const isApart = /[^\p{L}\p{N}]$/u.test(left) || /^[^\p{L}\p{N}]/u.test(right)
  if (!(isGlued || isApart) || !isOther(rest, source)) return false
  const [words, ownWords] = [wordsOf(rest).length, wordsOf(source).length]
  if (isGlued) return words >= ownWords / 2
  // A word in small letters that is no article: the rest is more than a name, which could be part of the translation.
  const isSentence = ownWords > 1 && /(?:^|[^\p{L}])\p{Ll}{4,}/u.test(own)
  if (!isSentence) return false
  return FINAL.test(own) ? FINAL.test(text) && words >= ownWords / 2 : words >= Math.max(2, ownWords * 0.75)
}

/** Whether a text differs from the source and is not made of the source's words. */
function isOther(rest: Content, source: Content): boolean {
  const known = new Set(wordsOf(source))
  const words = wordsOf(rest).filter((word) => /\p{L}/u.test(word))
  return words.length > 0 && words.filter((word) => known.has(word)).length <= words.length / 3
}

const FINAL = /[.!?…][\s)»”"]*$/u

/** A target without the end of the source, from its first code on, if the text before can be the whole translation. */
function withoutStaleEnd(target: Content, source: Content): Content | undefined {
  const from = source.findIndex((part) => typeof part !== 'string')
  const end = from < 0 ? [] : source.slice(from)
  const left = wordsOf(end).length
  if (left === 0) return undefined
  const head = cutEnd(target, end)
  if (!head || !isOther(head, source) || head.some((part) => typeof part !== 'string')) return undefined
  const isAll = wordsOf(head).length >= wordsOf(source.slice(0, from)).length + left
  return isAll && finalOf(head) === finalOf(source) ? head : undefined
}

/** The mark that ends a sentence, if it has one. */
function finalOf(content: Content): string {
  return /[.!?…]$/u.exec(textOf(content).trim())?.[0] ?? ''
}
