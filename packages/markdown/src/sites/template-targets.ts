import type {Range} from '../text/source.ts'

const template = String.raw`(?:\{\{[^\r\n]{0,999}?\}\}|\{%[^\r\n]{0,999}?%\}|<%[^\r\n]{0,999}?%>)`
const plain = String.raw`(?:(?!\{[{%]|<%)[^\s()<>])*`
const destination = `(${plain}(?:${template}${plain})+)`
/**
 * What stands before and after a destination in a link, and in a definition other than a footnote's (CommonMark 6.3 and
 * 4.7).
 */
const patterns: ReadonlyArray<RegExp> = [
  new RegExp(String.raw`\]\([ \t]*${destination}(?=[ \t]*(?:[ \t]["'(][^\r\n]*)?\))`, 'g'),
  new RegExp(
    String.raw`(?<![^\r\n])[ \t>]*\[(?!\^)[^\]\r\n]+\]:[ \t]+${destination}(?=[ \t]*(?:[ \t]["'(][^\r\n]*)?(?![^\r\n]))`,
    'g'
  )
]

/**
 * Find destinations in template syntax, which CommonMark takes for text: `[text]({{< ref "page" >}})`.
 *
 * Sites expand it before they read Markdown, so this is a link, and must not be escaped as text. CommonMark's
 * destinations have no white space and no unbalanced parenthesis (6.3); template syntax may have both.
 */
export function findTargets(source: string): Range[] {
  if (!/\{[{%]|<%/.test(source)) return []
  return patterns.flatMap((pattern) => Array.from(source.matchAll(pattern), destinationIn))
}

function destinationIn({index, 0: whole, 1: found = ''}: RegExpExecArray): Range {
  const start = index + whole.indexOf(found, whole.search(/\]\(|\]:/) + 2)
  return {start, end: start + found.length}
}
