import {type Comment, type Diagnostic, type Place, placesOf} from '@passerelle/model'
import {commentDefinitions, toolOf} from '../words/tool-formats.ts'
import {notesIn} from './comments.ts'
import type {Draft, UnitContext} from './draft.ts'
import {finish, type ReadFile} from './read-file.ts'
import {unspell} from '../xml/escape.ts'
import {propertiesOf} from '../words/metadata.ts'
import {type Element, type Failure, parse, type Visitor} from '../xml/parse.ts'
import {readBinUnit, readTransUnit} from './read-12.ts'
import {readFileMetadata, readUnit} from './read-20.ts'
import type {Undoings} from '../returned/undoing.ts'
import {ALL_UNDOINGS, type UndoingName, undoingsWithout} from '../returned/undoings.ts'
import type {RepairPolicy} from '../words/repair-policy.ts'
import {createReport, holdReports, type Report} from '../xml/report.ts'

/** How a hand-back is read. */
export interface ReadOptions {
  /** Which lost codes are put back. @default 'edge' */
  readonly repair?: RepairPolicy
  /** Undoings to leave out, for tests and for people who want to see a file as it came. @default none */
  readonly without?: ReadonlyArray<UndoingName>
}

/**
 * Read XLIFF 1.2 or 2.x, a record or a hand-back; gives one file for each `<file>`.
 *
 * Never throws on content: diagnostics say what had to be repaired and what cannot be read. In a file that is not
 * well-formed, each unit that is well-formed by itself is still read.
 *
 * @param input
 *   Text, or bytes; the encoding is told from a byte order mark, from zeros, or from the XML declaration.
 * @param path
 *   Path for diagnostics.
 */
export function read(
  input: string | Uint8Array,
  path: string,
  options: ReadOptions = {}
): {readonly files: ReadonlyArray<ReadFile>; readonly diagnostics: ReadonlyArray<Diagnostic>} {
  let text = ''
  let places: ((offset: number) => Place) | undefined
  const placeOf = (offset: number): Place => (places ??= placesOf(text))(offset)
  const {report, diagnostics} = createReport(path, placeOf)

  // Places can be looked up once the text is there.
  const held = holdReports()
  const way = wayOf(options)
  text = typeof input === 'string' ? input : decoded(input, held.report, way)
  held.release(report)
  const drafts = readDrafts(text, report, way)
  const files = drafts.map((draft) => finish(draft, placeOf))
  const record = drafts.some((draft) => draft.record)
  const quiet = record || diagnostics.some(({level}) => level === 'error')
  if (!quiet && files.every(({bitext}) => bitext.units.length === 0)) report('xliff-empty', 'error')
  return {files, diagnostics}
}

function readDrafts(text: string, report: Report, way: Way): Draft[] {
  if (text.trim() === '' || text.trim() === '\uFEFF') {
    report('xliff-empty', 'error')
    return []
  }
  const {drafts, failure} = tryRead(text, report, way)
  return failure ? readBroken(text, failure, report, way) : drafts
}

/** Read the whole text. Reports are kept back until it is known whether all of it is well-formed. */
function tryRead(text: string, report: Report, way: Way): {drafts: Draft[]; failure: Failure | undefined} {
  const held = holdReports()
  const {visitor, drafts, isXliff} = createReader(held.report, way)
  const failure = parse(headed(text, report, way), visitor)
  if (!failure) {
    held.release(report)
    if (!isXliff()) report('not-xliff', 'error', {}, {offset: 0})
  }
  return {drafts, failure}
}

function readBroken(text: string, failure: Failure, report: Report, way: Way): Draft[] {
  if (!/<(?:[\w.-]+:)?(?:xliff|file|trans-unit|unit)[\s/>]/.test(text)) {
    report('not-xliff', 'error', {reason: failure.reason}, {offset: failure.offset})
    return []
  }
  const held = holdReports()
  const {visitor, drafts} = createReader(held.report, way)
  for (const {undo} of way.undoings.file) undo(text, visitor, held.report, way.undoings)
  // If every unit could be mended and nothing is missing at the end, nothing is lost.
  const isWhole =
    /<\/(?:[\w.-]+:)?xliff\s*>\s*$/.test(text) && held.problems.every(({id}) => id !== 'unit-unreadable')
  const level = isWhole ? 'warning' : 'error'
  report('xliff-not-well-formed', level, {reason: failure.reason}, {offset: failure.offset})
  held.release(report)
  return drafts
}

