import {detach} from '../detach.ts'
import type {Fault} from './structure.ts'
import {ancestor, bare, named, type Node} from './tree.ts'

/** What is unique in a file: elements by name, and the attribute that is their key. */
const KEYS: ReadonlyArray<readonly [names: RegExp, key: string]> = [
  [/^(?:trans-unit|bin-unit)$/, 'id'],
  [/^group$/, 'id'],
  [/^context-group$/, 'name'],
  [/^count-group$/, 'name'],
  [/^tool$/, 'tool-id'],
  [/^phase$/, 'phase-name']
]

const TOOL = /^(?:file|phase|alt-trans)$/
const PHASE = /^(?:count|trans-unit|target)$/

/** Check keys and references of XLIFF 1.2: units, groups, tools, phases and segments; portion by portion. */
export function createKeys(fault: Fault): (nodes: ReadonlyArray<Node>) => void {
  const seen = KEYS.map(() => new Set<string>())
  const known = {'tool-id': seen[4]!, 'phase-name': seen[5]!}
  /** References to what has not come yet. */
  let open: {node: Node; attribute: keyof typeof known; ref: string}[] = []

  const refer = (node: Node, attribute: keyof typeof known): void => {
    const ref = node.attributes.get(attribute)
    if (ref !== undefined && !known[attribute].has(ref))
      open.push({node: bare(node), attribute, ref: detach(ref)})
  }
  const endFile = (): void => {
    for (const {node, attribute, ref} of open) {
      if (!known[attribute].has(ref)) fault('reference-unknown', node, {attribute, ref})
    }
    open = []
    for (const keys of seen) keys.clear()
  }

  return (nodes) => {
    for (const node of nodes) {
      if (node.name !== 'file' && !ancestor(node, 'file')) continue
      for (const [index, [names, key]] of KEYS.entries()) {
        if (names.test(node.name) && (index < 4 || ancestor(node, 'header')))
          unique([node], key, seen[index]!, fault)
      }
      if (TOOL.test(node.name)) refer(node, 'tool-id')
      if (PHASE.test(node.name)) refer(node, 'phase-name')
      if (node.name === 'trans-unit' || node.name === 'alt-trans') checkSegments(node, fault)
      if (node.name === 'file') endFile()
    }
  }
}

function unique(nodes: ReadonlyArray<Node>, attribute: string, seen: Set<string>, fault: Fault): void {
  for (const node of nodes) {
    const value = node.attributes.get(attribute)
    if (value === undefined) continue
    if (seen.has(value)) fault('id-duplicate', node, {element: node.name, id: value})
    else seen.add(detach(value))
  }
}

/** Segments of a target are those of its `<seg-source>`. */
function checkSegments(node: Node, fault: Fault): void {
  const segments = named(node, 'seg-source').flatMap((source) => named(source, 'mrk'))
  unique(segments, 'mid', new Set(), fault)
  const mids = new Set(segments.map(({attributes}) => attributes.get('mid')))
  const marks = named(node, 'target').flatMap((target) => named(target, 'mrk'))
  const alternatives = node.name === 'trans-unit' ? named(node, 'alt-trans') : []
  for (const mark of [...marks, ...alternatives]) {
    const mid = mark.attributes.get('mid')
    const inFile = ancestor(mark, 'file') !== undefined
    if (inFile && mid !== undefined && !mids.has(mid)) fault('segment-unknown', mark, {mid})
  }
}
