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
  /** Whether the source is the text: no escape, no character reference. A soft break counts as its space. */
  readonly plain: boolean
}

/** Decoded text that knows where each of its characters stands in the source. */
export interface Decoded {
  readonly text: string
  readonly runs: ReadonlyArray<Run>
}

const special = /\\[!-/:-@[-`{-~]|&(?:#[xX][\dA-Fa-f]{1,6}|#\d{1,7}|[\dA-Za-z]{1,31});/g
const lineEnding = /\r\n|\n|\r/g

/**
 * Decode a stretch of prose: escapes (CommonMark 2.4), character references (2.5), and soft breaks with the
 * container prefix of the next line, which become one space.
 *
 * @param value
 *   What the parser says the text is. It settles where a prefix ends (`>` may be a mark or lazy text), and any
 *   disagreement means the source holds more than text.
 * @returns
 *   `undefined` where source and value disagree.
 */
export function decode(source: string, {start, end}: Range, value: string): Decoded | undefined {
  const raw = source.slice(start, end)
  if (raw === value && !/[\\&\r\n]/.test(raw)) {
    return {text: raw, runs: raw === '' ? [] : [{index: 0, start, end, text: raw, plain: true}]}
  }
  const lines = linesOf(source, start, end)
  const runs: Run[] = []
  let text = ''
  let cursor = 0
  const add = (run: Omit<Run, 'index'>): void => {
    runs.push({...run, index: text.length})
    text += run.text
  }
  for (const [number, line] of lines.entries()) {
    const previous = lines[number - 1]
    if (previous) {
      const mark = /^(?:\r\n|\n|\r)/.exec(value.slice(cursor, cursor + 2))?.[0]
      if (!mark) return
      cursor += mark.length
    }
    const first = previous ? startOf(source, line, value, cursor) : line.start
    if (first === undefined) return
    if (previous) add({start: previous.end, end: first, text: ' ', plain: true})
    const before = text.length
    decodeLine(source, first, line.end, add)
    if (!value.startsWith(text.slice(before), cursor)) return
    cursor += text.length - before
  }
  return cursor === value.length ? {text, runs} : undefined
}

/** Source of a stretch of decoded text; `plain` when the two are written alike. */
export function locate(
  {runs, text}: Decoded,
  start: number,
  end: number
): (Range & {plain: boolean}) | undefined {
  let from: number | undefined
  let to: number | undefined
  let plain = true
  if (start >= end || end > text.length) return
  for (const run of runs) {
    const after = run.index + run.text.length
    if (after <= start) continue
    if (run.index >= end) break
    const whole = run.end - run.start === run.text.length && run.plain
    if (!whole && (start > run.index || end < after) && run.text.length > 1) return
    from ??= whole ? run.start + (start - run.index) : run.start
    to = whole ? run.start + Math.min(end - run.index, run.text.length) : run.end
    if (!run.plain) plain = false
  }
  return from === undefined || to === undefined ? undefined : {start: from, end: to, plain}
}

/** Lines of a stretch without edge white space; the first keeps what it starts with, the last what it ends with. */
function linesOf(source: string, start: number, end: number): Range[] {
  const raw = source.slice(start, end)
  const lines: Range[] = []
  let from = start
  for (const {index, 0: mark} of raw.matchAll(lineEnding)) {
    let to = start + index
    while (to > from && isBlank(source.charCodeAt(to - 1))) to--
    lines.push({start: from, end: to})
    from = start + index + mark.length
    while (from < end && (isBlank(source.charCodeAt(from)) || source[from] === '>')) from++
  }
  lines.push({start: Math.min(from, end), end})
  return lines
}

/** Start of a line's text: marks skipped as prefix that the parser counts as text are given back. */
function startOf(source: string, {start, end}: Range, value: string, cursor: number): number | undefined {
  const text = decodeString(source.slice(start, end))
  for (let first = start; ; first--) {
    const line = source.slice(first, start) + text
    if (value.startsWith(line, cursor) && /^(?:[\r\n]|$)/.test(value.slice(cursor + line.length)[0] ?? ''))
      return first
    if (!/[> \t]/.test(source[first - 1] ?? '')) return
  }
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
  for (const {index, 0: mark} of raw.matchAll(special)) {
    const text = decodeString(mark)
    if (text === mark) continue
    plain(index)
    add({start: start + index, end: start + index + mark.length, text, plain: false})
    from = index + mark.length
  }
  plain(raw.length)
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}
