import {detach} from '../xml/detach.ts'
import {type Address, fileOf, isInGroup, type Questions, type Leaf} from './questions.ts'
import {byId, memo} from './memo.ts'
import type {Fault, RuleId} from './structure.ts'
import {ancestor, bare, named, type Node, walk} from './tree.ts'

/**
 * Prefixes in fragment identifiers for ids of modules, not of parts of a unit (“Fragment Identification”, and its
 * registry).
 */
const MODULE_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['gls', 'gls:'],
  ['mtc', 'mtc:'],
  ['mda', 'mda:'],
  ['res', 'res:'],
  ['slr', 'slr:'],
  ['val', 'val:'],
  ['ctr', 'ctr:'],
  ['fs', 'fs:'],
  ['its', 'its:']
])

const NMTOKEN = /^[\p{L}\p{N}\p{M}._:\-·]+$/u

/** Check that fragment identifiers are well-formed and lead somewhere. */
export function checkFragments(nodes: ReadonlyArray<Node>, questions: Questions, fault: Fault): void {
  for (const node of nodes) {
    const ref = node.attributes.get('ref')
    if (ref === undefined) continue
    if (/^(?:mrk|sm|note|gls:glossEntry|gls:translation)$/.test(node.name) && ref.startsWith('#')) {
      checkFragment(node, ref, questions, fault)
    }
    if (node.name === 'mtc:match') checkMatchRef(node, ref, fault)
    if (node.name.startsWith('gls:')) checkSpanInUnit(node, ref, fault)
    const isComment = /^(?:mrk|sm)$/.test(node.name) && node.attributes.get('type') === 'comment'
    if (isComment && !leadsToNote(node, ref)) fault('comment-ref-not-note', node, {ref})
  }
}

interface Selector {
  readonly prefix: string
  readonly id: string
}

type FragmentRule = Extract<RuleId, `fragment-${string}`>

/** Selectors of a fragment identifier, or what is wrong with it. */
function selectorsOf(ref: string): Selector[] | FragmentRule {
  const path = ref.slice(ref.startsWith('#/') ? 2 : 1)
  const selectors = path.split('/').map((part): Selector => {
    const equals = part.indexOf('=')
    return equals < 0 ? {prefix: '', id: part} : {prefix: part.slice(0, equals), id: part.slice(equals + 1)}
  })
  if (selectors.some(({id, prefix}) => !NMTOKEN.test(id) || (prefix !== '' && !NMTOKEN.test(prefix)))) {
    return 'fragment-not-nmtoken'
  }
  if (selectors.some(({prefix}) => prefix.length === 1 && !/^[fgundt]$/.test(prefix)))
    return 'fragment-prefix-too-short'
  const steps = selectors.map(({prefix}) => (/^[fgu]$/.test(prefix) ? prefix : 'leaf')).join(' ')
  if (!/^(?:f(?: g)?(?: u)?(?: leaf)?|g(?: u)?(?: leaf)?|u(?: leaf)?|leaf)$/.test(steps))
    return 'fragment-order'
  if (/^(?:[gu])/.test(steps) && ref.startsWith('#/')) return 'fragment-order'
  return selectors
}

function checkFragment(node: Node, ref: string, questions: Questions, fault: Fault): void {
  const selectors = selectorsOf(ref)
  if (typeof selectors === 'string') fault(selectors, node, {ref})
  else resolve(node, detach(ref), questions, fault)
}

/** Follow a fragment identifier from the root, or from the unit, group and file around a node. */
function resolve(node: Node, ref: string, questions: Questions, fault: Fault): void {
  const selectors = selectorsOf(ref) as Selector[]
  const own = ref.startsWith('#/')
    ? undefined
    : (ancestor(node, 'unit') ?? ancestor(node, 'group') ?? ancestor(node, 'file'))
  const last = selectors.at(-1)!
  const leaf = /^[fgu]$/.test(last.prefix) ? undefined : last
  const address = addressOf(node, own, selectors)
  const isOwn = own?.name === 'unit' && address.name === 'unit' && own.attributes.get('id') === address.id
  if (isOwn && address.file === fileOf(own) && isInGroup(own, address.group)) {
    if (leaf && !findLeaf(own, leaf)) fault('fragment-unresolved', node, {ref})
  } else askWholeFile(bare(node), address, leaf, ref, questions, fault)
}

function askWholeFile(
  node: Node,
  address: Address,
  leaf: Leaf | undefined,
  ref: string,
  questions: Questions,
  fault: Fault
): void {
  questions.ask(address, leaf, () => fault('fragment-unresolved', node, {ref}))
}

