import {createAdvice} from './advice-12.ts'
import {checkCodes12} from './codes-12.ts'
import {createKeys} from './keys-12.ts'
import {TYPES_12} from '../words/values-12.ts'
import {ELEMENTS_12} from './schema-12.ts'
import {checkStructure, type Fault} from './structure.ts'
import type {Node} from './tree.ts'

const SCHEMA = {elements: ELEMENTS_12, types: TYPES_12, isModular: false}

/** Check an XLIFF 1.2 file, portion by portion; see `createFeed`. */
export function createCheck12(root: Node, fault: Fault): (nodes: ReadonlyArray<Node>) => void {
  const checkKeys = createKeys(fault)
  const checkAdvice = createAdvice(root, fault)
  return (all) => {
    const nodes = withoutExtensions(all)
    checkStructure(nodes, SCHEMA, fault)
    checkExtensions(nodes, fault)
    checkKeys(nodes)
    checkCodes12(nodes, fault)
    checkAdvice(nodes)
  }
}

const isForeign = ({name}: Node): boolean => name === '~' || name.includes(':')

/** Leave out what stands inside an extension, even if it has a name of XLIFF: only the extension itself is checked. */
function withoutExtensions(nodes: ReadonlyArray<Node>): ReadonlyArray<Node> {
  if (!nodes.some(isForeign)) return nodes
  const foreign = new Set<Node>()
  return nodes.filter((node) => {
    const {parent} = node
    const isInside = parent !== undefined && (isForeign(parent) || foreign.has(parent))
    if (isInside) foreign.add(node)
    return !isInside
  })
}

/** An extension has a namespace of its own; only elements that describe a tool may have none. */
function checkExtensions(nodes: ReadonlyArray<Node>, fault: Fault): void {
  for (const node of nodes) {
    const {name, element, parent} = node
    if (name !== '~' || element.namespace || !parent || parent.name === 'tool') continue
    const rule = Object.hasOwn(ELEMENTS_12, parent.name) ? ELEMENTS_12[parent.name] : undefined
    if (rule?.children.includes('<~>')) fault('element-unknown', node, {element: element.name})
  }
}
