import {isDeletion} from '../words/tool-formats.ts'
import {decode} from '../xml/decode.ts'
import {
  closedBySmartQuote,
  htmlEntities,
  illegalCharacters,
  illegalReferences,
  looseAmpersands
} from './mend.ts'
import {looseBrackets, bracketsInValues, smartQuotes, surrogateReferences, untidyTags} from './mend.ts'
import {blankHead} from './blank-head.ts'
import {contradictedState, emptySign, emptyTarget} from './decide-target.ts'
import {decoded} from './decoded.ts'
import {edgeSpace} from './edge-space.ts'
import {dropHalves} from './half-tags.ts'
import {lineBreaks} from './line-breaks.ts'
import {nameless, withLooksOfSource} from './bare-codes.ts'
import {pasted} from './pasted-tags.ts'
import {putBack} from './put-back.ts'
import {recover} from './recover.ts'
import {flattenSegments} from './segment-marks.ts'
import {sourceBeside} from './source-beside.ts'
import {joinParts} from './split-segments.ts'
import {spreadsheetQuotes} from './spreadsheet-quotes.ts'
import {restoreRenamed, restoreTyped, unbrace, unmarked, untick, untwin} from './typed-codes.ts'
import {typedMarkup} from './typed-markup.ts'
import type {Stage, Undoing, Undoings} from './undoing.ts'
import {unseen} from './unseen.ts'
import {edgeIndents, indentsBeforeCodes, indentsBetweenCodes} from './white-space.ts'

/**
 * Everything that tools and people do to a hand-back and that is undone, in the order in which it is undone: from the
 * bytes of a file to the pairs of its units.
 *
 * In a target, characters are undone before what is spelled with them, texts before codes, and codes that somebody
 * typed in another form before codes that are put back.
 */
