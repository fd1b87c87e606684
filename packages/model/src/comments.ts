import {excerptOf} from './content.ts'
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

/** Most of a comment that is shown, in UTF-16 code units. */
const SHOWN = 300

/** A comment in one line, for messages; of a long one the beginning. */
export function excerptOfComment(comment: Comment): string {
  return excerptOf([keyOf(comment)], SHOWN)
}
