import type {Node} from './tree.ts'

/**
 * Find something out about a node only once: many codes of a unit ask the same of it, and a unit may be large.
 *
 * The result is forgotten together with the node.
 */
export function memo<Found>(find: (node: Node) => Found): (node: Node) => Found {
  const known = new WeakMap<Node, {readonly found: Found}>()
  return (node) => {
    const before = known.get(node)
    if (before) return before.found
    const found = find(node)
    known.set(node, {found})
    return found
  }
}

/** Nodes by id, the first of those that share one. */
export function byId(nodes: Iterable<Node>): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>()
  for (const node of nodes) {
    const id = node.attributes.get('id')
    if (id !== undefined && !found.has(id)) found.set(id, node)
  }
  return found
}
