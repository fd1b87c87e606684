import {familyOf} from './core.ts'
import {detach} from '../xml/detach.ts'
import {fileOf, type Questions} from './questions.ts'
import {byId, memo} from './memo.ts'
import type {Fault} from './structure.ts'
import {ancestor, bare, named, type Node, walk} from './tree.ts'

const CODES = /^(?:ph|pc|sc|ec)$/

/** Constraints on inline codes and annotations: “Inline Elements”, “XLIFF Attributes” and “Inline Content”. */
export function checkCodes(nodes: ReadonlyArray<Node>, questions: Questions, fault: Fault): void {
  for (const node of nodes) {
    if (CODES.test(node.name)) checkCode(node, questions, fault)
    if (node.name === 'mrk' || node.name === 'sm') checkAnnotation(node, fault)
    if (node.name === 'mtc:match') {
      for (const side of ['source', 'target']) checkPairs(contentOf(node, side), fault)
    }
    if (node.name !== 'unit') continue
    const parts = node.children.filter(({name}) => name === 'segment' || name === 'ignorable')
    for (const side of ['source', 'target']) {
      checkPairs(
        parts.flatMap((part) => contentOf(part, side)),
        fault
      )
      checkSequences(parts, side, fault)
    }
    checkDeletions(parts, fault)
    checkReordering(parts, fault)
  }
}

/** All elements in the source or target of a segment or candidate. */
function contentOf(part: Node, side: string): Node[] {
  return named(part, side).flatMap((content) => walk(content).slice(1))
}

const SUBTYPES: Readonly<Record<string, string>> = {
  'xlf:b': 'fmt',
  'xlf:i': 'fmt',
  'xlf:u': 'fmt',
  'xlf:lb': 'fmt',
  'xlf:pb': 'fmt',
  'xlf:var': 'ui'
}

function checkCode(node: Node, questions: Questions, fault: Fault): void {
  const {attributes, name} = node
  const subType = attributes.get('subType')
  const type = attributes.get('type')
  if (subType !== undefined && type === undefined) fault('sub-type-without-type', node, {subType})
  else if (subType?.startsWith('xlf:') && SUBTYPES[subType] !== type) {
    fault('sub-type-of-other-type', node, {subType, type: type ?? ''})
  }
  const reorder = attributes.get('canReorder')
  if (reorder === 'no' || reorder === 'firstNo') {
    const free = ['canCopy', 'canDelete'].filter((hint) => attributes.get(hint) !== 'no')
    if (free.length > 0) fault('reorder-no-but-copy-or-delete', node, {attributes: free.join(' ')})
  }
  checkReferences(node, questions, fault)
  if (name === 'pc') checkSides(node, fault)
  if (name === 'ec') checkEnd(node, fault)
}

/** Both sides of a pair have the same attributes. The text does not say so; OASIS's Schematron does. */
function checkSides(node: Node, fault: Fault): void {
  for (const name of ['dataRef', 'subFlows', 'equiv']) {
    const [start, end] = [`${name}Start`, `${name}End`]
    const [has, lacks] = node.attributes.has(start) ? [start, end] : [end, start]
    if (node.attributes.has(has) && !node.attributes.has(lacks))
      fault('pair-one-sided', node, {attribute: has, needed: lacks}, 'warning')
  }
}

function checkEnd(node: Node, fault: Fault): void {
  const {attributes} = node
  const isolated = attributes.get('isolated') === 'yes'
  const wrong = isolated
    ? attributes.has('startRef') || !attributes.has('id')
    : attributes.has('id') || !attributes.has('startRef')
  if (wrong) fault('end-id-or-start-ref', node, {isolated: isolated ? 'yes' : 'no'})
  if (attributes.has('dir') && !isolated) fault('end-with-direction', node)
}

const dataOf = memo((holder) => byId(named(holder, 'originalData').flatMap(({children}) => children)))
const codesIn = memo((holder) => byId(walk(holder).filter(({name}) => CODES.test(name))))

