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
    const valid = validPrefix(bytes)
    const lines = strict.decode(valid).split('\n')
    const args = {byte: `0x${bytes[valid.length]!.toString(16).toUpperCase().padStart(2, '0')}`}
    const column = lines.at(-1)!.length + 1
    return {id: 'utf8-invalid', level: 'error', path, line: lines.length, column, args}
  }
}

/** The longest prefix of whole UTF-8 characters, found by halving. */
function validPrefix(bytes: Uint8Array): Uint8Array {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    // Read as a stream, a character that is cut at the end is no error: if a prefix fails, all longer ones fail.
    if (decodes(bytes.subarray(0, middle), {stream: true})) low = middle
    else high = middle - 1
  }
  while (!decodes(bytes.subarray(0, low), {stream: false})) low--
  return bytes.subarray(0, low)
}

function decodes(bytes: Uint8Array, options: {readonly stream: boolean}): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, options)
    return true
  } catch {
    return false
  }
}
