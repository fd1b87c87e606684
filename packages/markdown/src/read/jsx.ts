import type {Nodes} from 'mdast'
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx'
import {attributeSlot} from './html.ts'
import {rangeOf} from '../parse/tree.ts'
import type {Context} from './context.ts'
import type {Slot} from './slot.ts'
import type {Range} from '../text/source.ts'

/** Attributes of components that people read. */
const prose = new Set(
  'alt title placeholder aria-label label description caption heading summary subtitle tagline tooltip'.split(
    ' '
  )
)

/** Slots in the attributes of a component: plain strings with names that hold prose. */
export function readJsxAttributes(node: MdxJsxFlowElement | MdxJsxTextElement, context: Context): Slot[] {
  return node.attributes.flatMap((attribute) => {
    const {position} = attribute
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string' || !position) return []
    if (!prose.has(attribute.name)) return []
    const start = position.start.offset ?? 0
    const end = position.end.offset ?? 0
    const value = /^[^=]*=\s*(["'])/.exec(context.source.slice(start, end))
    if (!value?.[1]) return []
    const range = {start: start + value[0].length, end: end - 1}
    return [
      attributeSlot(
        {...range, quote: value[1]},
        context.source.slice(range.start, range.end),
        range.start,
        context
      )
    ]
  })
}

/** What stands between the tags of an element; `undefined` for an empty one. */
export function insideOf(node: MdxJsxFlowElement | MdxJsxTextElement): Range | undefined {
  const [first, last]: (Nodes | undefined)[] = [node.children[0], node.children.at(-1)]
  return first && last && {start: rangeOf(first).start, end: rangeOf(last).end}
}
