import type {Nodes, Root} from 'mdast'
import {rangeOf} from './context.ts'
import type {Range} from './source.ts'

/**
 * Where links lead by template syntax that CommonMark takes for text: `[text]({{< ref "page" >}})`.
 *
 * Sites expand it before their Markdown is read, so it is a link; escaped as text it would be none. A destination has
 * no white space and no unbalanced parenthesis (CommonMark 6.3): the parser is shown letters in its place.
 */
export interface Targets {
  /** As long as the source: offsets hold. */
  readonly text: string
  readonly ranges: ReadonlyArray<Range>
}

const template = String.raw`(?:\{\{[^\r\n]{0,999}?\}\}|\{%[^\r\n]{0,999}?%\}|<%[^\r\n]{0,999}?%>)`
const target = new RegExp(
  String.raw`(?<=\]\([ \t]*|(?<![^\r\n])[ \t>]*\[[^\]\r\n]+\]:[ \t]+)(?:(?!\{[{%]|<%)[^\s()<>])*(?:${template}(?:(?!\{[{%]|<%)[^\s()<>])*)+(?=[ \t]*(?:[ \t]["'(][^\r\n]*)?(?:\)|[\r\n]|$))`,
  'g'
)

/** Put letters in the place of destinations that hold template syntax. */
export function maskTargets(source: string, but: ReadonlySet<number> = new Set()): Targets {
  const ranges: Range[] = []
  if (!/\{[{%]|<%/.test(source)) return {text: source, ranges}
  const text = source.replace(target, (found: string, start: number) => {
    if (but.has(start)) return found
    ranges.push({start, end: start + found.length})
    return 'x'.repeat(found.length)
  })
  return {text, ranges}
}

/**
 * Give links, images and definitions the destinations that were masked.
 *
 * @returns
 *   The offsets of those that are no destination: in code, or in text that only looks like a link.
 */
export function unmaskTargets(root: Root, source: string, ranges: ReadonlyArray<Range>): Set<number> {
  const left = new Map(ranges.map((range) => [range.start, range]))
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node) waiting.push(...node.children)
    if (!('url' in node)) continue
    const {start, end} = rangeOf(node)
    const last = 'children' in node ? (node.children.at(-1)?.position?.end.offset ?? start) : start
    const own = ranges.find((range) => range.start > last && range.end <= end && isMasked(node.url, range))
    if (!own) continue
    node.url = source.slice(own.start, own.end)
    left.delete(own.start)
  }
  return new Set(left.keys())
}

function isMasked(url: string, {start, end}: Range): boolean {
  return url === 'x'.repeat(end - start)
}
