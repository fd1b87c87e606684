import type {Diagnostic} from '@passerelle/model'
import type {Work} from './work.ts'

/** Most stretches of lines that are named. */
const NAMED = 10

/**
 * Units that were to be translated and that a hand-back does not hold: left as they are, and said, with the lines of
 * the source where they stand.
 *
 * @param there
 *   Ids of the units it holds.
 */
export function missingUnits(
  {bitext, source, direction}: Work,
  there: ReadonlySet<string>,
  path: string
): Diagnostic[] {
  const missing = new Set(
    bitext.units
      .filter(({id, pairs}) => !there.has(id) && pairs.some(({target}) => !target))
      .map(({id}) => id)
  )
  if (missing.size === 0) return []
  const blocks = source.blocks.filter(({unit}) => missing.has(unit.id))
  const lines = stretches(blocks.map(({block}) => block.place.line))
  const args = {count: missing.size, source: direction.sourcePath, lines}
  return [{id: 'handback-missing-units', level: 'warning', path, args}]
}

/** Numbers as people write them: `3, 8–10, 14`; of very many the first. */
function stretches(numbers: ReadonlyArray<number>): string {
  const found: {first: number; last: number}[] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const before = found.at(-1)
    if (before?.last === number - 1) before.last = number
    else found.push({first: number, last: number})
  }
  const named = found
    .slice(0, NAMED)
    .map(({first, last}) => (first === last ? `${first}` : `${first}–${last}`))
  return [...named, ...(found.length > NAMED ? ['…'] : [])].join(', ')
}
