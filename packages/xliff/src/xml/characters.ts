/** Characters of XML 1.0, fifth edition: what is one (production 2), what names are made of (4, 4a), references (66–68). */

const START =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'

const NAME = new RegExp(`^[${START}][${START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*$`, 'u')

/** Whether a text is a name. */
export function isName(text: string): boolean {
  return NAME.test(text)
}

/** By code: 1 may begin a name, 2 may stand in one. Beyond ASCII all may, until {@link isName} looks closer. */
const KINDS = Uint8Array.from({length: 128}, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[:A-Z_a-z]/.test(character)) return 1
  return /[-.0-9]/.test(character) ? 2 : 0
})

export function mayBeginName(code: number): boolean {
  return code < 128 ? KINDS[code] === 1 : code >= 128
}

export function mayBeInName(code: number): boolean {
  return code < 128 ? KINDS[code] !== 0 : code >= 128
}

/** Blank, tab, line feed, carriage return. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d
}

const ILLEGAL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Where a text has a character that XML cannot hold, or -1. */
export function illegalAt(text: string): number {
  return text.search(ILLEGAL)
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"]
])

/** What a reference stands for, given without `&` and `;`; undefined unless it is predefined or names a character. */
export function resolveReference(name: string): string | undefined {
  if (!name.startsWith('#')) return PREDEFINED.get(name)
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name)
  if (!digits) return undefined
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16)
  if (code > 0x10ffff) return undefined
  const character = String.fromCodePoint(code)
  return ILLEGAL.test(character) ? undefined : character
}
