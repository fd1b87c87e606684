import type {Bitext, Candidate, Comment, Pair, Unit} from '@passerelle/model'
import {AUTHOR, TRANSLATOR} from '../words/notes.ts'
import {doubtEntries} from '../words/doubts.ts'
import {escapeText, escapeTextWithCp} from '../xml/escape.ts'
import {write20} from '../inline/write-inline.ts'
import {matchOf, typeOfBlock} from '../words/kinds.ts'
import {writeMetadata} from '../words/metadata.ts'
import {targetPlaces} from '../words/order.ts'
import {RECORD_FORMAT} from '../words/record-format.ts'
import {REMOVED} from '../words/unit-ids.ts'
import {printedEntries} from '../words/printed.ts'
import {type Attributes, createPrinter, printEach, type Printer} from '../xml/printer.ts'

export const NAMESPACES_20: Attributes = [
  ['xmlns', 'urn:oasis:names:tc:xliff:document:2.0'],
  ['xmlns:mda', 'urn:oasis:names:tc:xliff:metadata:2.0'],
  ['xmlns:mtc', 'urn:oasis:names:tc:xliff:matches:2.0'],
  ['xmlns:slr', 'urn:oasis:names:tc:xliff:sizerestriction:2.0']
]

/**
 * The record of the repository: XLIFF 2.0 with its metadata, candidates and size restriction modules.
 *
 * One element a line, attributes in a fixed order and no dates: it diffs and merges well, and equal input gives equal
 * bytes. `read(writeRecord(bitext))` equals the bitext but for `raw` of codes, which a record does not hold.
 */
export function writeRecord(bitext: Bitext): string {
  return [...writeRecordInParts(bitext)].join('')
}

/** Removed units that do not fit into memory at once. */
interface MoreRemoved {
  /** Units after those of the bitext, some at a time; all have ids of their own. */
  readonly more?: Iterable<ReadonlyArray<Unit>> | undefined
  /** Whether any of these has a limit of length. */
  readonly isLimited?: boolean | undefined
}

/** The same as {@link writeRecord}, part by part, for records that do not fit into memory. */
export function* writeRecordInParts(
  bitext: Bitext,
  {more = [], isLimited = false}: MoreRemoved = {}
): Generator<string, undefined> {
  const {units, removed} = bitext
  const printer = createPrinter()
  printer.open('xliff', [
    ...NAMESPACES_20,
    ['version', '2.0'],
    ['srcLang', bitext.sourceLocale],
    ['trgLang', bitext.targetLocale]
  ])
  printer.open('file', [
    ['id', 'f1'],
    ['original', bitext.document],
    ['canResegment', 'no'],
    ['xml:space', 'preserve']
  ])
  const ours = [
    ['record', String(RECORD_FORMAT)] as const,
    ['skeleton', bitext.skeleton] as const,
    ...printedEntries(bitext.printed)
  ]
  writeMetadata(printer, ours, bitext.metadata)
  if (isLimited || units.some(isLimitedUnit) || removed.some(isLimitedUnit)) writeProfile(printer)
  if (bitext.comments) printer.block('notes', [], () => writeComments(printer, bitext.comments!, 'document-'))
  let isEmpty = true
  for (const [prefix, group] of groupsOf(bitext, more)) {
    isEmpty &&= group.length === 0
    yield* writeUnits(printer, group, prefix)
  }
  if (isEmpty) writeEmptyUnit(printer)
  printer.close()
  printer.close()
  yield printer.take()
}

function* groupsOf(
  {units, removed}: Bitext,
  more: Iterable<ReadonlyArray<Unit>>
): Generator<readonly [prefix: string, units: ReadonlyArray<Unit>], undefined> {
  yield ['', units]
  yield [REMOVED, removed]
  for (const group of more) yield [REMOVED, group]
}

function isLimitedUnit({maxLength}: Unit): boolean {
  return maxLength !== undefined
}

/** A `<file>` must hold a unit or a group; this one is written where there is none. */
function writeEmptyUnit(printer: Printer): void {
  printer.block('group', [['id', 'empty']], () => {})
}

