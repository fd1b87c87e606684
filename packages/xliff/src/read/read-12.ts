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
import {CALLED, MARKED, MUTE} from '../words/notes.ts'
import {type Notes, notesIn} from './comments.ts'
import {addPair, apartOf, type Draft, inherited, isDone, type UnitContext, type UnitHead} from './draft.ts'
import {isEmpty} from '../inline/content.ts'
import {unspell} from '../xml/escape.ts'
import type {SegmentContext} from '../returned/undoing.ts'
import {type InlineContext, readInline} from '../inline/read-inline.ts'
import {blockOf, candidateOf} from '../words/kinds.ts'
import {childOf, childrenOf, type Element} from '../xml/parse.ts'
import {propertiesOf} from '../words/metadata.ts'
import {repairTarget} from '../returned/repair.ts'
import {decideTarget} from '../returned/decide-target.ts'
import {isSuggested, type Standing20, to20} from '../words/states.ts'
import {toolComments, toolStatus} from '../words/tool-formats.ts'
import {undoWhiteSpace} from '../returned/white-space.ts'

/** XLIFF 1.2 has no original data. */
const NO_DATA: ReadonlyMap<string, string> = new Map()

/** Read a `<trans-unit>`: a segment of ours, told by its id, or a unit of its own. */
export function readTransUnit(element: Element, context: UnitContext): void {
  const {draft, containers, report, undoings} = context
  const {unit, pair} = idsOf(element.attributes['id'] ?? '')
  const about = {offset: element.start, unit}
  const sourceElement = childOf(element, 'source')
  if (!sourceElement) {
    report('source-missing', 'error', {}, about)
    return
  }
  const inline: SegmentContext = {
    report,
    unit,
    key: element.attributes['resname'],
    pair,
    data: NO_DATA,
    spelled: true,
    repair: context.repair,
    undoings,
    isDropped: context.isDropped
  }
  const preserve = inherited(element, containers, 'xml:space') === 'preserve'
  const source = readInline(sourceElement.children, inline)
  const {unknown: strange = 0} = inline
  const targetElement = childOf(element, 'target')
  const prints = printsOf(element.attributes['extradata'])
  const {exported, printed, marked} = prints
  const written =
    targetElement && readInline(partsOf(targetElement, childOf(element, 'seg-source'), inline), inline)
  const spaced = undoWhiteSpace(
    {source: source.content, target: written?.content},
    {preserve},
    inline,
    element.start
  )
  const target =
    written &&
    repairTarget(
      {...written, content: spaced.target ?? written.content},
      {source: spaced.source, exported, offset: targetElement.start},
      inline
    )
  const locked = inherited(element, containers, 'translate') === 'no'
  const {said, confirmed} = saidOf(element, prints, target)
  const result: Pair = {
    id: pair,
    source: spaced.source,
    ...decideTarget(target, said, {source: spaced.source, exported, locked, report, ...about}, undoings),
    candidates: readCandidates(element, spaced.source, inline),
    gap: ''
  }
  noteLocale(draft, targetElement)
  const notes = notesIn(element, printed)
  addPair(
    context,
    unit,
    (id) => describe(element, id, containers, notes),
    commented(result, ...commentsOf(element, notes, inline, context)),
    {
      offset: element.start,
      exported,
      marked,
      target,
      isCopy: target !== undefined && sameContent(target, spaced.source),
      said: said.state,
      guess: inline.guess,
      apart: apartOf(inline, strange, {locked, confirmed})
    }
  )
}

/** What a target holds, without the segmentation of its tool. */
function partsOf(
  target: Element,
  segSource: Element | undefined,
  context: SegmentContext
): ReadonlyArray<Element | string> {
  const [first] = context.undoings.segmentation
  return first ? first.undo(target, segSource, context) : target.children
}

/** How far a file says that a segment is, in the words of XLIFF or of its tool, and whether anybody has finished it. */
function saidOf(
  element: Element,
  {exported, called, mute}: Prints,
  target: Content | undefined
): {said: Standing20; confirmed: boolean} {
  const {state, 'state-qualifier': qualifier} = childOf(element, 'target')?.attributes ?? {}
  const flag = flagOf(element.attributes['approved'])
  const isMute = mute && target !== undefined && fingerprint(signature(target)) === exported
  const written = to20({state, qualifier, approved: called && flag ? undefined : flag})
  const standing = isMute && isDone(written.state) ? {} : written
  const ofTool = toolStatus(element)
  if (ofTool !== undefined) return {said: {...standing, state: ofTool}, confirmed: isDone(ofTool)}
  return {said: standing, confirmed: isDone(standing.state) || !isSuggested(qualifier)}
}

/** All that is said of a segment, list by list; most have none. */
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

/** Read the texts of what is no text itself, such as a picture (XLIFF 1.2, `<bin-unit>`). */
export function readBinUnit(element: Element, context: UnitContext): void {
  const inside = {...context, containers: [...context.containers, element]}
  for (const unit of childrenOf(element, 'trans-unit')) readTransUnit(unit, inside)
}

/** The unit that a `<trans-unit>` is of. */
export function unitIdOf({attributes}: Element): string {
  return idsOf(attributes['id'] ?? '').unit
}

/**
 * Ids of ours are `unit.pair`, with `fN.` before them where documents of one file share a unit. Tools put names of jobs and
 * files before them, and numbers behind.
 */
function idsOf(id: string): {unit: string; pair: string} {
  const [, unit, pair] = OURS.exec(id) ?? WITHIN.exec(id) ?? []
  return unit !== undefined && pair !== undefined ? {unit, pair} : {unit: id, pair: 's1'}
}

const OURS = /^(?:f\d+\.)?([A-Za-z0-9-]+)\.(s\d+)$/
const WITHIN = /(?:^|[^A-Za-z0-9])(u[0-9a-z]{12}(?:-[0-9a-z]+)*)\.(s\d+)(?![A-Za-z0-9])/

/** What was handed off, by its prints. */
interface Prints {
  readonly exported: string | undefined
  readonly printed: string | undefined
  readonly marked: boolean
  /** Whether it was called approved for the sake of a tool. */
  readonly called: boolean
  /** Whether its state says nothing where it comes back as it was. */
  readonly mute: boolean
}

/** Prints of the target and of the note that were handed off, and whether with a mark: `TARGET.NOTE.m`, all optional. */
function printsOf(extradata: string | undefined): Prints {
  if (extradata === undefined) return NO_PRINTS
  const first = extradata.indexOf('.')
  if (first < 0) return {exported: extradata, printed: undefined, marked: false, called: false, mute: false}
  const second = extradata.indexOf('.', first + 1)
  const end = second < 0 ? extradata.length : second
  return {
    exported: extradata.slice(0, first) || undefined,
    printed: extradata.slice(first + 1, end) || undefined,
    marked: extradata.includes(MARKED, end + 1),
    called: extradata.includes(CALLED, end + 1),
    mute: extradata.includes(MUTE, end + 1)
  }
}

const NO_PRINTS: Prints = {exported: undefined, printed: undefined, marked: false, called: false, mute: false}

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
  // What a memory proposes is not this translator's work: its flaws are no news.
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

/** Some tools say the language at the targets alone. */
function noteLocale(draft: Draft, target: Element | undefined): void {
  const locale = target?.attributes['xml:lang']
  if (draft.targetLocale === '' && locale) draft.targetLocale = locale
}
