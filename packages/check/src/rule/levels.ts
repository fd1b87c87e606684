import {type DoubtId, DOUBTS, type Level} from '@passerelle/model'

const levels = {
  'translation-missing': 'error',
  'translation-changed': 'error',
  'code-lost': 'error',
  'code-invented': 'error',
  'code-repeated': 'error',
  'code-empty': 'error',
  'code-order': 'error',
  'target-empty': 'error',
  'length-exceeded': 'error',
  'review-wanted': 'warning',
  'tag-in-text': 'warning',
  'number-differs': 'warning',
  spacing: 'warning',
  'quotes-unbalanced': 'warning',
  'punctuation-end': 'warning',
  'source-in-target': 'warning',
  'target-repeated': 'warning',
  'space-lost': 'warning',
  'translator-comment': 'info',
  'target-is-source': 'info',
  'whitespace-double': 'info'
} as const

/** Ids that checks report. */
export type CheckId = keyof typeof levels | DoubtId

/** Their levels, unless the project sets others. */
export const checkLevels: Readonly<Record<CheckId, Level>> = {
  ...levels,
  ...(Object.fromEntries(Object.values(DOUBTS).map(({id, level}): [DoubtId, Level] => [id, level])) as Record<
    DoubtId,
    Level
  >)
}
