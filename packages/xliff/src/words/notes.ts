/** Who a note is from, where it is from its author; XLIFF 2 has a category in its place. */
export const AUTHOR = 'developer'

/** Who a comment is from, where nobody has put a name to it. */
export const TRANSLATOR = 'translator'

/** What a hand-off in 1.2 says of a translation with a mark, such as that it needs work. */
export const MARKED = 'm'

/** What it says of one whose state says nothing where it comes back as it was. */
export const MUTE = 'n'

/** What it says of one that it calls approved for a tool's sake alone. */
export const CALLED = 'a'

/**
 * What tells a note that was handed off from one that was written since, however its lines were broken: FNV-1a of its
 * UTF-16 code units above the blank. It is made for every segment of a file, and need not be strong.
 */
export function notePrint(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit > 0x20 && unit !== 0xa0) hash = Math.imul(hash ^ unit, 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
