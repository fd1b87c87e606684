import type {Block, Document} from '@passerelle/model'
import {type Format, formatNamed} from '../formats/formats.ts'
import type {SourceBlock} from '../project/source.ts'

/** Finds the block of a page that belongs to a block of its source; undefined if the two have different blocks. */
export function counterpartsIn(
  page: Document,
  source: Document,
  format: Format
): ((block: SourceBlock) => Block | undefined) | undefined {
  if (formatNamed(format).blocksAnswerBy === 'key') {
    const byKey = new Map(page.blocks.map((block) => [block.key, block]))
    return ({block}) => byKey.get(block.key)
  }
  const isSame = ({kind}: Block, index: number): boolean => kind === source.blocks[index]!.kind
  return page.blocks.length === source.blocks.length && page.blocks.every(isSame)
    ? ({index}) => page.blocks[index]
    : undefined
}
