import {type Content, excerptOf, textOf, wordsOf} from '@passerelle/model'
import {type Check, type Finding, isLeftOut, onPairs} from '../rule/check.ts'

/** Fewer words may be the same in both languages: “Contact”, “Dr. Maria Santos”. */
const fewest = 4

/** `target-empty`, `target-is-source`: a target is not empty, and is in its own language. */
export const targets: Check = onPairs((source, target, _context, {pairs}): Finding[] => {
  // The translation of another sentence says this one, too, so there must be one.
  if (isLeftOut(target) && pairs.some((pair) => pair.target && !isBlank(pair.target))) return []
  const text = excerptOf(source)
  if (isBlank(target)) return isBlank(source) ? [] : [{id: 'target-empty', args: {text}}]
  const same = textOf(source).trim() === textOf(target).trim()
  // Names, addresses and titles may stay; a text with a word in small letters is a sentence that was not translated.
  const small = wordsOf(source).length >= fewest && /(?:^|\s)\p{Ll}{2,}(?:\s|$)/u.test(textOf(source))
  return same && small ? [{id: 'target-is-source', args: {text}}] : []
})

function isBlank(content: Content): boolean {
  return textOf(content).trim() === ''
}
