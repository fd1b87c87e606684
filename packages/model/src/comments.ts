import type {Comment} from './unit.ts'

interface Commented {
  readonly comments?: ReadonlyArray<Comment>
}

/** A pair or bitext with comments of others too, each once and in order; itself where they are no news. */
export function commented<Thing extends Commented>(
  thing: Thing,
  ...lists: ReadonlyArray<ReadonlyArray<Comment> | undefined>
): Thing {
  const known = new Set(thing.comments?.map(keyOf))
  const news: Comment[] = []
  for (const comment of lists.flatMap((list) => list ?? [])) {
    const key = keyOf(comment)
    if (known.has(key)) continue
    known.add(key)
    news.push(comment)
  }
  return news.length === 0 ? thing : {...thing, comments: [...(thing.comments ?? []), ...news]}
}

/** What tells comments apart: tools break their lines anew. */
function keyOf({text}: Comment): string {
  return text.replace(/\s+/g, ' ').trim()
}
