import type {Content} from './content.ts'

/** What a block is in its document, such as a heading. */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'cell'
  | 'alternative'
  | 'title'
  | 'front-matter'
  | 'value'
  | 'text'
  | 'attribute'
  | 'label'
  | 'comment'

/** What a paragraph stands in, if people have a word for it. */
export type Container = 'item' | 'quotation'

/** Where something stands: line and column 1-based, offset 0-based, all in UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/**
 * A run of prose a translator sees as one: a heading, a paragraph, a cell, a front-matter value.
 *
 * ```markdown
 * > | ## Install *now*
 *        ^^^^^^^^^^^^^
 * ```
 */
export interface Block {
  readonly kind: BlockKind
  /** Where the block begins in its document. */
  readonly place: Place
  /** Range in the text of the document, `end` excluded; ranges of two blocks nest or are disjoint. */
  readonly start: number
  readonly end: number
  /** The prose, decoded: no escape, entity, soft break or container prefix. */
  readonly content: Content
  /** Headings above the block, outermost first; for a catalog, the keys above. */
  readonly trail: ReadonlyArray<string>
  /** What a paragraph stands in; not part of the block's identity. */
  readonly container?: Container
  /** Name of a front-matter value or a catalog entry; part of the block's identity. */
  readonly key?: string
  /** What the author tells the translator. */
  readonly note?: string
  /** Longest target allowed, in characters. */
  readonly maxLength?: number
  /** True if the block is not in the source, but the target needs it, such as a plural form that the source lacks. */
  readonly derived?: true
}

/** A content file, cut into what is translated and what is kept. */
export interface Document {
  /** Path below the folder of its locale, with `/`. */
  readonly path: string
  /** Name of its format; the pipeline has the table of all formats. */
  readonly format: string
  /** The whole file, byte order mark included. */
  readonly text: string
  /** In reading order; a block inside another (an image's alternative text) follows it. */
  readonly blocks: ReadonlyArray<Block>
}

/** A part of a document: a block, or the skeleton between blocks. */
export interface Part {
  readonly type: 'block' | 'skeleton'
  readonly raw: string
}

/**
 * The outermost blocks and the skeleton between them.
 *
 * Parts *tile* the file: joining every `raw` gives it back, character for character.
 */
export function partsOf(document: Document): Part[] {
  const {text} = document
  const parts: Part[] = []
  let offset = 0
  for (const {start, end, derived} of document.blocks) {
    if (derived || start < offset) continue
    if (start > offset) parts.push({type: 'skeleton', raw: text.slice(offset, start)})
    parts.push({type: 'block', raw: text.slice(start, end)})
    offset = end
  }
  if (offset < text.length) parts.push({type: 'skeleton', raw: text.slice(offset)})
  return parts
}

/**
 * Gives the place of each offset in a text.
 *
 * Lines end with LF, CRLF or CR. A byte order mark does not count as a column.
 */
export function placesOf(text: string): (offset: number) => Place {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0]
  const lineEnd = text.includes('\r') ? /\r\n|\n|\r/g : undefined
  if (lineEnd) for (const {index, 0: mark} of text.matchAll(lineEnd)) starts.push(index + mark.length)
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1, offset}
  }
}
