import {commented, type Content, leastOf, type Pair, tidy} from '@passerelle/model'

/**
 * Join the parts of segments that a tool has split.
 *
 * Our segments are called `s1`, `s2`…; a segment behind one of them with another name, or none, was cut from it. A
 * joined segment has the state of its least part (“Segmentation Modification”), and has a target if all parts have one.
 *
 * @param parts
 *   Ids of the segments that are not ours.
 */
export function joinParts(pairs: ReadonlyArray<Pair>, parts: ReadonlySet<string>): Pair[] {
  const result: Pair[] = []
  for (const pair of pairs) {
    const last = result.at(-1)
    if (last && parts.has(pair.id)) result[result.length - 1] = join(last, pair)
    else result.push(pair)
  }
  return result
}

function join(first: Pair, second: Pair): Pair {
  const {target: before, order: _, ...rest} = first
  const target = before && second.target && glue(first.id, before, first.gap, second.target)
  return {
    ...commented(rest, second.comments),
    source: glue(first.id, first.source, first.gap, second.source),
    ...(target && {target}),
    state: target ? leastOf([first.state, second.state]) : 'initial',
    candidates: [...first.candidates, ...second.candidates],
    gap: second.gap
  }
}

/** Codes of the part get ids that begin with the segment they were cut from. */
function glue(id: string, first: Content, gap: string, second: Content): Content {
  const bare = second.map((part) =>
    typeof part !== 'string' && part.id.startsWith(`${id}_`)
      ? {...part, id: part.id.slice(id.length + 1)}
      : part
  )
  return tidy([...first, gap, ...bare])
}
