import {type Content, textOf} from '@passerelle/model'

/** Whether a text has a word in small letters. One without, such as `Oslo 2026`, may be the same in two languages. */
export function isSentence(source: Content): boolean {
  return /(?:^|[^\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])/u.test(textOf(source))
}

/** Whether a content says nothing: no code, and white space at most. */
export function isEmpty(content: Content): boolean {
  return content.every((part) => typeof part === 'string' && part.trim() === '')
}
