import type {State} from '@passerelle/model'
import type {SegmentContext} from '../returned/undoing.ts'

/**
 * Why a target is no translation: it holds what cannot be read (`refused`), its segment is not for translation
 * (`locked`), a part of it is missing (`partial`), or its tool says that nobody has finished it (`unconfirmed`).
 */
export type Obstacle = 'refused' | 'locked' | 'partial' | 'unconfirmed'

/**
 * Why a target is no translation; undefined where it is one.
 *
 * @param context
 *   After its source and target were read.
 * @param unknownInSource
 *   How many elements its source has that XLIFF does not have. A tool that puts them into source and target alike means
 *   nothing by them.
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
