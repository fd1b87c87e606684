import type {HandoffFormat, Profile, Progress, Project, Report, VerbOptions} from '@passerelle/pipeline'
import {describe} from './describe.ts'
import type {WorkVerb} from './grammar.ts'
import type {Options} from './parse.ts'
import type {Pipeline} from './pipeline.ts'

/** What a verb is run with. */
export interface Job {
  readonly verb: WorkVerb
  readonly files: ReadonlyArray<string>
  readonly options: Options
  /** Absolute path of the project. */
  readonly root: string
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly signal: AbortSignal
}

/** Run a verb of the pipeline. */
export async function run(pipeline: Pipeline, job: Job): Promise<Report> {
  const {verb, options, root, signal, onProgress} = job
  const shared: VerbOptions = {
    signal,
    ...(options.locale && {locales: options.locale}),
    ...(options.dryRun && {dryRun: true}),
    ...(onProgress && {onProgress})
  }
  if (verb === 'init') return pipeline.init(root, shared)
  const project = await pipeline.openProject(root)
  return runOn(pipeline, project, job, shared)
}

function runOn(
  pipeline: Pipeline,
  project: Project,
  {verb, files, options}: Job,
  shared: VerbOptions
): Promise<Report> {
  const {to, format, profile, bundle, only, baseline, updateBaseline, minimum} = options
  switch (verb) {
    case 'export':
      return pipeline.exportHandoffs(project, {
        ...shared,
        describe,
        ...(to && {to}),
        ...(format && {format: format as HandoffFormat}),
        ...(profile && {profile: profile as Profile}),
        ...(bundle && {bundle}),
        ...(only && {only: only as ReadonlyArray<'valid' | 'changed' | 'missing'>})
      })
    case 'import':
      return pipeline.importHandbacks(project, files, shared)
    case 'sync':
      return pipeline.sync(project, {...shared, describe})
    case 'check':
      return pipeline.check(project, {
        ...shared,
        ...(baseline && {baseline}),
        ...(updateBaseline && {updateBaseline}),
        ...(minimum !== undefined && {minimum})
      })
    case 'pseudo':
      return pipeline.pseudo(project, {...shared, ...(to && {to})})
    case 'extract':
    case 'merge':
    case 'status':
      return pipeline[verb](project, shared)
    case 'init':
      return pipeline.init(project.root, shared)
  }
}
