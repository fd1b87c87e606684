import type {BlockKind, Container} from './document.ts'
import type {Content} from './content.ts'
import type {Doubt} from './doubts.ts'
import type {State} from './states.ts'

/** All values of {@link Freshness}; what needs most work comes first. */
export const FRESHNESSES = ['missing', 'changed', 'valid'] as const

/**
 * Whether a translation is of today's source, of an earlier one, or missing.
 *
 * - `valid`: the target is of this very source;
 * - `changed`: there is no target, but one of an earlier source is kept as candidate;
 * - `missing`: there is no translation.
 */
export type Freshness = (typeof FRESHNESSES)[number]

/** Why a candidate is there. */
export type CandidateKind =
  /** Translation of what this source was before it changed. */
  | 'previous'
  /** Translation of this source that was replaced by a later one. */
  | 'superseded'
  /** A translation that came back and cannot be used, for example because it lost a code. */
  | 'rejected'
  /** Another translation of this source by somebody else; a person has to choose. */
  | 'disputed'
  /** A translation that a person has decided against. */
  | 'declined'
  /** Translation of the same source elsewhere in the project; found anew in each run. */
  | 'proposed'
  | 'exact'
  | 'ice'
  | 'fuzzy'
  /** Made by a machine, by putting parts together, or the translation of a term. */
  | 'machine'
  | 'assembled'
  | 'term'

/** A text beside a pair that may help a translator, or that must not be lost. */
export interface Candidate {
  readonly kind: CandidateKind
  readonly source: Content
  readonly target: Content
  /** 0 to 100. */
  readonly score?: number
  /** The memory or engine that it is from, in the tool's words. */
  readonly origin?: string
}

/** What a translator or reviewer has written about a segment: a question, a doubt, a decision. */
export interface Comment {
  /** Begins with the name of its author, if the tool gives one. */
  readonly text: string
  /** What it is about, in the tool's words; `category` of XLIFF 2. */
  readonly category?: string
  /** 1 to 10, 1 is the most urgent; `priority` of XLIFF 2. */
  readonly priority?: number
}

/** What a tool notes for itself: a group of metadata of XLIFF 2 (module `mda`), of properties in 1.2. */
export interface MetaGroup {
  /** An NMTOKEN. */
  readonly id?: string
  readonly category?: string
  /** Which text of its segments it is about; all if undefined. */
  readonly appliesTo?: 'source' | 'target' | 'ignorable'
  /** Never empty. */
  readonly entries: ReadonlyArray<MetaEntry | MetaGroup>
}

/** One entry of a {@link MetaGroup}. */
export interface MetaEntry {
  readonly type: string
  readonly value: string
}

/** One segment in two languages. Codes are numbered from 1 in each source; targets use the same numbers. */
export interface Pair {
  /** Unique in its unit: `s1`, `s2`… in the order of the source. */
  readonly id: string
  readonly source: Content
  /** Empty if the translation of another segment says this, too; then it prints nothing. */
  readonly target?: Content
  readonly state: State
  /**
   * What the state does not say, such as that a translator wants a review: a value of XLIFF 2's `subState`, whose
   * prefix names the tool. Only with a target.
   */
  readonly subState?: string
  /**
   * Position of the target in the translation of its unit, from 1, if targets stand in another order than their
   * sources; see `orderOf`.
   */
  readonly order?: number
  /** Oldest first; undefined if there are none. */
  readonly comments?: ReadonlyArray<Comment>
  /** Why a person should still look at it, in the order of the kinds; undefined if there is no doubt. */
  readonly doubts?: ReadonlyArray<Doubt>
  readonly candidates: ReadonlyArray<Candidate>
  /** White space between this segment and the next; empty after the last. */
  readonly gap: string
}

/** A block in two languages. */
export interface Unit {
  /** Made from the source's content; see `identify`. An NMTOKEN of ASCII letters, digits and `-`. */
  readonly id: string
  readonly kind: BlockKind
  /** What a paragraph stands in today; not stored in records. */
  readonly container?: Container
  readonly key?: string
  readonly trail: ReadonlyArray<string>
  readonly note?: string
  readonly maxLength?: number
  /** What tools note of it for themselves; given back unchanged. */
  readonly metadata?: ReadonlyArray<MetaGroup>
  readonly pairs: ReadonlyArray<Pair>
  /** Fingerprint of this block as last built in the localized document; undefined if that was its source. */
  readonly built?: string
}

/** A segment as a localized document shows it. */
export interface PrintedSegment {
  /** Id of its pair. */
  readonly pair: string
  /** Fingerprints of the text shown, made from its signature, and of the source of that text. */
  readonly shown: string
  readonly source: string
}

/** A block as a localized document shows it. */
export interface PrintedBlock {
  /** Id of its unit. */
  readonly unit: string
  /** Fingerprint of the block as it was built; undefined if it was its source. */
  readonly built?: string
  /** In the order in which they are shown. */
  readonly segments: ReadonlyArray<PrintedSegment>
}

/** A localized document as it was last written. */
export interface PrintedPage {
  /** Fingerprint of everything outside the blocks. */
  readonly skeleton: string
  readonly blocks: ReadonlyArray<PrintedBlock>
}

/** The units of one document for one target. */
export interface Bitext {
  /** Path of the document below the folder of its locale. */
  readonly document: string
  readonly sourceLocale: string
  readonly targetLocale: string
  readonly units: ReadonlyArray<Unit>
  /** Units whose block is gone; kept so that no translation is lost. */
  readonly removed: ReadonlyArray<Unit>
  /** What translators and reviewers have written about the document as a whole. */
  readonly comments?: ReadonlyArray<Comment>
  /** What tools note of the document for themselves. */
  readonly metadata?: ReadonlyArray<MetaGroup>
  /** Fingerprint of the skeleton as last built in the localized document. */
  readonly skeleton?: string
  /**
   * The localized document as it is, if that does not follow from the units, their order and the skeleton: because they
   * have changed since it was built, or because it is just being built.
   */
  readonly printed?: PrintedPage
}

/** Kinds of candidates that somebody typed for this sentence; the others are suggestions. */
const TYPED: ReadonlySet<CandidateKind> = new Set([
  'previous',
  'superseded',
  'rejected',
  'disputed',
  'declined'
])

/** Whether somebody typed a candidate for its sentence, so that it must not be lost. */
export function isTyped({kind}: Candidate): boolean {
  return TYPED.has(kind)
}

/** Freshness of one pair. */
export function freshnessOf(pair: Pair): Freshness {
  if (pair.target) return 'valid'
  return pair.candidates.some((candidate) => candidate.kind === 'previous') ? 'changed' : 'missing'
}

/** Freshness of a unit: that of its worst pair. A unit without pairs is valid. */
export function freshnessOfUnit(unit: Unit): Freshness {
  const all = new Set(unit.pairs.map(freshnessOf))
  if (all.size === 1) return [...all][0] ?? 'valid'
  if (all.size === 0) return 'valid'
  // Part of the block is translated, so its source grew or changed.
  return all.has('changed') || all.has('valid') ? 'changed' : 'missing'
}
