import type {Bitext, Candidate, Pair, Unit} from '@passerelle/model'
import {escapeText, escapeTextWithCp} from './escape.ts'
import {write20} from './inline-write.ts'
import {matchOf, typeOfBlock} from './kinds.ts'
import {type Attributes, createPrinter, type Printer} from './printer.ts'

/** Category of our groups of metadata. */
export const CATEGORY = 'passerelle'

/** Version of the record, in the metadata of its file; readers know a record by it. */
const RECORD_VERSION = '1'

/** Prefix of the ids of units whose block is gone; ids of units hold no full stop. */
export const REMOVED = 'removed.'

export const NAMESPACES_20: Attributes = [
  ['xmlns', 'urn:oasis:names:tc:xliff:document:2.0'],
  ['xmlns:mda', 'urn:oasis:names:tc:xliff:metadata:2.0'],
  ['xmlns:mtc', 'urn:oasis:names:tc:xliff:matches:2.0'],
  ['xmlns:slr', 'urn:oasis:names:tc:xliff:sizerestriction:2.0']
]

/**
 * The record of the repository: XLIFF 2.0 core with its metadata, candidates and size restriction modules.
 *
 * One element a line, attributes in one order and no dates, so that it diffs and merges well and equal input gives
 * equal bytes. `read(writeRecord(bitext))` equals the bitext but for `raw` of codes, which a record does not hold.
 */
export function writeRecord(bitext: Bitext): string {
  const units = [...bitext.units, ...bitext.removed]
  return print(bitext, {isLimited: units.some(isLimitedUnit), isEmpty: units.length === 0})
}

/**
 * The record of a bitext that has more removed units than memory holds: part by part, what {@link writeRecord} gives.
 *
 * @param more
 *   Removed units that follow those of the bitext, some at a time, none with the id of another.
 * @param isLimited
 *   Whether any of these has a limit of length.
 */
export function* writeRecordInParts(
  bitext: Bitext,
  more: Iterable<ReadonlyArray<Unit>>,
  isLimited: boolean
): Generator<string> {
  const isAnyLimited = isLimited || [...bitext.units, ...bitext.removed].some(isLimitedUnit)
  const frame = print(bitext, {isLimited: isAnyLimited, isEmpty: false})
  const end = frame.lastIndexOf(END)
  yield frame.slice(0, end)
  for (const removed of more) {
    const xml = print({...bitext, units: [], removed}, {isLimited: false, isEmpty: false})
    yield xml.slice(xml.indexOf('\n    <unit ') + 1, xml.lastIndexOf(END))
  }
  yield frame.slice(end)
}

const END = '  </file>\n'

function isLimitedUnit({maxLength}: Unit): boolean {
  return maxLength !== undefined
}

function print(
  bitext: Bitext,
  {isLimited, isEmpty}: {readonly isLimited: boolean; readonly isEmpty: boolean}
): string {
  const printer = createPrinter()
  const head: Attributes = [
    ...NAMESPACES_20,
    ['version', '2.0'],
    ['srcLang', bitext.sourceLocale],
    ['trgLang', bitext.targetLocale]
  ]
  printer.block('xliff', head, () => {
    const file: Attributes = [
      ['id', 'f1'],
      ['original', bitext.document],
      ['canResegment', 'no'],
      ['xml:space', 'preserve']
    ]
    printer.block('file', file, () => {
      writeMetadata(printer, [
        ['record', RECORD_VERSION],
        ['skeleton', bitext.skeleton]
      ])
      if (isLimited) writeProfile(printer)
      writeUnits(printer, bitext.units, '')
      writeUnits(printer, bitext.removed, REMOVED)
      if (isEmpty) writeEmptyUnit(printer)
    })
  })
  return printer.text()
}

/** A file must hold a unit (section 4.2.2.2): this one stands for none. */
function writeEmptyUnit(printer: Printer): void {
  printer.block('group', [['id', 'empty']], () => {})
}

/** Twins are told apart as twins among codes are. */
function writeUnits(printer: Printer, units: ReadonlyArray<Unit>, prefix: string): void {
  const count = new Map<string, number>()
  for (const unit of units) {
    const number = (count.get(unit.id) ?? 0) + 1
    count.set(unit.id, number)
    writeUnit(printer, unit, `${prefix}${unit.id}${number > 1 ? `..${number}` : ''}`, prefix !== '')
  }
}

function writeUnit(printer: Printer, unit: Unit, id: string, removed: boolean): void {
  const attributes: Attributes = [
    ['id', id],
    ['name', unit.key],
    ['type', typeOfBlock(unit.kind)],
    ['translate', removed ? 'no' : undefined],
    ['slr:sizeRestriction', unit.maxLength]
  ]
  printer.block('unit', attributes, () => {
    writeMetadata(printer, [
      ...unit.trail.map((heading): [string, string] => ['trail', heading]),
      ['built', unit.built]
    ])
    writeMatches(printer, unit.pairs)
    if (unit.note !== undefined) writeNote(printer, unit.note)
    writePairs(printer, unit.pairs)
  })
}

/** Metadata in our category; entries without a value are left out, and so is a group without entries. */
export function writeMetadata(
  printer: Printer,
  entries: ReadonlyArray<readonly [type: string, value: string | undefined]>
): void {
  const known = entries.filter(([, value]) => value !== undefined)
  if (known.length === 0) return
  printer.block('mda:metadata', [], () => {
    printer.block('mda:metaGroup', [['category', CATEGORY]], () => {
      for (const [type, value] of known) printer.line('mda:meta', [['type', type]], escapeText(value!))
    })
  })
}

/** Size restrictions count code points (5.4.4.2). */
export function writeProfile(printer: Printer): void {
  printer.line('slr:profiles', [['generalProfile', 'xliff:codepoints']])
}

function writeNote(printer: Printer, note: string): void {
  printer.block('notes', [], () => {
    printer.line('note', [['category', 'developer']], escapeText(note))
  })
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
  for (const pair of pairs) {
    const prefix = several ? `${pair.id}_` : ''
    printer.block(
      'segment',
      [
        ['id', pair.id],
        ['state', pair.state]
      ],
      () => {
        printer.line('source', [], write20(pair.source, {prefix}))
        if (pair.target) printer.line('target', [], write20(pair.target, {prefix}))
      }
    )
    if (pair.gap) writeGap(printer, pair.gap)
  }
  // A unit must hold a segment (4.2.2.5); one without an id is none of ours.
  if (pairs.length === 0) printer.block('segment', [], () => printer.line('source', []))
}

/** White space between segments. */
export function writeGap(printer: Printer, gap: string): void {
  printer.block('ignorable', [], () => {
    printer.line('source', [], escapeTextWithCp(gap))
  })
}
