import type {State} from '@passerelle/model'
import type {SegmentContext} from '../returned/undoing.ts'

/**
 * Why a target that is there is no translation: it holds what cannot be read (`refused`), its segment is not for
 * translation (`locked`), a part of it is not there yet (`partial`), or its tool says that nobody has finished it
 * (`unconfirmed`).
 */
export type Obstacle = 'refused' | 'locked' | 'partial' | 'unconfirmed'

/**
 * Whether a target is no translation, and why.
 *
 * @param context
 *   After its source and target were read.
 * @param unknownInSource
 *   How many elements that are none of XLIFF its source has: those a tool put into both are the tool's.
 */
export function obstacleOf(
  {unknown = 0, isPartial}: SegmentContext,
  {
    unknownInSource,
    locked,
    confirmed = true
  }: {readonly unknownInSource: number; readonly locked: boolean; readonly confirmed?: boolean}
): Obstacle | undefined {
  if (unknown > 2 * unknownInSource) return 'refused'
  if (locked) return 'locked'
  if (isPartial) return 'partial'
  return confirmed ? undefined : 'unconfirmed'
}

/** Whether a state says that a translation is finished. */
export function isDone(said: State | undefined): boolean {
  return said !== undefined && said !== 'initial'
}
