import {type Content, type InlineCode, tidy} from '@passerelle/model'
import type {Analysis} from '../read/analyse.ts'
import type {Assembly, Expected} from './assemble.ts'
import type {Settings} from '../sites/options.ts'
import type {Slot} from '../read/slot.ts'
import type {Range} from '../text/source.ts'
import {walk} from '../read/walk.ts'

/** Why a unit cannot be merged. */
export type Reason =
  /** The codes of the target are not balanced. */
  | 'unbalanced'
  /** The result has other blocks, or blocks elsewhere. */
  | 'structure'
  /** The result has another text. */
  | 'text'
  /** The result has other codes. */
  | 'codes'

/** A slot of the result that is not as expected. */
interface Fault {
  /** Index in `expected`. */
  readonly at: number
  readonly reason: Reason
}

/** What reading a result has shown. */
export interface Proof {
  /**
   * Empty when proved. Only faults that are certain: where blocks came or went, only the one nearest to the first
   * difference.
   */
  readonly faults: ReadonlyArray<Fault>
  /** Where the tables of the result stand. */
  readonly tables: ReadonlyArray<Range>
}

/**
 * Read a result, and compare it with what is expected.
 *
 * Each slot and each line of the structure is compared as it is read, and then forgotten. Skeleton bytes need no check:
 * they were copied, and every slot is proved to stand between them.
 */
export function prove(source: Analysis, {text, expected}: Assembly, path: string, settings: Settings): Proof {
  const faults: Fault[] = []
  let slots = 0
  let isOff = false
  let lines = 0
  let otherLine: number | undefined
  const {tables} = walk(text, path, settings, {
    slot(found) {
      const at = slots++
      const wanted = expected[at]
      const reason = !isOff && wanted && compare(wanted, source.slots[wanted.slot], found)
      if (reason) faults.push({at, reason})
      // Once a slot is lost or found, all after it are shifted.
      if (reason === 'structure') isOff = true
    },
    line(line) {
      if (source.shape[lines] !== line) otherLine ??= lines
      lines++
    }
  })
  if (!isOff && slots < expected.length) faults.push({at: slots, reason: 'structure'})
  if (faults.length === 0) {
    if (lines < source.shape.length) otherLine ??= lines
    if (slots > expected.length) faults.push({at: expected.length - 1, reason: 'structure'})
    else if (otherLine !== undefined) {
      const at = Math.max(0, (source.counts[otherLine] ?? slots) - 1)
      faults.push({at, reason: 'structure'})
    }
  }
  return {faults, tables}
}

function compare({content, range}: Expected, before: Slot | undefined, found: Slot): Reason | undefined {
  if (before?.form !== found.form || before.key !== found.key) return 'structure'
  // A text that broke its slot ends early or late; if this text is whole, another slot is at fault.
  if (range && (range.start !== found.start || range.end !== found.end)) return 'structure'
  if (found.scalar) return flat(content) === flat(found.content) ? undefined : 'text'
  // Most contents are a single text.
  if (content.length === 1 && found.content.length === 1 && typeof content[0] === 'string')
    return content[0] === found.content[0]
      ? undefined
      : typeof found.content[0] === 'string'
        ? 'text'
        : 'codes'
  const a = tidy(content)
  const b = tidy(expand(found, a))
  if (!sameCodes(a, b)) return 'codes'
  return a.every((part, index) => typeof part !== 'string' || part === b[index]) ? undefined : 'text'
}

/** A scalar as one string, for its protected parts are codes for translators only. */
function flat(content: Content): string {
  return content.map((part) => (typeof part === 'string' ? part : part.raw)).join('')
}

/** A link whose text has nothing to translate is read as one code; make it a pair again where a pair is expected. */
function expand({content, collapsed}: Slot, wanted: Content): Content {
  if (!collapsed?.size) return content
  const result: (string | InlineCode)[] = []
  for (const [index, part] of content.entries()) {
    const inner = collapsed.get(index)
    const want = wanted[tidy(result).length]
    const opened = inner && typeof want === 'object' && want.type === 'open' && want.kind === 'link'
    result.push(...(opened ? inner.map((code) => within(code, index)) : [part]))
  }
  return result
}

/** Codes in a collapsed link would have the numbers of those after it; give them others. */
function within(part: string | InlineCode, index: number): string | InlineCode {
  return typeof part === 'string' ? part : {...part, id: `${index}.${part.id}`}
}

/** Whether two contents have the same parts, codes equal in type, kind, raw and pairing. */
function sameCodes(a: Content, b: Content): boolean {
  if (a.length !== b.length) return false
  const ids = new Map<string, string>()
  return a.every((one, index) => {
    const two = b[index]
    if (typeof one === 'string' || typeof two === 'string' || !two) return typeof one === typeof two
    if (one.type !== two.type || one.kind !== two.kind || !sameRaw(one, two)) return false
    if (one.type === 'close') return ids.get(one.id) === two.id
    ids.set(one.id, two.id)
    return true
  })
}

/**
 * Emphasis may use the other marker where its own cannot form (`*a*` next to a letter and a quotation mark), and an
 * address may have angle brackets so that text beside it is no part of it.
 */
function sameRaw(one: InlineCode, two: InlineCode): boolean {
  const attention = one.kind === 'bold' || one.kind === 'italic' || one.kind === 'strike'
  return attention || one.raw === two.raw || (one.kind === 'url' && two.raw === `<${one.raw}>`)
}
