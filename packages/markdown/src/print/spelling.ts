import type {Content, InlineCode} from '@passerelle/model'
import {decodeHtml, references} from '../text/references.ts'
import type {Slot} from '../read/slot.ts'

/**
 * Spell characters as the author of a slot does: who writes `&nbsp;` and `&mdash;` there finds them again in the
 * translation. Who writes a character both ways finds each where it was, while there are as many.
 *
 * @param written
 *   The source of the slot without that of its codes.
 * @returns
 *   The content with each such character made a code, which is printed as it is.
 */
export function respell(content: Content, slot: Slot, written: string): Content {
  const spellings = new Map(written.includes('&') ? spellingsOf(written, references, decodeHtml) : [])
  if (hasBareBrackets(slot, written)) spellings.set('[', ['['])
  if (spellings.size === 0) return content
  const spell = speller(spellings, content.filter(isText).join(''))
  return content.flatMap((part) => (isText(part) ? spellPart(part, spell) : [part]))
}

/**
 * Spell characters of a double-quoted scalar (YAML 1.2, 5.7; JSON; TOML) as its author does: `\_` or `\u00A0`.
 *
 * @param printed
 *   The scalar as printed. A character that is no ASCII stands in it as itself, and may stand as an escape.
 * @param source
 *   The scalar as its author wrote it.
 */
export function respellScalar(printed: string, source: string): string {
  const spellings = spellingsOf(source, escapes, decodeEscape)
  if (spellings.size === 0) return printed
  const spell = speller(spellings, printed)
  return Array.from(printed, (character) => spell(character) ?? character).join('')
}

/**
 * Whether brackets stand bare around an address that the parser makes no link of, for it stands in them: escaped, they
 * would be text, and the address a link (GFM, autolinks).
 */
function hasBareBrackets({content}: Slot, written: string): boolean {
  if (!written.includes('[') || written.includes('\\')) return false
  return content.some((part) => !isText(part) && part.kind === 'url' && !/^[<[]/.test(part.raw))
}

/** An escape for one character beyond ASCII. */
const escapes = /(?<=(?<!\\)(?:\\\\)*)\\(?:[NLP_]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4})/g

const named: Readonly<Record<string, string>> = {N: '\u0085', _: '\u00A0', L: '\u2028', P: '\u2029'}

function decodeEscape(escape: string): string {
  const character = named[escape[1] ?? ''] ?? String.fromCharCode(Number.parseInt(escape.slice(2), 16))
  return character > '\u007F' ? character : escape
}

/** The source of a slot without that of its codes. */
export function writtenText({start, end, ranges}: Slot, text: string): string {
  let result = ''
  let from = start
  for (const range of ranges) {
    if (!range) continue
    result += `${text.slice(from, range.start)}\n`
    from = range.end
  }
  return result + text.slice(from, end)
}

/** How a character is spelled at each place in a source, in order; `undefined` where it is itself. */
type Spellings = ReadonlyMap<string, ReadonlyArray<string | undefined>>

/** The spellings of each character that stands in a source under a name. */
function spellingsOf(source: string, pattern: RegExp, decode: (name: string) => string): Spellings {
  const spellings = new Map<string, (string | undefined)[]>()
  const names = [...source.matchAll(pattern)].map(({index, 0: name}) => ({
    index,
    name,
    character: decode(name)
  }))
  for (const {name, character} of names)
    if (character !== name && isSign(character)) spellings.set(character, [])
  if (spellings.size === 0) return spellings
  let from = 0
  for (const {index, name, character} of names) {
    for (const literal of source.slice(from, index)) spellings.get(literal)?.push(undefined)
    spellings.get(character)?.push(name)
    from = index + name.length
  }
  for (const literal of source.slice(from)) spellings.get(literal)?.push(undefined)
  return spellings
}

/** Whether a text is one character that may have a name of its own: no letter, digit or blank of ASCII. */
function isSign(text: string): boolean {
  return Array.from(text).length === 1 && !/^[\0-\x20A-Za-z\d]$/.test(text)
}

/** How to spell the characters of a target, asked one after the other. */
function speller(spellings: Spellings, target: string): (character: string) => string | undefined {
  const seen = new Map<string, number>()
  const known = [...spellings].filter(
    ([character, list]) => !list.includes(undefined) || target.split(character).length - 1 === list.length
  )
  const usable: Spellings = new Map(known)
  return (character) => {
    const list = usable.get(character)
    if (!list) return undefined
    const at = seen.get(character) ?? 0
    seen.set(character, at + 1)
    return list[Math.min(at, list.length - 1)]
  }
}

function spellPart(text: string, spell: (character: string) => string | undefined): (string | InlineCode)[] {
  const parts: (string | InlineCode)[] = []
  let plain = ''
  for (const character of text) {
    const raw = spell(character)
    if (raw === undefined) {
      plain += character
      continue
    }
    if (plain) parts.push(plain)
    parts.push({type: 'standalone', id: '', kind: 'placeholder', raw, equiv: raw})
    plain = ''
  }
  return plain ? [...parts, plain] : parts
}

function isText(part: string | InlineCode): part is string {
  return typeof part === 'string'
}
