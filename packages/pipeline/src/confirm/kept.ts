import {
  type Candidate,
  type CandidateKind,
  type Content,
  isTyped,
  type Pair,
  sameContent,
  signature,
  textIdOf,
  type Unit
} from '@passerelle/model'
import type {Session} from '../work/session.ts'
import type {Work} from '../work/work.ts'

/**
 * A text that a person has typed and that is in no document now: it was replaced or refused, or its sentence is gone.
 */
export interface KeptText {
  readonly work: Work
  readonly unit: Unit
  readonly pair: Pair
  readonly isRemoved: boolean
  readonly kind: CandidateKind | 'removed'
  readonly source: Content
  readonly target: Content
  /** Its short name. */
  readonly id: string
}

/** The texts that are kept aside for a document, each once for its sentence. */
export function keptTexts(work: Work): KeptText[] {
  const {units, removed} = work.bitext
  const aside = [...(work.aside?.parts() ?? [])].flat()
  return [
    ...units.flatMap((unit) => unit.pairs.flatMap((pair) => keptOf(work, unit, pair, {isRemoved: false}))),
    ...[...removed, ...aside].flatMap((unit) =>
      unit.pairs.flatMap((pair) => keptOf(work, unit, pair, {isRemoved: true}))
    )
  ]
}

function keptOf(work: Work, unit: Unit, pair: Pair, {isRemoved}: Pick<KeptText, 'isRemoved'>): KeptText[] {
  const own: Pick<KeptText, 'kind' | 'source' | 'target'>[] =
    isRemoved && pair.target ? [{kind: 'removed', source: pair.source, target: pair.target}] : []
  const others = pair.candidates.filter((candidate) => isKept(candidate, pair, {isRemoved}))
  const byText = new Map([...own, ...others].toReversed().map((one) => [signature(one.target), one]))
  return [...byText.values()].toReversed().map(({kind, source, target}) => ({
    work,
    unit,
    pair,
    isRemoved,
    kind,
    source,
    target,
    id: textIdOf(target)
  }))
}

function isKept(candidate: Candidate, pair: Pair, {isRemoved}: Pick<KeptText, 'isRemoved'>): boolean {
  return isTyped(candidate) && (isRemoved || !pair.target || !sameContent(pair.target, candidate.target))
}

/** How many texts are kept aside in the whole project. */
export function countKept({works}: Session): number {
  return works.reduce((sum, work) => sum + keptTexts(work).length, 0)
}