function checkReferences(node: Node, questions: Questions, fault: Fault): void {
  const {attributes} = node
  const holder = ancestor(node, 'mtc:match') ?? ancestor(node, 'unit')
  for (const name of ['dataRef', 'dataRefStart', 'dataRefEnd']) {
    const ref = attributes.get(name)
    if (ref !== undefined && !(holder && dataOf(holder).has(ref))) {
      fault('data-ref-unknown', node, {attribute: name, ref})
    }
  }
  for (const name of ['subFlows', 'subFlowsStart', 'subFlowsEnd']) {
    for (const ref of attributes.get(name)?.trim().split(/\s+/) ?? []) {
      askForUnit(node, name, detach(ref), questions, fault)
    }
  }
  checkCopy(node, holder, fault)
}

function askForUnit(node: Node, attribute: string, ref: string, questions: Questions, fault: Fault): void {
  const at = bare(node)
  const say = (): void => fault('sub-flow-unknown', at, {attribute, ref})
  questions.ask({name: 'unit', id: ref, file: fileOf(node)}, undefined, say)
}

function checkCopy(node: Node, holder: Node | undefined, fault: Fault): void {
  const {attributes} = node
  const ref = attributes.get('copyOf')
  if (ref === undefined || !holder) return
  if (['dataRef', 'dataRefStart', 'dataRefEnd'].some((name) => attributes.has(name))) {
    fault('copy-with-data', node, {ref})
  }
  const base = codesIn(holder).get(ref)
  if (!base || familyOf(base) !== familyOf(node)) fault('copy-of-unknown', node, {ref})
  else if (base.attributes.get('canCopy') === 'no') fault('copy-not-allowed', node, {ref})
  else if (['dataRef', 'dataRefStart', 'dataRefEnd'].some((name) => base.attributes.has(name))) {
    fault('copy-of-code-with-data', node, {ref})
  }
}

/**
 * Annotations. A comment says one thing in one place (“Comment Annotation”); a generic annotation says whether to
 * translate (“Translate Annotation”).
 */
function checkAnnotation(node: Node, fault: Fault): void {
  const {attributes} = node
  const isGeneric = (attributes.get('type') ?? 'generic') === 'generic'
  // Annotations of modules and extensions have rules of their own.
  const isPlain = [...attributes.keys()].every((name) => !/[~:]/.test(name))
  if (isGeneric && isPlain && !attributes.has('translate')) fault('annotation-without-translate', node)
  if (attributes.get('type') === 'comment') {
    if (attributes.has('value') === attributes.has('ref')) fault('comment-value-or-ref', node)
  }
  // A candidate refers to the annotation, not the other way around (“Translation Candidates Annotation”).
  if (attributes.get('type') === 'mtc:match' && attributes.has('ref'))
    fault('candidate-annotation-with-ref', node)
}

/** Starts and ends of codes and annotations belong together in a unit, the start first. */
function checkPairs(nodes: ReadonlyArray<Node>, fault: Fault): void {
  const places = new Map<string, number>()
  for (const [index, {name, attributes}] of nodes.entries()) {
    for (const key of ['id', 'startRef']) {
      const place = `${name} ${key} ${attributes.get(key)}`
      if (attributes.has(key) && !places.has(place)) places.set(place, index)
    }
  }
  const at = (name: string, key: string, value: string | undefined): number =>
    places.get(`${name} ${key} ${value}`) ?? -1
  for (const [index, node] of nodes.entries()) {
    const id = node.attributes.get('id')
    const startRef = node.attributes.get('startRef')
    if (node.name === 'sc') {
      const end = at('ec', 'startRef', id)
      const isolated = node.attributes.get('isolated') === 'yes'
      if (isolated && end >= 0) fault('start-isolated-with-end', node, {id: id ?? ''})
      if (!isolated && end < 0) fault('start-without-end', node, {id: id ?? ''})
    }
    if (startRef !== undefined && at(node.name, 'startRef', startRef) < index)
      fault('end-repeated', node, {startRef})
    else if (node.name === 'ec' && startRef !== undefined)
      checkEndOf(node, nodes, index, at('sc', 'id', startRef), fault)
    if (node.name === 'sm' && at('em', 'startRef', id) < index)
      fault('annotation-without-end', node, {id: id ?? ''})
    if (node.name === 'em') {
      const start = at('sm', 'id', startRef)
      if (start < 0 || start > index) fault('annotation-without-start', node, {startRef: startRef ?? ''})
    }
  }
}

