import {type DoubtId, DOUBTS, type Level} from '@passerelle/model'
import type {Check} from './check.ts'
import {codes} from './checks/codes.ts'
import {comments} from './checks/comments.ts'
import {doubts} from './checks/doubts.ts'
import {freshness} from './checks/freshness.ts'
import {length} from './checks/length.ts'
import {numbers} from './checks/numbers.ts'
import {punctuation} from './checks/punctuation.ts'
import {quotes} from './checks/quotes.ts'
import {remains} from './checks/remains.ts'
import {repeated} from './checks/repeated.ts'
import {review} from './checks/review.ts'
import {spacing} from './checks/spacing.ts'
import {tags} from './checks/tags.ts'
import {targets} from './checks/targets.ts'
import {whitespace} from './checks/whitespace.ts'

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

/** Every id that a check reports. */
export type CheckId = keyof typeof levels | DoubtId

/** Their levels where the project says nothing. */
export const checkLevels: Readonly<Record<CheckId, Level>> = {
  ...levels,
  ...(Object.fromEntries(Object.values(DOUBTS).map(({id, level}): [DoubtId, Level] => [id, level])) as Record<
    DoubtId,
    Level
  >)
}

/** All rules; each may report more than one id. */
export const checks: ReadonlyArray<Check> = [
  freshness,
  doubts,
  review,
  codes,
  tags,
  targets,
  remains,
  repeated,
  length,
  numbers,
  spacing,
  quotes,
  punctuation,
  whitespace,
  comments
]
