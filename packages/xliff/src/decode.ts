import type {Report} from './report.ts'

/**
 * Decode the bytes of an XML file.
 *
 * A byte order mark wins over zeros where UTF-16 has them, zeros win over the declaration, and that over UTF-8: OmegaT
 * writes UTF-16 without a mark, others declare UTF-16 and write UTF-8. A byte order mark stays in the text, so that
 * offsets are those of the file.
 */
export function decode(input: string | Uint8Array, report: Report): string {
  if (typeof input === 'string') return input
  const label = sniff(input)
  try {
    return new TextDecoder(label, {fatal: true, ignoreBOM: true}).decode(input)
  } catch {
    return retry(input, label, report)
  }
}

/**
 * Bytes that are not of the encoding they claim.
 *
 * Much UTF-8 with a few broken bytes stays UTF-8, with U+FFFD for those; what is no UTF-8 at all is windows-1252.
 */
function retry(input: Uint8Array, label: string, report: Report): string {
  try {
    const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(input)
    const broken = text.match(/\uFFFD/g)?.length ?? 0
    const sound = (text.match(/[^\u0000-\u007F]/gu)?.length ?? 0) - broken
    if (broken === 0 || sound > broken) {
      const about = broken === 0 ? {} : {offset: text.indexOf('\uFFFD')}
      report(
        'xliff-encoding',
        broken === 0 ? 'warning' : 'error',
        {declared: label, assumed: 'utf-8', broken},
        about
      )
      return text
    }
    report('xliff-encoding', 'warning', {declared: label, assumed: 'windows-1252', broken: 0})
    return new TextDecoder('windows-1252').decode(input)
  } catch {
    report('xliff-too-large', 'error', {bytes: input.byteLength})
    return ''
  }
}

/**
 * Encode a text as another was; the opposite of {@link decode}.
 *
 * Characters that windows-1252 and its like do not have become references. Encodings of several bytes but UTF-8 and
 * UTF-16 are not known: compare what comes out of an unchanged text.
 */
export function encode(text: string, like: Uint8Array): Uint8Array {
  const label = sniff(like)
  if (label === 'utf-8') return new TextEncoder().encode(text)
  if (label.startsWith('utf-16')) return encodeUtf16(text, label === 'utf-16be')
  return encodeSingle(text, label)
}

function encodeUtf16(text: string, bigEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), !bigEndian)
  return new Uint8Array(view.buffer)
}

function encodeSingle(text: string, label: string): Uint8Array {
  const all = Uint8Array.from({length: 256}, (_, byte) => byte)
  const bytes = new Map(
    Array.from(new TextDecoder(label).decode(all), (character, byte) => [character, byte])
  )
  const known = Array.from(text, (character) =>
    bytes.has(character) ? character : `&#${character.codePointAt(0)};`
  )
  return Uint8Array.from(known.join(''), (character) => bytes.get(character) ?? 0x3f)
}

function sniff(input: Uint8Array): string {
  const [a, b, c] = input
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0x3c && b === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c) return 'utf-16be'
  const head = String.fromCharCode(...input.subarray(0, 200))
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase()
  // A declaration that could be read byte by byte is not UTF-16.
  if (declared === undefined || declared.startsWith('utf-16') || declared.startsWith('iso-10646'))
    return 'utf-8'
  return isKnown(declared) ? declared : 'utf-8'
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}
