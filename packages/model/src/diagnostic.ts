/** How much a diagnostic weighs. Errors make a verb exit with 1. */
export type Level = 'error' | 'warning' | 'info'

/**
 * Something found in content or work, as data.
 *
 * The sentence people read is made from `id` and `args` in their language; the id and the JSON are the
 * contract, the sentence is not.
 */
export interface Diagnostic {
  /** Readable and stable, in kebab case: `code-lost`. */
  readonly id: string
  readonly level: Level
  /** File it is about, relative to the project with `/`. */
  readonly path: string
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number
  /** 1-based, in UTF-16 code units. */
  readonly column?: number
  /** Unit or key it is about. */
  readonly unit?: string
  readonly args: Readonly<Record<string, string | number>>
}
