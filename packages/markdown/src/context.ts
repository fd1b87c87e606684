import type {Nodes} from 'mdast'
import type {Settings} from './options.ts'
import type {Range} from './source.ts'

/** What reading needs to know of where it reads. */
export interface Context {
  readonly source: string
  readonly settings: Settings
  readonly trail: ReadonlyArray<string>
  readonly inCell: boolean
}

/** Range of a node of a parsed text; all have one. */
export function rangeOf(node: Nodes): Range {
  return {start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0}
}
