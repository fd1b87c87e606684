import type {Flavour} from '../rules/rules.ts'

/** An expression that cannot be converted, and why. */
export class RegexError extends Error {
  override readonly name = 'RegexError'
}

/** Give an expression up. */
export function fail(reason: string): never {
  throw new RegexError(reason)
}

/** Where reading an expression stands. */
export interface Cursor {
  readonly source: string
  readonly flavour: Flavour
  readonly behind: boolean
  /** Begins the names of capturing groups; undefined where nothing refers to them. */
  readonly prefix: string | undefined
  /** Numbers of named groups. */
  readonly names: Map<string, number>
  index: number
  /** Letters of the inline flags that hold here. */
  flags: string
  /** Capturing groups so far. */
  groups: number
  /** Highest number of a group that is referred to. */
  referred: number
  /** Groups and classes that are open here. */
  depth: number
}

export function cursorOn(
  source: string,
  {flavour, behind, prefix}: Pick<Cursor, 'flavour' | 'behind' | 'prefix'>
): Cursor {
  return {
    source,
    flavour,
    behind,
    prefix,
    names: new Map(),
    index: 0,
    flags: '',
    groups: 0,
    referred: 0,
    depth: 0
  }
}

/** The character at the cursor, whole where it is a surrogate pair; empty at the end. */
export function peek({source, index}: Cursor): string {
  const unit = source[index] ?? ''
  return unit < '\uD800' || unit > '\uDBFF' ? unit : String.fromCodePoint(source.codePointAt(index)!)
}

/** The character at the cursor, which moves past it. */
export function take(cursor: Cursor): string {
  const char = peek(cursor)
  if (char === '') fail('an unexpected end')
  cursor.index += char.length
  return char
}

/** Move past a text if it stands at the cursor. */
export function takeIf(cursor: Cursor, text: string): boolean {
  if (!cursor.source.startsWith(text, cursor.index)) return false
  cursor.index += text.length
  return true
}

/** Groups and classes inside one another; engines give up at some thousands. */
const DEEPEST = 200

/** Read what stands inside a group or a class. */
export function nested<T>(cursor: Cursor, readInside: (cursor: Cursor) => T): T {
  if (++cursor.depth > DEEPEST) fail(`more than ${DEEPEST} groups or classes inside one another`)
  const inside = readInside(cursor)
  cursor.depth--
  return inside
}

/** With the flag `x`, move past one stretch of white space or a comment. */
export function skipComments(cursor: Cursor): boolean {
  if (cursor.flags === '' || !cursor.flags.includes('x')) return false
  const found = /^(?:[ \t\n\v\f\r]+|#.*)/.exec(cursor.source.slice(cursor.index))
  cursor.index += found?.[0].length ?? 0
  return Boolean(found)
}

/** Flags after `on-off`. */
export function applyFlags(flags: string, change: string): string {
  const [on = '', off = ''] = change.split('-')
  for (const flag of on + off) if (!'imsxuUdw'.includes(flag)) fail(`the unknown flag ${flag}`)
  return Array.from(flags + on)
    .filter((flag) => !off.includes(flag))
    .join('')
}
