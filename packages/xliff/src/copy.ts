import {type Content, sameContent, textOf} from '@passerelle/model'

/** What a target is that says the same as its source: a sentence is hardly the same in two languages, a name is. */
export type Copy = 'sentence' | 'name'

export function copyOf(target: Content | undefined, source: Content): Copy | undefined {
  if (!target || !sameContent(target, source)) return undefined
  return isSentence(source) ? 'sentence' : 'name'
}

/** Whether a text has a word in small letters: names, figures and codes may be the same in two languages. */
export function isSentence(source: Content): boolean {
  return /(?:^|[^\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])/u.test(textOf(source))
}
