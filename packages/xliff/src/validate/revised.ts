import {detach} from '../xml/detach.ts'
import {memo} from './memo.ts'
import type {Fault} from './structure.ts'
import {ancestor, bare, named, type Node, walk} from './tree.ts'

/** What an element has that may have been revised: everything but its change tracks. */
export interface Revisable {
  readonly see: (nodes: ReadonlyArray<Node>) => void
  readonly hasId: (id: string) => boolean
  /** How many elements have a name, and how many of these have an id. */
  readonly count: (name: string) => {readonly all: number; readonly withId: number}
  /** Whether an element has an attribute: the one with the id, or without an id any with the name. */
  readonly hasAttribute: (name: string, id: string | undefined, attribute: string) => boolean
}

function createRevisable(): Revisable {
  /** Names of the attributes of each element with an id. */
  const ids = new Map<string, string>()
  const attributes = new Map<string, Set<string>>()
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
        const own = attributes.get(name) ?? new Set()
        attributes.set(name, own)
        for (const attribute of node.attributes.keys()) if (!own.has(attribute)) own.add(detach(attribute))
        if (id === undefined) continue
        ids.set(detach(id), detach([...node.attributes.keys()].join(' ')))
        count.withId++
      }
    },
    hasId: (id) => ids.has(id),
    count: (name) => counts.get(local(name)) ?? {all: 0, withId: 0},
    hasAttribute(name, id, attribute) {
      const known = id === undefined ? undefined : ids.get(id)
      return known === undefined
        ? (attributes.get(local(name))?.has(attribute) ?? false)
        : known.split(' ').includes(attribute)
    }
  }
}

/**
 * What may have been revised in an element that is still being read: the same object for all its tracks, filled as
 * nodes come.
 */
export const revisableOf: (holder: Node) => Revisable = memo(createRevisable)

/** What may have been revised in an element that has been read. */
export const revisableIn: (holder: Node) => Revisable = memo((holder) => {
  const revisable = createRevisable()
  revisable.see(walk(holder))
  return revisable
})

/** What is wrong with revisions, judged by what is in the element that holds their track (5.6 of 2.0). */
export function judgeOf(revisions: Node, holder: Node): (revisable: Revisable, fault: Fault) => void {
  const ref = revisions.attributes.get('ref')
  const appliesTo = revisions.attributes.get('appliesTo') ?? ''
  const node = bare(revisions)
  const isHolder = appliesTo === holder.name
  const known = new Set(holder.attributes.keys())
  const properties = propertiesOf(revisions)
  return ({hasId, count, hasAttribute}, fault) => {
    const {all, withId} = count(appliesTo)
    if (ref !== undefined && !hasId(ref)) fault('revisions-ref-unknown', node, {ref})
    if (all === 0 && !isHolder) fault('revisions-apply-to-nothing', node, {appliesTo})
    if (ref === undefined && all > 1 && withId > 0) fault('revisions-without-ref', node)
    for (const [property, item] of properties) {
      const isThere = hasAttribute(appliesTo, ref, property) || (isHolder && known.has(property))
      const isNamed = PREFIXED.test(property) || (all === 0 && !isHolder)
      if (!isThere && !isNamed) fault('revision-property-unknown', item, {property})
    }
  }
}

/** Attributes of extensions are not checked: their prefix may mean anything. */
const PREFIXED = /^[\w.-]+:[\w.-]+$/

/** What revisions change besides the content: attributes, each with the first item that names it. */
function propertiesOf(revisions: Node): Map<string, Node> {
  const items = named(revisions, 'ctr:revision').flatMap((revision) => named(revision, 'ctr:item'))
  const properties = new Map<string, Node>()
  for (const item of items) {
    const property = item.attributes.get('property') ?? ''
    if (property !== 'content' && !properties.has(property)) properties.set(detach(property), bare(item))
  }
  return properties
}

function local(name: string): string {
  return name.replace(/^.*:/, '')
}
