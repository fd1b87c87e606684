import stringWidth from 'string-width'
import type {Range} from '../text/source.ts'

/** A text, and where tables stand in it. */
interface WithTables {
  readonly text: string
  readonly tables: ReadonlyArray<Range>
}

/**
 * Align the tables of a result that were aligned in the source and whose cells have changed.
 *
 * @returns
 *   The aligned text, which still has to be proved to say the same; the same text where there is nothing to align.
 */
export function alignTables(source: WithTables, result: WithTables): string {
  if (source.tables.length !== result.tables.length) return result.text
  let text = ''
  let from = 0
  for (const [index, range] of result.tables.entries()) {
    const before = linesOf(source.text, source.tables[index]!)
    const after = linesOf(result.text, range)
    if (before.raw === after.raw) continue
    const aligned = align(before, after)
    if (aligned === undefined) continue
    text += result.text.slice(from, after.start) + aligned
    from = after.end
  }
  return text + result.text.slice(from)
}

/** A table as the lines it stands on. */
interface Lines {
  readonly raw: string
  readonly start: number
  readonly end: number
  readonly lines: ReadonlyArray<Line>
}

interface Line {
  /** What stands before the first pipe or cell: indentation, container prefix. */
  readonly prefix: string
  /** What stands between pipes. */
  readonly cells: ReadonlyArray<string>
  /** Line ending. */
  readonly ending: string
}

function linesOf(text: string, {start, end}: Range): Lines {
  const first = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const raw = text.slice(first, end)
  const lines = raw.split(/(?<=\n|\r(?!\n))/).map((line, index): Line => {
    const ending = /[\r\n]*$/.exec(line)?.[0] ?? ''
    const body = line.slice(0, line.length - ending.length)
    const prefix = index === 0 ? body.slice(0, start - first) : (/^[ \t>]*/.exec(body)?.[0] ?? '')
    return {prefix, cells: body.slice(prefix.length).split(/(?<!\\)\|/), ending}
  })
  return {raw, start: first, end, lines}
}

/**
 * The lines of a table, as wide as in its source or wider where cells need it; undefined where the source was not
 * aligned.
 */
function align(before: Lines, after: Lines): string | undefined {
  const [first, delimiter] = before.lines
  if (!first || !delimiter || before.lines.length !== after.lines.length) return
  const widths = first.cells.map((cell) => stringWidth(cell) - 2)
  if (format(before.lines, delimiter.cells, widths) !== before.raw) return
  const needed = after.lines.filter((line) => line !== after.lines[1])
  const wider = widths.map((width, column) =>
    Math.max(width, ...needed.map(({cells}) => stringWidth((cells[column] ?? '').trim())))
  )
  return format(after.lines, delimiter.cells, wider)
}

/**
 * Lines with outer pipes and one space around each cell, delimiter rows aligned with dashes; undefined for a table in
 * another style.
 */
function format(
  lines: ReadonlyArray<Line>,
  delimiters: ReadonlyArray<string>,
  widths: ReadonlyArray<number>
): string | undefined {
  const last = widths.length - 1
  if (last < 2 || lines.some(({cells}) => cells.length !== widths.length || cells[0] !== '')) return
  const isTight = /^\S/.test(delimiters[1]!)
  const written = lines.map(({prefix, cells, ending}, index) => {
    const space = index === 1 && isTight ? '' : ' '
    const padded = cells.slice(1, last).map((cell, at) => {
      const delimiter = delimiters[at + 1]!.trim()
      const width = widths[at + 1]!
      return index === 1 ? dashes(delimiter, width + (isTight ? 2 : 0)) : pad(cell.trim(), delimiter, width)
    })
    return `${prefix}|${space}${padded.join(`${space}|${space}`)}${space}|${cells[last]!.trimStart()}${ending}`
  })
  return written.join('')
}

function dashes(delimiter: string, width: number): string {
  const [left, right] = [delimiter.startsWith(':') ? ':' : '', delimiter.endsWith(':') ? ':' : '']
  return left + '-'.repeat(Math.max(1, width - left.length - right.length)) + right
}

/** A cell filled up with spaces as its column is aligned. */
function pad(cell: string, delimiter: string, width: number): string {
  const space = Math.max(0, width - stringWidth(cell))
  if (!delimiter.endsWith(':')) return cell + ' '.repeat(space)
  const before = delimiter.startsWith(':') ? Math.floor(space / 2) : space
  return ' '.repeat(before) + cell + ' '.repeat(space - before)
}
