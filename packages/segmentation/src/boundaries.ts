import type {Content, InlineCode} from '@passerelle/model'
import {defaultRules} from './defaults/rules.ts'
import {type SegmentOptions, findBreaks} from './find.ts'
import {flatten} from './flatten.ts'
import type {FormatHandle} from './rules.ts'
import {skipSpace} from './segment.ts'

export interface BoundaryOptions extends SegmentOptions {
  /**
   * Whether a line break ends a sentence.
   *
   * @default false
   */
  readonly hardBreaks?: boolean
}

/**
 * Where the sentences of a content end.
 *
 * A boundary lies after the white space and the line breaks that follow a sentence. Codes neither hide nor make one:
 * closing codes and footnote marks at a boundary stay with what precedes, opening codes go with what follows.
 *
 * @returns
 *   Ascending positions strictly inside the content, counting each UTF-16 unit of text and each code as 1, as
 *   `cut` of the model takes them.
 */
export function boundariesOf(content: Content, locale: string, options: BoundaryOptions = {}): number[] {
  const flat = flatten(content)
  const units = unitsOf(content)
  const {formatHandle} = options.rules ?? defaultRules
  const found = findBreaks(flat.text, locale, options)
  const breaks = options.hardBreaks ? merge(found, flat.hardBreaks) : found
  const boundaries: number[] = []
  for (const position of breaks) {
    const end = skipSpace(flat.text, position)
    if (end >= flat.text.length) break
    // From what ends the sentence to what begins the next, in the content.
    const from = position === 0 ? 0 : flat.positions[position - 1]! + 1
    const at = placeAmongCodes(units, from, flat.positions[end]!, formatHandle)
    if (at > (boundaries.at(-1) ?? 0)) boundaries.push(at)
  }
  return boundaries
}

/** Each unit of a content: a code, or the UTF-16 unit it has there. */
function unitsOf(content: Content): ReadonlyArray<string | InlineCode> {
  return content.flatMap((part): (string | InlineCode)[] =>
    typeof part === 'string' ? part.split('') : [part]
  )
}

/**
 * The first place between two positions before which all belongs to the sentence that ends.
 *
 * A code that stands alone belongs to the text it touches: before the white space to what ends, else to what begins.
 */
function placeAmongCodes(
  units: ReadonlyArray<string | InlineCode>,
  from: number,
  to: number,
  handle: FormatHandle
): number {
  let space = to
  for (let at = to - 1; at >= from; at--) if (isSpace(units[at]!)) space = at
  for (let at = from; at < to; at++) {
    const unit = units[at]!
    if (typeof unit !== 'object' || staysBefore(unit, handle)) continue
    if (unit.type === 'open' || at > space || space === to) return at
  }
  return to
}

function isSpace(unit: string | InlineCode): boolean {
  return typeof unit === 'string' || unit.kind === 'break'
}

function staysBefore({type, kind}: InlineCode, {start, end, isolated}: FormatHandle): boolean {
  if (type === 'open') return start
  if (type === 'close') return end
  return kind === 'break' || kind === 'footnote' || isolated
}

function merge(a: ReadonlyArray<number>, b: ReadonlyArray<number>): number[] {
  return [...new Set([...a, ...b])].sort((one, other) => one - other)
}
