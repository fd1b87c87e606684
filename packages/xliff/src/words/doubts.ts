import {type Doubt, isDoubtKind, type Pair, withDoubts} from '@passerelle/model'
import type {Metadata} from './metadata.ts'

/** What of the segments of a unit is in doubt, as entries of its metadata, one a line: `doubt:s1`, `refused code-lost`. */
export function doubtEntries(pairs: ReadonlyArray<Pair>): (readonly [type: string, value: string])[] {
  return pairs.flatMap(({id, doubts = []}) =>
    doubts.map(
      ({kind, detail}) => [`doubt:${id}`, detail === undefined ? kind : `${kind} ${detail}`] as const
    )
  )
}

/** A segment of a record with what of it is in doubt; a kind that is not known is of a later version, and left out. */
export function withDoubtsIn(pair: Pair, ours: Metadata['ours']): Pair {
  const values = ours.size === 0 ? undefined : ours.get(`doubt:${pair.id}`)
  return values ? withDoubts(pair, ...values.map(doubtOf)) : pair
}

function doubtOf(value: string): Doubt | undefined {
  const [, kind = '', detail] = /^(\S+)(?: ([^]*))?$/.exec(value) ?? []
  if (!isDoubtKind(kind)) return undefined
  return {kind, ...(detail && {detail})}
}
