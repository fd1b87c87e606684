import type {Report} from './report.ts'

/** A label that `TextDecoder` knows. */
export type Encoding = string

/**
 * Decode the bytes of an XML file.
 *
 * A byte order mark decides; else zeros where UTF-16 has them; else the declaration; else it is UTF-8. OmegaT writes
 * UTF-16 without a mark, and others declare UTF-16 and write UTF-8. A byte order mark stays in the text, so that
 * offsets are those of the file.
 */
export function decode(input: string | Uint8Array, report: Report): string {
  if (typeof input === 'string') return input
  try {
    const choice = chooseEncoding()
    for (;;) {
      choice.see(input)
      const encoding = choice.end(report)
      if (encoding !== undefined) return new TextDecoder(encoding, {ignoreBOM: true}).decode(input)
    }
  } catch {
    report('xliff-too-large', 'error', {bytes: input.byteLength})
    return ''
  }
}

/**
 * Choose the encoding of a file that is seen in pieces, once or twice.
 *
 * If bytes do not fit the encoding that the file claims, it is UTF-8 if most of them fit that, with U+FFFD for the
 * others; if not, it is windows-1252.
 */
export function chooseEncoding(): {
  /** @returns Whether more of the file is needed. */
  see(bytes: Uint8Array): boolean
  /** @returns The encoding, or undefined if the file has to be seen again. */
  end(report: Report): Encoding | undefined
} {
  let claimed: Encoding | undefined
  let declared: string | undefined
  let strict: InstanceType<typeof TextDecoder> | undefined
  let isBroken = false
  let survey: Survey | undefined
  const tryStrictly = (bytes: Uint8Array | undefined): void => {
    try {
      strict?.decode(bytes, {stream: bytes !== undefined})
    } catch (error) {
      // Other errors, such as a text that is too long for a string, do not come from the encoding.
      if ((error as {code?: string}).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error
      isBroken = true
    }
  }
  return {
    see(bytes) {
      claimed ??= sniff(bytes)
      declared ??= declaredIn(bytes, claimed)
      if (survey) return survey.see(bytes)
      strict ??= new TextDecoder(claimed, {fatal: true, ignoreBOM: true})
      tryStrictly(bytes)
      return !isBroken
    },
    end(report) {
      if (survey) return survey.end(claimed!, report)
      if (!isBroken) tryStrictly(undefined)
      if (!isBroken) {
        const assumed = claimed ?? 'utf-8'
        if (declared !== undefined && familyOf(declared) !== familyOf(assumed))
          report('xliff-encoding', 'info', {declared, assumed, broken: 0}, {offset: 0})
        return assumed
      }
      survey = createSurvey()
      return undefined
    }
  }
}

interface Survey {
  see(bytes: Uint8Array): boolean
  end(declared: string, report: Report): Encoding
}

/** Counts how much of a file is valid UTF-8, and how much is not. */
function createSurvey(): Survey {
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
  let broken = 0
  let sound = 0
  let length = 0
  let first: number | undefined
  const take = (text: string): void => {
    const bad = text.match(/\uFFFD/g)?.length ?? 0
    broken += bad
    sound += (text.match(/[^\u0000-\u007F]/gu)?.length ?? 0) - bad
    if (bad > 0) first ??= length + text.indexOf('\uFFFD')
    length += text.length
  }
  return {
    see(bytes) {
      take(decoder.decode(bytes, {stream: true}))
      return true
    },
    end(declared, report) {
      take(decoder.decode())
      if (broken > 0 && sound <= broken) {
        report('xliff-encoding', 'warning', {declared, assumed: 'windows-1252', broken: 0}, {offset: 0})
        return 'windows-1252'
      }
      const level = broken === 0 ? 'warning' : 'error'
      report('xliff-encoding', level, {declared, assumed: 'utf-8', broken}, {offset: first ?? 0})
      return 'utf-8'
    }
  }
}

/** The bytes of a text in a single-byte encoding; undefined if a character has no byte there. */
export function encodeSingle(text: string, encoding: Encoding): Uint8Array | undefined {
  const all = Uint8Array.from({length: 256}, (_, byte) => byte)
  const bytes = new Map(
    Array.from(new TextDecoder(encoding).decode(all), (character, byte) => [character, byte])
  )
  const codes = Array.from(text, (character) => bytes.get(character))
  return codes.every((code) => code !== undefined) ? Uint8Array.from(codes) : undefined
}

/** The encoding in the XML declaration; undefined where there is none. */
function declaredIn(bytes: Uint8Array, encoding: Encoding): string | undefined {
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 400))
  return DECLARED.exec(head)?.[1]?.toLowerCase()
}

const DECLARED = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/

/** The family of an encoding: declarations say `UTF-16` for both byte orders. */
function familyOf(label: string): string {
  if (label.startsWith('utf-16') || label.startsWith('iso-10646')) return 'utf-16'
  return isKnown(label) ? new TextDecoder(label).encoding : label
}

function sniff(input: Uint8Array): string {
  const [a, b, c] = input
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  // `<`, or white space before it.
  if (b === 0 && a !== undefined && a !== 0) return 'utf-16le'
  if (a === 0 && b !== undefined && b !== 0) return 'utf-16be'
  const declared = declaredIn(input, 'latin1')
  // The declaration could be read byte by byte, so the file is not UTF-16, even if it says so.
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
