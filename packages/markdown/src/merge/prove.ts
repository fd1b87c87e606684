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
  /** The result says something else. */
  | 'text'
  /** The result has other codes. */
  | 'codes'

/** A slot of the result that is not what it must be. */
interface Fault {
  /** Index in `expected`. */
  readonly at: number
  readonly reason: Reason
}

/** What reading a result showed. */
export interface Proof {
  /** Nothing when proved. Faults that are certain; only the nearest to the first difference when blocks came or went. */
  readonly faults: ReadonlyArray<Fault>
  /** Where the tables of the result stand. */
  readonly tables: ReadonlyArray<Range>
}

/**
 * Read a result, and compare it with what it must be.
 *
 * Nothing of it is kept: each slot and each line of the structure is compared when it is read. Skeleton bytes need no
 * look of their own: they were copied, and every slot is proved to stand between them.
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
      // From a lost or found slot on, all others are off.
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
  // A text that broke its slot ends it early or late; where the text is whole, another did it.
  if (range && (range.start !== found.start || range.end !== found.end)) return 'structure'
  if (found.scalar) return flat(content) === flat(found.content) ? undefined : 'text'
  // Most contents are one text.
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

/** A scalar is one string; what of it is protected is for translators. */
function flat(content: Content): string {
  return content.map((part) => (typeof part === 'string' ? part : part.raw)).join('')
}

/** A link whose translation holds nothing to translate is read as one code: open it where a pair is wanted. */
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

/** Codes of a collapsed link are numbered as what follows it; set them apart. */
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
 * Emphasis may take the other marker where its own would not form (`*a*` next to a letter and a quotation mark),
 * and an address angle brackets where text would become a part of it.
 */
function sameRaw(one: InlineCode, two: InlineCode): boolean {
  const attention = one.kind === 'bold' || one.kind === 'italic' || one.kind === 'strike'
  return attention || one.raw === two.raw || (one.kind === 'url' && two.raw === `<${one.raw}>`)
}
