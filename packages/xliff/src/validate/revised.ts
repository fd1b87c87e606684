import {detach} from '../detach.ts'
import {memo} from './memo.ts'
import type {Fault} from './structure.ts'
import {ancestor, bare, type Node, walk} from './tree.ts'

/** What may have been revised in an element: all but its change tracks. */
export interface Revisable {
  readonly see: (nodes: ReadonlyArray<Node>) => void
  readonly hasId: (id: string) => boolean
  /** How many elements of a name there are, and how many of these have an id. */
  readonly count: (name: string) => {readonly all: number; readonly withId: number}
}

function createRevisable(): Revisable {
  const ids = new Set<string>()
  const counts = new Map<string, {all: number; withId: number}>()
  return {
    see(nodes) {
      for (const node of nodes) {
        if (ancestor(node, 'ctr:changeTrack')) continue
        const id = node.attributes.get('id')
        const name = local(node.name)
        const count = counts.get(name) ?? {all: 0, withId: 0}
        counts.set(name, count)
        count.all++
        if (id === undefined) continue
        ids.add(detach(id))
        count.withId++
      }
    },
    hasId: (id) => ids.has(id),
    count: (name) => counts.get(local(name)) ?? {all: 0, withId: 0}
  }
}

/** What may have been revised in an element that goes by: the same for all its tracks, and still to be shown. */
export const revisableOf: (holder: Node) => Revisable = memo(createRevisable)

/** What may have been revised in an element that is whole. */
export const revisableIn: (holder: Node) => Revisable = memo((holder) => {
  const revisable = createRevisable()
  revisable.see(walk(holder))
  return revisable
})

/** What is wrong with revisions, by what the element that holds their track has (5.6 of 2.0). */
export function judgeOf(revisions: Node, holder: Node): (revisable: Revisable, fault: Fault) => void {
  const ref = revisions.attributes.get('ref')
  const appliesTo = revisions.attributes.get('appliesTo') ?? ''
  const node = bare(revisions)
  const isHolder = appliesTo === holder.name
  return ({hasId, count}, fault) => {
    const {all, withId} = count(appliesTo)
    if (ref !== undefined && !hasId(ref)) fault('revisions-ref-unknown', node, {ref})
    if (all === 0 && !isHolder) fault('revisions-apply-to-nothing', node, {appliesTo})
    if (ref === undefined && all > 1 && withId > 0) fault('revisions-without-ref', node)
  }
}

function local(name: string): string {
  return name.replace(/^.*:/, '')
}
