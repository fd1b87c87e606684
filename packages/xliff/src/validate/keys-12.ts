import type {Fault} from './structure.ts'
import {ancestor, named, type Node, walk} from './tree.ts'

/** Keys and references of XLIFF 1.2: units, groups, tools, phases and segments. */
export function checkKeys(root: Node, fault: Fault): void {
  for (const file of named(root, 'file')) {
    const nodes = walk(file)
    unique(nodes, /^(?:trans-unit|bin-unit)$/, 'id', fault)
    unique(nodes, /^group$/, 'id', fault)
    unique(nodes, /^context-group$/, 'name', fault)
    unique(nodes, /^count-group$/, 'name', fault)
    const header = named(file, 'header').flatMap(walk)
    unique(header, /^tool$/, 'tool-id', fault)
    unique(header, /^phase$/, 'phase-name', fault)
    const tools = valuesOf(header, 'tool', 'tool-id')
    const phases = valuesOf(header, 'phase', 'phase-name')
    for (const node of nodes) {
      if (/^(?:file|phase|alt-trans)$/.test(node.name)) refer(node, 'tool-id', tools, fault)
      if (/^(?:count|trans-unit|target)$/.test(node.name)) refer(node, 'phase-name', phases, fault)
      if (node.name === 'trans-unit' || node.name === 'alt-trans') checkSegments(node, fault)
    }
  }
}

function valuesOf(
  nodes: ReadonlyArray<Node>,
  name: string,
  attribute: string
): ReadonlySet<string | undefined> {
  return new Set(nodes.filter((node) => node.name === name).map(({attributes}) => attributes.get(attribute)))
}

function unique(nodes: ReadonlyArray<Node>, names: RegExp, attribute: string, fault: Fault): void {
  const seen = new Set<string>()
  for (const node of nodes) {
    const value = names.test(node.name) ? node.attributes.get(attribute) : undefined
    if (value === undefined) continue
    if (seen.has(value)) fault('id-duplicate', node, {element: node.name, id: value})
    seen.add(value)
  }
}

function refer(node: Node, attribute: string, known: ReadonlySet<string | undefined>, fault: Fault): void {
  const ref = node.attributes.get(attribute)
  if (ref !== undefined && !known.has(ref)) fault('reference-unknown', node, {attribute, ref})
}

/** Segments of a target are those of its `<seg-source>`. */
function checkSegments(node: Node, fault: Fault): void {
  const segments = named(node, 'seg-source').flatMap((source) => named(source, 'mrk'))
  unique(segments, /^mrk$/, 'mid', fault)
  const mids = new Set(segments.map(({attributes}) => attributes.get('mid')))
  const marks = named(node, 'target').flatMap((target) => named(target, 'mrk'))
  const alternatives = node.name === 'trans-unit' ? named(node, 'alt-trans') : []
  for (const mark of [...marks, ...alternatives]) {
    const mid = mark.attributes.get('mid')
    const inFile = ancestor(mark, 'file') !== undefined
    if (inFile && mid !== undefined && !mids.has(mid)) fault('segment-unknown', mark, {mid})
  }
}
