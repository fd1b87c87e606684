import {type Content, textOf} from '@passerelle/model'
import {ENTITIES} from '../xml/entities.ts'
import {encodeSingle} from '../xml/decode.ts'
import {type Around, mapTexts, type Undone} from './undoing.ts'

/**
 * Characters that came back encoded: `&amp;` and `&nbsp;` of HTML, `\n` and `\u00e9` of JSON, `%20` of addresses, and
 * `Ã©`, which is UTF-8 that was read as another encoding.
 *
 * If the source has the same, it is meant, and stays.
 */
export function decoded(target: Content, {source}: Around): Undone {
  if (!target.some((part) => typeof part === 'string' && SUSPECT.test(part)))
    return {content: target, count: 0}
  const meant = textOf(source)
  return mapTexts(target, (text) => WAYS.reduce((plain, decode) => decode(plain, meant), text))
}

/** A text without any of these characters needs none of the ways below. */
const SUSPECT = /[&\\%ÂÃâ]/

type Way = (text: string, meant: string) => string

/** The order matters: a text that was read in the wrong encoding may hold all the others. */
const WAYS: ReadonlyArray<Way> = [readAgain, fromAddress, fromHtml, fromJson]

/** How UTF-8 looks that was read as windows-1252, or as ISO 8859-1: letters with accents, and quotes. */
const MISREAD = /[ÂÃ][\u0080-\u00BF€-™œ]|â[€\u0080]/

function readAgain(text: string, meant: string): string {
  if (!MISREAD.test(text) || MISREAD.test(meant)) return text
  const isPlain = !/[^\u0000-\u00FF]/u.test(text)
  const bytes = isPlain
    ? Uint8Array.from(text, (character) => character.charCodeAt(0))
    : encodeSingle(text, 'windows-1252')
  // windows-1252 does not have this character, so the text was not read as that.
  if (!bytes) return text
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return text
  }
}

function fromAddress(text: string, meant: string): string {
  const isAddress =
    /%[0-9A-F]{2}/i.test(text) && !/\s/.test(text.trim()) && /\s/.test(meant) && !meant.includes('%')
  if (!isAddress) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,15}));/gi

/** How often at most a text is decoded: each tool on the way may have encoded it once more. */
const MOST = 5

function fromHtml(text: string, meant: string): string {
  let plain = text
  for (let round = 0; round < MOST; round++) {
    const before = plain
    plain = before.replace(REFERENCE, (reference, number, hex, name: string) =>
      meant.includes(reference) ? reference : (characterOf(number, hex, name) ?? reference)
    )
    if (plain === before) break
  }
  return plain
}

const XML: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
])

function characterOf(number: string | undefined, hex: string | undefined, name: string): string | undefined {
  if (number === undefined && hex === undefined)
    return XML.get(name.toLowerCase()) ?? ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase())
  const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16)
  const isText = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isText ? String.fromCodePoint(code) : code === 9 || code === 10 || code === 13 ? ' ' : undefined
}

/** Escapes of JSON and of programs. If the source has a backslash, the target's may be meant, and stay. */
function fromJson(text: string, meant: string): string {
  if (!text.includes('\\') || meant.includes('\\')) return text
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/[ \t]*(?:\\r\\n|\\[nrt])[ \t]*/g, ' ')
    .replace(/\\(["'/])/g, '$1')
}
