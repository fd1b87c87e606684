import {type Doubt, isDoubtKind, type Pair, withDoubts} from '@passerelle/model'
import type {Metadata} from './metadata.ts'

/** The doubts of the segments of a unit as entries of its metadata, one a line, such as `doubt:s1` with `refused code-lost`. */
export function doubtEntries(pairs: ReadonlyArray<Pair>): (readonly [type: string, value: string])[] {
  return pairs.flatMap(({id, doubts = []}) =>
    doubts.map(
      ({kind, detail}) => [`doubt:${id}`, detail === undefined ? kind : `${kind} ${detail}`] as const
    )
  )
}

/**
 * A segment of a record with its doubts. A kind of doubt that is unknown was written by a later version, and is left
 * out.
 */
export function withDoubtsIn(pair: Pair, ours: Metadata['ours']): Pair {
  const values = ours.size === 0 ? undefined : ours.get(`doubt:${pair.id}`)
  return values ? withDoubts(pair, ...values.map(doubtOf)) : pair
}

function doubtOf(value: string): Doubt | undefined {
  const [, kind = '', detail] = /^(\S+)(?: ([^]*))?$/.exec(value) ?? []
  if (!isDoubtKind(kind)) return undefined
  return {kind, ...(detail && {detail})}
}
