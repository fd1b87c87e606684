import type {Place} from '@passerelle/model'
import {chooseEncoding, type Encoding} from './decode.ts'
import type {Report} from './report.ts'

/** Bytes of a file in pieces of some size; each call begins anew. */
export type OpenFile = () => AsyncIterable<Uint8Array>

/** How a file that is read in pieces is encoded; bytes that are not of their encoding are reported as `decode` does. */
export async function encodingOf(open: OpenFile, report: Report): Promise<Encoding> {
  const choice = chooseEncoding()
  for (;;) {
    for await (const bytes of open()) if (!choice.see(bytes)) break
    const encoding = choice.end(report)
    if (encoding) return encoding
  }
}

/** Give a file to a taker as text, piece by piece, as long as that wants more. */
export async function feed(
  open: OpenFile,
  encoding: Encoding,
  take: (piece: string) => boolean
): Promise<void> {
  const decoder = new TextDecoder(encoding, {ignoreBOM: true})
  for await (const bytes of open()) if (!take(decoder.decode(bytes, {stream: true}))) return
  take(decoder.decode())
}

/**
 * Look up places in a text that goes by in pieces.
 *
 * @param offsets
 *   In ascending order.
 */
export function createPlaceFinder(offsets: ReadonlyArray<number>): {
  readonly take: (piece: string) => boolean
  readonly end: () => ReadonlyArray<Place>
} {
  const places: Place[] = []
  let line = 1
  let lineStart = 0
  let origin = 0
  let rest = ''
  /** Places before an offset, at which the next line starts. */
  const startLine = (next: number): void => {
    for (let offset = offsets[places.length]; offset !== undefined && offset < next;) {
      places.push({line, column: Math.max(0, offset - lineStart) + 1, offset})
      offset = offsets[places.length]
    }
    line++
    lineStart = next
  }
  return {
    take(piece) {
      const text = rest + piece
      if (origin === 0 && text.startsWith('\uFEFF')) lineStart = 1
      // Whether a CR ends a line or begins the end of one is told by what follows.
      const length = text.length - (text.endsWith('\r') ? 1 : 0)
      for (const {index, 0: mark} of text.slice(0, length).matchAll(/\r\n|\n|\r/g)) {
        startLine(origin + index + mark.length)
      }
      rest = text.slice(length)
      origin += length
      return places.length < offsets.length
    },
    end() {
      if (rest !== '') startLine(origin + 1)
      startLine(Infinity)
      return places
    }
  }
}
