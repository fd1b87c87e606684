import {excerptOf, textOf, wordsOf} from '@passerelle/model'
import {type Check, onPairs} from '../rule/check.ts'

/** A word in small letters: the text is more than a name, which may stay as it is. */
const SMALL = /(?:^|\s)\p{Ll}{2,}(?![\p{L}\p{N}])/u

/** Fewer words may be a name or a title, which may stay in a translation. */
const FEWEST = 3

/** `source-in-target`: a translation contains its whole source, beside other words. */
export const remains: Check = onPairs((source, target) => {
  const [own, text] = [plain(textOf(source)), plain(textOf(target))]
  const isBeside =
    wordsOf(source).length >= FEWEST && SMALL.test(own) && text !== own && ` ${text} `.includes(` ${own} `)
  return isBeside
    ? [{id: 'source-in-target', args: {text: excerptOf(source), target: excerptOf(target)}}]
    : []
})

/** Only the words of a text, with one blank between. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
