import type {Content, InlineCode} from '@passerelle/model'
import {defaultRules} from './rules/defaults.ts'
import {type SegmentOptions, findBreaks} from './find.ts'
import {flatten} from './flatten.ts'
import type {FormatHandle} from './rules/rules.ts'
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
  const {text, starts, hardBreaks, marks} = flatten(content)
  const {formatHandle} = options.rules ?? defaultRules
  const found = findBreaks(text, locale, options)
  const always = options.hardBreaks ? [...marks, ...hardBreaks] : marks
  const breaks = always.length > 0 ? merge(found, always) : found
  const boundaries: number[] = []
  if (breaks.length === 0) return boundaries
  const positions = positionsOf(content, starts)
  for (const position of breaks) {
    const end = skipSpace(text, position)
    if (end >= text.length) break
    // From what ends the sentence to what begins the next, in the content.
    const from = position === 0 ? 0 : positions.of(position - 1) + 1
    const to = positions.of(end)
    const at = content.length === 1 ? to : positionAmongCodes(positions.between(from, to), from, formatHandle)
    if (at > (boundaries.at(-1) ?? 0)) boundaries.push(at)
  }
  return boundaries
}

/** A way from offsets in the text to positions in the content, for offsets that ascend but for a few steps. */
interface Positions {
  /** How many units and codes of the content come before a unit of the text. */
  readonly of: (offset: number) => number
  /** Each unit between two positions: a code, or the UTF-16 unit it has there. */
  readonly between: (from: number, to: number) => ReadonlyArray<string | InlineCode>
}

function positionsOf(content: Content, starts: ReadonlyArray<number>): Positions {
  const before: number[] = []
  let count = 0
  for (const part of content) {
    before.push(count)
    count += typeof part === 'string' ? part.length : 1
  }
  let at = 0
  const of = (offset: number): number => {
    while (at > 0 && starts[at]! > offset) at--
    // Of parts that begin at the same offset all but the last have no text.
    while (at + 1 < starts.length && starts[at + 1]! <= offset) at++
    return before[at]! + offset - starts[at]!
  }
  const between = (from: number, to: number): (string | InlineCode)[] => {
    const units: (string | InlineCode)[] = []
    const last = before.findLastIndex((start) => start < to)
    for (let index = before.findLastIndex((start) => start <= from); index >= 0 && index <= last; index++) {
      const part = content[index]!
      const start = before[index]!
      if (typeof part !== 'string') units.push(part)
      else units.push(...part.slice(Math.max(0, from - start), to - start).split(''))
    }
    return units
  }
  return {of, between}
}

/**
 * The first position among some units before which all belongs to the sentence that ends.
 *
 * A code that stands alone belongs to the text it touches: before the white space to what ends, else to what begins.
 *
 * @param from
 *   Position of the first unit.
 */
function positionAmongCodes(
  units: ReadonlyArray<string | InlineCode>,
  from: number,
  handle: FormatHandle
): number {
  const space = units.findIndex(isSpace)
  for (const [index, unit] of units.entries()) {
    if (typeof unit !== 'object' || staysBefore(unit, handle)) continue
    if (unit.type === 'open' || space < 0 || index > space) return from + index
  }
  return from + units.length
}

function isSpace(unit: string | InlineCode): boolean {
  return typeof unit === 'string' || unit.kind === 'break' || unit.kind === 'mark'
}

function staysBefore({type, kind}: InlineCode, {start, end, isolated}: FormatHandle): boolean {
  if (type === 'open') return start
  if (type === 'close') return end
  return kind === 'break' || kind === 'mark' || kind === 'footnote' || isolated
}

function merge(a: ReadonlyArray<number>, b: ReadonlyArray<number>): number[] {
  return [...new Set([...a, ...b])].sort((one, other) => one - other)
}
