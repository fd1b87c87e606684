/**
 * Code points that XML 1.0 cannot hold (section 2.2): controls but tab, LF and CR, lone surrogates, U+FFFE, U+FFFF.
 */
const ILLEGAL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * Our spelling of a code point that XML cannot hold, where there is no element for it: `\u{0001}`.
 *
 * `\u{5C}` spells the backslash of a text that looks like a spelling; any other `\u{…}` is text.
 */
const SPELLED = /\\u\{(00(?:0[0-8A-F]|1[0-9A-F])|D[89A-F][0-9A-F]{2}|FFF[EF]|5C)\}/g

/** Characters that may need spelling; most texts have none. */
const UNUSUAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF\\]/

/** Characters that may need spelling, or a reference somewhere; most texts have none. */
const NOT_PLAIN = /[\u0000-\u001F&<>"\\\uD800-\uDFFF\uFFFE\uFFFF]/

/**
 * Spell what XML cannot hold. If a text looks spelled already, its backslash is spelled, so that it comes back the
 * same.
 */
export function spell(text: string): string {
  if (!UNUSUAL.test(text)) return text
  return text
    .replace(SPELLED, (_, hex: string) => `\\u{5C}u{${hex}}`)
    .replace(ILLEGAL, (character) => `\\u{${hexOf(character)}}`)
}

/** Undo {@link spell}. */
export function unspell(text: string): string {
  if (!text.includes('\\u{')) return text
  return text.replace(SPELLED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Text of an element, spelled; CR as a reference because parsers turn it into LF. */
export function escapeText(text: string): string {
  return NOT_PLAIN.test(text) ? escapePlain(spell(text)) : text
}

/** Text of an element of XLIFF 2.x, with `<cp>` for what XML cannot hold. */
export function escapeTextWithCp(text: string): string {
  if (!NOT_PLAIN.test(text)) return text
  return escapePlain(text).replace(ILLEGAL, (character) => `<cp hex="${hexOf(character)}"/>`)
}

/** Value of an attribute; white space other than the blank as references, because parsers turn it into blanks. */
export function escapeAttribute(text: string): string {
  if (!NOT_PLAIN.test(text)) return text
  return spell(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)
}

function escapePlain(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}
