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
  } catch (error) {
    if (error instanceof RangeError) return retry(input, label, report)
    return retry(input, 'utf-8', report, label)
  }
}

/** Bytes that are not of their encoding: UTF-8 declared as another, or windows-1252 declared as UTF-8. */
function retry(input: Uint8Array, label: string, report: Report, claimed = label): string {
  try {
    const text = new TextDecoder(label === 'utf-8' ? 'windows-1252' : 'utf-8', {ignoreBOM: true}).decode(
      input
    )
    report('xliff-encoding', 'warning', {
      declared: claimed,
      assumed: label === 'utf-8' ? 'windows-1252' : 'utf-8'
    })
    return text
  } catch {
    report('xliff-too-large', 'error', {bytes: input.byteLength})
    return ''
  }
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
