/** Who a note is from, if its author wrote it; XLIFF 2 has a category for that. */
export const AUTHOR = 'developer'

/** Who a comment is from, if it has no name. */
export const TRANSLATOR = 'translator'

/** What a hand-off in 1.2 says of a target besides its state, one letter each, in this order. */
export const FLAGS = {
  /** It had a sub-state, such as that it needs work. */
  hadSubState: 'm',
  /** It is called approved for the sake of a tool alone. */
  calledApproved: 'a',
  /** Its state means nothing if the target comes back unchanged. */
  stateIsMute: 'n'
} as const

/**
 * The fingerprint of a note as handed off. A note that comes back with another one was written since. Line breaks and
 * blanks do not count, for tools change them.
 *
 * It is FNV-1a of the UTF-16 code units above the blank: every segment of a file needs one, and it need not be strong.
 */
export function noteFingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit > 0x20 && unit !== 0xa0) hash = Math.imul(hash ^ unit, 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
