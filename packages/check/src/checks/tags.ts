import {excerptOf, textOf} from '@passerelle/model'
import {type Check, onPairs} from '../check.ts'

/** What looks like a tag of HTML, of XLIFF or of a tool: `<b>`, `</g5>`, `<x1/>`. */
const TAG = /<\/?[A-Za-z][\w:-]*(?:\s[^<>]*)?\/?>|<!--/g

/** Marks of Markdown around words, which a merge escapes so that readers see them: `**x**`, `__x__`, `` `x` ``, `[x](y)`. */
const MARKDOWN = /\*\*[^\s*][^*]*\*\*|__[^\s_][^_]*__|`[^`]+`|\[[^\]]+\]\([^)\s]+\)/g

/** Marks of Markdown before a text: of a heading, a quotation, an item. */
const BEFORE = /^(?:#{1,6}|>|[-*+])\s/g

/** What stands where a character was lost on the way: `bless\uFFFD`, `Ã\u0089tat`, `bless?e`. */
const LOST = /[\uFFFD\u007F-\u009F]|\p{L}\?(?=\p{Ll})/gu

/**
 * `tag-in-text`: a translator typed a tag or marks of Markdown, which readers would see as they are, or a tool lost a
 * character.
 *
 * Only where the source has no such thing as text: who writes about HTML means it, and what stands in Markdown's marks
 * there may be translated, as `` `do COMMAND` `` is `` `do COMMANDE` ``.
 */
export const tags: Check = onPairs((source, target) => {
  const meant = textOf(source)
  const text = textOf(target)
  const found = [TAG, MARKDOWN, BEFORE, LOST]
    .flatMap((marks) => text.match(marks) ?? [])
    .map((marks) => marks.trim())
    .find((marks) => !meant.includes(marks) && !isAlike(marks, meant))
  return found === undefined ? [] : [{id: 'tag-in-text', args: {found, text: excerptOf(source)}}]
})

/** Whether a source has the same marks of Markdown, around whatever words. */
function isAlike(marks: string, source: string): boolean {
  const [kind] = /^(?:\*\*|__|`|\[)/.exec(marks) ?? []
  return kind !== undefined && (source.match(MARKDOWN) ?? []).some((other) => other.startsWith(kind))
}
