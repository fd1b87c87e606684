import type {Content, InlineCode} from '@passerelle/model'

/**
 * What element a code can be.
 *
 * `pair-start` and `pair-end` nest and are one element; `start` and `end` belong together but overlap another pair;
 * `lone` has no partner.
 */
export type Shape =
  | {readonly as: 'standalone' | 'lone'}
  | {readonly as: 'pair-start' | 'pair-end' | 'start' | 'end'; readonly partner: number}

/** The shape of each part of a content, by its index; texts have none. */
export function shapesOf(content: Content): ReadonlyArray<Shape | undefined> {
  const shapes: (Shape | undefined)[] = content.map((part) =>
    typeof part === 'string' ? undefined : {as: part.type === 'standalone' ? 'standalone' : 'lone'}
  )
  const open: number[] = []
  for (const [index, part] of content.entries()) {
    if (typeof part === 'string' || part.type === 'standalone') continue
    if (part.type === 'open') {
      open.push(index)
      continue
    }
    const at = open.findLastIndex((start) => (content[start] as InlineCode).id === part.id)
    if (at < 0) continue
    const start = open[at]!
    const nests = at === open.length - 1 && (content[start] as InlineCode).kind === part.kind
    open.splice(at, 1)
    shapes[start] = {as: nests ? 'pair-start' : 'start', partner: index}
    shapes[index] = {as: nests ? 'pair-end' : 'end', partner: start}
  }
  return shapes
}
