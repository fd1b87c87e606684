import {join} from 'node:path'
import {type Freshness, freshnessOf, type Pair, type Unit} from '@passerelle/model'
import {writeHandoff, writeI18nextXliff} from '@passerelle/xliff'
import type {HandoffFormat, Profile} from '../config.ts'
import {handoffName} from '../direction.ts'
import {flatOf} from '../flat.ts'
import type {Project} from '../project.ts'
import type {Report} from '../report.ts'
import {each, run, saveAll, type Session, type VerbOptions} from '../session.ts'
import type {Work} from '../work.ts'

/** A note for a translator, in words: where a segment stands, and what to mind. */
export type Describe = (unit: Unit, pair: Pair, sourceLocale: string) => string

export interface ExportOptions {
  /** Folder for the hand-offs, relative to the project. @default the outbox */
  readonly to?: string
  readonly format?: HandoffFormat
  readonly profile?: Profile
  /** Only documents and blocks that have segments of these kinds. */
  readonly only?: ReadonlyArray<Freshness>
  readonly describe?: Describe
}

/** Bilingual files → hand-offs for translators. */
export function exportHandoffs(project: Project, options: VerbOptions & ExportOptions = {}): Promise<Report> {
  return run('export', project, options, true, async (session) => {
    await saveAll(session)
    await each(session.works, session, 'export', async (work) => {
      const text = await handoffOf(work, project, options)
      if (text !== undefined)
        await session.workspace.write(handoffPath(work, project, options.to), text, 'handoff')
    })
    return undefined
  })
}

/** Mean to write the hand-offs of all documents with work to do, and to take away those that are done. */
export async function exportOutbox(session: Session, options: ExportOptions): Promise<void> {
  const {project, workspace} = session
  await each(session.works, session, 'export', async (work) => {
    const path = handoffPath(work, project, undefined)
    const text = isDone(work) ? undefined : await handoffOf(work, project, options)
    if (text !== undefined) await workspace.write(path, text, 'handoff')
    else await workspace.remove(path, 'handoff')
  })
}

/** The hand-off of a work as it would be written now, or undefined where there is nothing to hand off in this form. */
export async function handoffOf(
  work: Work,
  project: Project,
  options: ExportOptions
): Promise<string | undefined> {
  const {only, describe} = options
  const {bitext, direction} = work
  const units = only
    ? bitext.units.filter((unit) => unit.pairs.some((pair) => only.includes(freshnessOf(pair))))
    : bitext.units
  if (units.length === 0) return undefined
  const format = options.format ?? project.config.handoff.format
  if (format === 'i18next-xliff') {
    if (direction.format !== 'i18next') return undefined
    return writeI18nextXliff([flatOf({...work, bitext: {...bitext, units}})], {version: '1.2'})
  }
  return writeHandoff([{...bitext, units, removed: []}], {
    version: format === 'xliff-2.0' ? '2.0' : '1.2',
    copySource: (options.profile ?? project.config.handoff.profile) === 'omegat',
    ...(describe && {describe: (unit, pair) => describe(unit, pair, direction.sourceLocale)})
  })
}

export function handoffPath({direction}: Work, project: Project, to: string | undefined): string {
  const {sourceLocale, targetLocale, document} = direction
  return join(
    to ?? project.config.outbox,
    `${sourceLocale}-${targetLocale}`,
    handoffName(document)
  ).replaceAll('\\', '/')
}

function isDone({bitext}: Work): boolean {
  return bitext.units.every((unit) => unit.pairs.every((pair) => freshnessOf(pair) === 'valid'))
}
