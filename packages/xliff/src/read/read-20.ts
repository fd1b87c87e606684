import {type Candidate, type Content, type Pair, sameContent} from '@passerelle/model'
import {childOf, childrenOf, type Element, textIn} from '../xml/parse.ts'
import {type Apart, apartOf, type Draft, inherited, nextId, type UnitContext, type UnitHead} from './draft.ts'
import type {Remark} from '../inline/remarks.ts'
import {type Notes, notesIn, withComments} from './comments.ts'
import {withDoubtsIn} from '../words/doubts.ts'
import {unspell} from '../xml/escape.ts'
import {glossaryOf} from './glossary.ts'
import type {SegmentContext} from '../returned/undoing.ts'
import {type InlineContext, readInline} from '../inline/read-inline.ts'
import {blockOf, candidateOf} from '../words/kinds.ts'
import {ordered, type Placed} from '../words/order.ts'
import {type Metadata, metadataIn} from '../words/metadata.ts'
import {printedIn} from '../words/printed.ts'
import {OUR_SEGMENT, OUR_UNIT, REMOVED} from '../words/unit-ids.ts'
import {isDeletion} from '../words/tool-formats.ts'
import {repairTarget} from '../returned/repair.ts'
import {decideTarget, targetOfRecord} from '../returned/decide-target.ts'
import {type Standing20, standingFrom20} from '../words/states.ts'
import {undoWhiteSpace} from '../returned/white-space.ts'

/** Read metadata of a `<file>` or what is around or in it: ours says of a file that it is a record. */
export function readFileMetadata(element: Element, draft: Draft): void {
  const {ours, others} = metadataIn(element)
  if (ours.has('record')) draft.record = true
  draft.skeleton ??= ours.get('skeleton')?.[0]
  draft.printed ??= printedIn(ours)
  draft.metadata.push(...others)
}

/** Read a `<unit>`: its segments, and the white space between them. */
export function readUnit(element: Element, context: UnitContext): void {
  const {draft} = context
  const written = element.attributes['id'] ?? ''
  const removed = draft.record && written.startsWith(REMOVED)
  const id = draft.record ? written.slice(removed ? REMOVED.length : 0).replace(/\.\.\d+$/, '') : written
  const plain = removed ? `${REMOVED}${id}` : id
  const isTwin = draft.units.has(plain)
  if (isTwin && !draft.record && id !== '')
    context.report('unit-duplicate', 'warning', {id}, {offset: element.start, unit: id})
  const key = isTwin ? nextId(draft, plain) : plain
  const metadata = metadataIn(childOf(element, 'metadata'))
  const notes = notesIn(childOf(element, 'notes') ?? element, metadata.ours.get('exported:note'))
  const unit = describe(element, draft.record ? id : key, metadata, draft, notes)
  const inside = {...context, containers: [...context.containers, element]}
  const pairs = readPairs(element, unit.id, metadata.ours, inside, notes)
  draft.units.set(key, {unit: {...unit, pairs}, pairs, removed})
  draft.offsets.push({unit: unit.id, offset: element.start})
}

function describe(
  element: Element,
  id: string,
  {ours, others}: Metadata,
  draft: Draft,
  {author}: Notes
): UnitHead {
  const {name, type} = element.attributes
  const limit = element.attributes['slr:sizeRestriction']
  const built = ours.get('built')?.[0]
  return {
    id,
    kind: blockOf(type) ?? 'paragraph',
    ...(draft.record && name !== undefined && {key: unspell(name)}),
    trail: ours.get('trail') ?? [],
    ...(author.length > 0 && {note: author.join('\n')}),
    ...(/^\d+$/.test(limit ?? '') && {maxLength: Number(limit)}),
    ...(others.length > 0 && {metadata: others}),
    ...(built !== undefined && {built})
  }
}

function readPairs(
  element: Element,
  unit: string,
  metadata: Metadata['ours'],
  context: UnitContext,
  notes: Notes
): Pair[] {
  const {draft, report, undoings} = context
  const data = originalData(element)
  const matches = matchesOf(element)
  const names = childrenOf(element, 'segment').map(({attributes}) => attributes['id'])
  const [firstName] = names
  const taken = new Set(names)
  const met = new Set<string>()
  const parts = new Set<string>()
  const pairs: Pair[] = []
  const remarks = new Map<string, ReadonlyArray<Remark>>()
  const places: number[] = []
  let place = 0
  let isOrdered = false
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === 'segment' || child.name === 'ignorable') place++
    if (child.name === 'ignorable' && pairs.length > 0) {
      const last = pairs[pairs.length - 1]!
      pairs[pairs.length - 1] = {...last, gap: last.gap + gapOf(child)}
    }
    const written = child.attributes['id']
    if (child.name !== 'segment' || (draft.record && written === undefined)) continue
    const isTwin = written !== undefined && met.has(written)
    if (isTwin) report('segment-duplicate', 'warning', {id: written}, {offset: child.start, unit})
    if (written !== undefined) met.add(written)
    const id = written === undefined || isTwin ? freeId(pairs.length + 1, taken) : written
    const inline: SegmentContext = {
      report,
      unit,
      key: element.attributes['name'],
      pair: id,
      data,
      spelled: false,
      repair: context.repair,
      undoings: context.undoings,
      isDropped: context.isDropped
    }
    const exported = metadata.size === 0 ? undefined : metadata.get(`exported:${id}`)?.[0]
    const read = readSegment(child, id, inline, context, exported)
    if (!read) continue
    const pair = draft.record ? withDoubtsIn(read.pair, metadata) : read.pair
    const {apart} = read
    if (inline.remarks) remarks.set(id, inline.remarks)
    if (pairs.length > 0 && !OUR_SEGMENT.test(written ?? '')) parts.add(id)
    const found = matches.get(id)
    pairs.push(found ? {...pair, candidates: found.map((match) => readMatch(match))} : pair)
    const order = childOf(child, 'target')?.attributes['order']
    isOrdered ||= order !== undefined
    places.push(order === undefined ? place : Number(order))
    const {state: said} = standingOf(child)
    draft.offsets.push({
      unit,
      pair: id,
      offset: child.start,
      exported,
      marked: metadata.has(`marked:${id}`),
      target: read.target,
      isCopy: read.target !== undefined && sameContent(read.target, pair.source),
      said,
      guess: inline.guess,
      apart
    })
  }
  // Where the first has no name of ours either, the tool names or counts them all anew.
  const isOurs = OUR_UNIT.test(unit) && OUR_SEGMENT.test(firstName ?? '') && !draft.record
  const inOrder =
    isOrdered && parts.size === 0
      ? ordered(pairs.map((pair, index): Placed => ({pair, place: places[index]!})))
      : undefined
  if (isOrdered && !inOrder) report('order-ignored', 'warning', {}, {offset: element.start, unit})
  const told = withComments(inOrder ?? pairs, withTerms(notes, element, names), remarks)
  if (parts.size === 0 || !isOurs) return told
  report('segments-joined', 'warning', {count: parts.size}, {offset: element.start, unit})
  return undoings.pairs.reduce<Pair[]>((rest, {undo}) => undo(rest, parts), told)
}

