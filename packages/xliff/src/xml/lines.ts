import type {Place} from '@passerelle/model'

/** Where lines start in a text that comes in pieces. */
export interface Lines {
  readonly take: (piece: string) => void
  /** @param offset Not before the lines that were forgotten. */
  readonly placeOf: (offset: number) => Place
  /** Forget the lines before an offset. */
  readonly forget: (offset: number) => void
}

export function createLines(): Lines {
  let starts = [0]
  /** How many lines were forgotten. */
  let before = 0
  let length = 0
  let endsInCr = false

  /** Index of the line that an offset is in. */
  const indexOf = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    take(piece) {
      if (length === 0 && piece.startsWith('\uFEFF')) starts[0] = 1
      // A CRLF that is cut between two pieces ends one line.
      if (endsInCr && piece.startsWith('\n')) starts.pop()
      for (const {index, 0: mark} of piece.matchAll(/\r\n|\n|\r/g)) starts.push(length + index + mark.length)
      if (piece !== '') endsInCr = piece.endsWith('\r')
      length += piece.length
    },
    placeOf(offset) {
      const index = indexOf(offset)
      return {line: before + index + 1, column: Math.max(0, offset - starts[index]!) + 1, offset}
    },
    forget(offset) {
      const index = indexOf(offset)
      before += index
      starts = starts.slice(index)
    }
  }
}
