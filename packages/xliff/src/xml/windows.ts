/** How many characters are worked on at once. */
const WINDOW = 1 << 16

/**
 * Work on a long text window by window, so that the results of millions of replacements are never all in memory.
 *
 * A window never ends inside a reference or a CRLF.
 */
export function inWindows(text: string, work: (window: string, from: number) => string): string {
  if (text.length <= WINDOW) return work(text, 0)
  const parts: string[] = []
  for (let from = 0; from < text.length;) {
    const to = endOf(text, from)
    parts.push(work(text.slice(from, to), from))
    from = to
  }
  return parts.join('')
}

function endOf(text: string, from: number): number {
  const to = from + WINDOW
  if (to >= text.length) return text.length
  const reference = text.lastIndexOf('&', to - 1)
  if (reference > from) return reference
  if (reference === from) return text.indexOf(';', from) + 1 || text.length
  return text[to - 1] === '\r' ? to - 1 : to
}
