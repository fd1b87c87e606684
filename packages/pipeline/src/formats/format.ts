import type {Extension} from '@passerelle/markdown'
import type {Bitext, Content, Diagnostic, Document, Pair, Unit} from '@passerelle/model'
import type {FlatCatalog, ReadFile} from '@passerelle/xliff'

/** The languages of a document, and where its localized one is, if that is known. */
interface FormatWay {
  /** BCP 47. */
  readonly sourceLocale: string
  readonly targetLocale: string
  readonly targetPath?: string
}

/** What formats look at of a configuration. */
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
  /** Blocks whose target could not be proved, and which show their source. */
  readonly quarantined: ReadonlySet<number>
}

/** How tools of one format exchange it: flat strings by key, codes as they are written in the file. */
interface FlatExchange {
  readonly write: (bitext: Bitext) => FlatCatalog
  /** What came back, as a hand-back of a record; keys it does not know are left out. */
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
  /** Those that are looked for where a configuration names no content. */
  readonly usualEndings: ReadonlyArray<string>
  /** The ending that names of hand-offs do without: `oslo.md` is handed off as `oslo.xlf`, `app.json` as `app.json.xlf`. */
  readonly bareEnding?: string
  /** What a hand-off in XLIFF 1.2 tells a translator's tool: its `datatype`. */
  readonly datatype: string
  /**
   * Numbers that a text is for, as one of a plural is: what a translator is told of it, the usual first.
   *
   * @default none
   */
  readonly numbersFor?: (unit: Unit, pair: Pair, targetLocale: string) => ReadonlyArray<number>
  /** Whether blocks are cut into sentences; else each is one segment. */
  readonly hasSentences: boolean
  /** How the block of a page is found that answers to one of its source: by its key, or by its place in the order. */
  readonly blocksAnswerBy: 'key' | 'order'
  /** Cut a document into blocks: the source, or the page that was built from it, which has the forms of its language. */
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
   * What is wrong with a localized file beside its source, as far as a look at the two can tell. Without it nothing:
   * pages are compared block by block with what was built, anyhow.
   */
  readonly compare?: (
    source: string,
    page: string,
    path: string,
    way: FormatWay,
    config: FormatConfig
  ) => ReadonlyArray<Diagnostic>
  /** A skeleton without how it is laid out, where layout says nothing. @default layout says something */
  readonly withoutLayout?: (skeleton: string) => string
  /** @default its hand-offs are never flat */
  readonly flat?: FlatExchange
}
