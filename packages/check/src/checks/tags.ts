import {excerptOf, textOf} from '@passerelle/model'
import {type Check, onPairs} from '../rule/check.ts'

/** A text like a tag of HTML, of XLIFF or of a tool: `<b>`, `</g5>`, `<x1/>`. */
const TAG = /<\/?[A-Za-z][\w:-]*(?:\s[^<>]*)?\/?>|<!--/g

/**
 * Markup of Markdown around words: `**x**`, `__x__`, `` `x` ``, `[x](y)`. A merge escapes it, so readers would see it.
 */
const MARKDOWN = /\*\*[^\s*][^*]*\*\*|__[^\s_][^_]*__|`[^`]+`|\[[^\]]+\]\([^)\s]+\)/g

/** Markup of Markdown before a text, as of a heading, a quotation, an item. */
const BEFORE = /^(?:#{1,6}|>|[-*+])\s/g

/** Traces of a character that was lost on the way: `bless\uFFFD`, `Ã\u0089tat`, `bless?e`. */
const LOST = /[\uFFFD\u007F-\u009F]|\p{L}\?(?=\p{Ll})/gu

/**
 * `tag-in-text`: a translator typed a tag or markup of Markdown, which readers would see, or a tool lost a character.
 *
 * Only if the source has no such text: an author who writes about HTML means it. The words inside markup may be
 * translated, as in `` `do COMMAND` `` and `` `do COMMANDE` ``.
 */
export const tags: Check = onPairs((source, target) => {
  const meant = textOf(source)
  const text = textOf(target)
  const found = [TAG, MARKDOWN, BEFORE, LOST]
    .flatMap((pattern) => text.match(pattern) ?? [])
    .map((markup) => markup.trim())
    .find((markup) => !meant.includes(markup) && !isAlike(markup, meant))
  return found === undefined ? [] : [{id: 'tag-in-text', args: {found, text: excerptOf(source)}}]
})

/** Whether a source has the same markup of Markdown around any words. */
function isAlike(markup: string, source: string): boolean {
  const [kind] = /^(?:\*\*|__|`|\[)/.exec(markup) ?? []
  return kind !== undefined && (source.match(MARKDOWN) ?? []).some((other) => other.startsWith(kind))
}
