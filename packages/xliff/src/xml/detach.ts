/**
 * A copy of a text that keeps no other text in memory.
 *
 * V8 keeps a whole text as long as any part of it is used. Parts that are kept of a file read in pieces are copied by
 * this, so that the rest can go.
 */
export function detach(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}