function checkEndOf(node: Node, nodes: ReadonlyArray<Node>, index: number, at: number, fault: Fault): void {
  const start = nodes[at]
  const startRef = node.attributes.get('startRef') ?? ''
  if (!start) fault('end-without-start', node, {startRef})
  else if (at > index) fault('end-before-start', node, {startRef})
  // Candidates are not edited, so hints do not matter there.
  else if (!ancestor(node, 'mtc:match')) {
    for (const hint of ['canCopy', 'canDelete', 'canOverlap', 'canReorder']) {
      const [own, other] = [node, start].map(({attributes}) => attributes.get(hint) ?? 'yes')
      // The end of the first code of a sequence may not be marked as first.
      const expected = other === 'firstNo' ? 'no' : other
      if (own !== expected) fault('end-hint-differs', node, {attribute: hint, start: other!, end: own!})
    }
    // No rule says so, but start and end are one code, and cannot disagree about its hints.
    for (const attribute of ['type', 'subType', 'copyOf']) {
      const [own, other] = [node, start].map(({attributes}) => attributes.get(attribute))
      if (own && other && own !== other) fault('end-hint-differs', node, {attribute, start: other, end: own})
    }
  }
}

/**
 * A code that must keep its place stands right behind another; the first of them is `firstNo` (“Inline Code Editing
 * Hints”).
 */
function checkSequences(parts: ReadonlyArray<Node>, side: string, fault: Fault): void {
  let before: string | undefined
  for (const node of codesOn(parts, side)) {
    const reorder = node.attributes.get('canReorder') ?? 'yes'
    if (reorder === 'no' && before === undefined) fault('sequence-without-first', node, {id: idOf(node)})
    if (reorder === 'no' && before === 'yes') fault('sequence-interrupted', node, {id: idOf(node)})
    before = reorder
  }
}

function codesOn(parts: ReadonlyArray<Node>, side: string): Node[] {
  return parts.flatMap((part) => named(part, side).flatMap(walk)).filter(({name}) => CODES.test(name))
}

function idOf(node: Node): string {
  return node.attributes.get('id') ?? node.attributes.get('startRef') ?? ''
}

/** A code that may not be deleted is in some target of the unit, as soon as its own segment has a target. */
function checkDeletions(parts: ReadonlyArray<Node>, fault: Fault): void {
  const kept = new Set(
    parts.flatMap((part) =>
      named(part, 'target')
        .flatMap(walk)
        .flatMap((node) => [idOf(node), copyOf(node)])
    )
  )
  for (const part of parts) {
    const target = named(part, 'target')[0]
    if (!target) continue
    for (const node of named(part, 'source').flatMap(walk)) {
      if (node.attributes.get('canDelete') === 'no' && !kept.has(idOf(node))) {
        fault('code-not-deletable', target, {id: idOf(node)})
      }
    }
  }
}

function copyOf(node: Node): string {
  return node.attributes.get('copyOf') ?? ''
}

/** A sequence stays in one piece and in its order, and each of its codes stays inside the same pair. */
function checkReordering(parts: ReadonlyArray<Node>, fault: Fault): void {
  const targets = endsOn(parts, 'target')
  const places = new Map(targets.map(({key}, index) => [key, index] as const).toReversed())
  for (const part of parts) {
    let before: string | undefined
    for (const {key, node} of endsOn([part], 'source')) {
      const at = places.get(key)
      // A pair ends where its content ends.
      const isEnd = node.name === 'pc' && key.startsWith('/')
      const isHeld = !isEnd && node.attributes.get('canReorder') === 'no'
      if (isHeld && at !== undefined && before !== undefined && places.has(before)) {
        if (targets[at - 1]?.key !== before) fault('sequence-reordered', targets[at]!.node, {id: idOf(node)})
      }
      before = key
    }
  }
}

/** Where codes stand, and where pairs end. */
function endsOn(parts: ReadonlyArray<Node>, side: string): {key: string; node: Node}[] {
  const ends = (node: Node): {key: string; node: Node}[] => {
    const inside = node.children.flatMap(ends)
    if (!CODES.test(node.name)) return inside
    const close = node.name === 'pc' ? [{key: `/${idOf(node)}`, node}] : []
    return [{key: keyOf(node), node}, ...inside, ...close]
  }
  return parts.flatMap((part) => named(part, side).flatMap(({children}) => children.flatMap(ends)))
}

/** The start and the end of a code are two members of a sequence. */
function keyOf(node: Node): string {
  return node.name === 'ec' ? `/${idOf(node)}` : idOf(node)
}
