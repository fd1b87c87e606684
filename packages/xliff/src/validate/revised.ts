import type {Fault} from './structure.ts'
import {ancestor, bare, type Node} from './tree.ts'

/** What the revisions of a change track are of; it is looked for in the element that holds the track. */
export interface Revised {
  readonly see: (nodes: ReadonlyArray<Node>) => void
  /** Once all has been seen. */
  readonly judge: (fault: Fault) => void
}

export function createRevised(revisions: Node, holder: Node): Revised {
  const ref = revisions.attributes.get('ref')
  const applies = revisions.attributes.get('appliesTo') ?? ''
  const node = bare(revisions)
  const isHolder = applies === holder.name
  let candidates = 0
  let withId = 0
  let isRefKnown = false
  return {
    see(nodes) {
      for (const other of nodes) {
        if (ancestor(other, 'ctr:changeTrack')) continue
        const id = other.attributes.get('id')
        if (id === ref) isRefKnown = true
        if (local(other.name) !== local(applies)) continue
        candidates++
        if (id !== undefined) withId++
      }
    },
    judge(fault) {
      if (ref !== undefined && !isRefKnown) fault('revisions-ref-unknown', node, {ref})
      if (candidates === 0 && !isHolder) fault('revisions-apply-to-nothing', node, {appliesTo: applies})
      if (ref === undefined && candidates > 1 && withId > 0) fault('revisions-without-ref', node)
    }
  }
}

function local(name: string): string {
  return name.replace(/^.*:/, '')
}
