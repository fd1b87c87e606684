import type {Check} from './rule/check.ts'
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
