import {type Bitext, type Content, excerptOf, type Pair, type Unit} from '@passerelle/model'
import type {HandoffOptions} from '../words/handoff-options.ts'
import {showChanges} from './changes.ts'

/** Name of our program in hand-offs. */
export const TOOL = 'passerelle'

/** Where a unit stands, in one line: its key, which includes all keys above it, or the headings above it. */
export function breadcrumb({key, trail}: Unit): string {
  return key ?? trail.join(' › ')
}

/** The one note of a segment: its description and, where it has changed, its earlier source and translation. */
export function noteOf(bitext: Bitext, unit: Unit, pair: Pair, options: HandoffOptions): string {
  return [describe(bitext, unit, pair, options), previousLines(bitext, pair)]
    .filter((line) => line !== '')
    .join('\n')
}

function describe(bitext: Bitext, unit: Unit, pair: Pair, options: HandoffOptions): string {
  return options.describe ? options.describe(unit, pair, bitext) : defaultNote(unit)
}

function defaultNote(unit: Unit): string {
  const place = [breadcrumb(unit), unit.kind].filter((part) => part !== '').join(' · ')
  return [place, ...(unit.note === undefined ? [] : [unit.note])].join('\n')
}

/** The earlier source with its changes shown, and its translation; nothing if today's source is translated. */
function previousLines(bitext: Bitext, pair: Pair): string {
  const previous = pair.target ? undefined : pair.candidates.find(({kind}) => kind === 'previous')
  if (!previous) return ''
  return [
    `[${bitext.sourceLocale}] ${showChanges(previous.source, pair.source)}`,
    `[${bitext.targetLocale}] ${readable(previous.target)}`
  ].join('\n')
}

function readable(content: Content): string {
  return excerptOf(content, Number.POSITIVE_INFINITY).replace(/\s+/g, ' ')
}

/** The target to write: that of the pair, or its source for tools that need a target. */
export function targetOf(pair: Pair, options: HandoffOptions): Content | undefined {
  return options.copySource ? pair.source : pair.target
}

/**
 * The target to write. An empty one that is meant becomes a sign such as `<EMPTY>`, for tools take an empty target for
 * a missing one.
 */
export function shownTarget(target: Content, {empty = '<EMPTY>'}: HandoffOptions): Content {
  return target.length === 0 ? [empty] : target
}

/** Units with the segments to write; units without any are left out. */
export function chosen(bitext: Bitext, {only}: HandoffOptions): Unit[] {
  const units = only
    ? bitext.units.map((unit) => ({...unit, pairs: unit.pairs.filter((pair) => only(unit, pair))}))
    : bitext.units
  return units.filter((unit) => unit.pairs.length > 0)
}
