import {longExcerptOf} from './content.ts'
import type {Comment} from './unit.ts'

interface Commented {
  readonly comments?: ReadonlyArray<Comment>
}

/** Comments that are gathered one by one, each once and in order. */
export interface Comments {
  /** Those that are news, which it has from now on. */
  readonly add: (more: ReadonlyArray<Comment>) => ReadonlyArray<Comment>
  readonly list: () => ReadonlyArray<Comment>
}

/** @param comments Those that are there at first. */
export function createComments(comments: ReadonlyArray<Comment> = []): Comments {
  const list = [...comments]
  const known = new Set(list.map(keyOf))
  return {
    add(more) {
      const before = list.length
      for (const comment of more) {
        const key = keyOf(comment)
        if (known.has(key)) continue
        known.add(key)
        list.push(comment)
      }
      return list.slice(before)
    },
    list: () => list
  }
}

/** A pair or bitext with comments of others too, each once and in order; itself where they are no news. */
export function commented<Thing extends Commented>(
  thing: Thing,
  ...lists: ReadonlyArray<ReadonlyArray<Comment> | undefined>
): Thing {
  if (lists.every((list) => !list?.length)) return thing
  const more = lists.flatMap((list) => list ?? [])
  const comments = createComments(thing.comments)
  return comments.add(more).length === 0 ? thing : {...thing, comments: comments.list()}
}

/** What tells comments apart: tools break their lines anew. */
function keyOf({text}: Comment): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A comment in one line, for messages; of a long one the beginning. */
export function excerptOfComment(comment: Comment): string {
  return longExcerptOf([keyOf(comment)])
}
