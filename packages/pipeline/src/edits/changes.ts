import type {Block, Content} from '@passerelle/model'
import type {Difference} from '../page/difference.ts'

/** A sentence that somebody changed in a localized document. */
export interface Edit extends Difference {
  readonly unit: string
  readonly pair: string
  /** What it says now, with the codes of its source. */
  readonly target: Content
  /** The source that it translates, and whether that is today's source. */
  readonly source: Content
  readonly isOfToday: boolean
  /** True if its sentence is gone from the source, so that it is kept among the removed units. */
  readonly isGone?: true
  /** Why it may be no translation, although it could be put in. */
  readonly doubt?: Doubt
  /** The translation that it replaces, if that came in after the page was built. */
  readonly newer?: string
  /** Index of its block in the page, and in the file. */
  readonly block: number
  readonly at: Block
}

/**
 * Why a change may be no translation: it reads like the source that stood there untranslated; it equals the source;
 * most of the page equals its source; or it is the translation of another sentence of the page.
 */
export type Doubt = 'like-source' | 'is-source' | 'page-is-source' | 'copy'

/** A change that cannot be a translation. */
export interface OtherChange extends Difference {
  readonly id: 'hand-edited-skeleton' | 'edit-other-sentences' | 'edit-other-codes' | 'edit-no-place'
  readonly block?: number
  readonly line: number
  readonly column: number
}