export const UNDOINGS = [
  {
    on: 'bytes',
    name: 'encoding',
    evidence:
      'OmegaT writes UTF-16 without a byte order mark; others declare UTF-16 or windows-1252 and write UTF-8',
    id: 'xliff-encoding',
    undo: decode
  },
  {
    on: 'text',
    name: 'head',
    evidence:
      'the Translate Toolkit writes a second byte order mark after the declaration; others put a blank line first',
    id: 'head-mended',
    undo: blankHead
  },
  {
    on: 'file',
    name: 'broken-file',
    evidence: 'locize, and whoever edits a file by hand: one unit is not well-formed, and the others are',
    id: 'xliff-not-well-formed',
    undo: recover
  },
  {
    on: 'unit',
    name: 'smart-quotes',
    evidence: 'word processors, and editors of operating systems, turn `id="1"` into `id=“1”`',
    id: 'unit-mended',
    undo: smartQuotes
  },
  {
    on: 'unit',
    name: 'smart-quote-at-end',
    evidence: 'the same, where only the second quote was typed anew: `id="1”`',
    id: 'unit-mended',
    undo: closedBySmartQuote
  },
  {
    on: 'unit',
    name: 'brackets-in-values',
    evidence: 'tools that copy a code into `equiv-text` and do not escape it',
    id: 'unit-mended',
    undo: bracketsInValues
  },
  {
    on: 'unit',
    name: 'untidy-tags',
    evidence: 'people who type tags leave out the quotes around values, or the blank between attributes',
    id: 'unit-mended',
    undo: untidyTags
  },
  {
    on: 'unit',
    name: 'loose-brackets',
    evidence: 'people who type `5 < 6` into the file itself; machines that put a blank after `<`',
    id: 'unit-mended',
    undo: looseBrackets
  },
  {
    on: 'unit',
    name: 'html-entities',
    evidence: 'people, and machines that were trained on pages, write `&nbsp;` and `&eacute;`',
    id: 'unit-mended',
    undo: htmlEntities
  },
  {
    on: 'unit',
    name: 'surrogate-references',
    evidence: 'programs that escape UTF-16 unit by unit write an emoji as `&#xD83D;&#xDC4C;`',
    id: 'unit-mended',
    undo: surrogateReferences
  },
  {
    on: 'unit',
    name: 'illegal-references',
    evidence: 'programs that escape what XML cannot hold, such as `&#3;`',
    id: 'unit-mended',
    undo: illegalReferences
  },
  {
    on: 'unit',
    name: 'loose-ampersands',
    evidence: 'people who type `R&D` into the file itself',
    id: 'unit-mended',
    undo: looseAmpersands
  },
  {
    on: 'unit',
    name: 'illegal-characters',
    evidence: 'texts that were pasted from elsewhere have controls in them',
    id: 'unit-mended',
    undo: illegalCharacters
  },
  {
    on: 'broken-unit',
    name: 'half-tags',
    evidence: 'people who type tags forget one of the two',
    id: 'unit-mended',
    undo: dropHalves
  },
  {
    on: 'segmentation',
    name: 'segment-marks',
    evidence:
      'Matecat, Trados and others put `<mrk mtype="seg">` into targets, and Matecat a line break and an indent between them',
    id: 'gap-restored',
    undo: flattenSegments
  },
  {
    on: 'annotation',
    name: 'tracked-deletions',
    evidence: 'Trados, its reviewers, and memoQ keep what was deleted, marked as deleted',
    id: 'deletion-dropped',
    undo: isDeletion
  },
  {
    on: 'white-space',
    name: 'indents-at-edges',
    evidence: 'tools that print XML prettily put a line break and an indent around a text',
    id: 'white-space-undone',
    undo: edgeIndents
  },
  {
    on: 'white-space',
    name: 'indents-before-codes',
    evidence: 'locize puts each code on a line of its own',
    id: 'white-space-undone',
    undo: indentsBeforeCodes
  },
  {
    on: 'white-space',
    name: 'indents-between-codes',
    evidence: 'Lokalize puts tags that follow one another on lines of their own',
    id: 'white-space-undone',
    undo: indentsBetweenCodes
  },
  {
    on: 'codes',
    name: 'dropped-attributes',
    evidence: 'Lokalize keeps nothing of a code but its id',
    undo: withLooksOfSource
  },
  {
    on: 'target',
    name: 'nameless-codes',
    evidence: 'people who type tags write `<g>` for `<g id="2">`',
    id: 'code-restored',
    level: 'warning',
    undo: nameless
  },
  {
    on: 'target',
    name: 'encoded-text',
    evidence: 'each tool on the way escapes once more; spreadsheets and scripts read UTF-8 as windows-1252',
    id: 'target-decoded',
    level: 'warning',
    undo: decoded
  },
  {
    on: 'target',
    name: 'unseen-characters',
    evidence:
      'what was pasted from a browser or a word processor has zero-width blanks and marks of direction',
    id: 'unseen-removed',
    level: 'info',
    undo: unseen
  },
  {
    on: 'target',
    name: 'spreadsheet-quotes',
    evidence: 'spreadsheets put quotes around a text with a comma or a line break, and double those in it',
    id: 'quotes-removed',
    level: 'warning',
    guesses: true,
    undo: spreadsheetQuotes
  },
  {
    on: 'target',
    name: 'source-beside',
    evidence: 'tools that put a translation into a target and leave the copy of the source that was there',
    id: 'source-removed',
    level: 'warning',
    guesses: true,
    undo: sourceBeside
  },
  {
    on: 'target',
    name: 'pasted-tags',
    evidence:
      'people who copy tags as text; machines that translate put blanks into them and change their case',
    id: 'code-restored',
    level: 'warning',
    undo: pasted
  },
  {
    on: 'target',
    name: 'typed-markup',
    evidence: 'people who know Markdown or HTML type `**words**` for a pair of codes',
    id: 'code-restored',
    level: 'warning',
    undo: typedMarkup
  },
  {
    on: 'target',
    name: 'braces-around-placeholder',
    evidence: 'tools that make a code of what is between braces; people type the braces around it again',
    id: 'code-restored',
    level: 'warning',
    undo: unbrace
  },
  {
    on: 'target',
    name: 'marks-around-pair',
    evidence: 'people who know Markdown type `**` around a pair of tags that is there',
    id: 'code-restored',
    level: 'warning',
    undo: unmarked
  },
  {
    on: 'target',
    name: 'ticks-around-code',
    evidence: 'people who know Markdown type backticks around the tag of a code, or its text beside it',
    id: 'code-restored',
    level: 'warning',
    undo: untick
  },
  {
    on: 'target',
    name: 'text-beside-code',
    evidence: 'people type what a tag shows, and put the tag beside it',
    id: 'code-restored',
    level: 'warning',
    undo: untwin
  },
  {
    on: 'target',
    name: 'typed-codes',
    evidence: 'Poedit shows what stands for a code, in brackets of its own, and people type what they see',
    id: 'code-restored',
    level: 'warning',
    undo: restoreTyped
  },
  {
    on: 'target',
    name: 'renamed-placeholders',
    evidence: 'people and machines translate the name in `{{name}}`, or type other braces',
    id: 'code-restored',
    level: 'warning',
    undo: restoreRenamed
  },
  {
    on: 'target',
    name: 'line-breaks',
    evidence: 'people press Enter or Tab in a target',
    id: 'line-break-replaced',
    level: 'warning',
    undo: lineBreaks
  },
  {
    on: 'target',
    name: 'lost-codes',
    evidence: 'people overlook a code at an edge of a sentence; machines drop it',
    id: 'code-put-back',
    level: 'warning',
    undo: putBack
  },
  {
    on: 'target',
    name: 'edge-space',
    evidence: 'people type a blank after the last word',
    id: 'edge-space-trimmed',
    level: 'info',
    undo: edgeSpace
  },
  {
    on: 'standing',
    name: 'empty-target',
    evidence: 'Lokalize signs off empty targets; many write an empty one where there is none',
    id: 'state-without-target',
    undo: emptyTarget
  },
  {
    on: 'standing',
    name: 'empty-sign',
    evidence:
      'OmegaT has `<EMPTY>` for a translation that is empty on purpose; Matecat and Weblate take `[EMPTY]`',
    id: 'target-emptied',
    undo: emptySign
  },
  {
    on: 'standing',
    name: 'contradicted-state',
    evidence:
      'OmegaT 3.6 returns finished targets as `needs-translation`, and OmegaT 6 as `initial` in XLIFF 2',
    undo: contradictedState
  },
  {
    on: 'pairs',
    name: 'split-segments',
    evidence: 'tools that segment anew cut a segment in two; the second part has no id, or one of theirs',
    id: 'segments-joined',
    undo: joinParts
  }
] as const satisfies ReadonlyArray<Undoing>

export type UndoingName = (typeof UNDOINGS)[number]['name']

/** All undoings except those named, by what they work on. */
export function undoingsWithout(names: ReadonlyArray<UndoingName>): Undoings {
  const left: ReadonlyArray<Undoing> = UNDOINGS.filter(({name}) => !names.includes(name))
  const on = <On extends Stage>(stage: On): ReadonlyArray<Undoing<On>> =>
    left.filter((undoing) => undoing.on === stage) as unknown as ReadonlyArray<Undoing<On>>
  return {
    bytes: on('bytes'),
    text: on('text'),
    file: on('file'),
    unit: on('unit'),
    'broken-unit': on('broken-unit'),
    segmentation: on('segmentation'),
    annotation: on('annotation'),
    'white-space': on('white-space'),
    codes: on('codes'),
    target: on('target'),
    standing: on('standing'),
    pairs: on('pairs')
  }
}

export const ALL_UNDOINGS: Undoings = undoingsWithout([])
