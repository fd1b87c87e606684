import type {ScalarStyle} from './slot.ts'
import type {Range} from './source.ts'

/** A value that stands on the line of its key; the range includes its quotes. */
export interface SimpleValue extends Range {
  readonly key: string
  readonly value: string
  readonly type: Extract<ScalarStyle['type'], 'plain' | 'single' | 'double'>
}

/**
 * Read a mapping in which nothing is nested, folded, escaped or remarked upon: most front matter there is.
 *
 * The parser of YAML reads everything else, and would read this the same, in fifty times the time.
 *
 * @param isWanted
 *   Whether the value of a key is asked for.
 * @returns
 *   The values of wanted keys that are strings; `undefined` where anything is not so simple.
 */
export function readSimple(yaml: string, isWanted: (key: string) => boolean): SimpleValue[] | undefined {
  if (/[\t\r\uFEFF\u2028\u2029]/.test(yaml)) return undefined
  const values: SimpleValue[] = []
  let start = 0
  let listKey: string | undefined
  let listIndent: string | undefined
  for (const line of yaml.split('\n')) {
    const item = listKey === undefined ? null : /^( {0,8})- (.*)$/.exec(line)
    const entry = item ? null : /^([A-Za-z_][\w-]{0,60}):(?: (.*))?$/.exec(line)
    if (item) {
      listIndent ??= item[1]
      if (item[1] !== listIndent || isWanted(listKey ?? '') || !styleOf(item[2] ?? '')) return undefined
    } else if (entry?.[1]) {
      const [, key, written = ''] = entry
      if (written === '') [listKey, listIndent] = [key, undefined]
      else {
        listKey = undefined
        const style = styleOf(written)
        if (!style && (isWanted(key) || !list.test(written))) return undefined
        if (style && isWanted(key)) {
          if (style === 'plain' && maybeTyped.test(written)) return undefined
          const value = style === 'plain' ? written : written.slice(1, -1)
          const from = start + line.length - written.length
          values.push({key, value, type: style, start: from, end: start + line.length})
        }
      }
    } else if (line !== '') return undefined
    start += line.length + 1
  }
  return values
}

function styleOf(written: string): SimpleValue['type'] | undefined {
  if (/^"[^"\\\p{Cc}]*"$/u.test(written)) return 'double'
  if (/^'[^'\p{Cc}]*'$/u.test(written)) return 'single'
  return plain.test(written) ? 'plain' : undefined
}

/** Text that starts with a letter or a figure, and holds neither the start of a comment nor of a value. */
const plain = /^[\p{L}\p{N}](?:[^\p{Cc}:# ]|:(?=[^ \p{Cc}])| (?=[^ #\p{Cc}])|(?<! )#)*$/u
/** Figures, dates, truth values: only a parser of YAML knows what is a string. */
const maybeTyped = /^(?:\p{N}.*|true|false|null|yes|no|on|off)$/iu
/** A list of words in brackets. */
const list = /^\[(?:[A-Za-z][\w./-]*(?:, ?[A-Za-z][\w./-]*)*)?\]$/
