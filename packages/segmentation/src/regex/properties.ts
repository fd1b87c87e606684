import {type Cursor, fail} from './cursor.ts'

/** POSIX classes as Java reads them: US-ASCII. */
const ASCII: Readonly<Record<string, string>> = {
  lower: '[a-z]',
  upper: '[A-Z]',
  ascii: '[\\0-\\x7f]',
  alpha: '[A-Za-z]',
  digit: '[0-9]',
  alnum: '[A-Za-z0-9]',
  punct: '[!-\\/:-@\\[-`\\{-~]',
  graph: '[!-~]',
  print: '[ -~]',
  blank: '[ \\t]',
  cntrl: '[\\0-\\x1f\\x7f]',
  xdigit: '[0-9A-Fa-f]',
  space: '[ \\t\\n\\v\\f\\r]'
}

/** The same as ICU reads them, and Java with the flag `U`: Unicode Technical Standard 18, annex C. */
const UNICODE: Readonly<Record<string, string>> = {
  lower: '\\p{Lowercase}',
  upper: '\\p{Uppercase}',
  ascii: '[\\0-\\x7f]',
  alpha: '\\p{Alphabetic}',
  digit: '\\p{Nd}',
  alnum: '[\\p{Alphabetic}\\p{Nd}]',
  punct: '\\p{P}',
  graph: '[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}]',
  print: '[\\p{Zs}[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}]]',
  blank: '[\\p{Zs}\\t]',
  cntrl: '\\p{Cc}',
  xdigit: '[\\p{Nd}\\p{Hex_Digit}]',
  space: '\\p{White_Space}',
  word: '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]'
}

/** Java's own names. */
const JAVA: Readonly<Record<string, string>> = {
  javalowercase: '\\p{Lowercase}',
  javauppercase: '\\p{Uppercase}',
  javatitlecase: '\\p{Lt}',
  javawhitespace: '[\\t-\\r\\x1c-\\x1f\\p{Zs}\\p{Zl}\\p{Zp}--[\\xa0\\u2007\\u202f]]',
  javaletter: '\\p{L}',
  javadigit: '\\p{Nd}',
  javaletterordigit: '[\\p{L}\\p{Nd}]',
  javaalphabetic: '\\p{Alphabetic}',
  javaspacechar: '\\p{Z}',
  l1: '[\\0-\\xff]',
  lc: '[\\p{Lu}\\p{Ll}\\p{Lt}]',
  ld: '[\\p{L}\\p{Nd}]',
  all: '[^]'
}

/** Blocks that segmentation rules name; JavaScript knows scripts, not blocks. */
const BLOCKS: Readonly<Record<string, string>> = {
  basiclatin: '\\0-\\x7f',
  latin1supplement: '\\x80-\\xff',
  latinextendeda: '\\u0100-\\u017f',
  latinextendedb: '\\u0180-\\u024f',
  greek: '\\u0370-\\u03ff',
  greekandcoptic: '\\u0370-\\u03ff',
  cyrillic: '\\u0400-\\u04ff',
  armenian: '\\u0530-\\u058f',
  hebrew: '\\u0590-\\u05ff',
  arabic: '\\u0600-\\u06ff',
  devanagari: '\\u0900-\\u097f',
  bengali: '\\u0980-\\u09ff',
  thai: '\\u0e00-\\u0e7f',
  georgian: '\\u10a0-\\u10ff',
  generalpunctuation: '\\u2000-\\u206f',
  cjksymbolsandpunctuation: '\\u3000-\\u303f',
  hiragana: '\\u3040-\\u309f',
  katakana: '\\u30a0-\\u30ff',
  cjkunifiedideographs: '\\u4e00-\\u9fff',
  hangulsyllables: '\\uac00-\\ud7af',
  halfwidthandfullwidthforms: '\\uff00-\\uffef'
}

const CASED = /^(?:lu|ll|lt|lower|upper|lowercase|uppercase|lowercaseletter|uppercaseletter)$/

/**
 * A property of Unicode by any of the names ICU and Java know it by, as something that may stand in a class.
 *
 * @throws {RegexError}
 *   No such property.
 */
export function property(name: string, cursor: Cursor, {negated}: {negated: boolean}): string {
  const inverse = name.startsWith('^')
  const set = lookUp(inverse ? name.slice(1) : name, cursor)
  return negated === inverse ? set : `[^${set}]`
}

function lookUp(name: string, {flavour, flags}: Cursor): string {
  const [, kind, value = name] = /^(\w+)\s*[=:]\s*(.+)$/.exec(name.trim()) ?? []
  const bare = loose(value)
  if (!kind) {
    if (flags.includes('i') && CASED.test(bare)) return '[\\p{Lu}\\p{Ll}\\p{Lt}]'
    const ascii = flavour === 'java' && !flags.includes('U')
    const known = (ascii ? ASCII : UNICODE)[bare] ?? JAVA[bare]
    if (known) return known
    const block = bare.startsWith('in') && BLOCKS[bare.slice(2)]
    if (block) return `[${block}]`
    const posix = bare.startsWith('is') ? UNICODE[bare.slice(2)] : undefined
    if (posix) return posix
  } else if (/^(?:blk|block)$/i.test(kind)) {
    return BLOCKS[bare] ? `[${BLOCKS[bare]}]` : fail(`the block ${value}`)
  }
  return native(value, kind) ?? fail(`the property ${name}`)
}

/** What JavaScript itself knows under this name, in the spelling it wants. */
function native(value: string, kind: string | undefined): string | undefined {
  const names = [value, value.replace(/^is/i, '')].flatMap((one) => [one, title(one), one.toUpperCase()])
  const kinds = kind ? [/^(?:sc|script|scx)$/i.test(kind) ? 'Script=' : ''] : ['', 'Script=']
  for (const prefix of kinds) {
    for (const name of names) if (isProperty(prefix + name)) return `\\p{${prefix}${name}}`
  }
  return undefined
}

function isProperty(name: string): boolean {
  if (!/^[\w=]+$/.test(name)) return false
  try {
    return Boolean(new RegExp(`\\p{${name}}`, 'v'))
  } catch {
    return false
  }
}

function title(name: string): string {
  return name
    .split(/[_\s-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('_')
}

function loose(name: string): string {
  return name.replaceAll(/[\s_-]/g, '').toLowerCase()
}
