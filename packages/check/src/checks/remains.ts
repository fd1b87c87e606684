import {excerptOf, textOf, wordsOf} from '@passerelle/model'
import {type Check, onPairs} from '../rule/check.ts'

/** A word in small letters: more than a name, which stands in its translation as it is. */
const SMALL = /(?:^|\s)\p{Ll}{2,}(?![\p{L}\p{N}])/u

/** Fewer words are a name or a title, which may stand in a translation. */
const FEWEST = 3

/** `source-in-target`: the whole source stands in its translation, beside other words. */
export const remains: Check = onPairs((source, target) => {
  const [own, text] = [plain(textOf(source)), plain(textOf(target))]
  const isBeside =
    wordsOf(source).length >= FEWEST && SMALL.test(own) && text !== own && ` ${text} `.includes(` ${own} `)
  return isBeside
    ? [{id: 'source-in-target', args: {text: excerptOf(source), target: excerptOf(target)}}]
    : []
})

/** The words of a text alone, one blank between each two. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
