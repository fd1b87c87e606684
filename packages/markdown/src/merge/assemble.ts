import type {Content, InlineCode} from '@passerelle/model'
import type {Analysis} from '../read/analyse.ts'
import type {Manner} from '../print/escape.ts'
import type {Settings} from '../sites/options.ts'
import {print} from '../print/print.ts'
import type {Range} from '../text/source.ts'
import type {Slot} from '../read/slot.ts'

/** What is to be printed in place of a slot. */
export interface Choice {
  readonly content: Content
  readonly manner: Manner
}

/** A slot that must be found when the result is read again. */
export interface Expected {
  /** Index of its slot in the source. */
  readonly slot: number
  readonly content: Content
  /** Known only for slots that are in no other slot. */
  readonly range?: Range
}

/** The localized text, and what must be found in it. */
export interface Assembly {
  readonly text: string
  readonly expected: ReadonlyArray<Expected>
}

/** What printing a slot has to know. */
interface Printing {
  readonly analysis: Analysis
  readonly choices: ReadonlyMap<number, Choice>
  readonly settings: Settings
  /** Of the document. */
  readonly lineEnd: string
}

/**
 * Put choices in place of their slots; every other byte stays.
 *
 * A slot inside a code follows that code: it is printed twice where the code is repeated, and not at all where it is
 * dropped.
 */
export function assemble(
  analysis: Analysis,
  choices: ReadonlyMap<number, Choice>,
  settings: Settings
): Assembly {
  const {text, slots} = analysis
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const printing: Printing = {analysis, choices, settings, lineEnd}
  const expected: Expected[] = []
  let result = ''
  let cursor = 0
  for (let index = 0; index < slots.length;) {
    const slot = slots[index]!
    let next = index + 1
    while (next < slots.length && slots[next]!.start < slot.end) next++
    result += text.slice(cursor, slot.start)
    const {printed, content, inner, suffix} = renderTop(index, next, printing)
    const start = result.length
    result += printed
    expected.push({slot: index, content, range: {start, end: result.length - suffix}}, ...inner)
    cursor = slot.end
    index = next
  }
  return {text: result + text.slice(cursor), expected}
}

/** A slot that is in no other, with the slots in it: those after it, up to `next`. */
function renderTop(index: number, next: number, printing: Printing): Rendered {
  const slot = printing.analysis.slots[index]!
  const nested = range(index + 1, next)
  const pieces = new Map(nested.map((number) => [number, renderNested(number, printing)]))
  const codes = slot.ranges.map((own) => (own ? splice(own, pieces, printing) : undefined))
  const choice = printing.choices.get(index)
  if (choice) {
    const {content, inner} = replaceCodes(choice.content, slot, codes)
    const printed = printChoice({...choice, content}, slot, printing)
    if (printed !== undefined) return {printed, content, inner, suffix: slot.suffix?.length ?? 0}
  }
  const {content, inner} = replaceCodes(slot.content, slot, codes)
  return {printed: splice(slot, pieces, printing).raw, content, inner, suffix: 0}
}

function renderNested(number: number, printing: Printing): Piece {
  const {slots, text} = printing.analysis
  const slot = slots[number]!
  const choice = printing.choices.get(number)
  const printed = choice && printChoice(choice, slot, printing)
  return printed === undefined
    ? {raw: text.slice(slot.start, slot.end), expected: {slot: number, content: slot.content}}
    : {raw: printed, expected: {slot: number, content: choice!.content}}
}

/** A choice as printed, together with the slot's suffix; `undefined` where it cannot be printed. */
function printChoice({content, manner}: Choice, slot: Slot, printing: Printing): string | undefined {
  const {analysis, settings, lineEnd} = printing
  const printed = print(content, slot, manner, settings, analysis.text, lineEnd)
  return printed === undefined ? undefined : printed + (slot.suffix ?? '')
}

/** The source of a range with the slots in it replaced. */
function splice(
  {start, end}: Range,
  pieces: ReadonlyMap<number, Piece>,
  {analysis: {text, slots}}: Printing
): Spliced {
  const inner: Expected[] = []
  let raw = ''
  let from = start
  for (const [number, piece] of pieces) {
    const slot = slots[number]!
    if (slot.start < start || slot.end > end) continue
    raw += text.slice(from, slot.start) + piece.raw
    inner.push(piece.expected)
    from = slot.end
  }
  return {raw: raw + text.slice(from, end), inner}
}

interface Rendered {
  readonly printed: string
  readonly content: Content
  readonly inner: ReadonlyArray<Expected>
  /** Length of the slot's suffix as printed. */
  readonly suffix: number
}

interface Piece {
  readonly raw: string
  readonly expected: Expected
}

interface Spliced {
  readonly raw: string
  readonly inner: ReadonlyArray<Expected>
}

/** Give the codes of a target the current `raw` of the source's codes, and collect the slots inside them. */
function replaceCodes(
  target: Content,
  slot: Slot,
  codes: ReadonlyArray<Spliced | undefined>
): {content: Content; inner: Expected[]} {
  const twins = new Map<string, number[]>()
  for (const [index, part] of slot.content.entries()) {
    if (typeof part === 'string' || !codes[index]?.inner.length) continue
    const key = keyOf(part)
    twins.set(key, [...(twins.get(key) ?? []), index])
  }
  const inner: Expected[] = []
  const content = target.map((part) => {
    const indexes = typeof part === 'string' ? undefined : twins.get(keyOf(part))
    if (typeof part === 'string' || !indexes) return part
    const twin = codes[(indexes.length > 1 ? indexes.shift() : indexes[0]) ?? 0]
    inner.push(...(twin?.inner ?? []))
    return twin ? {...part, raw: twin.raw} : part
  })
  return {content, inner}
}

function keyOf({type, kind, raw}: InlineCode): string {
  return `${type} ${kind} ${raw}`
}

function range(start: number, end: number): number[] {
  return Array.from({length: end - start}, (_, index) => start + index)
}
