import {detach} from '../xml/detach.ts'
import {tokenOf} from './keys-12.ts'
import type {Fault} from './structure.ts'
import {named, type Node} from './tree.ts'

const CONTENT: ReadonlySet<string> = new Set(['source', 'seg-source', 'target'])

/** Starts and ends that belong together. */
const PAIRS = [
  ['bpt', 'ept'],
  ['bx', 'ex']
] as const
const PAIRED: ReadonlySet<string> = new Set(PAIRS.flat())

/** Codes with an attribute that says whether they may be copied. */
const CLONEABLE = /^(?:g|x|bx)$/

/** Elements in sources and targets, in their order. */
type Contents = ReadonlyMap<Node, ReadonlyArray<Node>>

/** Constraints of XLIFF 1.2 on inline codes and on marks of segments. */
export function checkCodes12(nodes: ReadonlyArray<Node>, fault: Fault): void {
  if (nodes.length === 1) return
  const contents = contentsOf(nodes)
  for (const inside of contents.values()) {
    const paired = inside.filter(({name}) => PAIRED.has(name))
    if (paired.length === 0) continue
    for (const [start, end] of PAIRS) checkPairs(paired, start, end, fault)
  }
  const hasFixed = nodes.some(isFixed)
  for (const node of nodes) {
    if (node.name === 'trans-unit' && hasFixed) checkCopies(node, contents, fault)
    if (node.name === 'trans-unit' || node.name === 'alt-trans') checkInnerSegments(node, contents, fault)
  }
}

/** Each element is looked at once, however deep it is: a parent comes before its children. */
function contentsOf(nodes: ReadonlyArray<Node>): Contents {
  const contents = new Map<Node, Node[]>()
  const holders = new Map<Node, Node | undefined>()
  for (const node of nodes) {
    const {parent} = node
    const holder = parent && (CONTENT.has(parent.name) ? parent : holders.get(parent))
    holders.set(node, holder)
    if (!holder) continue
    const inside = contents.get(holder)
    if (inside) inside.push(node)
    else contents.set(holder, [node])
  }
  return contents
}

/**
 * A start has a rid of its own, and the rid of an end is that of a start: so says the schema.
 *
 * The text recommends that each start has an end behind it, found by id where there is no rid.
 */
function checkPairs(inside: ReadonlyArray<Node>, start: string, end: string, fault: Fault): void {
  const starts = inside.filter(({name}) => name === start)
  const ends = inside.filter(({name}) => name === end)
  if (starts.length === 0 && ends.length === 0) return
  const order = new Map(inside.map((node, index) => [node, index]))
  const byRid = firstBy(starts, 'rid', fault)
  const byId = firstBy(starts, 'id')
  const met = new Set<Node>()
  for (const node of ends) {
    const rid = tokenOf(node, 'rid')
    const startRef = rid ?? node.attributes.get('id')
    // If it has no id, the schema has already reported that.
    if (startRef === undefined) continue
    // An end without a rid has the id of its start, or its id is the rid of its start.
    const found = (rid === undefined ? byId.get(startRef) : undefined) ?? byRid.get(startRef)
    if (!found) fault('end-without-start', node, {startRef}, rid === undefined ? 'warning' : 'error')
    else if (order.get(found)! > order.get(node)!) fault('end-before-start', node, {startRef}, 'warning')
    if (found) met.add(found)
  }
  for (const node of starts) {
    const id = node.attributes.get('id') ?? ''
    const rid = tokenOf(node, 'rid')
    const first = rid === undefined ? byId.get(id) : byRid.get(rid)
    // A code that is there twice was reported above, or is a copy.
    if (first === node && !met.has(node)) fault('start-without-end', node, {id}, 'warning')
  }
}

/** The first node for each value of an attribute; the others are faults. */
function firstBy(nodes: ReadonlyArray<Node>, attribute: string, fault?: Fault): Map<string, Node> {
  const first = new Map<string, Node>()
  for (const node of nodes) {
    const value = tokenOf(node, attribute)
    if (value === undefined) continue
    if (!first.has(value)) first.set(detach(value), node)
    else fault?.('id-duplicate', node, {element: node.name, id: value})
  }
  return first
}

/** A code that must not be copied is in a target no more often than in its source. */
function checkCopies(unit: Node, contents: Contents, fault: Fault): void {
  const codesIn = (name: string): ReadonlyArray<Node> =>
    named(unit, name)
      .flatMap((content) => contents.get(content) ?? [])
      .filter((code) => CLONEABLE.test(code.name))
  const sources = ['source', 'seg-source'].map(codesIn)
  const fixed = new Set(sources.flatMap((codes) => codes.filter(isFixed).map(keyOf)))
  if (fixed.size === 0) return
  const [inSource, inSegments] = sources.map((codes) => countsOf(codes.map(keyOf)))
  const left = new Map(
    Array.from(fixed, (key) => [key, Math.max(inSource!.get(key) ?? 0, inSegments!.get(key) ?? 0)])
  )
  for (const code of codesIn('target')) {
    const count = left.get(keyOf(code))
    if (count === 0) fault('copy-not-allowed', code, {ref: code.attributes.get('id') ?? ''}, 'warning')
    if (count !== undefined) left.set(keyOf(code), Math.max(count - 1, 0))
  }
}

const isFixed = ({attributes}: Node): boolean => attributes.get('clone') === 'no'

const keyOf = ({name, attributes}: Node): string => `${name} ${attributes.get('id')}`

function countsOf(keys: ReadonlyArray<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Segments of a target, also those inside codes, where the schema does not look. */
function checkInnerSegments(holder: Node, contents: Contents, fault: Fault): void {
  const segmentsIn = (name: string): ReadonlyArray<Node> =>
    named(holder, name)
      .flatMap((content) => contents.get(content) ?? [])
      .filter((mark) => mark.name === 'mrk' && mark.attributes.get('mtype') === 'seg')
  const inner = segmentsIn('target').filter(({parent}) => parent?.name !== 'target')
  if (inner.length === 0) return
  const mids = new Set(segmentsIn('seg-source').map((mark) => tokenOf(mark, 'mid')))
  for (const mark of inner) {
    const mid = tokenOf(mark, 'mid')
    if (mid !== undefined && !mids.has(mid)) fault('segment-unknown', mark, {mid}, 'warning')
  }
}
