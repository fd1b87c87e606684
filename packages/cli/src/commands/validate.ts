import {resolve} from 'node:path'
import type {Validation} from '@passerelle/pipeline'
import {printDiagnostics} from '../reporters/diagnostics.ts'
import {EXIT} from './exit.ts'
import type {Pipeline} from './pipeline.ts'
import {visibleIn, visibleJson} from '../terminal/visible.ts'
import type {Scene} from './world.ts'

/** Say of each file whether it keeps to the rules of its format, and where not. */
export async function validate(
  pipeline: Pipeline,
  files: ReadonlyArray<string>,
  scene: Scene
): Promise<number> {
  const {world, options, messages, errorLook} = scene
  const found = await pipeline.validateFiles(resolve(world.cwd, options.cwd ?? '.'), files)
  if (options.json) world.stdout.write(`${visibleJson(found)}\n`)
  else {
    world.stderr.write(printDiagnostics(visibleIn(found.diagnostics), messages, errorLook))
    if (!options.quiet) world.stdout.write(summary(visibleIn(found), scene))
  }
  return found.files.every(({valid}) => valid) ? EXIT.done : EXIT.errors
}

function summary({files}: Validation, {messages, look}: Scene): string {
  const lines = files.map(({path, valid}) => {
    const line = messages.say(valid ? 'validate.valid' : 'validate.invalid', {path})
    return valid ? line : look.colors.bold(line)
  })
  const wrong = files.filter(({valid}) => !valid).length
  const total = messages.say(wrong === 0 ? 'validate.all' : 'validate.some', {
    count: wrong,
    total: files.length
  })
  return `${[...lines, ...(files.length > 1 ? ['', total] : [])].join('\n')}\n`
}
