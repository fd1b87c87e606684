import {decodeString} from 'micromark-util-decode-string'

/** A stretch of a text, `end` excluded; offsets in UTF-16 code units. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A stretch of decoded text and the source it came from. */
interface Run extends Range {
  /** Where it begins in the decoded text. */
  readonly index: number
  readonly text: string
  /** Whether the source equals the text: no escape, no character reference. A soft break counts as its space. */
  readonly plain: boolean
}

/** Decoded text that knows where each of its characters stands in the source. */
export interface Decoded {
  readonly text: string
  readonly runs: ReadonlyArray<Run>
}

/** Whether the text between two blocks has a line with nothing but container prefixes. */
export function hasBlankLine(gap: string): boolean {
  return /(?:\n|\r(?!\n))[ \t>]*[\r\n]/.test(gap)
}

const special = /\\[!-/:-@[-`{-~]|&(?:#[xX][\dA-Fa-f]{1,6}|#\d{1,7}|[\dA-Za-z]{1,31});/g
const lineEnding = /\r\n|\n|\r/g

/** Whether prose stands on one line, written just as it is read. */
function isLiteral(source: string, {start, end}: Range, value: string): boolean {
  return end - start === value.length && !/[\\&\r\n]/.test(value) && source.startsWith(value, start)
}

/**
 * Decode a stretch of prose: escapes (CommonMark 2.4), character references (2.5), and soft breaks with the container
 * prefix of the next line, which become one space.
 *
 * @param value
 *   The text as the parser gives it. It tells where a prefix ends (`>` may be the prefix of a quotation or lazy text),
 *   and any
 *   disagreement means the source holds more than text.
 * @returns
 *   `undefined` where source and value disagree.
 */
export function decode(source: string, {start, end}: Range, value: string): Decoded | undefined {
  if (isLiteral(source, {start, end}, value)) {
    // A slice of the source, which stays in memory anyway; the value would stay for this alone.
    const text = source.slice(start, end)
    return {text, runs: text === '' ? [] : [{index: 0, start, end, text, plain: true}]}
  }
  const lines = linesOf(source, start, end)
  const runs: Run[] = []
  // Join lines at the end: V8 copies a string that grows whenever somebody looks into it.
  let text = ''
  let written = ''
  let cursor = 0
  const add = (run: Omit<Run, 'index'>): void => {
    runs.push({...run, index: text.length + written.length})
    written += run.text
  }
  for (const [number, line] of lines.entries()) {
    const previous = lines[number - 1]
    if (previous) {
      const ending = /^(?:\r\n|\n|\r)/.exec(value.slice(cursor, cursor + 2))?.[0]
      if (!ending) return
      cursor += ending.length
    }
    const first = previous ? startOf(source, line, value, cursor) : line.start
    if (first === undefined) return
    if (previous) add({start: previous.end, end: first, text: ' ', plain: true})
    text += written
    written = ''
    decodeLine(source, first, line.end, add)
    if (!value.startsWith(written, cursor)) return
    cursor += written.length
  }
  text += written
  return cursor === value.length ? {text, runs} : undefined
}

/** A stretch of decoded text without an escape or a character reference. */
export interface Stretch {
  readonly index: number
  readonly text: string
  readonly runs: ReadonlyArray<Run>
}

/** The longest stretches that are written as they are read, except for soft breaks. */
export function plainStretches({runs}: Decoded): Stretch[] {
  const stretches: (Stretch & {runs: Run[]; text: string})[] = []
  for (const [at, run] of runs.entries()) {
    if (!run.plain) continue
    const last = runs[at - 1]?.plain ? stretches.at(-1) : undefined
    if (last) {
      last.runs.push(run)
      last.text += run.text
    } else stretches.push({index: run.index, text: run.text, runs: [run]})
  }
  return stretches
}

/** Source range of a part of a stretch; `start` and `end` count from the start of the stretch. */
export function locate({index, runs}: Stretch, start: number, end: number): Range {
  return {start: offsetOf(runs, index + start, 'start'), end: offsetOf(runs, index + end, 'end')}
}

/** Source offset of an index in the text; between two runs, where the second starts or the first ends. */
function offsetOf(runs: ReadonlyArray<Run>, at: number, edge: 'start' | 'end'): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const {index, text} = runs[middle]!
    const after = index + text.length
    if (edge === 'end' ? at <= after : at < after) high = middle
    else low = middle + 1
  }
  const run = runs[low]
  if (!run || at > run.index + run.text.length) return run?.end ?? 0
  // A soft break is one space, however long its source.
  return at === run.index + run.text.length ? run.end : run.start + (at - run.index)
}

/** Lines of a stretch without white space between them; the first keeps its beginning, the last its end. */
function linesOf(source: string, start: number, end: number): Range[] {
  const raw = source.slice(start, end)
  const lines: Range[] = []
  let from = start
  for (const {index, 0: ending} of raw.matchAll(lineEnding)) {
    let to = start + index
    while (to > from && isBlank(source.charCodeAt(to - 1))) to--
    lines.push({start: from, end: to})
    from = start + index + ending.length
    while (from < end && (isBlank(source.charCodeAt(from)) || source[from] === '>')) from++
  }
  lines.push({start: Math.min(from, end), end})
  return lines
}

/** Start of a line's text: what was skipped as a prefix but is text to the parser is added again. */
function startOf(source: string, {start, end}: Range, value: string, cursor: number): number | undefined {
  const raw = source.slice(start, end)
  const text = /[\\&]/.test(raw) ? decodeString(raw) : raw
  if (value.startsWith(text, cursor) && endsLine(value, cursor + text.length)) return start
  for (let first = start; ; first--) {
    const line = source.slice(first, start) + text
    if (value.startsWith(line, cursor) && endsLine(value, cursor + line.length)) return first
    if (!/[> \t]/.test(source[first - 1] ?? '')) return
  }
}

function endsLine(value: string, at: number): boolean {
  return at >= value.length || value[at] === '\n' || value[at] === '\r'
}

function decodeLine(
  source: string,
  start: number,
  end: number,
  add: (run: Omit<Run, 'index'>) => void
): void {
  const raw = source.slice(start, end)
  let from = 0
  const plain = (to: number): void => {
    if (to > from) add({start: start + from, end: start + to, text: raw.slice(from, to), plain: true})
  }
  for (const {index, 0: escape} of /[\\&]/.test(raw) ? raw.matchAll(special) : []) {
    const text = decodeString(escape)
    if (text === escape) continue
    plain(index)
    add({start: start + index, end: start + index + escape.length, text, plain: false})
    from = index + escape.length
  }
  plain(raw.length)
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}
