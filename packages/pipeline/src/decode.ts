import type {Diagnostic} from '@passerelle/model'

const strict = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

/**
 * Decode a file as UTF-8, byte order mark kept.
 *
 * @returns
 *   The text, or the diagnostic `utf8-invalid` at the first byte that is not UTF-8.
 */
export function decode(bytes: Uint8Array, path: string): string | Diagnostic {
  try {
    return strict.decode(bytes)
  } catch {
    const lines = new TextDecoder('utf-8').decode(firstInvalid(bytes)).split('\n')
    const args = {
      byte: `0x${(bytes[firstInvalid(bytes).length] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
    }
    return {
      id: 'utf8-invalid',
      level: 'error',
      path,
      line: lines.length,
      column: lines.at(-1)!.length + 1,
      args
    }
  }
}

/** The longest prefix that is UTF-8, found by halving. */
function firstInvalid(bytes: Uint8Array): Uint8Array {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isValidPrefix(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  return bytes.subarray(0, low)
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    // As a stream, a character cut at the end is no error.
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}
