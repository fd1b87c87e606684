import type {Diagnostic, Place} from '@passerelle/model'
import type {Tally} from '@passerelle/xliff'
import type {Work} from '../work/work.ts'

/** How many ranges of lines are named at most. */
const NAMED = 10

/**
 * Report units that were to be translated and that a hand-back lacks, with their lines in the source. They are left as
 * they are.
 *
 * @param there
 *   Ids of the units that it has.
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

/**
 * Report a hand-back in which nothing was translated, for it looks like any other.
 *
 * @param works
 *   The works of the hand-back: if they have all their translations, there was nothing to translate.
 */
export function untranslated(
  {translated, news, open}: Tally,
  works: ReadonlyArray<Work>,
  path: string,
  {line, column}: Place
): Diagnostic[] {
  const isDone = works.every(({bitext}) => bitext.units.every(({pairs}) => pairs.every(({target}) => target)))
  if (news > 0 || open === 0 || (translated > 0 && isDone)) return []
  return [{id: 'handback-untranslated', level: 'warning', path, line, column, args: {count: open}}]
}

/** Numbers as people write them: `3, 8–10, 14`; of very many only the first. */
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
