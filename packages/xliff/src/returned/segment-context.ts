import type {InlineContext} from '../inline/read-inline.ts'
import type {RepairPolicy} from '../words/repair-policy.ts'
import type {RepairId} from './undoing.ts'

/** What putting one segment right needs to know besides what reading it does, and what it finds out. */
export interface SegmentContext extends InlineContext {
  /** Key of the unit, as hand-offs name entries of catalogs. */
  readonly key?: string | undefined
  readonly repair: RepairPolicy
  /** What was put right in the target by guessing, if anything was: the id it is told by. */
  guess?: RepairId
  /** Whether a part of the target is not there yet. */
  isPartial?: boolean
}
