import type {Coverage} from '@passerelle/pipeline'
import stringWidth from 'string-width'
import {middle, pad} from '../terminal/layout.ts'
import type {Messages} from '../messages/messages.ts'
import type {Look} from '../terminal/terminal.ts'

/** Cells of a bar. */
const BAR = 10
/** Columns below which there is no room for bars. */
const ROOMY = 70
const GAP = '  '
/** What is told of each document. */
const COLUMNS = ['coverage', 'changed', 'missing', 'todo'] as const

/** Which rows to leave out, so that a table after other news stays short. */
export interface TableOptions {
  /** Most rows; those with work to do go first, and the rest is counted. */
  readonly rows?: number
}

/**
 * How far each document is in each target, as a table with a heading per pair of languages and a total.
 *
 * ```text
 * English → French     Coverage         Changed  Missing     To do
 * releases/oslo.md     ████████░░  82 %       1        3  41 words
 * ```
 */
export function coverageTable(
  coverage: ReadonlyArray<Coverage>,
  messages: Messages,
  look: Look,
  {rows = Number.POSITIVE_INFINITY}: TableOptions = {}
): string {
  const groups = Map.groupBy(coverage, (row) => `${row.sourceLocale} ${row.targetLocale}`)
  const shown = new Set(coverage.length > rows ? mostUrgent(coverage, rows) : coverage)
  const bodies = [...groups.values()].map((group) => ({
    title: titleOf(group[0]!, messages, look),
    rows: group.filter((row) => shown.has(row)).map((row) => cellsOf(row.document, row, messages, look))
  }))
  const total = cellsOf(messages.say('table.total', {count: coverage.length}), sum(coverage), messages, look)
  const labels = COLUMNS.map((name) => messages.say(`table.${name}`))
  const all = bodies.flatMap(({title, rows}) => [[title, ...labels], ...rows])
  const widths = columnWidths([...all, total], look)
  const print = (cells: ReadonlyArray<string>): string => printRow(cells, widths, look)

  const lines: string[] = []
  for (const body of bodies.filter(({rows}) => rows.length > 0)) {
    if (lines.length > 0) lines.push('')
    lines.push(look.colors.bold(print([body.title, ...labels])), ...body.rows.map(print))
  }
  const left = coverage.length - shown.size
  if (left > 0) lines.push(look.colors.dim(messages.say('table.more', {count: left})))
  if (coverage.length > 1) lines.push('', look.colors.bold(print(total)))
  return lines.join('\n')
}

/** The same as plain cells, one row for each document and pair of languages; the first row are the headings. */
export function coverageRows(
  coverage: ReadonlyArray<Coverage>,
  messages: Messages
): {head: string[]; rows: string[][]} {
  const look = {unicode: true, width: 0}
  const labels = COLUMNS.map((name) => messages.say(`table.${name}`))
  return {
    head: ['', ...labels],
    rows: coverage.map((row) => cellsOf(row.targetPath, row, messages, look).map((cell) => cell.trim()))
  }
}

function mostUrgent(coverage: ReadonlyArray<Coverage>, rows: number): Coverage[] {
  return coverage.filter(({words}) => words.todo > 0).slice(0, rows)
}

function titleOf({sourceLocale, targetLocale}: Coverage, messages: Messages, look: Look): string {
  const arrow = look.unicode ? '→' : '->'
  return `${messages.languageName(sourceLocale)} ${arrow} ${messages.languageName(targetLocale)}`
}

type Figures = Pick<Coverage, 'segments' | 'words'>

function sum(coverage: ReadonlyArray<Coverage>): Figures {
  const segments = {total: 0, valid: 0, changed: 0, missing: 0}
  const words = {total: 0, todo: 0}
  for (const row of coverage) {
    segments.total += row.segments.total
    segments.valid += row.segments.valid
    segments.changed += row.segments.changed
    segments.missing += row.segments.missing
    words.total += row.words.total
    words.todo += row.words.todo
  }
  return {segments, words}
}

function cellsOf(
  name: string,
  {segments, words}: Figures,
  messages: Messages,
  look: Pick<Look, 'unicode' | 'width'>
): string[] {
  const percent = pad(
    messages.percent(segments.valid, segments.total),
    messages.percent(1, 1).length,
    'right'
  )
  const none = look.unicode ? '–' : '-'
  const figure = (value: number): string => (value === 0 ? none : messages.number(value))
  return [
    name,
    look.width < ROOMY ? percent : `${barOf(segments.valid, segments.total, look)} ${percent}`,
    figure(segments.changed),
    figure(segments.missing),
    words.todo === 0 ? none : messages.say('table.words', {count: words.todo})
  ]
}

/** A bar is full only when all is done, and empty only when nothing is. */
function barOf(valid: number, total: number, look: Pick<Look, 'unicode' | 'width'>): string {
  const share = total === 0 ? 1 : valid / total
  const full = share === 0 ? 0 : Math.max(1, Math.floor(share * BAR))
  const [on, off] = look.unicode ? ['█', '░'] : ['#', '.']
  return on.repeat(full) + off.repeat(BAR - full)
}

/** Widths of the columns; the first has at most what the others leave. */
function columnWidths(rows: ReadonlyArray<ReadonlyArray<string>>, look: Look): number[] {
  const [first = 0, ...others] = rows[0]!.map((_, column) =>
    Math.max(...rows.map((cells) => stringWidth(cells[column] ?? '')))
  )
  const used = others.reduce((sum, one) => sum + one + GAP.length, 0)
  return [Math.min(first, Math.max(12, look.width - used)), ...others]
}

function printRow(
  [name = '', ...cells]: ReadonlyArray<string>,
  [first = 0, ...widths]: ReadonlyArray<number>,
  look: Look
): string {
  const left = pad(middle(name, first, look.unicode ? '…' : '...'), first, 'left')
  const rest = cells.map((cell, index) => pad(cell, widths[index] ?? 0, index === 0 ? 'left' : 'right'))
  return [left, ...rest].join(GAP).trimEnd()
}
