import type {Bitext, Pair, Unit} from '@passerelle/model'

/** How a hand-off is written. */
export interface HandoffOptions {
  readonly version: '1.2' | '2.0'
  /**
   * Note for the translator of a segment, as text; empty for none.
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
  /** What is written in a target that is empty on purpose. @default `<EMPTY>` */
  readonly empty?: string
  /**
   * Write `approved` for all that is translated: tools that look at it show the rest as unfinished. XLIFF 2 has no such
   * attribute.
   *
   * @default false
   */
  readonly approveTranslated?: boolean
  /**
   * What it means if a sentence that was filled in comes back unchanged: `state` if its state is what a person set,
   * `nothing` if the tool sets states by itself, or never.
   *
   * @default 'state'
   */
  readonly unchanged?: 'state' | 'nothing'
  /** The `datatype` of a document in 1.2. @default `plaintext` */
  readonly datatypeOf?: (bitext: Bitext) => string
  /** Path and line of a unit in its document, for people. @default the path of the document */
  readonly locate?: (unit: Unit, bitext: Bitext) => {readonly path: string; readonly line?: number}
  /** Write these segments only to be read, because their neighbours are to be translated. @default none */
  readonly locked?: (unit: Unit, pair: Pair) => boolean
  /** Write only these segments. @default all */
  readonly only?: (unit: Unit, pair: Pair) => boolean
}
