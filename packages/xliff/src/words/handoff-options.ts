import type {Bitext, Pair, Unit} from '@passerelle/model'

/** How a hand-off is written. */
export interface HandoffOptions {
  readonly version: '1.2' | '2.0'
  /**
   * Note for the translator of a segment, already in words; empty for none.
   *
   * What the segment said before it changed, and how that was translated, is added below.
   *
   * @default headings above, kind, and note of the author
   */
  readonly describe?: (unit: Unit, pair: Pair, bitext: Bitext) => string
  /**
   * Fill all targets with their source: OmegaT up to 5 shows targets as what is to be translated, and keeps
   * translations in a memory.
   *
   * @default false
   */
  readonly copySource?: boolean
  /**
   * Write candidates as `<alt-trans>` or `<mtc:match>`. OmegaT 6 shows an `<alt-trans>` in place of its segment.
   *
   * @default false for 1.2, true for 2.0
   */
  readonly candidates?: boolean
  /** What stands in a target that is empty on purpose. @default `<EMPTY>` */
  readonly empty?: string
  /**
   * Say `approved` of all that is translated: tools that look at it show the rest as not finished. XLIFF 2 has none.
   *
   * @default false
   */
  readonly approveTranslated?: boolean
  /**
   * What it says that a sentence that was filled in comes back as it was: `state` where its state is the word of a
   * person, `nothing` where the tool writes states by itself, or never.
   *
   * @default 'state'
   */
  readonly unchanged?: 'state' | 'nothing'
  /** What the `datatype` of a document is, in 1.2. @default `plaintext` */
  readonly datatypeOf?: (bitext: Bitext) => string
  /** Where a unit stands, for people: path and line in its document. @default the path of the document */
  readonly locate?: (unit: Unit, bitext: Bitext) => {readonly path: string; readonly line?: number}
  /** Show these segments without asking for them: neighbours of those that are. @default none */
  readonly locked?: (unit: Unit, pair: Pair) => boolean
  /** Write only these segments. @default all */
  readonly only?: (unit: Unit, pair: Pair) => boolean
}
