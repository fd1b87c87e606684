import {excerptOf, freshnessOf} from '@passerelle/model'
import type {Check} from '../rule/check.ts'

/**
 * `translation-missing`, `translation-changed`: at most one for a unit, at its first such sentence, with how many there
 * are.
 *
 * If any sentence of a unit has changed, the unit counts as changed, even if others are missing: its translator has to
 * look at the whole paragraph again.
 */
export const freshness: Check = ({pairs}) => {
  const todo = pairs.filter((pair) => freshnessOf(pair) !== 'valid')
  const count = todo.length
  const changed = todo.find((pair) => freshnessOf(pair) === 'changed')
  const [missing] = todo
  if (changed) {
    const previous = changed.candidates.find(({kind}) => kind === 'previous')?.source ?? []
    return [
      {
        id: 'translation-changed',
        pair: changed.id,
        args: {text: excerptOf(changed.source), previous: excerptOf(previous), count}
      }
    ]
  }
  return missing
    ? [{id: 'translation-missing', pair: missing.id, args: {text: excerptOf(missing.source), count}}]
    : []
}
