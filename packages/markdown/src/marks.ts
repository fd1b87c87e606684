import type {Protected} from './protect.ts'
import type {Stretch} from './source.ts'

/**
 * Marks at the beginning of lines that mean something to sites, and to CommonMark are text: the colon of a definition
 * (kramdown, Goldmark), what an abbreviation stands for (kramdown, Markdown Extra), the kind of an admonition (MkDocs) or
 * of an alert (GitHub).
 *
 * ```markdown
 * > | Term
 * > | : Definition
 *     ^^
 * > | !!! note "Title"
 *     ^^^^^^^^^^     ^
 * ```
 *
 * The line ending before or after such a mark belongs to it: without it the mark would be no mark.
 *
 * @param start
 *   Where the text begins in the source.
 * @param isFirst
 *   Whether it begins its block.
 * @returns
 *   For each stretch of the text, its marks; nothing where there are none at all.
 */
export function findMarks(
  stretches: ReadonlyArray<Stretch>,
  source: string,
  start: number,
  isFirst: boolean
): Protected[][] {
  const opening = isFirst ? openingOf(source, start) : ''
  if (opening === '' && stretches.every(({runs}) => runs.length === 1)) return []
  let isTitle = opening.endsWith('"')
  return stretches.map((stretch) => {
    const {text, index} = stretch
    const breaks = breaksIn(stretch, source)
    const found: Protected[] = []
    if (index === 0 && opening !== '') {
      const goesOn = breaks.includes(opening.length)
      const isRest = /^[:*]|"$/.test(opening) || text === opening
      if (goesOn || isRest)
        found.push({start: 0, end: opening.length + (isRest ? 0 : 1), kind: isRest ? 'other' : 'break'})
    }
    for (const at of breaks) {
      if (isTitle && text[at - 1] === '"') found.push({start: at - 1, end: at + 1, kind: 'break'})
      isTitle = false
      const mark = /^ (?::[ \t]+(?=\S|$)|\*\[[^\]]+\]:[ \t]*)/.exec(text.slice(at, at + 80))
      if (mark) found.push({start: at, end: at + mark[0].length, kind: 'break'})
    }
    return found
  })
}

/** Where lines end in a stretch. */
function breaksIn({runs, index}: Stretch, source: string): number[] {
  return runs
    .filter((run) => run.text === ' ' && /[\r\n]/.test(source.slice(run.start, run.end)))
    .map((run) => run.index - index)
}

const definition = /:[ \t]+(?=\S|$)/y
const abbreviation = /\*\[[^\]\r\n]{1,60}\]:[ \t]*/y
const alert = /\[![A-Za-z]+\][+-]?(?=[ \t]*(?:[\r\n]|$))/y
const admonition = /(?:!{3}|\?{3}\+?)(?:[ \t]+[\w-]+)+(?:[ \t]+"(?=[^\r\n]*"[ \t]*[\r\n])|(?=[ \t]*[\r\n]))/y

/** The mark that a block begins with, or nothing. */
function openingOf(source: string, start: number): string {
  if (!/[:[!?*]/.test(source[start] ?? '')) return ''
  for (const pattern of [definition, abbreviation, alert, admonition]) {
    pattern.lastIndex = start
    const found = pattern.exec(source)
    if (found) return found[0]
  }
  return ''
}
