import {type Candidate, type Pair, sameContent} from '@passerelle/model'
import type {Remark} from '../inline/remarks.ts'
import {decideTarget, targetOfRecord} from '../returned/decide-target.ts'
import type {SegmentContext} from '../returned/undoing.ts'
import {withDoubtsIn} from '../words/doubts.ts'
import type {Metadata} from '../words/metadata.ts'
import {ordered} from '../words/order.ts'
import {type Standing20, standingFrom20} from '../words/states.ts'
import {OUR_SEGMENT, OUR_UNIT} from '../words/unit-ids.ts'
import {childOf, childrenOf, type Element} from '../xml/parse.ts'
import {type Notes, withComments} from './comments.ts'
import {inherited, type PairFacts, type UnitContext} from './draft.ts'
import {glossaryOf} from './glossary.ts'
import {gapOf, matchesOf, originalData, readMatch} from './matches-20.ts'
import {obstacleOf} from './obstacle.ts'
import {meantTexts, writtenTexts} from './texts.ts'

/** A unit of XLIFF 2 whose segments are being read. */
interface Reading {
  readonly element: Element
  readonly unit: string
  readonly ours: Metadata['ours']
  readonly context: UnitContext
  readonly data: ReadonlyMap<string, string>
  readonly matches: ReadonlyMap<string, Element[]>
  /** Ids of segments that no other may get. */
  readonly taken: Set<string | undefined>
  /** Ids as the file has them, so far. */
  readonly met: Set<string>
  readonly pairs: Pair[]
  readonly facts: PairFacts[]
  /** Ids of the segments that are not ours. */
  readonly parts: Set<string>
  readonly remarks: Map<string, ReadonlyArray<Remark>>
  /** Where the target of each pair stands in the translation, from 1; gaps count. */
  readonly places: number[]
  /** Segments and ignorables so far. */
  count: number
  /** Whether any target says where it stands. */
  isOrdered: boolean
}

/** Read the segments of a unit, and the white space between them. */
export function readPairs(
  element: Element,
  unit: string,
  {ours, notes}: {readonly ours: Metadata['ours']; readonly notes: Notes},
  context: UnitContext
): {readonly pairs: Pair[]; readonly facts: PairFacts[]} {
  const names = childrenOf(element, 'segment').map(({attributes}) => attributes['id'])
  const reading: Reading = {
    element,
    unit,
    ours,
    context,
    data: originalData(element),
    matches: matchesOf(element),
    taken: new Set(names),
    met: new Set(),
    pairs: [],
    facts: [],
    parts: new Set(),
    remarks: new Map(),
    places: [],
    count: 0,
    isOrdered: false
  }
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === 'segment') readSegment(child, reading)
    else if (child.name === 'ignorable') readIgnorable(child, reading)
  }
  const commented = withComments(inOrder(reading), withTerms(notes, element, names), reading.remarks)
  return {pairs: joined(commented, names[0], reading), facts: reading.facts}
}

/** White space between two segments is the gap after the first of them. */
function readIgnorable(element: Element, reading: Reading): void {
  const {pairs} = reading
  reading.count++
  const last = pairs.at(-1)
  if (last) pairs[pairs.length - 1] = {...last, gap: last.gap + gapOf(element)}
}

function readSegment(element: Element, reading: Reading): void {
  const {ours, context, pairs, facts, parts, matches, remarks} = reading
  const {draft} = context
  reading.count++
  const written = element.attributes['id']
  if (draft.record && written === undefined) return
  const id = idOf(element, reading)
  const segment = segmentContext(id, reading)
  const exported = ours.size === 0 ? undefined : ours.get(`exported:${id}`)?.[0]
  const source = childOf(element, 'source')
  if (!source) {
    context.report('source-missing', 'error', {}, {offset: element.start, unit: reading.unit})
    return
  }
  const read = (draft.record ? pairOfRecord : pairOfHandback)(element, {source, exported}, segment, reading)
  if (segment.remarks) remarks.set(id, segment.remarks)
  if (pairs.length > 0 && !OUR_SEGMENT.test(written ?? '')) parts.add(id)
  const found = matches.get(id)
  pairs.push(found ? {...read.pair, candidates: found.map((match) => readMatch(match))} : read.pair)
  facts.push(read.facts)
  notePlace(element, reading)
}

/** The id of a segment; one without an id, or with that of another segment, gets a free one. */
function idOf({attributes, start}: Element, {context, unit, met, taken, pairs}: Reading): string {
  const {id} = attributes
  const isTwin = id !== undefined && met.has(id)
  if (isTwin) context.report('segment-duplicate', 'warning', {id}, {offset: start, unit})
  if (id !== undefined) met.add(id)
  return id === undefined || isTwin ? freeId(pairs.length + 1, taken) : id
}

function freeId(number: number, taken: Set<string | undefined>): string {
  let next = number
  while (taken.has(`s${next}`)) next++
  taken.add(`s${next}`)
  return `s${next}`
}

