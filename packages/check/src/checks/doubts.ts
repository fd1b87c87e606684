import {type CandidateKind, type DoubtKind, excerptOf, type Pair, textIdOf} from '@passerelle/model'
import type {Check, Finding} from '../check.ts'

/** `unsettled-disputed`, `unsettled-refused` and the others: what a person should look at, until somebody has. */
export const doubts: Check = ({pairs}) =>
  pairs.flatMap((pair) =>
    (pair.doubts ?? []).flatMap(({kind, detail = ''}) =>
      FINDINGS[kind](pair, detail).map((finding) => ({...finding, pair: pair.id}))
    )
  )

/** What is said of each kind of doubt. */
const FINDINGS: Readonly<Record<DoubtKind, (pair: Pair, detail: string) => ReadonlyArray<Finding>>> = {
  disputed: (pair) =>
    pair.candidates
      .filter((candidate) => candidate.kind === 'disputed')
      .map(({target}) => ({
        id: 'unsettled-disputed',
        args: {...textsOf(pair), other: excerptOf(target, SHOWN), take: textIdOf(target)}
      })),
  refused: (pair, reason) => [
    {id: 'unsettled-refused', args: {...textsOf(pair), other: candidateOf(pair, 'rejected'), reason}}
  ],
  partial: (pair, reason) => [{id: 'unsettled-partial', args: {...textsOf(pair), reason}}],
  'old-end': (pair) => [{id: 'unsettled-old-end', args: textsOf(pair)}],
  repaired: (pair, reason) => [{id: 'unsettled-repaired', args: {...textsOf(pair), reason}}],
  cosmetic: (pair, before) => [{id: 'unsettled-cosmetic', args: {...textsOf(pair), before}}]
}

/** Most of a text that is shown, in UTF-16 code units: who chooses between two wants to see where they differ. */
const SHOWN = 300

function textsOf({source, target = []}: Pair): {readonly text: string; readonly target: string} {
  return {text: excerptOf(source), target: excerptOf(target, SHOWN)}
}

function candidateOf({candidates}: Pair, wanted: CandidateKind): string {
  return excerptOf(candidates.find(({kind}) => kind === wanted)?.target ?? [], SHOWN)
}
