import type {CodeKind, Content, InlineCode} from '@passerelle/model'

/** A content as the plain text that rules read. */
export interface Flat {
  readonly text: string
  /** For each part of the content, where it begins in the text. */
  readonly starts: ReadonlyArray<number>
  /** Offsets in the text after which a hard break stands. */
  readonly hardBreaks: ReadonlyArray<number>
  /** Offsets after which a mark stands that no sentence goes on across. */
  readonly marks: ReadonlyArray<number>
}

/** What rules see in place of something that is read but not cut: OBJECT REPLACEMENT CHARACTER. */
const OBJECT = '\uFFFC'

/** Kinds of code that stand for something read in the sentence. */
const OBJECTS: ReadonlySet<CodeKind> = new Set<CodeKind>(['code', 'url', 'placeholder', 'image'])

/**
 * Lay a content out as text.
 *
 * Codes are left out, so they neither hide nor make a boundary; what is read but must not be cut (inline code, an
 * address, a placeholder, an image) becomes one object each, text between codes of such a kind as many objects as
 * it has units; a line break becomes a space.
 */
export function flatten(content: Content): Flat {
  let text = ''
  let depth = 0
  const starts: number[] = []
  const hardBreaks: number[] = []
  const marks: number[] = []
  for (const part of content) {
    starts.push(text.length)
    if (typeof part === 'string') {
      text += depth > 0 ? OBJECT.repeat(part.length) : part
      continue
    }
    text += standIn(part)
    if (part.kind === 'break') hardBreaks.push(text.length)
    if (part.kind === 'mark') marks.push(text.length)
    if (OBJECTS.has(part.kind) && part.type === 'open') depth++
    if (OBJECTS.has(part.kind) && part.type === 'close') depth--
  }
  return {text, starts, hardBreaks, marks}
}

function standIn({type, kind}: InlineCode): string {
  if (type !== 'standalone') return ''
  if (kind === 'break' || kind === 'mark') return ' '
  return OBJECTS.has(kind) ? OBJECT : ''
}
