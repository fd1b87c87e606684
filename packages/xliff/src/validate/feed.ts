import type {Element, Visitor} from '../xml/parse.ts'
import {Malformed} from '../xml/tag.ts'
import {bare, type Node, nodeOf, type Scope, treeOf, walk} from './tree.ts'

/** A file that keeps more elements outside its units than this is hostile. */
const MOST = 1 << 18

/** Elements that may be repeated without limit: no rule counts or orders them. */
const REPEATED = /^(?:file|group|unit|trans-unit|bin-unit)$/

/** A container that is open. */
interface Open {
  readonly node: Node
  readonly scope: Scope
  readonly children: Node[]
  /** Repeated elements since the last element of another name. */
  readonly met: Set<string>
  /** How many nodes are dropped when it is closed. */
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
 * The elements of a unit, or of another element right in a container, come when it ends. A container comes when it ends
 * itself, with its children that are neither units nor containers; one empty stand-in takes the place of the others.
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
