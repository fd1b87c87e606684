import type {Element, Visitor} from '../xml/parse.ts'
import {Malformed} from '../xml/tag.ts'
import {bare, type Node, nodeOf, type Scope, treeOf, walk} from './tree.ts'

/** Elements outside units that stay while a file is read, above which it is hostile. */
const MOST = 1 << 18

/** Elements of which any number may follow one another: no rule counts or orders them. */
const REPEATED = /^(?:file|group|unit|trans-unit|bin-unit)$/

/** A container that is open. */
interface Open {
  readonly node: Node
  readonly scope: Scope
  readonly children: Node[]
  /** Repeated elements met since another came. */
  readonly met: Set<string>
  /** Nodes that go when it is closed. */
  held: number
}

/** A file that is being parsed. */
export interface Feed {
  readonly visitor: Visitor
  /** The outermost element, as soon as it is open. */
  readonly root: () => Node | undefined
}

/**
 * Give the elements of a file in portions.
 *
 * Those of a unit, or of another element right in a container, come at its end; a container alone comes at its own end,
 * and has those of its children that are no units or containers, and for these one stand-in with nothing in it.
 *
 * @param tell
 *   Called for each portion, its outermost node first.
 */
export function createFeed(tell: (nodes: ReadonlyArray<Node>) => void): Feed {
  const open: Open[] = []
  let root: Node | undefined
  let kept = 0

  const keep = (node: Node, count: number): void => {
    root ??= node
    const above = open.at(-1)
    if (!above) return
    if (REPEATED.test(node.name)) {
      if (above.met.has(node.name)) return
      above.met.add(node.name)
    } else above.met.clear()
    above.children.push(REPEATED.test(node.name) ? bare(node) : node)
    const held = REPEATED.test(node.name) ? 1 : count
    above.held += held
    kept += held
    if (kept > MOST) throw new Malformed('too much outside units', node.element.start)
  }

  const visitor: Visitor = {
    open(element: Element) {
      const above = open.at(-1)
      const children: Node[] = []
      const {node, scope} = nodeOf(element, above?.node, above?.scope ?? NONE, children)
      keep(bare(node), 1)
      root = open.length === 0 ? node : root
      open.push({node, scope, children, met: new Set(), held: 0})
    },
    close() {
      const {node, held} = open.pop()!
      tell([node])
      kept -= held
    },
    leaf(element: Element) {
      const above = open.at(-1)
      const nodes = walk(treeOf(element, above?.node, above?.scope ?? NONE))
      keep(nodes[0]!, nodes.length)
      tell(nodes)
    }
  }
  return {visitor, root: () => root}
}

const NONE: Scope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']])
