/** What an inline code stands for; decides what a translator is shown, never what is printed. */
export type CodeKind =
  | 'bold'
  | 'italic'
  | 'strike'
  | 'link'
  | 'image'
  | 'break'
  | 'code'
  | 'html'
  | 'placeholder'
  | 'footnote'
  | 'url'
  /** What makes a line or a block special to a site, such as the colon of a definition; not part of any sentence. */
  | 'mark'
  | 'other'

/**
 * Markup inside a block that a translator may move but not edit.
 *
 * ```markdown
 * > | Read *this* now.
 *          ^    ^
 * ```
 *
 * An `open` and its `close` share one `id`; ids are otherwise unique in their content. Codes are balanced:
 * every `open` has its `close` later in the same content, and pairs nest.
 */
export interface InlineCode {
  readonly type: 'open' | 'close' | 'standalone'
  readonly id: string
  readonly kind: CodeKind
  /** What is printed for the code, such as `**` or `](url)`; empty when it was read from a file without it. */
  readonly raw: string
  /** A short plain stand-in for people: `code`, an address, the alternative text of an image. */
  readonly equiv?: string
  /** What a translator should know about it, such as where a link leads. */
  readonly note?: string
}

/** Text mixed with codes. Codes are objects, never magic characters. */
export type Content = ReadonlyArray<string | InlineCode>

/** The text of a content, codes left out. */
export function textOf(content: Content): string {
  let text = ''
  for (const part of content) if (typeof part === 'string') text += part
  return text
}

/** The codes of a content, in order. */
export function codesOf(content: Content): InlineCode[] {
  return content.filter((part) => typeof part !== 'string')
}

/** Join neighbouring strings and drop empty ones. */
export function tidy(content: Content): Content {
  const result: (string | InlineCode)[] = []
  for (const part of content) {
    const last = result.at(-1)
    if (part === '') continue
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part
    else result.push(part)
  }
  return result
}

/** Whether a text has something to translate: a letter, or a number written with separators. */
export function isTranslatable(text: string): boolean {
  return /\p{L}|\p{N}[.,\s’' ]\p{N}/u.test(text)
}

/**
 * Whether two contents read the same: equal text, and codes of equal type and kind, paired alike.
 *
 * Ids and `raw` do not count, so contents can be compared after they went through a file without them.
 */
export function sameContent(a: Content, b: Content): boolean {
  // Most contents are a single text.
  if (a.length === 1 && b.length === 1 && (typeof a[0] === 'string' || typeof b[0] === 'string'))
    return a[0] === b[0]
  return signature(a) === signature(b)
}

/**
 * A string that is equal for two contents exactly when {@link sameContent} holds.
 *
 * Codes are numbered by first appearance; U+0001 and U+0002, which no XML file can hold, fence them.
 */
export function signature(content: Content): string {
  const numbers = new Map<string, number>()
  return tidy(content)
    .map((part) => {
      if (typeof part === 'string') return part
      if (!numbers.has(part.id)) numbers.set(part.id, numbers.size)
      return `\u0001${part.type}:${part.kind}:${numbers.get(part.id)}\u0002`
    })
    .join('')
}

/** Whether every `open` is closed, pairs nest, and no id is used twice. */
export function isBalanced(content: Content): boolean {
  const open: string[] = []
  const seen = new Set<string>()
  for (const {type, id} of codesOf(content)) {
    if (type === 'close') {
      if (open.pop() !== id) return false
      continue
    }
    if (seen.has(id)) return false
    seen.add(id)
    if (type === 'open') open.push(id)
  }
  return open.length === 0
}

/**
 * The beginning of a content for messages; codes show their `equiv`.
 *
 * @param length
 *   Longest excerpt, in UTF-16 code units.
 */
export function excerptOf(content: Content, length = 60): string {
  const text = content.map((part) => (typeof part === 'string' ? part : shown(part))).join('')
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`
}

/**
 * More of a content than {@link excerptOf} gives: for people who choose between two texts or want to read the whole.
 */
export function longExcerptOf(content: Content): string {
  return excerptOf(content, 300)
}

function shown({equiv, kind}: InlineCode): string {
  if (kind === 'break' || kind === 'mark') return ' '
  // The field of a catalog is read as one, not as a word.
  return kind === 'placeholder' && /^[\w.]+$/.test(equiv ?? '') ? `{${equiv}}` : (equiv ?? '')
}