/** Notes of a unit, and what its glossary says. */
function withTerms(notes: Notes, unit: Element, names: ReadonlyArray<string | undefined>): Notes {
  const glossary = childOf(unit, 'glossary')
  if (!glossary) return notes
  return {...notes, comments: [...notes.comments, ...glossaryOf(glossary, names)]}
}

function freeId(number: number, taken: Set<string | undefined>): string {
  let next = number
  while (taken.has(`s${next}`)) next++
  taken.add(`s${next}`)
  return `s${next}`
}

const NO_CANDIDATES: ReadonlyArray<Candidate> = []

function readSegment(
  element: Element,
  id: string,
  inline: SegmentContext,
  {draft, containers, report}: UnitContext,
  exported: string | undefined
): {pair: Pair; target: Content | undefined; apart: Apart | undefined} | undefined {
  const about = {offset: element.start, unit: inline.unit}
  const sourceElement = childOf(element, 'source')
  if (!sourceElement) {
    report('source-missing', 'error', {}, about)
    return undefined
  }
  const source = readInline(sourceElement.children, inline).content
  const {unknown: strange = 0} = inline
  const targetElement = childOf(element, 'target')
  const written = targetElement && readInline(targetElement.children, inline)
  const preserve = draft.record || inherited(sourceElement, containers, 'xml:space') === 'preserve'
  const spaced = draft.record
    ? {source, target: written?.content}
    : undoWhiteSpace({source, target: written?.content}, {preserve}, inline, element.start)
  // The target of a record is what was written; that of a hand-back is repaired.
  const target =
    written && spaced.target && !draft.record
      ? repairTarget(
          {...written, content: spaced.target},
          {source: spaced.source, exported, offset: targetElement.start},
          inline
        )
      : spaced.target
  const locked = isLocked(sourceElement) || inherited(element, containers, 'translate') === 'no'
  const said = standingOf(element)
  const segment = {source: spaced.source, exported, locked, report, ...about}
  const decided = draft.record
    ? targetOfRecord(target, said)
    : decideTarget(target, said, segment, inline.undoings)
  return {
    pair: {id, source: spaced.source, ...decided, candidates: NO_CANDIDATES, gap: ''},
    target: draft.record ? undefined : target,
    apart: apartOf(inline, strange, {locked})
  }
}

function standingOf({attributes}: Element): Standing20 {
  return standingFrom20(attributes['state'], attributes['subState'])
}

/** Whether an annotation says of all of a source that it is not for translation (“Translate Annotation”). */
function isLocked({children}: Element): boolean {
  const [only, ...others] = children
  return (
    typeof only === 'object' &&
    others.length === 0 &&
    only.name === 'mrk' &&
    only.attributes['translate'] === 'no'
  )
}

const QUIET: InlineContext = {
  report: () => {},
  unit: '',
  pair: '',
  data: new Map(),
  spelled: false,
  isDropped: isDeletion
}

/** Text of an ignorable; tools put codes there, which a gap of ours never has. */
function gapOf(element: Element): string {
  const source = childOf(element, 'source')
  const content = source ? readInline(source.children, {...QUIET}).content : []
  return content.map((part) => (typeof part === 'string' ? part : '')).join('')
}

function originalData(element: Element): ReadonlyMap<string, string> {
  const original = childOf(element, 'originalData')
  const entries = original ? childrenOf(original, 'data') : []
  return new Map(entries.map((data) => [data.attributes['id'] ?? '', textIn(data)]))
}

/** Matches by the segment they refer to. */
function matchesOf(element: Element): ReadonlyMap<string, Element[]> {
  const all = childrenOf(childOf(element, 'matches') ?? element, 'match')
  return Map.groupBy(all, ({attributes}) => (attributes['ref'] ?? '').replace(/^.*#/, ''))
}

function readMatch(element: Element): Candidate {
  const {similarity, matchQuality, type, subType, origin} = element.attributes
  const score = Number.parseFloat(similarity ?? matchQuality ?? '')
  const quiet: InlineContext = {...QUIET, data: originalData(element)}
  const side = (name: string): Content => readInline(childOf(element, name)?.children ?? [], quiet).content
  return {
    kind: candidateOf({ours: subType, type}, score),
    source: side('source'),
    target: side('target'),
    ...(score >= 0 && {score}),
    ...(origin !== undefined && {origin: unspell(origin)})
  }
}