function segmentContext(pair: string, {element, unit, data, context}: Reading): SegmentContext {
  const {report, repair, undoings, isDropped} = context
  const key = element.attributes['name']
  return {report, unit, key, pair, data, spelled: false, repair, undoings, isDropped}
}

interface Known {
  readonly source: Element
  /** Fingerprint of the target as exported. */
  readonly exported: string | undefined
}

interface ReadSegment {
  readonly pair: Pair
  readonly facts: PairFacts
}

const NO_CANDIDATES: ReadonlyArray<Candidate> = []

/** A segment of a record, just as it was written. */
function pairOfRecord(
  element: Element,
  {source: sourceElement, exported}: Known,
  segment: SegmentContext,
  reading: Reading
): ReadSegment {
  const {source, target} = writtenTexts(elementsOf(element, sourceElement), segment)
  const decided = targetOfRecord(target, standingOf(element))
  const pair: Pair = {id: segment.pair, source, ...decided, candidates: NO_CANDIDATES, gap: ''}
  const facts = {
    ...factsOf(element, segment, reading),
    exported,
    target: undefined,
    isCopy: false,
    obstacle: undefined
  }
  return {pair: withDoubtsIn(pair, reading.ours), facts}
}

/** A segment of a hand-back, after undoing what tools and people did to it. */
function pairOfHandback(
  element: Element,
  {source: sourceElement, exported}: Known,
  segment: SegmentContext,
  reading: Reading
): ReadSegment {
  const {containers, report, undoings} = reading.context
  const offset = element.start
  const preserve = inherited(sourceElement, containers, 'xml:space') === 'preserve'
  const texts = meantTexts(elementsOf(element, sourceElement), {preserve, exported, offset}, segment)
  const {source, target, unknownInSource} = texts
  const locked = isLocked(sourceElement) || inherited(element, containers, 'translate') === 'no'
  const known = {source, exported, locked, report, offset, unit: reading.unit}
  const decided = decideTarget(target, standingOf(element), known, undoings)
  const isCopy = target !== undefined && sameContent(target, source)
  const obstacle = obstacleOf(segment, {unknownInSource, locked})
  return {
    pair: {id: segment.pair, source, ...decided, candidates: NO_CANDIDATES, gap: ''},
    facts: {...factsOf(element, segment, reading), exported, target, isCopy, obstacle}
  }
}

function elementsOf(element: Element, source: Element): Parameters<typeof writtenTexts>[0] {
  return {source, target: childOf(element, 'target'), partsOf: childrenIn}
}

function childrenIn({children}: Element): Element['children'] {
  return children
}

function factsOf(
  element: Element,
  {pair, guess}: SegmentContext,
  {ours}: Reading
): Pick<PairFacts, 'pair' | 'offset' | 'hadSubState' | 'said' | 'guess'> {
  const {state: said} = standingOf(element)
  return {pair, offset: element.start, hadSubState: ours.has(`marked:${pair}`), said, guess}
}

function standingOf({attributes}: Element): Standing20 {
  return standingFrom20(attributes['state'], attributes['subState'])
}

/** Whether an annotation says that a whole source is not for translation (“Translate Annotation”). */
function isLocked({children}: Element): boolean {
  const [only, ...others] = children
  return (
    typeof only === 'object' &&
    others.length === 0 &&
    only.name === 'mrk' &&
    only.attributes['translate'] === 'no'
  )
}

function notePlace(element: Element, reading: Reading): void {
  const order = childOf(element, 'target')?.attributes['order']
  if (order !== undefined) reading.isOrdered = true
  reading.places.push(order === undefined ? reading.count : Number(order))
}

/** The pairs in the order of their targets, where the file gives an order that can be followed. */
function inOrder({element, unit, context, pairs, places, parts, isOrdered}: Reading): Pair[] {
  if (!isOrdered) return pairs
  const placed = pairs.map((pair, index) => ({pair, place: places[index]!}))
  const followed = parts.size === 0 ? ordered(placed) : undefined
  if (!followed) context.report('order-ignored', 'warning', {}, {offset: element.start, unit})
  return followed ?? pairs
}

/** Notes of a unit, and what its glossary says. */
function withTerms(notes: Notes, unit: Element, names: ReadonlyArray<string | undefined>): Notes {
  const glossary = childOf(unit, 'glossary')
  if (!glossary) return notes
  return {...notes, comments: [...notes.comments, ...glossaryOf(glossary, names)]}
}

/**
 * The pairs of one of our units, their parts joined. If the first segment does not have our name, a tool has named them
 * all anew.
 */
function joined(pairs: Pair[], firstName: string | undefined, reading: Reading): Pair[] {
  const {element, unit, parts, context} = reading
  const {draft, report, undoings} = context
  const isOurs = OUR_UNIT.test(unit) && OUR_SEGMENT.test(firstName ?? '') && !draft.record
  if (parts.size === 0 || !isOurs || undoings.pairs.length === 0) return pairs
  report('segments-joined', 'warning', {count: parts.size}, {offset: element.start, unit})
  return undoings.pairs.reduce<Pair[]>((rest, {undo}) => undo(rest, parts), pairs)
}
