/** How hard text is escaped. */
export type Manner =
  /** Escapes what could be markup where it stands, as a person would. */
  | 'pretty'
  /** Escapes all ASCII punctuation, and white space at edges: nothing is left that could be markup. */
  | 'armoured'

/** A character reference (CommonMark 2.5). */
export function reference(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
}

/** Escape a text so that no Markdown construct can start, end or continue in it. */
export function armour(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/[\t\n\r]|^\s|\s$/gu, reference)
}

/**
 * Escape a text that would be taken for an address or a placeholder.
 *
 * One escape in it makes it text. A text of letters alone is broken up by character references.
 */
export function defuse(text: string): string {
  const armoured = armour(text)
  return armoured === text ? Array.from(text, reference).join('') : armoured
}
