import {
  type BlockKind,
  type Candidate,
  commented,
  type Content,
  type Pair,
  recode,
  sameContent,
  signature,
  union,
  type Unit,
  withDoubts,
  withoutDoubts,
  wordsOf
} from '@passerelle/model'
import type {Config} from '../config/config.ts'
import type {Known, Memory} from './memory.ts'

/** A text of so many words in another document means the same here. */
const ENOUGH = 5

/** How many proposals one sentence gets at most. */
const PROPOSED = 5

/**
 * Kinds of blocks in which a text means the same everywhere. “Open” in a cell, a heading or a catalog may be a verb
 * here and an adjective there.
 */
const MEANS_THE_SAME: Readonly<Record<BlockKind, boolean>> = {
  paragraph: true,
  heading: false,
  cell: false,
  alternative: true,
  title: true,
  'front-matter': true,
  value: false,
  text: true,
  attribute: false,
  label: false,
  comment: true
}

/** A document with what the rest of the project gave it. */
export interface Reused {
  readonly units: ReadonlyArray<Unit>
  /** Sentences that moved here, with their translation, state and comments. */
  readonly moved: number
  /** Sentences filled with the translation of the same text elsewhere. */
  readonly filled: number
}

/** A sentence without a translation, and its block. */
interface Wanted {
  readonly document: string
  readonly unit: Unit
  readonly pair: Pair
}

/** Whether to ask the rest of the project for a translation of a sentence: it has none, or has one from there. */
export function isWanted({target, doubts}: Pair): boolean {
  return !target || (doubts?.some(({kind}) => kind === 'reused') ?? false)
}

/**
 * Give the sentences of a document the translations that the project has for the same text.
 *
 * - A sentence that left another place since its record was written has moved here: it keeps its state and its
 *   comments.
 * - The same text elsewhere fills a sentence, if all its translations in this kind of block agree, and the text is long
 *   enough or stands in this very document. The translation is in doubt until somebody has looked.
 * - All others are proposed.
 */
export function reuse(
  document: string,
  units: ReadonlyArray<Unit>,
  memory: Memory,
  policy: Config['reuse']
): Reused {
  const counts = {moved: 0, filled: 0}
  const now = units.map((unit) => {
    const pairs = unit.pairs.map((pair) => {
      const known = isWanted(pair) ? (memory.get(signature(pair.source)) ?? []) : []
      const filled = fill({document, unit, pair}, fitting(pair, known), policy)
      if (filled.how) counts[filled.how]++
      return filled.pair
    })
    return pairs.every((pair, index) => pair === unit.pairs[index]) ? unit : {...unit, pairs}
  })
  return {units: now.every((unit, index) => unit === units[index]) ? units : now, ...counts}
}

/** Translations with the codes of a sentence, without those that are its own. */
function fitting(pair: Pair, known: ReadonlyArray<Known>): Known[] {
  return known.flatMap((one) => {
    const target = one.pair === pair ? undefined : recode(one.target, one.source, pair.source)
    return target ? [{...one, target}] : []
  })
}

interface Filled {
  readonly pair: Pair
  readonly how?: 'moved' | 'filled'
}

function fill(wanted: Wanted, known: ReadonlyArray<Known>, policy: Config['reuse']): Filled {
  const {pair} = wanted
  const moved = pair.target ? undefined : movedOf(wanted, known)
  if (moved) return {pair: withMoved(pair, moved), how: 'moved'}
  const agreed = policy === 'fill' ? agreedOf(wanted, known) : undefined
  if (agreed && pair.target && sameContent(agreed.target, pair.target)) return {pair}
  if (agreed) return {pair: withAgreed(pair, agreed), how: 'filled'}
  return {pair: pair.target ? pair : withProposals(pair, policy === 'off' ? [] : ranked(wanted, known))}
}

