import type {Container, Content, Diagnostic} from '@passerelle/model'
import type {Nodes, PhrasingContent} from 'mdast'
import {rangeOf} from '../parse/tree.ts'
import type {Range} from '../text/source.ts'
import type {Context} from './context.ts'
import {readPhrasing} from './phrasing.ts'
import type {Form, Slot} from './slot.ts'

/** Gets what stands in a text, in reading order. */
export interface Sink {
  /** Prose, translatable or not; a slot inside another comes after it. */
  slot(slot: Slot): void
  /**
   * A line of the structure, one per node: containers, slots, and skeleton with its bytes.
   *
   * Two texts with equal lines and equal slots are the same document.
   */
  line(line: string): void
}

/** All that is known while a text is walked. */
export interface WalkState extends Omit<Context, 'inCell'> {
  readonly path: string
  readonly sink: Sink
  /** Where delimiters were thinned out; paragraphs there are left alone. */
  readonly thinned: ReadonlyArray<Range>
  readonly tables: Range[]
  readonly diagnostics: Diagnostic[]
  /** The heading of each level above, outermost first. */
  readonly headings: {readonly depth: number; readonly text: string}[]
  /** Texts of these headings. */
  trail: ReadonlyArray<string>
  /** The container around the node that is visited, where people have a name for it. */
  container: Container | undefined
  /** Labels of container fences that were not added yet, in order. */
  readonly labels: Range[]
  /** Depth of the node that is visited, itself included. */
  depth: number
  /** What an author asked to leave alone: the next block, or all blocks to the end of a region. */
  ignoring: 'nothing' | 'next' | 'region'
}

/** Add prose as a slot, with the slots in it. */
export function addSlot(
  nodes: ReadonlyArray<PhrasingContent>,
  kind: Slot['kind'],
  form: Form,
  state: WalkState
): Content {
  const {sink, trail, container} = state
  sink.line(form)
  const first = nodes[0]
  const last = nodes.at(-1)
  if (!first || !last) return []
  const inCell = form === 'cell'
  const {content, ranges, nested, collapsed} = readPhrasing(nodes, contextOf(state, {inCell}))
  sink.slot({
    kind,
    form,
    start: rangeOf(first).start,
    end: rangeOf(last).end,
    content,
    ranges,
    collapsed,
    trail,
    inCell,
    ...(container && {container})
  })
  for (const slot of nested) sink.slot(slot)
  return content
}

/** Add skeleton with slots in it; its line of the structure has a NUL for each slot. */
export function addMarkup({start, end}: Range, slots: ReadonlyArray<Slot>, {source, sink}: WalkState): void {
  let skeleton = ''
  let cursor = start
  for (const slot of slots) {
    skeleton += `${source.slice(cursor, Math.max(cursor, slot.start))}\0`
    cursor = Math.max(cursor, slot.end)
  }
  sink.line(`markup ${skeleton}${source.slice(cursor, end)}`)
  for (const slot of slots) sink.slot(slot)
}

/** Whether delimiters in a node were thinned out. */
export function isThinned(node: Nodes, {thinned}: WalkState): boolean {
  if (thinned.length === 0) return false
  const {start, end} = rangeOf(node)
  return thinned.some((range) => range.start < end && range.end > start)
}

export function contextOf({source, settings, trail}: WalkState, {inCell} = {inCell: false}): Context {
  return {source, settings, trail, inCell}
}

export function slice({start, end}: Range, {source}: WalkState): string {
  return source.slice(start, end)
}
