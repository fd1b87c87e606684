import {codesFit} from '@passerelle/check'
import {
  type Candidate,
  isReviewed,
  furtherState,
  type Pair,
  recode,
  sameContent,
  textIdOf,
  union,
  type Unit,
  withoutDoubts
} from '@passerelle/model'

/**
 * Other translations that could take the place of a sentence's translation: they have the same source, and their codes
 * fit.
 */
export function choicesFor(pair: Pair, {key}: Unit): Candidate[] {
  const byText = new Map<string, Candidate>()
  for (const candidate of pair.candidates) {
    const {source, target} = candidate
    const isOther = !pair.target || !sameContent(pair.target, target)
    const id = textIdOf(target)
    if (
      isOther &&
      !byText.has(id) &&
      sameContent(source, pair.source) &&
      codesFit(pair.source, target, key).length === 0
    )
      byText.set(id, candidate)
  }
  return [...byText.values()]
}

/** A sentence whose translation a person has looked at: it stays, and the translations that disputed it are dropped. */
export function kept(pair: Pair): Pair {
  const candidates = pair.candidates.map(declined)
  const isSame = candidates.every((candidate, index) => candidate === pair.candidates[index])
  return withoutDoubts(isSame ? pair : {...pair, candidates: union(candidates)})
}

/** A sentence with another of its translations in place, which a person has chosen. */
export function chosen(pair: Pair, choice: Candidate): Pair {
  const {target: before, state, subState: _, ...rest} = withoutDoubts(pair)
  const others = pair.candidates.filter(({target}) => !sameContent(target, choice.target)).map(declined)
  const own: Candidate[] = before ? [{kind: 'declined', source: pair.source, target: before}] : []
  // The person who chose has looked at it, but has not made it final.
  const far = isReviewed(state) ? 'reviewed' : furtherState('translated', state)
  return {...rest, target: choice.target, state: far, candidates: union(own, others)}
}

/**
 * A sentence whose earlier translation is still right for today's source; the same sentence if its codes do not fit.
 */
export function stillFits(pair: Pair, {key}: Unit): Pair {
  if (pair.target) return pair
  const earlier = pair.candidates.find(({kind}) => kind === 'previous')
  const target = earlier && recode(earlier.target, earlier.source, pair.source)
  if (!target || codesFit(pair.source, target, key).length > 0) return pair
  const candidates = pair.candidates.filter((candidate) => candidate !== earlier)
  return {...withoutDoubts(pair), target, state: 'translated', candidates}
}

/** A sentence whose translation is empty on purpose, because that of its neighbour says it, too. */
export function leftOut(pair: Pair): Pair {
  const {target: before, subState: _, order: __, ...rest} = kept(pair)
  if (before?.length === 0) return kept(pair)
  const own: Candidate[] = before ? [{kind: 'declined', source: pair.source, target: before}] : []
  return {...rest, target: [], state: 'translated', candidates: union(own, rest.candidates)}
}

function declined(candidate: Candidate): Candidate {
  return candidate.kind === 'disputed' ? {...candidate, kind: 'declined'} : candidate
}
