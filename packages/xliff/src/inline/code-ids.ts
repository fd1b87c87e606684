import type {Content} from '@passerelle/model'
import type {Shape} from './shapes.ts'

/*
 * XLIFF 2.0 wants ids that are NMTOKENs, unique among the segments and codes of a unit (constraints of `id`); ours may
 * be any text, and each segment counts from 1. So an id in the file has its segment before it, is encoded, and gets a
 * number where it is there twice:
 *
 *     s2_1 code 1 of segment s2, in a unit of several segments
 *     c.a.2f.b code `a/b`
 *     1..2 the second code with the id 1, which only a damaged translation has
 */

/** Ids in the file for the codes of a content, by index; the end of a pair has the id of its start. */
export function encodeIds(
  content: Content,
  shapes: ReadonlyArray<Shape | undefined>,
  prefix: string
): ReadonlyArray<string | undefined> {
  const count = new Map<string, number>()
  const ids: (string | undefined)[] = []
  for (const [index, part] of content.entries()) {
    if (typeof part === 'string') continue
    const shape = shapes[index]!
    if (shape.as === 'pair-end' || shape.as === 'end') {
      ids[index] = ids[shape.partner]
      continue
    }
    const number = (count.get(part.id) ?? 0) + 1
    count.set(part.id, number)
    ids[index] = prefix + encodeId(part.id) + (number > 1 ? `..${number}` : '')
  }
  return ids
}

/** An id as NMTOKEN; never the same as the id of a segment. */
function encodeId(id: string): string {
  if (/^\d+$/.test(id)) return id
  return `c.${id.replace(/[^A-Za-z0-9-]/g, (character) => `.${character.charCodeAt(0).toString(16)}.`)}`
}

/** Undo {@link encodeIds} in the segment with the id `pair`. */
export function decodeId(id: string, pair: string): string {
  if (/^\d+$/.test(id)) return id
  const bare = (id.startsWith(`${pair}_`) ? id.slice(pair.length + 1) : id).replace(/\.\.\d+$/, '')
  if (!bare.startsWith('c.')) return bare
  return bare
    .slice(2)
    .replace(/\.([0-9a-f]{1,4})\./g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
