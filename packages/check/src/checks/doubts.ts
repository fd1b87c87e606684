import {
  type CandidateKind,
  type DoubtKind,
  excerptOf,
  longExcerptOf,
  type Pair,
  textIdOf
} from '@passerelle/model'
import type {Check, Finding} from '../rule/check.ts'
import {codesFit} from '../rule/codes-fit.ts'

/** `unsettled-disputed`, `unsettled-refused` and the others: a person should still look at a translation. */
export const doubts: Check = ({pairs, key}) =>
  pairs.flatMap((pair) =>
    (pair.doubts ?? [])
      .flatMap(({kind, detail = ''}): Finding[] => [
        ...FINDINGS[kind](pair, detail),
        ...(kind === 'refused' ? causes(pair, key) : [])
      ])
      .map((finding) => ({...finding, pair: pair.id}))
  )

/** Why a translation was refused, if nothing else says so: each code that it lost or has too many. */
function causes(pair: Pair, key: string | undefined): Finding[] {
  const refused = pair.target ? undefined : pair.candidates.find(({kind}) => kind === 'rejected')
  return refused ? codesFit(pair.source, refused.target, key) : []
}

/** The finding for each kind of doubt. */
const FINDINGS: Readonly<Record<DoubtKind, (pair: Pair, detail: string) => ReadonlyArray<Finding>>> = {
  disputed: (pair) =>
    pair.candidates
      .filter((candidate) => candidate.kind === 'disputed')
      .map(({target}) => ({
        id: 'unsettled-disputed',
        args: {...textsOf(pair), other: longExcerptOf(target), take: textIdOf(target)}
      })),
  refused: (pair, reason) => [
    {id: 'unsettled-refused', args: {...textsOf(pair), other: candidateOf(pair, 'rejected'), reason}}
  ],
  partial: (pair, reason) => [{id: 'unsettled-partial', args: {...textsOf(pair), reason}}],
  'old-end': (pair) => [{id: 'unsettled-old-end', args: textsOf(pair)}],
  repaired: (pair, reason) => [{id: 'unsettled-repaired', args: {...textsOf(pair), reason}}],
  cosmetic: (pair, before) => [{id: 'unsettled-cosmetic', args: {...textsOf(pair), before}}],
  reused: (pair, from) => [{id: 'unsettled-reused', args: {...textsOf(pair), from}}]
}

function textsOf({source, target = []}: Pair): {readonly text: string; readonly target: string} {
  return {text: excerptOf(source), target: longExcerptOf(target)}
}

function candidateOf({candidates}: Pair, wanted: CandidateKind): string {
  return longExcerptOf(candidates.find(({kind}) => kind === wanted)?.target ?? [])
}