/** The element that selectors lead to, without the leaf. */
function addressOf(node: Node, own: Node | undefined, selectors: ReadonlyArray<Selector>): Address {
  const named = selectors.find(({prefix}) => prefix === 'f')
  const group = selectors.find(({prefix}) => prefix === 'g')?.id
  const unit = selectors.find(({prefix}) => prefix === 'u')?.id
  const file = named ? named.id : fileOf(node)
  if (unit !== undefined) return {name: 'unit', id: unit, file, group}
  if (group !== undefined) return {name: 'group', id: group, file}
  if (named || own?.name === 'file') return {name: 'file', id: file ?? ''}
  return own ? {name: own.name, id: own.attributes.get('id') ?? '', file} : {name: 'xliff', id: ''}
}

const childrenIn = (name: string): ((scope: Node) => ReadonlyMap<string, Node>) =>
  memo((scope) => byId(named(scope, name).flatMap(({children}) => children)))
const notesOf = childrenIn('notes')
const dataOf = childrenIn('originalData')

const partsOf = (scope: Node): Node[] =>
  scope.children.filter(({name}) => name === 'segment' || name === 'ignorable')
const spansOf = memo((unit) => byId(partsOf(unit).flatMap(walk)))
const targetsOf = memo((unit) => byId(partsOf(unit).flatMap((part) => named(part, 'target').flatMap(walk))))
const sourcesOf = memo((unit) =>
  byId(partsOf(unit).flatMap((part) => [part, ...named(part, 'source').flatMap(walk)]))
)

/** Ids inside the modules and extensions of an element, by the prefix of their names; extensions have `~` before it. */
const idsByModule = memo((scope) => {
  const modules = Map.groupBy(scope.children, (child) =>
    child.name === '~' ? `~${prefixIn(child)}` : (/^\w+:/.exec(child.name)?.[0] ?? '')
  )
  const ids = Array.from(modules, ([module, nodes]) => {
    // Extensions may name their ids so, or as XML does.
    const keys = module.startsWith('~') ? ['id', 'xml:id'] : ['id']
    const inside = nodes.flatMap(walk)
    return [module, new Set(inside.flatMap((node) => keys.map((key) => node.attributes.get(key))))] as const
  })
  return new Map(ids)
})

/** The prefix of an extension in its file; none where it is the default namespace. */
function prefixIn({element}: Node): string {
  return /^[^:{]+(?=:)/.exec(element.name)?.[0] ?? ''
}

/** Whether an element has a leaf. */
export function findLeaf(scope: Node, {prefix, id}: Leaf): boolean {
  if (prefix === 'n') return notesOf(scope).has(id)
  if (prefix === 'd') return dataOf(scope).has(id)
  if (prefix === 't') return targetsOf(scope).has(id)
  if (prefix === '') return sourcesOf(scope).has(id)
  const ids = idsByModule(scope)
  const module = MODULE_PREFIXES.get(prefix)
  // A prefix that is in no registry is an extension's only if the file declares it.
  const places = module === undefined ? [`~${prefix}`, '~'] : [module]
  return places.some((place) => ids.get(place)?.has(id) ?? false)
}

/** A comment refers to a note of its own unit (“Comment Annotation”). */
function leadsToNote(node: Node, ref: string): boolean {
  const selectors = ref.startsWith('#') ? selectorsOf(ref) : 'not a fragment'
  // A fragment that is malformed was reported before.
  if (typeof selectors === 'string') return ref.startsWith('#')
  const leaf = selectors.at(-1)
  const unit = ancestor(node, 'unit')
  if (leaf?.prefix !== 'n' || !unit) return false
  const elsewhere = selectors.some(
    ({prefix, id}) => prefix === 'g' || (prefix === 'u' && id !== unit.attributes.get('id'))
  )
  const isFileNote = selectors.length > 1 && !selectors.some(({prefix}) => prefix === 'u')
  return !elsewhere && !isFileNote && notesOf(unit).has(leaf.id)
}

/** A candidate refers to a span of the source of its own unit (constraints of `ref` of `<mtc:match>`). */
function checkMatchRef(node: Node, ref: string, fault: Fault): void {
  if (!ref.includes('#')) fault('match-ref-not-fragment', node, {ref})
  else checkSpanInUnit(node, ref, fault)
}

function checkSpanInUnit(node: Node, ref: string, fault: Fault): void {
  const unit = ancestor(node, 'unit')
  const id = ref.replace(/^.*[#/]/, '').replace(/^t=/, '')
  if (!unit || !spansOf(unit).has(id)) fault('reference-outside-unit', node, {ref})
}
