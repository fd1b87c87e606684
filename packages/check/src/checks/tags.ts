import {excerptOf, textOf} from '@passerelle/model'
import {type Check, onPairs} from '../check.ts'

/** What looks like a tag of HTML, of XLIFF or of a tool: `<b>`, `</g5>`, `<x1/>`. */
const TAG = /<\/?[A-Za-z][\w:-]*(?:\s[^<>]*)?\/?>/g

/**
 * `tag-in-text`: a translator typed a tag, which readers would see as it is.
 *
 * Only where the source has no such tag as text: who writes about HTML means it.
 */
export const tags: Check = onPairs((source, target) => {
  const meant = textOf(source)
  const found = textOf(target)
    .match(TAG)
    ?.find((tag) => !meant.includes(tag))
  return found === undefined ? [] : [{id: 'tag-in-text', args: {found, text: excerptOf(source)}}]
})
