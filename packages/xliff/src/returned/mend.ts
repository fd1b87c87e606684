import {ENTITIES} from '../xml/entities.ts'

/**
 * Mend the slips that tools and people make in a unit, so that it may be parsed.
 *
 * Values in smart quotes, in one straight and one smart quote, or in none; attributes without a blank between them; `&`
 * and `<` that were not escaped; entities of HTML; halves of a surrogate written as two references; characters that XML
 * cannot hold.
 */
export function mend(unit: string): string {
  return MENDS.reduce((text, [pattern, by]) => text.replace(pattern, by), unit)
}

/**
 * Take tags of codes without their other half out of targets: whoever types tags by hand forgets one. Which words they were to be
 * around nobody knows; the code counts as lost.
 */
export function dropHalves(unit: string): string {
  const pieces: string[] = []
  let from = 0
  for (const open of unit.matchAll(/<(?:[\w.-]+:)?target(?=[\s>])[^<>]*>/g)) {
    const start = open.index + open[0].length
    if (open.index < from) continue
    CLOSE.lastIndex = start
    const close = CLOSE.exec(unit)
    if (!close) break
    pieces.push(unit.slice(from, start), withoutHalves(unit.slice(start, close.index)))
    from = close.index
  }
  return pieces.join('') + unit.slice(from)
}

const CLOSE = /<\/(?:[\w.-]+:)?target\s*>/g

/** A tag of a code that has two; values hold no brackets once they are mended. */
const TAG = /<(\/?)((?:[\w.-]+:)?(?:g|pc))(?=[\s/>])[^<>]*?(\/?)>/g

function withoutHalves(text: string): string {
  // What stands in comments and the like is no tag.
  if (/<[!?]/.test(text)) return text
  const halves = new Set<number>()
  const open: {readonly name: string; readonly index: number}[] = []
  /** How many of a name are open: of a name that has none nothing is searched for. */
  const count = new Map<string, number>()
  const add = (name: string, more: 1 | -1): void => void count.set(name, (count.get(name) ?? 0) + more)
  for (const {1: slash, 2: name = '', 3: end, index} of text.matchAll(TAG)) {
    if (end === '/') continue
    if (slash === '') {
      open.push({name, index})
      add(name, 1)
    } else if (count.get(name)) {
      const closed = open.splice(open.findLastIndex((tag) => tag.name === name))
      for (const tag of closed) add(tag.name, -1)
      for (const tag of closed.slice(1)) halves.add(tag.index)
    } else halves.add(index)
  }
  for (const {index} of open) halves.add(index)
  return text.replace(TAG, (tag, ...more) => (halves.has(more.at(-2) as number) ? '' : tag))
}

type Mend = readonly [pattern: RegExp, by: (match: string, ...groups: string[]) => string]

const SMART = '“”„‟«»‘’‚‛'

/** In their order: values are whole before `<` in them is escaped, and tags are before `<` outside of them is. */
const MENDS: ReadonlyArray<Mend> = [
  // =“abc”, =“abc" and ="abc”; a smart quote within straight ones is text.
  [
    new RegExp(`=\\s*[${SMART}]([^${SMART}"'<>]*)[${SMART}"'](?=[\\s/>])`, 'g'),
    (_, value) => `="${value.trim()}"`
  ],
  [new RegExp(`="([^${SMART}"<>=]*)[${SMART}](?=\\s*/?>)`, 'g'), (_, value) => `="${value}"`],
  [/(\s[\w:.-]+=")([^"]*)(?=")/g, (_, head, value) => head + value.replaceAll('<', '&lt;')],
  [/<[\w:.-]+\s[^<>]*>/g, mendTag],
  [/<(?![A-Za-z_/!?])/g, () => '&lt;'],
  [/&(\w+);/g, (reference, name) => ENTITIES.get(name) ?? reference],
  [
    /&#(?:x(D[89AB][0-9A-F]{2})|(5[56]\d{3}));&#(?:x(D[C-F][0-9A-F]{2})|(5[67]\d{3}));/gi,
    (_, hex, number, hexAfter, numberAfter) =>
      String.fromCharCode(codeOf(hex, number), codeOf(hexAfter, numberAfter))
  ],
  [
    /&#(?:x([0-9A-F]+)|(\d+));/gi,
    (reference, hex, number) => (isHeld(codeOf(hex, number)) ? reference : '\uFFFD')
  ],
  [/&(?!(?:[A-Za-z][\w.-]*|#\d+|#x[0-9A-Fa-f]+);)/g, () => '&amp;'],
  [/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, () => '\uFFFD']
]

/** Put quotes around values that have none, and blanks between attributes. */
function mendTag(tag: string): string {
  return tag.replace(
    /("[^"]*"|'[^']*')([A-Za-z]?)|=([\w.:-]+)(?=[\s/>])/g,
    (_, quoted: string | undefined, next: string, bare: string) =>
      quoted === undefined ? `="${bare}"` : quoted + (next && ` ${next}`)
  )
}

function codeOf(hex: string | undefined, number: string | undefined): number {
  return hex === undefined ? Number(number) : Number.parseInt(hex, 16)
}

/** Whether XML can hold a character (XML 1.0, 2.2). */
function isHeld(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code < 0xd800) ||
    (code > 0xdfff && code < 0xfffe) ||
    (code > 0xffff && code <= 0x10ffff)
  )
}
