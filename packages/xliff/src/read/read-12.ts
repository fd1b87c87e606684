import {
  type Candidate,
  type Comment,
  commented,
  type Content,
  fingerprint,
  type Pair,
  sameContent,
  signature
} from '@passerelle/model'
import {isEmpty} from '../inline/content.ts'
import {type InlineContext, readInline} from '../inline/read-inline.ts'
import {decideTarget} from '../returned/decide-target.ts'
import type {SegmentContext} from '../returned/undoing.ts'
import {blockOf, candidateOf} from '../words/kinds.ts'
import {propertiesOf} from '../words/metadata.ts'
import {FLAGS} from '../words/notes.ts'
import {isSuggested, type Standing20, to20} from '../words/states.ts'
import {toolComments, toolStatus} from '../words/tool-formats.ts'
import {unspell} from '../xml/escape.ts'
import {childOf, childrenOf, type Element} from '../xml/parse.ts'
import {type Notes, notesIn} from './comments.ts'
import {addPair, type Draft, inherited, type PairFacts, type UnitContext, type UnitHead} from './draft.ts'
import {isDone, obstacleOf} from './obstacle.ts'
import {meantTexts} from './texts.ts'

/** XLIFF 1.2 has no original data. */
const NO_DATA: ReadonlyMap<string, string> = new Map()

/** Read a `<trans-unit>`: one of our segments, known by its id, or a unit of its own. */
export function readTransUnit(element: Element, context: UnitContext): void {
  const ids = idsOf(element.attributes['id'] ?? '')
  const source = childOf(element, 'source')
  if (!source) {
    context.report('source-missing', 'error', {}, {offset: element.start, unit: ids.unit})
    return
  }
  const segment = segmentContext(element, ids, context)
  const handedOff = handedOffIn(element.attributes['extradata'])
  const read = readPair(element, source, {segment, handedOff, context})
  noteLocale(context.draft, childOf(element, 'target'))
  const notes = notesIn(element, handedOff.note)
  addPair(context, {
    unit: ids.unit,
    describe: (id) => describe(element, id, context.containers, notes),
    pair: commented(read.pair, ...commentsOf(element, notes, segment, context)),
    facts: read.facts
  })
}

function segmentContext(
  {attributes}: Element,
  {unit, pair}: Ids,
  {report, repair, undoings, isDropped}: UnitContext
): SegmentContext {
  const key = attributes['resname']
  return {report, unit, key, pair, data: NO_DATA, spelled: true, repair, undoings, isDropped}
}

interface Reading {
  readonly segment: SegmentContext
  readonly handedOff: HandedOff
  readonly context: UnitContext
}

function readPair(
  element: Element,
  sourceElement: Element,
  {segment, handedOff, context}: Reading
): {readonly pair: Pair; readonly facts: PairFacts} {
  const {containers, report, undoings} = context
  const {exported, hadSubState} = handedOff
  const [offset, targetElement] = [element.start, childOf(element, 'target')]
  const segSource = childOf(element, 'seg-source')
  const partsOf = (target: Element): Element['children'] => partsIn(target, segSource, segment)
  const preserve = inherited(element, containers, 'xml:space') === 'preserve'
  const elements = {source: sourceElement, target: targetElement, partsOf}
  const {source, target, unknownInSource} = meantTexts(elements, {preserve, exported, offset}, segment)
  const locked = inherited(element, containers, 'translate') === 'no'
  const {said, confirmed} = saidOf(element, handedOff, target)
  const known = {source, exported, locked, report, offset, unit: segment.unit}
  const pair: Pair = {
    id: segment.pair,
    source,
    ...decideTarget(target, said, known, undoings),
    candidates: readCandidates(element, source, segment),
    gap: ''
  }
  const facts: PairFacts = {
    pair: segment.pair,
    offset,
    hadSubState,
    said: said.state,
    guess: segment.guess,
    exported,
    target,
    isCopy: target !== undefined && sameContent(target, source),
    obstacle: obstacleOf(segment, {unknownInSource, locked, confirmed})
  }
  return {pair, facts}
}

/** What a target holds, without the segmentation of its tool. */
function partsIn(
  target: Element,
  segSource: Element | undefined,
  context: SegmentContext
): ReadonlyArray<Element | string> {
  const [first] = context.undoings.segmentation
  return first ? first.undo(target, segSource, context) : target.children
}

/**
 * How far a file says that a segment is, in the words of XLIFF or of its tool, and whether somebody has finished it.
 */
function saidOf(
  element: Element,
  {exported, calledApproved, stateIsMute}: HandedOff,
  target: Content | undefined
): {said: Standing20; confirmed: boolean} {
  const {state, 'state-qualifier': qualifier} = childOf(element, 'target')?.attributes ?? {}
  const flag = flagOf(element.attributes['approved'])
  const isMute = stateIsMute && target !== undefined && fingerprint(signature(target)) === exported
  const written = to20({state, qualifier, approved: calledApproved && flag ? undefined : flag})
  const standing = isMute && isDone(written.state) ? {} : written
  const ofTool = toolStatus(element)
  if (ofTool !== undefined) return {said: {...standing, state: ofTool}, confirmed: isDone(ofTool)}
  return {said: standing, confirmed: isDone(standing.state) || !isSuggested(qualifier)}
}

/** All comments on a segment, from several lists; most segments have none. */
function commentsOf(
  element: Element,
  {comments}: Notes,
  inline: InlineContext,
  context: UnitContext
): ReadonlyArray<ReadonlyArray<Comment>> {
  const ofTool = toolComments(element)
  if (comments.length === 0 && ofTool.length === 0 && !inline.remarks) return NO_COMMENTS
  return [comments.map(({comment}) => comment), ofTool, remarksOf(inline, context)]
}

