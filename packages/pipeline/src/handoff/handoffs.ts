import {posix, sep} from 'node:path'
import {type Bitext, type Freshness, freshnessOf, type Pair, type Unit} from '@passerelle/model'
import {
  type HandoffOptions,
  omegatProject,
  type Profile,
  PROFILES,
  writeHandoffInParts,
  writeI18nextXliff
} from '@passerelle/xliff'
import type {HandoffFormat, Profile as ProfileName} from '../config/config.ts'
import {handoffName} from '../project/direction.ts'
import type {DocumentFormat} from '../formats/format.ts'
import {formatNamed, formatOf} from '../formats/formats.ts'
import {type InParts, inOne} from '../files/in-parts.ts'
import type {Project} from '../project/project.ts'
import type {Work} from '../work/work.ts'

/** What a note for translators may say, besides the segment itself. */
export interface NoteContext extends Pick<Bitext, 'sourceLocale' | 'targetLocale'> {
  /** Numbers for which the segment is used, if it is a plural form. */
  readonly numbers: ReadonlyArray<number>
}

/** Writes the note for a segment: where it stands, and what to mind. */
export type Describe = (unit: Unit, pair: Pair, context: NoteContext) => string

/** How hand-offs are made. */
export interface HandoffChoices {
  readonly format?: HandoffFormat
  readonly profile?: ProfileName
  /** Only documents and blocks with segments of these kinds; other segments of such a block are shown, but locked. */
  readonly only?: ReadonlyArray<Freshness>
  readonly describe?: Describe
}

interface Form {
  readonly format: HandoffFormat
  readonly profile: Profile
}

/** The format to write: what is asked for now, else what the profile wants, else what the configuration says. */
function formOf({config}: Project, {format, profile}: HandoffChoices): Form {
  const chosen = PROFILES[profile ?? config.handoff.profile]
  const usual = profile ? undefined : config.handoff.format
  return {profile: chosen, format: format ?? usual ?? (chosen.version === '2.0' ? 'xliff-2.0' : 'xliff-1.2')}
}

/** The hand-off of some works in one file; undefined if there is nothing to hand off in this format. */
export async function handoffOf(
  works: ReadonlyArray<Work>,
  project: Project,
  choices: HandoffChoices
): Promise<InParts | undefined> {
  const {format, profile} = formOf(project, choices)
  const parts = works.map(({direction, bitext}) => ({direction, bitext: wantedOf(bitext, choices)}))
  const wanted = parts.filter(({bitext}) => bitext.units.length > 0)
  if (format === 'i18next-xliff') return flatHandoff(wanted)
  if (wanted.length === 0) return undefined
  const {only, describe} = choices
  const options: HandoffOptions = {
    version: format === 'xliff-2.0' ? '2.0' : '1.2',
    copySource: profile.copySource,
    candidates: profile.candidates,
    approveTranslated: profile.approveTranslated,
    unchanged: profile.unchanged,
    empty: profile.empty,
    datatypeOf: ({document}) => formatFor(document).datatype,
    ...(only && {locked: (_: Unit, pair: Pair) => !only.includes(freshnessOf(pair))}),
    ...(describe && {
      describe: (unit: Unit, pair: Pair, {document, sourceLocale, targetLocale}: Bitext) => {
        const numbers = formatFor(document).numbersFor?.(unit, pair, targetLocale) ?? []
        return describe(unit, pair, {sourceLocale, targetLocale, numbers})
      }
    })
  }
  const bitexts = wanted.map(({bitext}) => bitext)
  return {parts: () => writeHandoffInParts(bitexts, options)}
}

function formatFor(document: string): DocumentFormat {
  return formatNamed(formatOf(document)!)
}

/** A hand-off as flat catalogs, of the documents that tools exchange so; undefined if there are none. */
async function flatHandoff(
  parts: ReadonlyArray<Pick<Work, 'direction' | 'bitext'>>
): Promise<InParts | undefined> {
  const flat = parts.flatMap(({direction, bitext}) => formatNamed(direction.format).flat?.write(bitext) ?? [])
  return flat.length === 0 ? undefined : inOne(await writeI18nextXliff(flat, {version: '1.2'}))
}

function wantedOf(bitext: Bitext, {only}: HandoffChoices): Bitext {
  const units = only
    ? bitext.units.filter((unit) => unit.pairs.some((pair) => only.includes(freshnessOf(pair))))
    : bitext.units
  return {...bitext, units, removed: []}
}

/** Path of a work's hand-off below the folder of all hand-offs: `en-fr/releases/oslo.xlf`. */
export function handoffPath({direction}: Work, project: Project, choices: HandoffChoices): string {
  const {sourceLocale, targetLocale, document} = direction
  const name = handoffName(document).replace(/\.xlf$/, formOf(project, choices).profile.ending)
  return `${sourceLocale}-${targetLocale}/${name}`
}

/** The files of one OmegaT project for each pair of languages. */
export async function omegatProjects(
  works: ReadonlyArray<Work>,
  project: Project,
  choices: HandoffChoices
): Promise<Map<string, InParts>> {
  const files = new Map<string, InParts>()
  for (const [pair, group] of byPair(works)) {
    const sources = []
    for (const work of group) {
      const text = await handoffOf([work], project, choices)
      if (text === undefined) continue
      const name = handoffName(work.direction.document)
      files.set(`${pair}/source/${name}`, text)
      sources.push({name, bitext: wantedOf(work.bitext, choices)})
    }
    if (sources.length === 0) continue
    const rest = omegatProject(sources)
    for (const [path, text] of rest) files.set(`${pair}/${path}`, inOne(text))
  }
  return files
}

/** One hand-off for each pair of languages, with all its documents. */
export async function bundles(
  works: ReadonlyArray<Work>,
  project: Project,
  choices: HandoffChoices
): Promise<Map<string, InParts>> {
  const files = new Map<string, InParts>()
  for (const [pair, group] of byPair(works)) {
    const text = await handoffOf(group, project, choices)
    if (text !== undefined) files.set(`${pair}${formOf(project, choices).profile.ending}`, text)
  }
  return files
}

function byPair(works: ReadonlyArray<Work>): Map<string, Work[]> {
  return Map.groupBy(works, ({direction}) => `${direction.sourceLocale}-${direction.targetLocale}`)
}

/** A path below a folder, with `/`; a person may write the folder as their system does. */
export function below(folder: string, path: string): string {
  return posix.join(folder.replaceAll(sep, '/'), path)
}
