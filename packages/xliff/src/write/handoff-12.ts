import {
  type Bitext,
  type Candidate,
  type Content,
  fingerprint,
  type Pair,
  signature,
  type Unit
} from '@passerelle/model'
import {AUTHOR, FLAGS, noteFingerprint, TRANSLATOR} from '../words/notes.ts'
import {escapeText} from '../xml/escape.ts'
import type {HandoffOptions} from '../words/handoff-options.ts'
import {breadcrumb, chosen, noteOf, shownTarget, targetOf, TOOL} from './handoff-note.ts'
import {write12} from '../inline/write-inline.ts'
import {type Attributes, createPrinter, printEach, type Printer} from '../xml/printer.ts'
import {to12} from '../words/states.ts'

interface Writing {
  readonly printer: Printer
  readonly bitext: Bitext
  readonly options: HandoffOptions
  /** Put before ids that another document of the same hand-off has, too. */
  readonly prefixOf: (id: string) => string
}

/**
 * A hand-off in XLIFF 1.2, valid against the strict schema; part by part.
 *
 * One `<group>` for a unit and one `<trans-unit>` for a segment; only `<g>` and `<x>` inline; after the source its
 * target, then context, then one note. All tools we know return this form intact.
 */
export function* writeHandoff12(
  bitexts: ReadonlyArray<Bitext>,
  options: HandoffOptions
): Generator<string, undefined> {
  const printer = createPrinter()
  const taken = new Set<string>()
  printer.open('xliff', [
    ['version', '1.2'],
    ['xmlns', 'urn:oasis:names:tc:xliff:document:1.2']
  ])
  for (const [index, bitext] of bitexts.entries()) {
    const before = new Set(taken)
    const prefixOf = (id: string): string => (before.has(id) ? `f${index + 1}.` : '')
    yield* writeFile({printer, bitext, options, prefixOf})
    for (const unit of bitext.units) taken.add(unit.id)
  }
  printer.close()
  yield printer.take()
}

function* writeFile(writing: Writing): Generator<string, undefined> {
  const {printer, bitext, options} = writing
  printer.open('file', [
    ['original', bitext.document],
    ['source-language', bitext.sourceLocale],
    ['target-language', bitext.targetLocale],
    ['datatype', options.datatypeOf?.(bitext) ?? 'plaintext'],
    ['tool-id', TOOL]
  ])
  printer.block('header', [], () => {
    printer.line('tool', [
      ['tool-id', TOOL],
      ['tool-name', TOOL]
    ])
  })
  printer.open('body', [])
  yield* printEach(printer, chosen(bitext, options), (unit) => writeGroup(writing, unit))
  printer.close()
  printer.close()
}

function writeGroup(writing: Writing, unit: Unit): void {
  const group: Attributes = [
    ['id', writing.prefixOf(unit.id) + unit.id],
    ['restype', `x-${unit.kind}`]
  ]
  writing.printer.block('group', group, () => {
    for (const pair of unit.pairs) writeTransUnit(writing, unit, pair)
  })
}

function writeTransUnit(writing: Writing, unit: Unit, pair: Pair): void {
  const {printer, bitext, options, prefixOf} = writing
  const target = targetOf(pair, options)
  const limited = unit.maxLength !== undefined
  const isOurs = target !== undefined && target === pair.target
  const standing = to12(isOurs ? pair : {})
  // Tools that look at `approved` get it on all that is translated; the flag says that nobody has reviewed it.
  const isCalled =
    options.approveTranslated === true &&
    isOurs &&
    pair.state === 'translated' &&
    pair.subState === undefined &&
    !pair.doubts
  const isMute = options.unchanged === 'nothing' && target !== undefined
  const flags = [
    isOurs && pair.subState !== undefined ? FLAGS.hadSubState : '',
    isCalled ? FLAGS.calledApproved : '',
    isMute ? FLAGS.stateIsMute : ''
  ].join('')
  const note = noteOf(bitext, unit, pair, options)
  const attributes: Attributes = [
    ['id', `${prefixOf(unit.id)}${unit.id}.${pair.id}`],
    ['resname', breadcrumb(unit) || undefined],
    ['translate', options.locked?.(unit, pair) ? 'no' : undefined],
    ['maxwidth', unit.maxLength],
    ['size-unit', limited ? 'char' : undefined],
    ['approved', standing.approved || isCalled ? 'yes' : undefined],
    ['extradata', fingerprintsOf(target, note, flags)],
    ['xml:space', 'preserve']
  ]
  printer.block('trans-unit', attributes, () => {
    printer.line('source', [], write12(pair.source))
    const said: Attributes = [
      ['state', standing.state],
      ['state-qualifier', standing.qualifier]
    ]
    printer.line('target', said, target && write12(shownTarget(target, options)))
    writeContext(writing, unit)
    if (note) printer.line('note', [['from', AUTHOR]], escapeText(note))
    for (const {text, priority} of pair.comments ?? [])
      printer.line(
        'note',
        [
          ['priority', priority],
          ['from', TRANSLATOR]
        ],
        escapeText(text)
      )
    if (options.candidates) for (const candidate of pair.candidates) writeAltTrans(printer, candidate)
  })
}

/** Fingerprints of target and note, and the flags: `TARGET.NOTE.man`, of which each part may be empty. */
function fingerprintsOf(target: Content | undefined, note: string, flags: string): string | undefined {
  const ofTarget = target ? fingerprint(signature(target)) : ''
  const parts = [ofTarget, note === '' ? '' : noteFingerprint(note), flags]
  while (parts.at(-1) === '') parts.pop()
  return parts.join('.') || undefined
}

function writeContext({printer, bitext, options}: Writing, unit: Unit): void {
  const {path, line} = options.locate?.(unit, bitext) ?? {path: bitext.document}
  printer.block('context-group', [['purpose', 'location']], () => {
    printer.line('context', [['context-type', 'sourcefile']], escapeText(path))
    if (line !== undefined) printer.line('context', [['context-type', 'linenumber']], String(line))
  })
}

function writeAltTrans(printer: Printer, candidate: Candidate): void {
  // A refused translation is not proposed again.
  if (candidate.kind === 'rejected') return
  const attributes: Attributes = [
    ['match-quality', candidate.score],
    ['origin', candidate.origin],
    ['extradata', candidate.kind],
    ['alttranstype', candidate.kind === 'previous' ? 'previous-version' : undefined]
  ]
  printer.block('alt-trans', attributes, () => {
    printer.line('source', [], write12(candidate.source))
    printer.line('target', [], write12(candidate.target))
  })
}
