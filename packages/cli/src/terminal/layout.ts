import stringWidth from 'string-width'
import type {Look} from './terminal.ts'

/** Letters and signs of European languages, each of which takes a column. */
const PLAIN = /^[ -~\u00A0-\u00AC\u00AE-\u017F\u2013\u2014\u2018-\u201E\u2026\u202F]*$/

/** Columns that a text takes; of what is not plain each letter is looked up, which costs time and memory. */
function columns(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text)
}

/**
 * Break a text into lines of at most `width` columns, at spaces only.
 *
 * No-break spaces stay; a word that is too long stands alone, uncut, so that paths can be copied.
 */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && columns(indent) + columns(longer) > width) {
        lines.push(indent + line)
        line = word
      } else line = longer
    }
    lines.push(indent + line)
  }
  return lines.join('\n')
}

/** Shorten a text to a width by leaving out its middle: the end of a path says the most, then its beginning. */
export function middle(text: string, width: number, ellipsis: string): string {
  if (columns(text) <= width) return text
  const room = width - columns(ellipsis)
  const letters = [...new Intl.Segmenter().segment(text)].map(({segment}) => segment)
  const tail = take(letters.toReversed(), Math.ceil(room * 0.6))
    .toReversed()
    .join('')
  const head = take(letters, room - columns(tail)).join('')
  return head + ellipsis + tail
}

function take(letters: ReadonlyArray<string>, width: number): string[] {
  const taken: string[] = []
  let used = 0
  for (const letter of letters) {
    used += columns(letter)
    if (used > width) break
    taken.push(letter)
  }
  return taken
}

/** Fill a text up to a width with spaces. */
export function pad(text: string, width: number, side: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - columns(text)))
  return side === 'left' ? text + space : space + text
}

/** Lines of prose for a person; what stands between backticks is a command, and coloured instead where there is colour. */
export function prose(text: string, {width, colors}: Look, indent = ''): string {
  const lines = wrap(text, width, indent)
  return colors.isColorSupported
    ? lines.replace(/`([^`]+)`/g, (_, command: string) => colors.cyan(command))
    : lines
}
