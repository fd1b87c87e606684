import {detach} from '../xml/detach.ts'
import type {Fault} from './structure.ts'
import {inheritedValue, named, type Node, walk} from './tree.ts'

/** Constraints of the core on languages, white space, skeletons, states and notes. */
export function checkCore(root: Node, nodes: ReadonlyArray<Node>, fault: Fault): void {
  const {attributes} = root
  const isPart = (node: Node): boolean => node.parent?.name === 'segment' || node.parent?.name === 'ignorable'
  const target = nodes.find((node) => node.name === 'target' && isPart(node))
  if (target && !attributes.has('trgLang')) fault('target-language-missing', target)
  for (const node of nodes) {
    if (isPart(node)) checkPart(node, attributes, fault)
    if (isInMatch(node)) checkLanguage(node, attributes, fault)
    if (node.name === 'skeleton') checkSkeleton(node, fault)
    if (node.name === 'unit' && named(node, 'segment').length === 0) fault('unit-without-segment', node)
    if (node.name === 'segment') checkState(node, fault)
    if (node.name === 'cp') checkCodePoint(node, fault)
  }
}

/** Candidates for reference may be of another language (constraints of `reference`). */
function isInMatch({name, parent}: Node): boolean {
  if (parent?.name !== 'mtc:match') return false
  return name === 'source' || (name === 'target' && parent.attributes.get('reference') !== 'yes')
}

function checkLanguage(node: Node, root: ReadonlyMap<string, string>, fault: Fault): void {
  const side = node.name === 'source' ? 'source' : 'target'
  const expected = root.get(side === 'source' ? 'srcLang' : 'trgLang')
  const language = inheritedValue(node, 'xml:lang')
  if (language !== undefined && expected !== undefined && language.toLowerCase() !== expected.toLowerCase()) {
    fault(`${side}-language-differs`, node, {language, expected})
  }
}

function checkPart(node: Node, root: ReadonlyMap<string, string>, fault: Fault): void {
  checkLanguage(node, root, fault)
  if (node.name !== 'target') return
  const source = node.parent && named(node.parent, 'source')[0]
  const space = (at: Node): string => inheritedValue(at, 'xml:space') ?? 'default'
  if (source && space(source) !== space(node))
    fault('space-differs', node, {source: space(source), target: space(node)})
}

/** A segment without a target is `initial` (constraints of `state`, and the rules F7 and F29 of OASIS). */
function checkState(node: Node, fault: Fault): void {
  const state = node.attributes.get('state')
  if (node.attributes.has('subState') && state === undefined) fault('sub-state-without-state', node)
  if (/^(?:translated|reviewed|final)$/.test(state ?? '') && named(node, 'target').length === 0)
    fault('state-without-target', node, {state: state!})
}

function checkSkeleton(node: Node, fault: Fault): void {
  const isEmpty = node.element.children.every((child) => typeof child === 'string' && child.trim() === '')
  if (isEmpty !== node.attributes.has('href')) fault('skeleton-href-or-content', node)
}

/** `<cp>` is only for characters that XML cannot hold (constraints of `<cp>`). */
function checkCodePoint(node: Node, fault: Fault): void {
  const hex = node.attributes.get('hex') ?? ''
  const code = Number.parseInt(hex, 16)
  const isLegal =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  // XML discourages these, and OASIS's Schematron does not allow them.
  const isDiscouraged = code >= 0x7f && code <= 0x9f && code !== 0x85
  if (isLegal || code > 0x10ffff) fault('code-point-legal', node, {hex}, isDiscouraged ? 'warning' : 'error')
}

/** Constraints on ids (`id`), and on the order of targets (`order`). */
export function createIds(): (nodes: ReadonlyArray<Node>, fault: Fault) => void {
  const files = new Set<string>()
  const groups = new Set<string>()
  const units = new Set<string>()
  return (nodes, fault) => {
    for (const node of nodes) {
      if (node.name === 'notes' || node.name === 'originalData') unique(node.children, fault)
      if (node.name === 'unit') checkUnit(node, fault)
      if (node.name === 'mtc:match') {
        const [source, target] = ['source', 'target'].map((side) =>
          named(node, side).flatMap((content) => walk(content).slice(1))
        ) as [Node[], Node[]]
        unique(source, fault)
        unique(target, fault)
        checkLikes(source, target, fault)
      }
      if (/^(?:file|group|unit)$/.test(node.name)) checkExtensions(node, fault)
      if (node.name === 'group') unique([node], fault, groups)
      if (node.name === 'unit') unique([node], fault, units)
      if (node.name !== 'file') continue
      unique([node], fault, files)
      groups.clear()
      units.clear()
    }
  }
}

function unique(nodes: ReadonlyArray<Node>, fault: Fault, seen: Set<string> = new Set()): void {
  for (const node of nodes) {
    const id = node.attributes.get('id') ?? node.attributes.get('xml:id')
    if (id === undefined) continue
    if (seen.has(id)) fault('id-duplicate', node, {element: node.element.name, id})
    seen.add(detach(id))
  }
}

/** Ids of an extension are unique in the element that holds it, for one extension. */
function checkExtensions(holder: Node, fault: Fault): void {
  const foreign = holder.children.filter(({name}) => name === '~').flatMap(walk)
  const byNamespace = Map.groupBy(foreign, ({element}) => element.namespace)
  for (const [, nodes] of byNamespace) unique(nodes, fault)
}

function checkUnit(unit: Node, fault: Fault): void {
  const parts = unit.children.filter(({name}) => name === 'segment' || name === 'ignorable')
  const side = (name: string): Node[] =>
    parts.flatMap((part) => named(part, name).flatMap((content) => walk(content).slice(1)))
  unique([...parts, ...side('source')], fault)
  unique(side('target'), fault)
  checkLikes([...parts, ...side('source')], side('target'), fault)
  checkOrder(parts, fault)
}

/** An inline element of a target has the id of its counterpart in the source, and no other element has that id. */
function checkLikes(sources: ReadonlyArray<Node>, targets: ReadonlyArray<Node>, fault: Fault): void {
  const known = new Map(sources.map((node) => [node.attributes.get('id'), node]))
  for (const node of targets) {
    const id = node.attributes.get('id')
    const source = known.get(id)
    if (id !== undefined && source && familyOf(source) !== familyOf(node))
      fault('id-not-that-of-source', node, {element: node.name, id})
  }
}

/** A pair of codes may be one element or two, and so may an annotation. */
export function familyOf({name}: Node): string {
  if (name === 'sc' || name === 'ec') return 'pc'
  return name === 'sm' ? 'mrk' : name
}

function checkOrder(parts: ReadonlyArray<Node>, fault: Fault): void {
  const taken = new Map<number, Node>()
  for (const [index, part] of parts.entries()) {
    const target = named(part, 'target')[0]
    const order = Number(target?.attributes.get('order') ?? index + 1)
    const holder = target ?? part
    if (order > parts.length) fault('order-too-large', holder, {order, count: parts.length})
    else if (taken.has(order)) fault('order-duplicate', holder, {order})
    taken.set(order, holder)
  }
}