/** The sentence that moved here, if it is long enough to be sure, and has only one translation. */
function movedOf({pair}: Wanted, known: ReadonlyArray<Known>): Known | undefined {
  const [first, ...others] = known.filter(({standing}) => standing === 'departed')
  const isOne = first && others.every(({target}) => sameContent(target, first.target))
  return isOne && wordsOf(pair.source).length >= ENOUGH ? first : undefined
}

/**
 * The translation on which all sentences with this text in this kind of block agree, if it may be used without being
 * looked at.
 */
function agreedOf({document, unit, pair}: Wanted, known: ReadonlyArray<Known>): Known | undefined {
  const ofKind = known.filter(({kind}) => kind === unit.kind)
  const stays = ofKind.filter(({standing}) => standing === 'live' || standing === 'gone')
  const alike = stays.length > 0 ? stays : ofKind.filter(({standing}) => standing === 'departed')
  const [first] = alike
  if (!first || alike.some(({target}) => !sameContent(target, first.target))) return undefined
  const isHere = alike.some((one) => one.document === document)
  const isLong = wordsOf(pair.source).length >= ENOUGH
  const hasLeft = ofKind.some(({standing}) => standing === 'departed')
  return isHere || hasLeft || (isLong && MEANS_THE_SAME[unit.kind]) ? first : undefined
}

function withMoved(pair: Pair, {pair: before, target}: Known): Pair {
  const {state, subState, doubts, candidates, comments} = before
  const moved: Pair = {
    ...pair,
    target,
    state,
    ...(subState !== undefined && {subState}),
    ...(doubts && {doubts}),
    candidates: union(withoutProposals(pair.candidates), withoutProposals(candidates))
  }
  return commented(moved, comments)
}

function withAgreed(pair: Pair, {target, document}: Known): Pair {
  const {subState: _, order: __, ...rest} = withoutDoubts(pair, ['reused'])
  const filled: Pair = {...rest, target, state: 'translated', candidates: withoutProposals(pair.candidates)}
  return withDoubts(filled, {kind: 'reused', detail: document})
}

/** A pair with its proposals, which replace those of earlier runs. */
function withProposals(pair: Pair, known: ReadonlyArray<Known>): Pair {
  const own = withoutProposals(pair.candidates)
  const taken = new Set(own.map(({target}) => signature(target)))
  const news = distinct(known).filter(({target}) => !taken.has(signature(target)))
  const candidates = [...own, ...news.slice(0, PROPOSED).map((one) => proposal(one, pair.source))]
  const isSame =
    candidates.length === pair.candidates.length &&
    candidates.every((candidate, index) => sameCandidate(candidate, pair.candidates[index]!))
  return isSame ? pair : {...pair, candidates}
}

function proposal({target, document}: Known, source: Content): Candidate {
  return {kind: 'proposed', source, target, score: 100, origin: document}
}

function sameCandidate(a: Candidate, b: Candidate): boolean {
  return (
    a.kind === b.kind &&
    a.origin === b.origin &&
    sameContent(a.source, b.source) &&
    sameContent(a.target, b.target)
  )
}

function withoutProposals(candidates: ReadonlyArray<Candidate>): ReadonlyArray<Candidate> {
  return candidates.some(({kind}) => kind === 'proposed')
    ? candidates.filter(({kind}) => kind !== 'proposed')
    : candidates
}

/**
 * Translations of the same document first, then those of the same kind of block: an order that is the same in the next
 * run.
 */
function ranked({document, unit}: Wanted, known: ReadonlyArray<Known>): Known[] {
  const keyed = known.map((one) => {
    const ranks = [one.document !== document, one.kind !== unit.kind].map(Number)
    return {one, key: [...ranks, one.document, signature(one.target)].join('\u0000')}
  })
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({one}) => one)
}

/** The first of each text. */
function distinct(known: ReadonlyArray<Known>): Known[] {
  const seen = new Set<string>()
  return known.filter(({target}) => {
    const key = signature(target)
    return !seen.has(key) && seen.add(key)
  })
}
