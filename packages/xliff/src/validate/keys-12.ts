import {detach} from '../xml/detach.ts'
import type {Fault} from './structure.ts'
import {ancestor, bare, named, type Node} from './tree.ts'

/** What is unique in a file: elements by name, the attribute that is their key, and which elements share the keys. */
const KEYS: ReadonlyMap<string, {readonly kind: number; readonly key: string; readonly inHeader?: true}> =
  new Map([
    ['trans-unit', {kind: 0, key: 'id'}],
    ['bin-unit', {kind: 0, key: 'id'}],
    ['group', {kind: 1, key: 'id'}],
    ['context-group', {kind: 2, key: 'name'}],
    ['count-group', {kind: 3, key: 'name'}],
    ['tool', {kind: 4, key: 'tool-id', inHeader: true}],
    ['phase', {kind: 5, key: 'phase-name', inHeader: true}],
    ['external-file', {kind: 6, key: 'uid'}]
  ])

/** A way to refer to something in the file, and which fault it is if that is missing. */
interface Reference {
  readonly attribute: 'tool-id' | 'phase-name' | 'xid'
  readonly id: 'reference-unknown' | 'sub-flow-unknown'
  readonly level: 'error' | 'warning'
}

const TOOL: Reference = {attribute: 'tool-id', id: 'reference-unknown', level: 'error'}
const PHASE: Reference = {attribute: 'phase-name', id: 'reference-unknown', level: 'error'}
const UNIT: Reference = {attribute: 'xid', id: 'sub-flow-unknown', level: 'warning'}

/**
 * The schema asks for phases of `bin-unit` and `bin-target`, and for the unit of an `xid`, by names without a
 * namespace, so it checks nothing. The text has these rules, too; tools break the last.
 */
const REFERENCES = new Map<string, ReadonlyArray<Reference>>([
  ['file', [TOOL]],
  ['phase', [TOOL]],
  ['alt-trans', [TOOL, {...PHASE, level: 'warning'}]],
  ...['count', 'trans-unit', 'target', 'bin-unit', 'bin-target'].map((name) => [name, [PHASE]] as const),
  ...['bpt', 'ept', 'it', 'ph', 'g', 'x', 'bx', 'ex', 'sub'].map((name) => [name, [UNIT]] as const)
])

/** Check keys and references of XLIFF 1.2: units, groups, tools, phases and segments; portion by portion. */
export function createKeys(fault: Fault): (nodes: ReadonlyArray<Node>) => void {
  const seen = Array.from({length: 7}, () => new Set<string>())
  const known = {xid: seen[0]!, 'tool-id': seen[4]!, 'phase-name': seen[5]!}
  /** References whose target has not come yet. */
  let open: {node: Node; reference: Reference; ref: string}[] = []

  const refer = (node: Node, reference: Reference): void => {
    const ref = node.attributes.get(reference.attribute)
    if (ref !== undefined && !known[reference.attribute].has(ref))
      open.push({node: bare(node), reference, ref: detach(ref)})
  }
  const endFile = (): void => {
    for (const {node, reference, ref} of open) {
      const {attribute, id, level} = reference
      if (!known[attribute].has(ref)) fault(id, node, {attribute, ref}, level)
    }
    open = []
    for (const keys of seen) keys.clear()
  }

  return (nodes) => {
    for (const node of nodes) {
      if (node.name !== 'file' && !ancestor(node, 'file')) continue
      const own = KEYS.get(node.name)
      if (own && (!own.inHeader || ancestor(node, 'header'))) unique([node], own.key, seen[own.kind]!, fault)
      for (const reference of REFERENCES.get(node.name) ?? []) refer(node, reference)
      if (node.name === 'trans-unit' || node.name === 'alt-trans') checkSegments(node, fault)
      if (node.name === 'file') endFile()
    }
  }
}

function unique(nodes: ReadonlyArray<Node>, attribute: string, seen: Set<string>, fault: Fault): void {
  for (const node of nodes) {
    const value = tokenOf(node, attribute)
    if (value === undefined) continue
    if (seen.has(value)) fault('id-duplicate', node, {element: node.name, id: value})
    else seen.add(detach(value))
  }
}

/** Attributes that are tokens: white space around their values does not count. */
const TOKENS = /^(?:mid|rid|uid)$/

/** The value of a key or of a reference to one, without white space around tokens. */
export function tokenOf({attributes}: Node, attribute: string): string | undefined {
  const value = attributes.get(attribute)
  return TOKENS.test(attribute) ? value?.trim() : value
}

/** The segments of a target are those of its `<seg-source>`. */
function checkSegments(node: Node, fault: Fault): void {
  const segments = named(node, 'seg-source').flatMap((source) => named(source, 'mrk'))
  unique(segments, 'mid', new Set(), fault)
  const mids = new Set(segments.map((mark) => tokenOf(mark, 'mid')))
  const marks = named(node, 'target').flatMap((target) => named(target, 'mrk'))
  const alternatives = node.name === 'trans-unit' ? named(node, 'alt-trans') : []
  for (const mark of [...marks, ...alternatives]) {
    const mid = tokenOf(mark, 'mid')
    const inFile = ancestor(mark, 'file') !== undefined
    if (inFile && mid !== undefined && !mids.has(mid)) fault('segment-unknown', mark, {mid})
  }
}
