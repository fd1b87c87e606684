import {excerptOf, freshnessOf} from '@passerelle/model'
import type {Check} from '../check.ts'

/**
 * `translation-missing`, `translation-changed`: at most one for a unit.
 *
 * A unit of which any sentence changed is changed, whatever else is missing in it: its translator has to look at
 * the whole paragraph again.
 */
export const freshness: Check = (unit) => {
  const changed = unit.pairs.find((pair) => freshnessOf(pair) === 'changed')
  if (changed) {
    const previous = changed.candidates.find(({kind}) => kind === 'previous')?.source ?? []
    return [
      {
        id: 'translation-changed',
        args: {text: excerptOf(changed.source), previous: excerptOf(previous)}
      }
    ]
  }
  const missing = unit.pairs.find((pair) => freshnessOf(pair) === 'missing')
  return missing ? [{id: 'translation-missing', args: {text: excerptOf(missing.source)}}] : []
}
