import type {Place} from '@passerelle/model'
import {chooseEncoding, type Encoding} from './decode.ts'
import {createLines} from './lines.ts'
import type {Report} from './report.ts'

/** Gives the bytes of a file in pieces; each call begins at the start of the file. */
export type OpenFile = () => AsyncIterable<Uint8Array>

/** The encoding of a file that is read in pieces; bytes that do not fit it are reported, as `decode` does. */
export async function encodingOf(open: OpenFile, report: Report): Promise<Encoding> {
  const choice = chooseEncoding()
  for (;;) {
    for await (const bytes of open()) if (!choice.see(bytes)) break
    const encoding = choice.end(report)
    if (encoding) return encoding
  }
}

/** Give the text of a file to a function piece by piece, until that returns false. */
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
 * Finds line and column for offsets in a text that is read in pieces.
 *
 * @param offsets
 *   In ascending order.
 */
export function createPlaceFinder(offsets: ReadonlyArray<number>): {
  readonly take: (piece: string) => boolean
  readonly end: () => ReadonlyArray<Place>
} {
  const places: Place[] = []
  const lines = createLines()
  let length = 0
  const placeUpTo = (end: number): void => {
    for (let offset = offsets[places.length]; offset !== undefined && offset < end;) {
      places.push(lines.placeOf(offset))
      lines.forget(offset)
      offset = offsets[places.length]
    }
  }
  return {
    take(piece) {
      lines.take(piece)
      length += piece.length
      // A CR at the end of a piece may be half of a CRLF; so the last place is looked up with the next piece.
      placeUpTo(length - 1)
      lines.forget(Math.min(length - 1, offsets[places.length] ?? length))
      return places.length < offsets.length
    },
    end() {
      placeUpTo(Infinity)
      return places
    }
  }
}
