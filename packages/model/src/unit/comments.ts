import {longExcerptOf} from './content.ts'
import type {Comment} from './unit.ts'

interface Commented {
  readonly comments?: ReadonlyArray<Comment>
}

/** Gathers comments, each once and in order. */
export interface Comments {
  /** Add comments; gives those that are new. */
  readonly add: (more: ReadonlyArray<Comment>) => ReadonlyArray<Comment>
  readonly list: () => ReadonlyArray<Comment>
}

/** @param comments The first comments. */
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

/** A pair or bitext with more comments, each once and in order; the same object if none is new. */
export function commented<Thing extends Commented>(
  thing: Thing,
  ...lists: ReadonlyArray<ReadonlyArray<Comment> | undefined>
): Thing {
  if (lists.every((list) => !list?.length)) return thing
  const more = lists.flatMap((list) => list ?? [])
  const comments = createComments(thing.comments)
  return comments.add(more).length === 0 ? thing : {...thing, comments: comments.list()}
}

/** The key of a comment, without line breaks, which tools change. */
function keyOf({text}: Comment): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A comment in one line, for messages; a long one is cut at its end. */
export function excerptOfComment(comment: Comment): string {
  return longExcerptOf([keyOf(comment)])
}
