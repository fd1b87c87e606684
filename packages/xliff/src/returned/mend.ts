import {ENTITIES} from '../xml/entities.ts'

/** Finds one kind of slip in the text of a unit, and gives the text with it mended. */
type Mend = (unit: string) => string

const SMART = '“”„‟«»‘’‚‛'

function replacing(pattern: RegExp, by: (match: string, ...groups: string[]) => string): Mend {
  return (unit) => unit.replace(pattern, by)
}

/** Values in smart quotes, or in a smart and a straight one: `=“abc”`, `=“abc"`. */
export const smartQuotes = replacing(
  new RegExp(`=\\s*[${SMART}]([^${SMART}"'<>]*)[${SMART}"'](?=[\\s/>])`, 'g'),
  (_, value) => `="${value.trim()}"`
)

/** A last value in one straight and one smart quote, `="abc”`; a smart quote inside straight ones is text. */
export const closedBySmartQuote = replacing(
  new RegExp(`="([^${SMART}"<>=]*)[${SMART}](?=\\s*/?>)`, 'g'),
  (_, value) => `="${value}"`
)

/** `<` in a value; all values have their quotes by now. */
export const bracketsInValues = replacing(
  /(\s[\w:.-]+=")([^"]*)(?=")/g,
  (_, head, value) => head + value.replaceAll('<', '&lt;')
)

/** Values without quotes, and attributes without a blank between them. */
export const untidyTags = replacing(/<[\w:.-]+\s[^<>]*>/g, mendTag)

/** `<` in a text; tags were mended before. */
export const looseBrackets = replacing(/<(?![A-Za-z_/!?])/g, () => '&lt;')

/** Entities of HTML. */
export const htmlEntities = replacing(/&(\w+);/g, (reference, name) => ENTITIES.get(name) ?? reference)

/** Halves of a surrogate written as two references. */
export const surrogateReferences = replacing(
  /&#(?:x(D[89AB][0-9A-F]{2})|(5[56]\d{3}));&#(?:x(D[C-F][0-9A-F]{2})|(5[67]\d{3}));/gi,
  (_, hex, number, hexAfter, numberAfter) =>
    String.fromCharCode(codeOf(hex, number), codeOf(hexAfter, numberAfter))
)

/** References to characters that XML cannot hold. */
export const illegalReferences = replacing(/&#(?:x([0-9A-F]+)|(\d+));/gi, (reference, hex, number) =>
  isHeld(codeOf(hex, number)) ? reference : '\uFFFD'
)

/** `&` that begins no reference. */
export const looseAmpersands = replacing(/&(?!(?:[A-Za-z][\w.-]*|#\d+|#x[0-9A-Fa-f]+);)/g, () => '&amp;')

/** Characters that XML cannot hold. */
export const illegalCharacters = replacing(
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g,
  () => '\uFFFD'
)

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
