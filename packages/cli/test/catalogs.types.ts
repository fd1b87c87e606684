import type {DiagnosticId, UsageId} from '@passerelle/model'
import type english from '../../../locales/en/cli.json'
import type french from '../../../locales/fr/cli.json'

/** A sentence, or one for each plural form. */
type Sentence = {readonly sentence: string} | {readonly sentence_one: string; readonly sentence_other: string}

/** A catalog that has a sentence for every id; a new id without one, in either language, does not compile. */
interface Whole {
  readonly diagnostics: Readonly<Record<DiagnosticId | UsageId, Sentence>>
}

type Check<Catalog extends Whole> = Catalog

export type English = Check<typeof english>
export type French = Check<typeof french>

/** What is said besides: of an id that is not known yet, and of a word that is nearly right. */
type Others = 'unknown' | 'suggestion'

/** Messages of an id that the table does not have; none compiles. */
type Dead = Exclude<keyof (typeof english)['diagnostics'], DiagnosticId | UsageId | Others>

export const dead: ReadonlyArray<Dead> extends ReadonlyArray<never> ? true : Dead = true
