import type {InlineCode} from '@passerelle/model'
import type {Range} from '../text/source.ts'

/** A part of a content with its range. */
export type Part = Range & {readonly part: string | InlineCode}

/** The range of a code; a text has none. */
export function rangeOfCode({part, start, end}: Part): Range | undefined {
  return typeof part === 'string' ? undefined : {start, end}
}

/** Make pairs of start and end tags, whose ids are the names of their elements so far, and number all codes. */
export function pairUp(parts: ReadonlyArray<Part>): Part[] {
  const open: {index: number; name: string}[] = []
  const mates = new Map<number, number>()
  for (const [index, {part}] of parts.entries()) {
    if (typeof part === 'string' || part.kind !== 'html') continue
    if (!part.id.startsWith('/')) open.push({index, name: part.id})
    else {
      const at = open.findLastIndex(({name}) => `/${name}` === part.id)
      const mate = open[at]
      if (!mate) continue
      open.length = at
      mates.set(index, mate.index)
      mates.set(mate.index, index)
    }
  }
  let next = 1
  const ids = new Map<number, string>()
  return parts.map(({part, ...range}, index) => {
    if (typeof part === 'string') return {...range, part}
    const mate = mates.get(index)
    const id = (mate !== undefined && mate < index && ids.get(mate)) || String(next++)
    ids.set(index, id)
    const type = mate === undefined ? 'standalone' : mate > index ? 'open' : 'close'
    return {...range, part: {...part, id, type}}
  })
}
