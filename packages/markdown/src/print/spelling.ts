import type {Content, InlineCode} from '@passerelle/model'
import {decodeHtml, references} from '../text/references.ts'
import type {Slot} from '../read/slot.ts'

/**
 * Spell characters as the author of a slot does: an author who writes `&nbsp;` and `&mdash;` gets them in the
 * translation. If a character is written in two ways, each occurrence keeps its own, as far as the source has them.
 *
 * @param written
 *   The source of the slot without its codes.
 * @returns
 *   The content with each such character as a code, which is printed as it is.
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
 *   The printed scalar, in which characters beyond ASCII stand as themselves.
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
 * Whether an address in bare brackets is no link because of them (GFM, autolinks). With the brackets escaped it would
 * become one.
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

/** The source of a slot without its codes. */
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

/** How each occurrence of a character is spelled in a source, in order; `undefined` where it stands as itself. */
type Spellings = ReadonlyMap<string, ReadonlyArray<string | undefined>>

/** How the source spells each character that it spells at least once. */
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

/** Whether a text is one character that may have a name: no letter, digit or blank of ASCII. */
function isSign(text: string): boolean {
  return Array.from(text).length === 1 && !/^[\0-\x20A-Za-z\d]$/.test(text)
}

/** Tells how to spell the characters of a target; ask for one after the other. */
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