const NO_COMMENTS: ReadonlyArray<ReadonlyArray<Comment>> = []

function flagOf(value: string | undefined): boolean | undefined {
  return value === 'yes' || (value === 'no' ? false : undefined)
}

/** Read the texts of something that is no text itself, such as a picture (XLIFF 1.2, `<bin-unit>`). */
export function readBinUnit(element: Element, context: UnitContext): void {
  const inside = {...context, containers: [...context.containers, element]}
  for (const unit of childrenOf(element, 'trans-unit')) readTransUnit(unit, inside)
}

/** Id of the unit to which a `<trans-unit>` belongs. */
export function unitIdOf({attributes}: Element): string {
  return idsOf(attributes['id'] ?? '').unit
}

interface Ids {
  readonly unit: string
  readonly pair: string
}

/**
 * Our ids are `unit.pair`; where documents of one file share a unit, `fN.` stands before. Tools put names of jobs and
 * files before that, and numbers behind.
 */
function idsOf(id: string): Ids {
  const [, unit, pair] = OURS.exec(id) ?? WITHIN.exec(id) ?? []
  return unit !== undefined && pair !== undefined ? {unit, pair} : {unit: id, pair: 's1'}
}

const OURS = /^(?:f\d+\.)?([A-Za-z0-9-]+)\.(s\d+)$/
const WITHIN = /(?:^|[^A-Za-z0-9])(u[0-9a-z]{12}(?:-[0-9a-z]+)*)\.(s\d+)(?![A-Za-z0-9])/

/** What a hand-off said of a segment, in its `extradata`. */
interface HandedOff {
  /** Fingerprint of its target. */
  readonly exported: string | undefined
  /** Fingerprint of its note. */
  readonly note: string | undefined
  readonly hadSubState: boolean
  /** Whether the hand-off called it approved for the sake of a tool. */
  readonly calledApproved: boolean
  /** Whether its state means nothing if the target comes back unchanged. */
  readonly stateIsMute: boolean
}

const NOTHING: HandedOff = {
  exported: undefined,
  note: undefined,
  hadSubState: false,
  calledApproved: false,
  stateIsMute: false
}

/** Read `TARGET.NOTE.man`: fingerprints of target and note, and flags. Each part may be missing. */
function handedOffIn(extradata: string | undefined): HandedOff {
  if (extradata === undefined) return NOTHING
  const first = extradata.indexOf('.')
  if (first < 0) return {...NOTHING, exported: extradata}
  const second = extradata.indexOf('.', first + 1)
  const end = second < 0 ? extradata.length : second
  return {
    exported: extradata.slice(0, first) || undefined,
    note: extradata.slice(first + 1, end) || undefined,
    hadSubState: extradata.includes(FLAGS.hadSubState, end + 1),
    calledApproved: extradata.includes(FLAGS.calledApproved, end + 1),
    stateIsMute: extradata.includes(FLAGS.stateIsMute, end + 1)
  }
}

/** What annotations say of a segment. */
function remarksOf({remarks = []}: InlineContext, {definitions}: UnitContext): Comment[] {
  return remarks.flatMap((remark) => ('text' in remark ? [remark] : (definitions?.get(remark.ref) ?? [])))
}

function describe(
  element: Element,
  id: string,
  containers: ReadonlyArray<Element>,
  {author}: Notes
): UnitHead {
  const group = containers.findLast(({name}) => name === 'group')
  const {maxwidth, 'size-unit': unit} = element.attributes
  const metadata = propertiesOf([element])
  return {
    id,
    kind: blockOf(element.attributes['restype']) ?? blockOf(group?.attributes['restype']) ?? 'paragraph',
    trail: [],
    ...(author.length > 0 && {note: author.join('\n')}),
    ...(unit === 'char' && /^\d+$/.test(maxwidth ?? '') && {maxLength: Number(maxwidth)}),
    ...(metadata.length > 0 && {metadata})
  }
}

const NO_CANDIDATES: ReadonlyArray<Candidate> = []

function readCandidates(element: Element, source: Content, inline: InlineContext): ReadonlyArray<Candidate> {
  const found = childrenOf(element, 'alt-trans')
  return found.length === 0 ? NO_CANDIDATES : found.flatMap((alt) => readAltTrans(alt, source, inline))
}

function readAltTrans(element: Element, source: Content, inline: InlineContext): Candidate[] {
  const target = childOf(element, 'target')
  if (!target) return []
  const own = childOf(element, 'source')
  // A memory's proposal is not this translator's work, so its flaws are not reported.
  const quiet: InlineContext = {...inline, report: () => {}, ends: new Map(), remarks: []}
  const content = readInline(target.children, quiet).content
  if (isEmpty(content)) return []
  const {extradata, alttranstype, origin} = element.attributes
  const qualifier = target.attributes['state-qualifier']
  const quality = Number.parseFloat(element.attributes['match-quality'] ?? '')
  const score = quality >= 0 && quality <= 100 ? quality : undefined
  return [
    {
      kind: candidateOf({ours: extradata, alttranstype, qualifier}, score),
      source: own ? readInline(own.children, quiet).content : source,
      target: content,
      ...(score !== undefined && {score}),
      ...(origin !== undefined && {origin: unspell(origin)})
    }
  ]
}

/** Some tools give the language on the targets only. */
function noteLocale(draft: Draft, target: Element | undefined): void {
  const locale = target?.attributes['xml:lang']
  if (draft.targetLocale === '' && locale) draft.targetLocale = locale
}
