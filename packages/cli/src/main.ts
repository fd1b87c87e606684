import {resolve} from 'node:path'
import type {Verb} from '@passerelle/pipeline'
import {completion} from './completion/index.ts'
import {EXIT, exitCodeOf} from './commands/exit.ts'
import {tellBug, tellInterruption, tellProblem} from './commands/failure.ts'
import type {VerbName} from './grammar/grammar.ts'
import {help} from './grammar/help.ts'
import {version} from './grammar/manifest.ts'
import {chooseLanguage, loadMessages} from './messages/messages.ts'
import {parse} from './grammar/parse.ts'
import type {Pipeline} from './commands/pipeline.ts'
import type {ProgressLine} from './terminal/progress.ts'
import {tell} from './commands/tell.ts'
import {run} from './commands/run.ts'
import {segment} from './commands/segment.ts'
import {lookOf} from './terminal/terminal.ts'
import {validate} from './commands/validate.ts'
import {visibleIn} from './terminal/visible.ts'
import type {Scene, World} from './commands/world.ts'

/**
 * Run Passerelle.
 *
 * @param argv
 *   Arguments after the name of the program.
 * @returns
 *   Exit code: see {@link EXIT}. Nothing is thrown; a bug is printed with its stack.
 */
export async function main(argv: ReadonlyArray<string>, world: World): Promise<number> {
  const {request, options} = parse(argv)
  const messages = loadMessages(chooseLanguage(options.lang, world.env))
  const look = lookOf(world.stdout, world.env)
  const scene: Scene = {world, options, messages, look, errorLook: lookOf(world.stderr, world.env)}
  switch (request.kind) {
    case 'version':
      world.stdout.write(`${version()}\n`)
      return EXIT.done
    case 'help':
      world.stdout.write(help(request.verb, messages, look))
      return EXIT.done
    case 'problem':
      tellProblem(request.problem, scene, request.verb)
      return EXIT.usage
    case 'run':
      if (request.verb === 'segment')
        return guarded(scene, request.verb, (pipeline) => segment(pipeline, request.operands[0], scene))
      if (request.verb === 'validate')
        return guarded(scene, request.verb, (pipeline) => validate(pipeline, request.operands, scene))
      if (request.verb !== 'completion') return work(request.verb, request.operands, scene)
      world.stdout.write(completion(request.operands[0]!, messages))
      return EXIT.done
  }
}

function work(verb: Verb, files: ReadonlyArray<string>, scene: Scene): Promise<number> {
  return guarded(scene, verb, async (pipeline, signal) => {
    const {world, options, messages} = scene
    const progress = await progressOf(scene)
    try {
      const root = resolve(world.cwd, options.cwd ?? '.')
      const report = await run(pipeline, {
        verb,
        files,
        options,
        messages,
        root,
        env: world.env,
        signal,
        onProgress: progress?.show
      })
      progress?.stop()
      if (signal.aborted) return tellInterruption(scene)
      // Programs get the data as it is, in a form that shows it.
      tell(
        options.json && !options.format ? report : visibleIn(report),
        {root, config: await pipeline.configName(root)},
        scene
      )
      return exitCodeOf(report)
    } finally {
      progress?.stop()
    }
  })
}

/** Do something with the pipeline; whatever it throws ends in a message and an exit code. */
async function guarded(
  scene: Scene,
  verb: VerbName,
  job: (pipeline: Pipeline, signal: AbortSignal) => Promise<number>
): Promise<number> {
  const {world} = scene
  const signal = world.signal ?? new AbortController().signal
  let pipeline: Pipeline | undefined
  try {
    pipeline = world.pipeline ?? (await import('@passerelle/pipeline'))
    return await job(pipeline, signal)
  } catch (error) {
    if (signal.aborted) return tellInterruption(scene)
    if (!pipeline || !(error instanceof pipeline.UsageError)) return tellBug(error, scene)
    tellProblem(error, scene, verb)
    return EXIT.usage
  }
}

/** Progress is for a person who waits: not in CI, not where only results are wanted. */
async function progressOf({world, options, messages, errorLook}: Scene): Promise<ProgressLine | undefined> {
  const isUnwanted = options.quiet || options.json || options.progress === false
  if (!errorLook.interactive || world.env['CI'] || isUnwanted) return undefined
  const {startProgress} = await import('./terminal/progress.ts')
  return startProgress(world.stderr as NodeJS.WritableStream, messages, errorLook)
}
