/**
 * Remove the tags of a pair that has lost its other half: people who type tags by hand forget one. Nobody knows which
 * words the pair was around, so the code counts as lost.
 */
export function dropHalves(unit: string): string {
  const pieces: string[] = []
  let from = 0
  for (const open of unit.matchAll(/<(?:[\w.-]+:)?target(?=[\s>])[^<>]*>/g)) {
    const start = open.index + open[0].length
    if (open.index < from) continue
    CLOSE.lastIndex = start
    const close = CLOSE.exec(unit)
    if (!close) break
    pieces.push(unit.slice(from, start), withoutHalves(unit.slice(start, close.index)))
    from = close.index
  }
  return pieces.join('') + unit.slice(from)
}

const CLOSE = /<\/(?:[\w.-]+:)?target\s*>/g

/** A tag of a code that has two tags. Values hold no brackets by now, for they were mended before. */
const TAG = /<(\/?)((?:[\w.-]+:)?(?:g|pc))(?=[\s/>])[^<>]*?(\/?)>/g

function withoutHalves(text: string): string {
  // Tags in comments and the like do not count.
  if (/<[!?]/.test(text)) return text
  const halves = new Set<number>()
  const open: {readonly name: string; readonly index: number}[] = []
  /** How many of each name are open; no search where none is. */
  const count = new Map<string, number>()
  const add = (name: string, more: 1 | -1): void => void count.set(name, (count.get(name) ?? 0) + more)
  for (const {1: slash, 2: name = '', 3: end, index} of text.matchAll(TAG)) {
    if (end === '/') continue
    if (slash === '') {
      open.push({name, index})
      add(name, 1)
    } else if (count.get(name)) {
      const closed = open.splice(open.findLastIndex((tag) => tag.name === name))
      for (const tag of closed) add(tag.name, -1)
      for (const tag of closed.slice(1)) halves.add(tag.index)
    } else halves.add(index)
  }
  for (const {index} of open) halves.add(index)
  return text.replace(TAG, (tag, ...more) => (halves.has(more.at(-2) as number) ? '' : tag))
}
