import type {Report} from '../xml/report.ts'

/** What may stand before the root: byte order marks and other white space, the declaration. */
const HEAD = /^\s*(?:<\?xml\s[^>]*\?>\s*)?/

/**
 * Blank out what must not stand before the root, so that offsets stay the same.
 *
 * Translate Toolkit writes a second byte order mark after the declaration; others write one before it, or a blank line.
 * Nothing is lost: once the text is decoded, the declaration is not needed any more.
 */
export function blankHead(text: string, report: Report): string {
  const head = HEAD.exec(text)![0]
  const rest = head.replace(/^\uFEFF/, '')
  if (!/\uFEFF|^\s+</.test(rest)) return text
  report('head-mended', 'info', {}, {offset: 0})
  return ' '.repeat(head.length) + text.slice(head.length)
}