/** How a hand-back is read, with every option set. */
export interface Way {
  readonly repair: RepairPolicy
  readonly undoings: Undoings
  readonly isDropped: (element: Element) => boolean
}

export function wayOf({repair = 'edge', without}: ReadOptions): Way {
  const undoings = without ? undoingsWithout(without) : ALL_UNDOINGS
  return {repair, undoings, isDropped: (element) => undoings.annotation.some(({undo}) => undo(element))}
}

/** The text of a file: UTF-8, as XML says, unless another encoding is found. */
function decoded(bytes: Uint8Array, report: Report, {undoings}: Way): string {
  const [first] = undoings.bytes
  return first ? first.undo(bytes, report) : new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
}

/** A text, or its first piece, without what must not stand before the root. */
export function headed(text: string, report: Report, {undoings}: Way): string {
  return undoings.text.reduce((rest, {undo}) => undo(rest, report), text)
}

/** The visitor of a parser that reads files, units and segments. */
export function createReader(
  report: Report,
  {repair, undoings, isDropped}: Way
): {visitor: Visitor; drafts: Draft[]; isXliff: () => boolean} {
  const drafts: Draft[] = []
  let draft: Draft | undefined
  let root: Element | undefined
  const definitions = new Map<string, ReadonlyArray<Comment>>()
  /** Elements before the first file, which are taken to belong to it. */
  const ahead: Element[] = []
  let isBare = false
  /** Take an element without a namespace for one of XLIFF by its name; said once for a file. */
  const noteBare = ({name, start}: Element): void => {
    if (!isBare) report('namespace-assumed', 'info', {element: name}, {offset: start})
    isBare = true
  }
  const visitor: Visitor = {
    open(element) {
      if (element.name === 'xliff' && !root) {
        root = element
        if (!element.namespace) noteBare(element)
        reportTool(element, report)
      }
      if (element.name !== 'file') return
      draft = startFile(element, root)
      drafts.push(draft)
      for (const one of ahead.splice(0)) readHead(draft, one, report)
    },
    close(element) {
      if (element.name === 'file') draft = undefined
    },
    leaf(element, containers) {
      for (const [id, comments] of commentDefinitions(element)) definitions.set(id, comments)
      if (!draft && HEADS.has(element.name)) ahead.push(element)
      if (!draft) return
      if (element.namespace === undefined) noteBare(element)
      const context: UnitContext = {draft, containers, report, repair, undoings, isDropped, definitions}
      if (element.name === 'trans-unit') readTransUnit(element, context)
      else if (element.name === 'unit') readUnit(element, context)
      else if (element.name === 'bin-unit') readBinUnit(element, context)
      else readHead(draft, element, report)
    }
  }
  return {visitor, drafts, isXliff: () => root !== undefined}
}

/** Elements that XLIFF 2.2 has before the first `<file>`. */
const HEADS: ReadonlySet<string> = new Set(['notes', 'metadata'])

/** Read what is said of a document or of a part of it that is no unit: notes in a header, of a group, of the file. */
function readHead(draft: Draft, element: Element, report: Report): void {
  if (element.name === 'metadata') readFileMetadata(element, draft, report)
  const holder = element.name === 'note' ? {...element, children: [element]} : element
  const isHolder = element.name === 'header' || element.name === 'note' || element.name === 'notes'
  if (isHolder) for (const {comment} of notesIn(holder).comments) draft.comments.push(comment)
  if (element.name === 'header') draft.metadata.push(...propertiesOf([element]))
}

function startFile(element: Element, root: Element | undefined): Draft {
  const {attributes} = element
  const outer = root?.attributes ?? {}
  return {
    element,
    version: outer['version'] ?? (root?.namespace?.endsWith(':2.0') ? '2.0' : '1.2'),
    document: unspell(attributes['original'] ?? attributes['id'] ?? ''),
    sourceLocale: localeOf(attributes['source-language'] ?? outer['srcLang']),
    targetLocale: localeOf(attributes['target-language'] ?? outer['trgLang']),
    record: false,
    skeleton: undefined,
    printed: undefined,
    comments: [],
    metadata: [],
    units: new Map(),
    twins: new Map()
  }
}

/**
 * Report that a tool's own file came back instead of ours: its ids are not ours, so units are found by their content.
 */
function reportTool(root: Element, report: Report): void {
  const tool = toolOf(root)
  if (tool !== undefined) report('tool-format', 'info', {tool}, {offset: root.start})
}

/** Tools write `en_GB` for `en-GB`. */
function localeOf(value: string | undefined): string {
  return (value ?? '').trim().replaceAll('_', '-')
}
