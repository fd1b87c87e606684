import type {Range} from '../text/source.ts'

const template = String.raw`(?:\{\{[^\r\n]{0,999}?\}\}|\{%[^\r\n]{0,999}?%\}|<%[^\r\n]{0,999}?%>)`
const plain = String.raw`(?:(?!\{[{%]|<%)[^\s()<>])*`
const destination = `(${plain}(?:${template}${plain})+)`
/** What stands before and after a destination in a link, and in a definition that is not of a footnote (CommonMark 6.3 and 4.7). */
const patterns: ReadonlyArray<RegExp> = [
  new RegExp(String.raw`\]\([ \t]*${destination}(?=[ \t]*(?:[ \t]["'(][^\r\n]*)?\))`, 'g'),
  new RegExp(
    String.raw`(?<![^\r\n])[ \t>]*\[(?!\^)[^\]\r\n]+\]:[ \t]+${destination}(?=[ \t]*(?:[ \t]["'(][^\r\n]*)?(?![^\r\n]))`,
    'g'
  )
]

/**
 * Where links lead by template syntax that CommonMark takes for text: `[text]({{< ref "page" >}})`.
 *
 * Sites expand it before their Markdown is read, so it is a link; escaped as text it would be none. A destination has
 * no white space and no unbalanced parenthesis (CommonMark 6.3), and template syntax has both.
 */
export function findTargets(source: string): Range[] {
  if (!/\{[{%]|<%/.test(source)) return []
  return patterns.flatMap((pattern) => Array.from(source.matchAll(pattern), destinationIn))
}

function destinationIn({index, 0: whole, 1: found = ''}: RegExpExecArray): Range {
  const start = index + whole.indexOf(found, whole.search(/\]\(|\]:/) + 2)
  return {start, end: start + found.length}
}