/** Twins get ids of their own, as twins among codes do. */
function writeUnits(
  printer: Printer,
  units: ReadonlyArray<Unit>,
  prefix: string
): Generator<string, undefined> {
  const count = new Map<string, number>()
  return printEach(printer, units, (unit) => {
    const number = (count.get(unit.id) ?? 0) + 1
    count.set(unit.id, number)
    const id = `${prefix}${unit.id}${number > 1 ? `..${number}` : ''}`
    writeUnit(printer, unit, {id, isRemoved: prefix !== ''})
  })
}

function writeUnit(
  printer: Printer,
  unit: Unit,
  {id, isRemoved}: {readonly id: string; readonly isRemoved: boolean}
): void {
  const attributes: Attributes = [
    ['id', id],
    ['name', unit.key],
    ['type', typeOfBlock(unit.kind)],
    ['translate', isRemoved ? 'no' : undefined],
    ['slr:sizeRestriction', unit.maxLength]
  ]
  printer.block('unit', attributes, () => {
    const trail = unit.trail.map((heading) => ['trail', heading] as const)
    writeMetadata(printer, [...trail, ...doubtEntries(unit.pairs), ['built', unit.built]], unit.metadata)
    writeMatches(printer, unit.pairs)
    writeNotes(printer, unit.note === undefined ? [] : [unit.note], unit.pairs)
    writePairs(printer, unit.pairs)
  })
}

/** Size restrictions count code points (XLIFF 2, “Standard Profiles”). */
export function writeProfile(printer: Printer): void {
  printer.line('slr:profiles', [['generalProfile', 'xliff:codepoints']])
}

/** Notes of the author and comments of translators; the id of a comment begins with that of its segment. */
export function writeNotes(
  printer: Printer,
  author: ReadonlyArray<string>,
  pairs: ReadonlyArray<Pair>
): void {
  if (author.length === 0 && pairs.every(({comments}) => !comments)) return
  printer.block('notes', [], () => {
    for (const note of author) printer.line('note', [['category', AUTHOR]], escapeText(note))
    for (const {id, comments = []} of pairs) writeComments(printer, comments, `${id}-`)
  })
}

function writeComments(printer: Printer, comments: ReadonlyArray<Comment>, prefix: string): void {
  for (const [index, {text, category = TRANSLATOR, priority}] of comments.entries()) {
    const attributes: Attributes = [
      ['id', `${prefix}${index + 1}`],
      ['category', category],
      ['priority', priority]
    ]
    printer.line('note', attributes, escapeText(text))
  }
}

export function writeMatches(printer: Printer, pairs: ReadonlyArray<Pair>): void {
  const all = pairs.flatMap((pair) => pair.candidates.map((candidate) => ({pair, candidate})))
  if (all.length === 0) return
  printer.block('mtc:matches', [], () => {
    for (const {pair, candidate} of all) writeMatch(printer, pair, candidate)
  })
}

function writeMatch(printer: Printer, pair: Pair, candidate: Candidate): void {
  const {type, subType} = matchOf(candidate.kind)
  const attributes: Attributes = [
    ['ref', `#${pair.id}`],
    ['similarity', candidate.score],
    ['origin', candidate.origin],
    ['type', type],
    ['subType', subType]
  ]
  printer.block('mtc:match', attributes, () => {
    printer.line('source', [], write20(candidate.source, {prefix: ''}))
    printer.line('target', [], write20(candidate.target, {prefix: ''}))
  })
}

function writePairs(printer: Printer, pairs: ReadonlyArray<Pair>): void {
  const several = pairs.length > 1
  const places = targetPlaces(pairs)
  for (const [index, pair] of pairs.entries()) {
    const prefix = several ? `${pair.id}_` : ''
    printer.block(
      'segment',
      [
        ['id', pair.id],
        ['state', pair.state],
        ['subState', pair.subState]
      ],
      () => {
        printer.line('source', [], write20(pair.source, {prefix}))
        if (pair.target) printer.line('target', [['order', places[index]]], write20(pair.target, {prefix}))
      }
    )
    if (pair.gap) writeGap(printer, pair.gap)
  }
  // A `<unit>` must hold a segment; one without an id is not ours.
  if (pairs.length === 0) printer.block('segment', [], () => printer.line('source', []))
}

/** White space between segments. */
export function writeGap(printer: Printer, gap: string): void {
  printer.block('ignorable', [], () => {
    printer.line('source', [], escapeTextWithCp(gap))
  })
}
