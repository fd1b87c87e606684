import type {Freshness} from '@passerelle/model'
import type {
  ConfigKind,
  HandoffFormat,
  Profile,
  Progress,
  Project,
  Report,
  Verb,
  VerbOptions
} from '@passerelle/pipeline'
import {cacheOf} from './cache.ts'
import {describe} from './describe.ts'
import type {World} from './world.ts'
import type {Messages} from '../messages/messages.ts'
import type {Options} from '../grammar/parse.ts'
import type {Pipeline} from './pipeline.ts'

/** What a verb is run with. */
export interface Job {
  readonly verb: Verb
  readonly files: ReadonlyArray<string>
  readonly options: Options
  /** For what is written in words, as comments of a configuration. */
  readonly messages: Messages
  /** Absolute path of the project. */
  readonly root: string
  readonly env: World['env']
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
  if (verb === 'init') return initialise(pipeline, job, shared)
  const project = await pipeline.openProject(root, {code: options.code !== false})
  return runOn(pipeline, project, job, shared)
}

function initialise(
  pipeline: Pipeline,
  {root, options: {config}, messages}: Job,
  shared: VerbOptions
): Promise<Report> {
  return pipeline.init(root, {
    ...shared,
    ...(config && {config: config as ConfigKind}),
    explain: (name) => messages.say(`config.${name}`)
  })
}

function runOn(pipeline: Pipeline, project: Project, job: Job, shared: VerbOptions): Promise<Report> {
  const {verb, files, options} = job
  const {to, format, profile, bundle, only, baseline, updateBaseline, pruneBaseline, minimum, discardEdit} =
    options
  const documents = files.length > 0 ? {documents: files} : {}
  switch (verb) {
    case 'export':
      return pipeline.exportHandoffs(project, {
        ...shared,
        ...documents,
        describe,
        ...(to && {to}),
        ...(format && {format: format as HandoffFormat}),
        ...(profile && {profile: profile as Profile}),
        ...(bundle && {bundle}),
        ...(only && {only: only as ReadonlyArray<Freshness>})
      })
    case 'import':
      return pipeline.importHandbacks(project, files, shared)
    case 'sync':
      return pipeline.sync(project, {...shared, ...documents, ...cached(job), describe})
    case 'check':
      return pipeline.check(project, {
        ...shared,
        ...documents,
        ...cached(job),
        ...(baseline && {baseline}),
        ...(options.for && {for: options.for}),
        ...(options.failOn && {failOn: options.failOn}),
        ...(updateBaseline && {updateBaseline}),
        ...(pruneBaseline && {pruneBaseline}),
        ...(minimum !== undefined && {minimum})
      })
    case 'confirm':
      return pipeline.confirm(project, files, {...shared, ...pick(options, ['take', 'empty', 'all'])})
    case 'status':
      return pipeline.status(project, {...shared, ...documents, ...cached(job), describe})
    case 'restore':
      return pipeline.restore(project, files, {...shared, ...pick(options, ['text'])})
    case 'pseudo':
      return pipeline.pseudo(project, {...shared, ...(to && {to})})
    case 'merge':
      return pipeline.merge(project, {...shared, ...(discardEdit && {discardEdits: discardEdit})})
    case 'extract':
      return pipeline[verb](project, shared)
    case 'init':
      return initialise(pipeline, job, shared)
  }
}

/** Where the result of an idle run is kept, if anywhere. */
function cached({options: {cache, cacheDir}, root, env}: Job): Pick<VerbOptions, 'cache'> {
  const folder = cache === false ? undefined : cacheOf(root, cacheDir, env)
  return folder ? {cache: folder} : {}
}

/** The values of some options, of those that were given. */
function pick<Key extends keyof Options>(options: Options, keys: ReadonlyArray<Key>): Pick<Options, Key> {
  return Object.fromEntries(
    keys.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]]))
  ) as Pick<Options, Key>
}
