/** The text of a file that may be too large for memory: it is made anew each time somebody asks for it. */
export interface InParts {
  readonly parts: () => Iterable<string>
}

/** A text of at most so many characters is made once and kept. */
const SMALL = 1_000_000

/** A text that is in memory as a whole. */
export function inOne(text: string): InParts {
  return {parts: () => [text]}
}

/** The bytes of a short text; else what makes them. */
export function keptIfSmall(content: InParts): Uint8Array | InParts {
  const parts: string[] = []
  let length = 0
  for (const part of content.parts()) {
    length += part.length
    if (length > SMALL) return content
    parts.push(part)
  }
  return Buffer.from(parts.join(''))
}

/** All bytes of a text. */
export function joined({parts}: InParts): Uint8Array {
  return Buffer.concat(Array.from(parts(), (part) => Buffer.from(part)))
}

/** Whether bytes are those of a text. */
export function isSame(bytes: Uint8Array, content: Uint8Array | InParts): boolean {
  if (!('parts' in content)) return Buffer.compare(bytes, content) === 0
  let at = 0
  for (const part of content.parts()) {
    const expected = Buffer.from(part)
    if (Buffer.compare(bytes.subarray(at, at + expected.length), expected) !== 0) return false
    at += expected.length
  }
  return at === bytes.length
}
