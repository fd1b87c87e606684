/**
 * The same text, on its own.
 *
 * A part of a text keeps the whole of it in memory; of a file that is read in pieces only what is kept should stay.
 */
export function detach(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}
