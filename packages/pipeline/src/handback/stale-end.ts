import {type Content, sameContent, textOf, wordsOf} from '@passerelle/model'

/**
 * Whether a new target still has the end of the old one behind it.
 *
 * Translate Toolkit writes a plain text before the first code of a target, and leaves that code and everything after
 * it. So the text behind is the old end, and the text before is long enough for the whole, and ends as the whole does.
 */
export function keepsOldEnd(target: Content, old: Content): boolean {
  const [head, end] = atFirstCode(target)
  const [oldHead, oldEnd] = atFirstCode(old)
  const left = wordsOf(oldEnd).length
  if (left === 0 || !sameContent(end, oldEnd) || sameContent(head, oldHead)) return false
  return wordsOf(head).length >= wordsOf(oldHead).length + left && finalOf(head) === finalOf(old)
}

function atFirstCode(content: Content): [head: Content, end: Content] {
  const at = content.findIndex((part) => typeof part !== 'string')
  return at < 0 ? [content, []] : [content.slice(0, at), content.slice(at)]
}

/** The mark that ends a sentence, if it has one. */
function finalOf(content: Content): string {
  return /[.!?…]$/u.exec(textOf(content).trim())?.[0] ?? ''
}
