import type {PhrasingContent} from 'mdast'
import type {Range} from './source.ts'

/** A value between quotes; `start` and `end` exclude them. */
export interface Attribute extends Range {
  readonly name: string
  readonly quote: string
}

/** A tag, comment or declaration. What is between two of them is text. */
export interface Tag extends Range {
  /** In lower case; empty for comments and declarations. */
  readonly name: string
  readonly closing: boolean
  readonly selfClosing: boolean
  /** Whether it says `translate="no"` (HTML 3.2.6.3). */
  readonly untranslated: boolean
  readonly attributes: ReadonlyMap<string, Attribute>
}

/** Name of the element a tag opens or closes, in lower case; `undefined` for comments and the like. */
export function tagName(tag: string): string | undefined {
  return /^<\/?([A-Za-z][\w:.-]*)/.exec(tag)?.[1]?.toLowerCase()
}

/** Elements without content, hence without an end tag (HTML 13.1.2). */
export const emptyElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' ')
)

/**
 * Pair start tags with end tags among siblings.
 *
 * @returns
 *   Index to index, both ways. Pairs nest; a tag without a partner is not in it.
 */
export function pairTags(nodes: ReadonlyArray<PhrasingContent>): ReadonlyMap<number, number> {
  if (!nodes.some(({type}) => type === 'html')) return noMates
  const mates = new Map<number, number>()
  const open: {index: number; name: string}[] = []
  for (const [index, node] of nodes.entries()) {
    const name = node.type === 'html' ? tagName(node.value) : undefined
    if (node.type !== 'html' || name === undefined) continue
    if (!node.value.startsWith('</')) {
      if (!emptyElements.has(name) && !node.value.endsWith('/>')) open.push({index, name})
      continue
    }
    const at = open.findLastIndex((tag) => tag.name === name)
    const start = open[at]
    if (!start) continue
    open.length = at
    mates.set(start.index, index)
    mates.set(index, start.index)
  }
  return mates
}

const noMates: ReadonlyMap<number, number> = new Map()
