import type {Extension} from '@passerelle/markdown'
import type {Bitext, Content, Diagnostic, Document, Pair, Unit} from '@passerelle/model'
import type {FlatCatalog, ReadFile} from '@passerelle/xliff'

/** The languages of a document, and the path of its localized document, if that is known. */
interface FormatWay {
  /** BCP 47. */
  readonly sourceLocale: string
  readonly targetLocale: string
  readonly targetPath?: string
}

/** The parts of a configuration that formats use. */
export interface FormatConfig {
  readonly frontMatter?: ReadonlyArray<string>
  readonly protect: ReadonlyArray<RegExp>
  readonly codeComments: boolean
  readonly extensions: ReadonlyArray<Extension>
  readonly markdown: 'markdown' | 'mdx'
}

/** A localized document as a format gives it back. */
export interface Merged {
  readonly text: string
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** Blocks whose target could not be proved, so that they show their source. */
  readonly quarantined: ReadonlySet<number>
}

/** How tools exchange a format as flat strings by key, with codes as the file writes them. */
interface FlatExchange {
  readonly write: (bitext: Bitext) => FlatCatalog
  /** What came back, as a hand-back for a record; unknown keys are left out. */
  readonly read: (record: Bitext, flat: FlatCatalog, file: ReadFile) => ReadFile
}

/**
 * A format of content files: all that this program asks about it.
 *
 * A new format is a file with one such object, and a row of {@link file://./formats.ts}.
 */
export interface DocumentFormat {
  /** Endings of its files, without the point, in lower case. */
  readonly endings: ReadonlyArray<string>
  /** Endings that are looked for if the configuration names no content. */
  readonly usualEndings: ReadonlyArray<string>
  /**
   * The ending that names of hand-offs leave out: `oslo.md` is handed off as `oslo.xlf`, but `app.json` as
   * `app.json.xlf`.
   */
  readonly bareEnding?: string
  /** The `datatype` of a hand-off in XLIFF 1.2. */
  readonly datatype: string
  /**
   * Numbers that a plural form is used for, to show translators: the usual first.
   *
   * @default none
   */
  readonly numbersFor?: (unit: Unit, pair: Pair, targetLocale: string) => ReadonlyArray<number>
  /** Whether blocks are cut into sentences; if not, each is one segment. */
  readonly hasSentences: boolean
  /**
   * How to find the block of a page that belongs to a block of its source: by its key, or by its place in the order.
   */
  readonly blocksAnswerBy: 'key' | 'order'
  /** Cut a document into blocks: a source; or a page built from one, which has the plural forms of its own language. */
  readonly extract: (
    text: string,
    path: string,
    way: FormatWay,
    config: FormatConfig
  ) => {readonly document: Document; readonly diagnostics: ReadonlyArray<Diagnostic>}
  /** Put targets, one for each block or undefined, into a document. */
  readonly merge: (
    document: Document,
    targets: ReadonlyArray<Content | undefined>,
    way: FormatWay,
    config: FormatConfig
  ) => Merged
  /**
   * Find what is wrong with a localized file beside its source, just by looking at the two. Without it nothing is
   * found; pages are compared block by block with what was built anyway.
   */
  readonly compare?: (
    source: string,
    page: string,
    path: string,
    way: FormatWay,
    config: FormatConfig
  ) => ReadonlyArray<Diagnostic>
  /** A skeleton without its layout, if layout means nothing in this format. @default layout matters */
  readonly withoutLayout?: (skeleton: string) => string
  /** @default its hand-offs are never flat strings */
  readonly flat?: FlatExchange
}
