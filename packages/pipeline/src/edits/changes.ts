import type {Block, Content} from '@passerelle/model'
import type {Difference} from '../page/difference.ts'

/** A sentence that somebody changed in a localized document. */
export interface Edit extends Difference {
  readonly unit: string
  readonly pair: string
  /** What it says now, with the codes of its source. */
  readonly target: Content
  /** What it is a translation of, and whether that is the source of today. */
  readonly source: Content
  readonly isOfToday: boolean
  /** That its sentence is gone from the source, so that it is kept among what was removed. */
  readonly isGone?: true
  /** Why it may be none, although it could be put in. */
  readonly doubt?: Doubt
  /** A translation that came in since the page was built, and that this one takes the place of. */
  readonly newer?: string
  /** Its block, among those of the page and in the file. */
  readonly block: number
  readonly at: Block
}

/**
 * Why a change may be no translation: the text reads like the source that stood there untranslated, it is the very
 * source, it is so in most of the page, or it is that of another sentence of the page.
 */
export type Doubt = 'like-source' | 'is-source' | 'page-is-source' | 'copy'

/** A change that can be no translation. */
export interface OtherChange extends Difference {
  readonly id: 'hand-edited-skeleton' | 'edit-other-sentences' | 'edit-other-codes' | 'edit-no-place'
  readonly block?: number
  readonly line: number
  readonly column: number
}
