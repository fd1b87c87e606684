import {
  type Bitext,
  type Content,
  excerptOf,
  fingerprint,
  type Pair,
  signature,
  type Unit
} from '@passerelle/model'
import {noteFingerprint} from '../words/notes.ts'
import type {HandoffOptions} from '../words/handoff-options.ts'
import {breadcrumb, chosen, noteOf, shownTarget, targetOf} from './handoff-note.ts'
import {write20} from '../inline/write-inline.ts'
import {typeOfBlock} from '../words/kinds.ts'
import {writeMetadata} from '../words/metadata.ts'
import {targetPlaces} from '../words/order.ts'
import {type Attributes, createPrinter, printEach, type Printer} from '../xml/printer.ts'
import {NAMESPACES_20, writeGap, writeMatches, writeNotes, writeProfile} from './record.ts'

/**
 * A hand-off in XLIFF 2.0, valid against the schema of core and modules; part by part.
 *
 * Every segment has an id and may not be split or joined; codes show what they stand for.
 */
export function* writeHandoff20(
  bitexts: ReadonlyArray<Bitext>,
  options: HandoffOptions
): Generator<string, undefined> {
  const printer = createPrinter()
  printer.open('xliff', [
    ...NAMESPACES_20,
    ['version', '2.0'],
    ['srcLang', bitexts[0]?.sourceLocale ?? ''],
    ['trgLang', bitexts[0]?.targetLocale ?? '']
  ])
  for (const [index, bitext] of bitexts.entries()) yield* writeFile(printer, bitext, options, `f${index + 1}`)
  printer.close()
  yield printer.take()
}

function* writeFile(
  printer: Printer,
  bitext: Bitext,
  options: HandoffOptions,
  id: string
): Generator<string, undefined> {
  const units = chosen(bitext, options)
  printer.open('file', [
    ['id', id],
    ['original', bitext.document],
    ['canResegment', 'no']
  ])
  writeMetadata(printer, [], bitext.metadata)
  if (units.some((unit) => unit.maxLength !== undefined)) writeProfile(printer)
  yield* printEach(printer, units, (unit) => writeUnit(printer, bitext, unit, options))
  // A `<file>` must hold a unit or a group.
  if (units.length === 0) printer.block('group', [['id', 'empty']], () => {})
  printer.close()
}

function writeUnit(printer: Printer, bitext: Bitext, unit: Unit, options: HandoffOptions): void {
  const attributes: Attributes = [
    ['id', unit.id],
    ['name', breadcrumb(unit) || undefined],
    ['type', typeOfBlock(unit.kind)],
    ['xml:space', 'preserve'],
    ['slr:sizeRestriction', unit.maxLength]
  ]
  printer.block('unit', attributes, () => {
    const notes = notesOf(bitext, unit, options)
    const fingerprints = unit.pairs.flatMap((pair) => {
      const target = targetOf(pair, options)
      if (!target) return []
      const isMarked = target === pair.target && pair.subState !== undefined
      return [
        [`exported:${pair.id}`, fingerprint(signature(target))] as const,
        ...(isMarked ? [[`marked:${pair.id}`, 'yes'] as const] : [])
      ]
    })
    const ours = [...fingerprints, ...notes.map((note) => ['exported:note', noteFingerprint(note)] as const)]
    writeMetadata(printer, ours, unit.metadata)
    if (options.candidates ?? true) writeMatches(printer, unit.pairs.map(usable))
    writeNotes(printer, notes, unit.pairs)
    writePairs(printer, unit, options)
  })
}

/** A refused translation is not proposed again. */
function usable(pair: Pair): Pair {
  return {...pair, candidates: pair.candidates.filter(({kind}) => kind !== 'rejected')}
}

/**
 * The notes of a unit, for in XLIFF 2 segments have none. Words with which all notes begin are written once. Before
 * each other note stands how its segments begin, such as `▸ The river rose…`.
 */
function notesOf(bitext: Bitext, unit: Unit, options: HandoffOptions): string[] {
  const byNote = Map.groupBy(unit.pairs, (pair) => noteOf(bitext, unit, pair, options))
  byNote.delete('')
  const usual = [...byNote.keys()].find((note) => [...byNote.keys()].every((other) => other.startsWith(note)))
  const others = [...byNote].filter(([note]) => note !== usual)
  return [...(usual ? [usual] : []), ...others.map(([note, pairs]) => [...pairs.map(begin), note].join('\n'))]
}

/** How a segment begins, to stand before its note. */
function begin({source}: Pair): string {
  return `▸ ${excerptOf(source)}`
}

function writePairs(printer: Printer, unit: Unit, options: HandoffOptions): void {
  const several = unit.pairs.length > 1
  const places = targetPlaces(unit.pairs)
  for (const [index, pair] of unit.pairs.entries()) {
    const prefix = several ? `${pair.id}_` : ''
    const target = targetOf(pair, options)
    const locked = options.locked?.(unit, pair) ?? false
    const write = (content: Content): string => {
      const text = write20(content, {prefix, show: true})
      return locked ? lock(text, `${prefix}locked`) : text
    }
    const isOurs = pair.target !== undefined && target === pair.target
    printer.block(
      'segment',
      [
        ['id', pair.id],
        ['state', isOurs ? pair.state : 'initial'],
        ['subState', isOurs ? pair.subState : undefined]
      ],
      () => {
        printer.line('source', [], write(pair.source))
        if (target) printer.line('target', [['order', places[index]]], write(shownTarget(target, options)))
      }
    )
    if (pair.gap) writeGap(printer, pair.gap)
  }
}

/**
 * Only a whole unit can be locked. In a unit with other segments, an annotation locks one of them (“Translate
 * Annotation”).
 */
function lock(text: string, id: string): string {
  return `<mrk id="${id}" translate="no">${text}</mrk>`
}
