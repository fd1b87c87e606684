import {
  type Bitext,
  type BlockKind,
  type CandidateKind,
  type Content,
  type Pair,
  signature,
  type Unit
} from '@passerelle/model'

/**
 * Where a translation stands in the project:
 *
 * - `departed`: its sentence left its place since the record was written, so it may have moved;
 * - `live`: its sentence is in a document of today;
 * - `gone`: its sentence is in no document any more;
 * - `earlier`: it was replaced, or its sentence changed.
 */
type Standing = 'departed' | 'live' | 'gone' | 'earlier'

/** A translation of a sentence that the project has, and where. */
export interface Known {
  readonly standing: Standing
  /** Its document, by the path below the folder of the locale. */
  readonly document: string
  readonly kind: BlockKind
  /** The pair that has this translation as its target or, if it is an earlier one, as a candidate. */
  readonly pair: Pair
  readonly source: Content
  readonly target: Content
}

/** Translations by the signature of their source. */
export type Memory = ReadonlyMap<string, ReadonlyArray<Known>>

/** What a document of the project contributes. */
export interface Knowing {
  readonly document: string
  readonly units: Bitext['units']
  /** Units whose block is gone, some at a time. */
  readonly removed: Iterable<ReadonlyArray<Unit>>
  /** Units with only those pairs whose sentences left their place since the record was written. */
  readonly departed: ReadonlyArray<Unit>
}

/** Kinds of candidates that were once a valid translation, typed by somebody. */
const EARLIER: ReadonlySet<CandidateKind> = new Set(['previous', 'superseded', 'disputed'])

/**
 * All translations that a project has for some sentences. A translation that was filled in from elsewhere and not
 * confirmed does not count.
 *
 * @param wanted
 *   Signatures of the sentences; others are not kept.
 */
export function remember(wanted: ReadonlySet<string>, documents: Iterable<Knowing>): Memory {
  const memory = new Map<string, Known[]>()
  for (const known of all(documents)) {
    const key = signature(known.source)
    if (!wanted.has(key)) continue
    const list = memory.get(key)
    if (list) list.push(known)
    else memory.set(key, [known])
  }
  return memory
}

function* all(documents: Iterable<Knowing>): Generator<Known, undefined> {
  for (const {document, units, removed, departed} of documents) {
    for (const unit of departed) yield* knownOf(document, unit, 'departed')
    for (const unit of units) yield* knownOf(document, unit, 'live')
    for (const group of removed) for (const unit of group) yield* knownOf(document, unit, 'gone')
  }
}

function* knownOf(
  document: string,
  {kind, pairs}: Unit,
  standing: Exclude<Standing, 'earlier'>
): Generator<Known, undefined> {
  for (const pair of pairs) {
    const {source, target, doubts, candidates} = pair
    // A sentence that moves takes its filled translation along, still unconfirmed.
    const isOwn = standing === 'departed' || !doubts?.some((doubt) => doubt.kind === 'reused')
    if (target && target.length > 0 && isOwn) yield {standing, document, kind, pair, source, target}
    for (const candidate of candidates)
      if (EARLIER.has(candidate.kind)) yield {...candidate, standing: 'earlier', document, kind, pair}
  }
}
