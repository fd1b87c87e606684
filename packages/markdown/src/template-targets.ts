import type {Range} from './source.ts'

const template = String.raw`(?:\{\{[^\r\n]{0,999}?\}\}|\{%[^\r\n]{0,999}?%\}|<%[^\r\n]{0,999}?%>)`
const target = new RegExp(
  String.raw`(?<=\]\([ \t]*|(?<![^\r\n])[ \t>]*\[[^\]\r\n]+\]:[ \t]+)(?:(?!\{[{%]|<%)[^\s()<>])*(?:${template}(?:(?!\{[{%]|<%)[^\s()<>])*)+(?=[ \t]*(?:[ \t]["'(][^\r\n]*)?(?:\)|[\r\n]|$))`,
  'g'
)

/**
 * Where links lead by template syntax that CommonMark takes for text: `[text]({{< ref "page" >}})`.
 *
 * Sites expand it before their Markdown is read, so it is a link; escaped as text it would be none. A destination has
 * no white space and no unbalanced parenthesis (CommonMark 6.3), and template syntax has both.
 */
export function findTargets(source: string): Range[] {
  if (!/\{[{%]|<%/.test(source)) return []
  return Array.from(source.matchAll(target), ({index, 0: found}) => ({
    start: index,
    end: index + found.length
  }))
}
