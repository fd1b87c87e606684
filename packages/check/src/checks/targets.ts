import {type Content, excerptOf, textOf, wordsOf} from '@passerelle/model'
import {type Check, type Finding, isLeftOut, onPairs} from '../rule/check.ts'

/** Fewer words are often the same in both languages: “Contact”, “Press release” no more, but “Dr. Maria Santos”. */
const fewest = 4

/** `target-empty`, `target-is-source`: a target says something, and says it in its own language. */
export const targets: Check = onPairs((source, target, _context, {pairs}): Finding[] => {
  // The translation of another sentence says this one, too; somewhere it must be.
  if (isLeftOut(target) && pairs.some((pair) => pair.target && !isBlank(pair.target))) return []
  const text = excerptOf(source)
  if (isBlank(target)) return isBlank(source) ? [] : [{id: 'target-empty', args: {text}}]
  const same = textOf(source).trim() === textOf(target).trim()
  // Names, addresses and titles stay; only what has a word in small letters reads as a sentence left as it was.
  const small = wordsOf(source).length >= fewest && /(?:^|\s)\p{Ll}{2,}(?:\s|$)/u.test(textOf(source))
  return same && small ? [{id: 'target-is-source', args: {text}}] : []
})

function isBlank(content: Content): boolean {
  return textOf(content).trim() === ''
}
