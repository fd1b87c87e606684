import type {CodeKind, Content, InlineCode} from '@passerelle/model'

/** A content as the plain text that rules read. */
export interface Flat {
  readonly text: string
  /** For each UTF-16 unit of the text, and its end, how many units and codes of the content come before it. */
  readonly positions: ReadonlyArray<number>
  /** Offsets in the text after which a hard break stands. */
  readonly hardBreaks: ReadonlyArray<number>
}

/** What rules see in place of something that is read but not cut: OBJECT REPLACEMENT CHARACTER. */
const OBJECT = '\uFFFC'

/** Kinds of code that stand for something read in the sentence. */
const OBJECTS: ReadonlySet<CodeKind> = new Set<CodeKind>(['code', 'url', 'placeholder', 'image', 'math'])

/**
 * Lay a content out as text.
 *
 * Codes are left out, so they neither hide nor make a boundary; what is read but must not be cut (inline code, an
 * address, a placeholder, an image) becomes one object each, text between codes of such a kind as many objects as
 * it has units; a line break becomes a space.
 */
export function flatten(content: Content): Flat {
  let text = ''
  let position = 0
  let depth = 0
  const positions: number[] = []
  const hardBreaks: number[] = []
  for (const part of content) {
    if (typeof part === 'string') {
      for (let index = 0; index < part.length; index++) positions.push(position++)
      text += depth > 0 ? OBJECT.repeat(part.length) : part
      continue
    }
    const shown = standIn(part)
    if (shown) positions.push(position)
    text += shown
    if (part.kind === 'break') hardBreaks.push(text.length)
    if (OBJECTS.has(part.kind) && part.type === 'open') depth++
    if (OBJECTS.has(part.kind) && part.type === 'close') depth--
    position++
  }
  positions.push(position)
  return {text, positions, hardBreaks}
}

function standIn({type, kind}: InlineCode): string {
  if (type !== 'standalone') return ''
  if (kind === 'break') return ' '
  return OBJECTS.has(kind) ? OBJECT : ''
}
