import type {Range} from './source.ts'

/** A value that stands on the line of its key; the range includes its quotes. */
export interface SimpleValue extends Range {
  /** Keys from the top. */
  readonly path: ReadonlyArray<string>
  readonly value: string
  readonly type: 'plain' | 'single' | 'double'
}

/**
 * Read mappings whose wanted values stand on one line without escapes: most front matter. It is fifty times faster than
 * the parser of YAML, which would give the same and reads everything else.
 *
 * @param isWanted
 *   Whether the value of a key is wanted, by its path.
 * @returns
 *   The wanted values that are strings; `undefined` where anything is less simple.
 */
export function readSimple(
  yaml: string,
  isWanted: (path: ReadonlyArray<string>) => boolean
): SimpleValue[] | undefined {
  if (/[\t\uFEFF\u2028\u2029]/.test(yaml)) return undefined
  const reader: Reader = {values: [], levels: [{indent: 0, path: []}], isWanted}
  let start = 0
  for (const line of yaml.split('\n')) {
    const isRead = readLine(line.endsWith('\r') ? line.slice(0, -1) : line, start, reader)
    if (!isRead) return undefined
    start += line.length + 1
  }
  return reader.values
}

interface Reader {
  readonly values: SimpleValue[]
  /** Open mappings, outermost first. */
  readonly levels: {readonly indent: number; readonly path: ReadonlyArray<string>}[]
  readonly isWanted: (path: ReadonlyArray<string>) => boolean
  /** A key whose value begins on the next line, and the indentation of the items if it is a list. */
  open?: {readonly indent: number; readonly path: ReadonlyArray<string>; items?: number} | undefined
  /** A block of text under a key that is not wanted, and the indentation of its lines. */
  block?: {readonly indent: number; lines?: number} | undefined
}

/** Read a line; gives whether it is simple. */
function readLine(line: string, offset: number, reader: Reader): boolean {
  const indent = line.search(/[^ ]|$/)
  if (indent === line.length) return indent === 0 || !reader.block
  if (reader.block && indent > reader.block.indent) return indent >= (reader.block.lines ??= indent)
  reader.block = undefined
  if (line[indent] === '#') return true
  const item = /^ *- +(.*?) *$/.exec(line)
  if (item) return readItem(indent, item[1] ?? '', reader)
  const [, before = '', key, written = ''] =
    /^( *([A-Za-z_][\w./:-]{0,60}?):(?: +|$))(.*?) *$/.exec(line) ?? []
  return key !== undefined && readEntry({indent, key, written, start: offset + before.length}, reader)
}

function readItem(indent: number, written: string, {open, isWanted}: Reader): boolean {
  if (!open || indent < open.indent || isWanted(open.path)) return false
  return indent === (open.items ??= indent) && styleOf(written) !== undefined
}

interface Entry {
  readonly indent: number
  readonly key: string
  readonly written: string
  /** Where its value begins. */
  readonly start: number
}

function readEntry({indent, key, written, start}: Entry, reader: Reader): boolean {
  const {open, levels, values, isWanted} = reader
  if (open && open.items === undefined && indent > open.indent) levels.push({indent, path: open.path})
  while ((levels.at(-1)?.indent ?? 0) > indent) levels.pop()
  const level = levels.at(-1)
  if (level?.indent !== indent) return false
  const path = [...level.path, key]
  reader.open = written === '' ? {indent, path} : undefined
  if (written === '') return true
  const type = styleOf(written)
  if (!isWanted(path)) {
    reader.block = /^[|>][+-]?$/.test(written) ? {indent} : undefined
    return reader.block !== undefined || type !== undefined || list.test(written) || escaped.test(written)
  }
  if (!type || (type === 'plain' && maybeTyped.test(written))) return false
  const value = type === 'plain' ? written : written.slice(1, -1)
  values.push({path, value, type, start, end: start + written.length})
  return true
}

function styleOf(written: string): SimpleValue['type'] | undefined {
  if (/^"[^"\\\p{Cc}]*"$/u.test(written)) return 'double'
  if (/^'[^'\p{Cc}]*'$/u.test(written)) return 'single'
  return plain.test(written) ? 'plain' : undefined
}

/** A plain text: its first character begins no other kind of value, and it has no `: ` and no ` #`. */
const plain = /^[\p{L}\p{N}/._(](?:[^\p{Cc}:# ]|:(?=[^ \p{Cc}])| +(?=[^ #\p{Cc}])|(?<! )#)*$/u
/** Figures and truth values: only a parser of YAML knows which of them are strings. */
const maybeTyped = /^(?:\.?\p{N}[\w.+-]*|\.inf|\.nan|true|false|null|yes|no|on|off)$/iu
/** A list of words and quotations in brackets. */
const list =
  /^\[ *(?:(?:"[^"\\\p{Cc}]*" *|'[^'\p{Cc}]*' *|[\p{L}\p{N}/._][^\p{Cc},[\]{}:#"']*)(?:, *(?=[^\],])|(?=\])))*\]$/u
const escaped = /^"(?:[^"\\\p{Cc}]|\\["\\/nt])*"$/u
