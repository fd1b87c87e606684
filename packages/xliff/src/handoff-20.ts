import {type Bitext, fingerprint, type Pair, signature, type Unit} from '@passerelle/model'
import {escapeText} from './escape.ts'
import type {HandoffOptions} from './handoff.ts'
import {breadcrumb, chosen, describe, previousLines, targetOf} from './handoff-note.ts'
import {write20} from './inline-write.ts'
import {typeOfBlock} from './kinds.ts'
import {type Attributes, createPrinter, type Printer} from './printer.ts'
import {NAMESPACES_20, writeGap, writeMatches, writeMetadata, writeProfile} from './record.ts'

/**
 * A hand-off in XLIFF 2.0, valid against the schema of core and modules.
 *
 * Every segment has an id and may not be segmented anew; codes show what they stand for.
 */
export function writeHandoff20(bitexts: ReadonlyArray<Bitext>, options: HandoffOptions): string {
  const printer = createPrinter()
  const head: Attributes = [
    ...NAMESPACES_20,
    ['version', '2.0'],
    ['srcLang', bitexts[0]?.sourceLocale ?? ''],
    ['trgLang', bitexts[0]?.targetLocale ?? '']
  ]
  printer.block('xliff', head, () => {
    for (const [index, bitext] of bitexts.entries()) writeFile(printer, bitext, options, `f${index + 1}`)
  })
  return printer.text()
}

function writeFile(printer: Printer, bitext: Bitext, options: HandoffOptions, id: string): void {
  const units = chosen(bitext, options)
  const attributes: Attributes = [
    ['id', id],
    ['original', bitext.document],
    ['canResegment', 'no']
  ]
  printer.block('file', attributes, () => {
    if (units.some((unit) => unit.maxLength !== undefined)) writeProfile(printer)
    for (const unit of units) writeUnit(printer, bitext, unit, options)
    // A file must hold a unit or a group (section 4.2.2.2).
    if (units.length === 0) printer.block('group', [['id', 'empty']], () => {})
  })
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
    writeMetadata(
      printer,
      unit.pairs.flatMap((pair) => {
        const target = targetOf(pair, options)
        return target ? [[`exported:${pair.id}`, fingerprint(signature(target))] as const] : []
      })
    )
    if (options.candidates ?? true) writeMatches(printer, unit.pairs.map(usable))
    writeNotes(printer, bitext, unit, options)
    writePairs(printer, unit.pairs, options)
  })
}

/** What was sent back as unusable is no proposal. */
function usable(pair: Pair): Pair {
  return {...pair, candidates: pair.candidates.filter(({kind}) => kind !== 'rejected')}
}

/** Notes of XLIFF 2 belong to units: what segments say alike is said once. */
function writeNotes(printer: Printer, bitext: Bitext, unit: Unit, options: HandoffOptions): void {
  const notes = new Set([
    ...unit.pairs.map((pair) => describe(unit, pair, options)),
    ...unit.pairs.map((pair) => previousLines(bitext, pair))
  ])
  notes.delete('')
  if (notes.size === 0) return
  printer.block('notes', [], () => {
    for (const note of notes) printer.line('note', [['category', 'developer']], escapeText(note))
  })
}

function writePairs(printer: Printer, pairs: ReadonlyArray<Pair>, options: HandoffOptions): void {
  const several = pairs.length > 1
  for (const pair of pairs) {
    const prefix = several ? `${pair.id}_` : ''
    const target = targetOf(pair, options)
    printer.block(
      'segment',
      [
        ['id', pair.id],
        ['state', pair.target && target === pair.target ? pair.state : 'initial']
      ],
      () => {
        printer.line('source', [], write20(pair.source, {prefix, show: true}))
        if (target) printer.line('target', [], write20(target, {prefix, show: true}))
      }
    )
    if (pair.gap) writeGap(printer, pair.gap)
  }
}
