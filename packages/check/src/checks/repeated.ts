import {excerptOf, sameContent, textOf, wordsOf} from '@passerelle/model'
import type {Check, Finding} from '../rule/check.ts'

/** Fewer words may translate two sentences: “Yes, indeed.” */
const FEWEST = 3

/** `target-repeated`: two different sentences of a passage have the same translation. */
export const repeated: Check = ({pairs}) =>
  pairs.flatMap(({id, source, target}, index): Finding[] => {
    if (!target || wordsOf(target).length < FEWEST) return []
    const other = pairs
      .slice(0, index)
      .find(
        (before) => before.target && sameContent(before.target, target) && saysOther(before.source, source)
      )
    if (!other) return []
    const args = {text: excerptOf(source), other: excerptOf(other.source), target: excerptOf(target)}
    return [{id: 'target-repeated', pair: id, args}]
  })

function saysOther(one: Parameters<typeof textOf>[0], other: Parameters<typeof textOf>[0]): boolean {
  const [a, b] = [one, other].map((content) =>
    textOf(content)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  )
  return a !== b
}
