import {checkUnit} from '@passerelle/check'
import {type Candidate, type Diagnostic, DOUBTS, freshnessOf, type Pair, textIdOf} from '@passerelle/model'
import {UsageError} from '../report/errors.ts'
import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {run, stageAll, type VerbOptions} from '../work/session.ts'
import {choicesFor, chosen, kept, leftOut, stillFits} from '../confirm/choose.ts'
import {select} from '../confirm/select.ts'
import {put, type Sentence, shownAt} from '../work/sentences.ts'

/** What a person decides; without options, that the translation in place is right. */
export interface ConfirmOptions {
  /** Confirm everything that waits. @default false */
  readonly all?: boolean
  /** Short name of another text to put in place; or `other` if there is only one. @default none */
  readonly take?: string
  /** Whether the sentence is empty on purpose, because its neighbour says it, too. @default false */
  readonly empty?: boolean
}

/**
 * Note in the records that a person has looked at sentences, so that they are no longer in doubt. Without places, list
 * all that waits.
 *
 * @param places
 *   `PATH[:LINE[:COLUMN]]`; the path of a source, its page, its record, or a folder.
 * @throws {UsageError}
 *   `nothing-there`, `text-unknown`, `sentence-unclear`.
 */
export function confirm(
  project: Project,
  places: ReadonlyArray<string>,
  options: VerbOptions & ConfirmOptions = {}
): Promise<Report> {
  const {all = false, take, empty = false} = options
  const isList = places.length === 0 && !all && take === undefined && !empty
  return run({verb: 'confirm', writes: !isList}, project, options, async (session) => {
    const named = select(session, places)
    if (isList) {
      session.workspace.report(...waiting(named))
      return undefined
    }
    const about = places[0] ?? '.'
    const isPointed = places.length > 0 && places.every((place) => /:\d+$/.test(place))
    for (const [sentence, pair] of decided(named, about, {...options, isPointed})) {
      if (pair === sentence.pair) continue
      put(sentence, pair)
      session.counts.confirmed++
    }
    await stageAll(session)
    return undefined
  })
}

/** The named sentences after the decision. */
function decided(
  named: ReadonlyArray<Sentence>,
  about: string,
  {take, empty, isPointed}: ConfirmOptions & {readonly isPointed: boolean}
): (readonly [Sentence, Pair])[] {
  if (empty) return [emptied(named, about)]
  if (take === undefined)
    return named.flatMap((one) => {
      if (isWaiting(one)) return [[one, kept(one.pair)] as const]
      // Whether an earlier translation still fits has to be said of one sentence, never of all at once.
      return isPointed ? [[one, stillFits(one.pair, one.unit)] as const] : []
    })
  return take === 'other' ? [otherOf(named, about)] : takenIn(named, about, take)
}

function isWaiting({pair}: Sentence): boolean {
  return pair.doubts !== undefined
}

/** The only other text of the only sentence that waits. */
function otherOf(named: ReadonlyArray<Sentence>, about: string): readonly [Sentence, Pair] {
  const choices = named
    .filter(isWaiting)
    .flatMap((one) => choicesFor(one.pair, one.unit).map((choice): [Sentence, Candidate] => [one, choice]))
  const [first, ...others] = choices
  if (!first) throw new UsageError('text-unknown', {path: about, take: 'other'})
  if (others.length > 0)
    throw new UsageError('sentence-unclear', {
      path: about,
      count: choices.length,
      example: `passerelle confirm ${about} --take ${textIdOf(first[1].target)}`
    })
  return [first[0], chosen(first[0].pair, first[1])]
}

/** Put in place the text with a short name; if it is in place already, only its doubts are settled. */
function takenIn(named: ReadonlyArray<Sentence>, about: string, take: string): (readonly [Sentence, Pair])[] {
  const found = named.flatMap((one): (readonly [Sentence, Pair])[] => {
    const {pair, unit} = one
    if (pair.target && textIdOf(pair.target) === take) return [[one, kept(pair)]]
    const choice = choicesFor(pair, unit).find(({target}) => textIdOf(target) === take)
    return choice ? [[one, chosen(pair, choice)]] : []
  })
  if (found.length === 0) throw new UsageError('text-unknown', {path: about, take})
  const waits = found.filter(([one]) => isWaiting(one))
  return waits.length > 0 ? waits : found
}

function emptied(named: ReadonlyArray<Sentence>, about: string): readonly [Sentence, Pair] {
  const isEmpty = ({pair: {target}}: Sentence): boolean => target?.length === 0
  const isOpen = ({pair, unit}: Sentence): boolean => freshnessOf(pair) !== 'valid' && unit.pairs.length > 1
  const open = named.filter(isOpen)
  const [only, ...others] = open.length > 0 ? open : named.filter(isEmpty)
  if (only && others.length === 0) return [only, leftOut(only.pair)]
  const [example = named[0]!] = open
  throw new UsageError('sentence-unclear', {
    path: about,
    count: open.length,
    example: `passerelle confirm ${shownAt(example)} --empty`
  })
}

const LEVELS: Readonly<Record<Diagnostic['level'], Diagnostic['level']>> = {
  error: 'warning',
  warning: 'warning',
  info: 'info'
}

/** Diagnostics for everything that waits for a person, as `check` has them; here none is an error. */
function waiting(named: ReadonlyArray<Sentence>): Diagnostic[] {
  const ids = new Set<string>(Object.values(DOUBTS).map(({id}) => id))
  return named.filter(isWaiting).flatMap(({work: {direction}, unit, pair, line, column}) => {
    const {sourceLocale, targetLocale, sourcePath: path} = direction
    const context = {path, placeOf: () => ({line, column}), sourceLocale, targetLocale, options: {}}
    return checkUnit({...unit, pairs: [pair]}, context)
      .filter(({id}) => ids.has(id))
      .map((one) => ({...one, level: LEVELS[one.level]}))
  })
}
