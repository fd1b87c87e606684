import {codesFit} from '@passerelle/check'
import {type Candidate, type Diagnostic, excerptOf, longExcerptOf, recode, textIdOf} from '@passerelle/model'
import {UsageError} from '../report/errors.ts'
import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {run, stageAll, type VerbOptions} from '../work/session.ts'
import {chosen} from '../confirm/choose.ts'
import {type KeptText, keptTexts} from '../confirm/kept.ts'
import {select} from '../confirm/select.ts'
import {put, type Sentence} from '../work/sentences.ts'

/** What a person wants to have back. */
export interface RestoreOptions {
  /** The short name of a text in the list. @default none: show the list */
  readonly text?: string
}

/**
 * Bring back a text that was replaced, refused or removed, as the translation of its sentence. Without a name, list all
 * such texts. The present translation is kept aside instead.
 *
 * @param places
 *   `PATH[:LINE[:COLUMN]]` of texts to list or search; for a text whose sentence is gone, the sentence that it is to
 *   translate.
 * @throws {UsageError}
 *   `nothing-there`, `text-unknown`, `text-misfits`, `sentence-unclear`.
 */
export function restore(
  project: Project,
  places: ReadonlyArray<string>,
  {text, ...options}: VerbOptions & RestoreOptions = {}
): Promise<Report> {
  return run({verb: 'restore', writes: text !== undefined}, project, options, async (session) => {
    const named = select(session, places)
    if (text === undefined) {
      session.workspace.report(...listed(session.works.flatMap(keptTexts), named, places))
      return undefined
    }
    const kept = session.works.flatMap(keptTexts).filter(({id}) => id === text)
    for (const [sentence, one] of placesOf(kept, named, places, text)) {
      put(sentence, chosen(sentence.pair, one))
      session.counts.restored++
    }
    await stageAll(session)
    return undefined
  })
}

/** Where a text goes: to the sentence that keeps it, else to the named one. */
function placesOf(
  kept: ReadonlyArray<KeptText>,
  named: ReadonlyArray<Sentence>,
  places: ReadonlyArray<string>,
  text: string
): (readonly [Sentence, Candidate])[] {
  const about = places[0] ?? '.'
  const [first] = kept
  if (!first) {
    // The text is in place already.
    if (named.some(({pair}) => pair.target && textIdOf(pair.target) === text)) return []
    throw new UsageError('text-unknown', {path: about, take: text})
  }
  const own = kept.filter(({isRemoved}) => !isRemoved)
  const there = named.flatMap((sentence): (readonly [Sentence, Candidate])[] => {
    const one = own.find(({work, pair}) => work === sentence.work && pair === sentence.pair)
    return one ? [[sentence, fitted(one, sentence, about)]] : []
  })
  if (there.length > 0) return there
  const [only, ...others] = places.length > 0 ? named : []
  if (only && others.length === 0) return [[only, fitted(first, only, about)]]
  throw new UsageError('sentence-unclear', {
    path: about,
    count: named.length,
    example: `passerelle restore ${first.work.direction.sourcePath}:1 --text ${text}`
  })
}

/** A text with the codes of a sentence, so that it can translate that sentence. */
function fitted({source, target, id}: KeptText, {pair, unit}: Sentence, about: string): Candidate {
  const own = recode(target, source, pair.source) ?? target
  const [problem] = codesFit(pair.source, own, unit.key)
  if (problem) throw new UsageError('text-misfits', {path: about, take: id, reason: problem.id})
  return {kind: 'superseded', source: pair.source, target: own}
}

/** All texts that are kept aside, at the place of their sentences; if that is gone, with their document. */
function listed(
  kept: ReadonlyArray<KeptText>,
  named: ReadonlyArray<Sentence>,
  places: ReadonlyArray<string>
): Diagnostic[] {
  const sentences = new Map(named.map((sentence) => [sentence.pair, sentence]))
  const works = new Set(named.map(({work}) => work))
  return kept.flatMap(({work, pair, isRemoved, source, target, id}): Diagnostic[] => {
    const {sourcePath: path, targetLocale: locale} = work.direction
    const args = {text: excerptOf(source), target: longExcerptOf(target), take: id}
    const sentence = sentences.get(pair)
    if (sentence) {
      const {line, column} = sentence
      return [{id: 'text-kept', level: 'info', path, line, column, locale, args}]
    }
    const isMeant = isRemoved && (places.length === 0 || works.has(work))
    return isMeant ? [{id: 'text-removed', level: 'info', path, locale, args}] : []
  })
}
