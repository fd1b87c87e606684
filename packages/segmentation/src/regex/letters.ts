import type {Cursor} from './cursor.ts'

/** A character as it stands for itself outside a class. */
export function literal(char: string, cursor: Cursor): string {
  if (cursor.flags === '') return escapeOutside(char)
  const variants = caseVariants(char, cursor)
  return variants.length > 1 ? `[${variants.map(escapeInClass).join('')}]` : escapeOutside(char)
}

/** Spellings of a character that count as the same under the flags at the cursor. */
export function caseVariants(char: string, {flags, flavour}: Cursor): string[] {
  if (!flags.includes('i')) return [char]
  // Java folds ASCII alone unless told otherwise.
  const limited = flavour === 'java' && !/[uU]/.test(flags)
  if (limited && !/[a-z]/i.test(char)) return [char]
  const all = [char, char.toLowerCase(), char.toUpperCase(), char.toUpperCase().toLowerCase()]
  return [...new Set(all)].filter((one) => Array.from(one).length === 1)
}

function escapeOutside(char: string): string {
  return /[\^$\\.*+?()[\]{}|/]/.test(char) ? `\\${char}` : control(char)
}

/** With the flag `v` a class reserves more characters, and doubled punctuation. */
export function escapeInClass(char: string): string {
  return /[()[\]{}/\-\\|&!#%,:;<=>@`~^$*+.?]/.test(char) ? `\\${char}` : control(char)
}

/** Control characters, white space and lone surrogates as escapes, so that an expression can be read. */
function control(char: string): string {
  // ASCII is all but all there is, and quickly told.
  return /[^!-~]/u.test(char) && /[\p{C}\p{Z}]/u.test(char)
    ? `\\u{${char.codePointAt(0)!.toString(16)}}`
    : char
}
