import type {UsageArgs, UsageId} from '@passerelle/model'
import {printProblem} from '../reporters/diagnostics.ts'
import {EXIT} from './exit.ts'
import type {VerbName} from '../grammar/grammar.ts'
import {bugsUrl, version} from '../grammar/manifest.ts'
import {visible, visibleIn} from '../terminal/visible.ts'
import type {Scene} from './world.ts'

/** A problem of usage, found by the command line or thrown by the pipeline. */
interface Usage {
  readonly id: UsageId
  readonly args: UsageArgs[UsageId]
}

/** Tell what is wrong with how Passerelle was called or configured. */
export function tellProblem(problem: Usage, {world, messages, errorLook}: Scene, verb?: VerbName): void {
  const command = ['passerelle', verb, '--help'].filter(Boolean).join(' ')
  world.stderr.write(printProblem(visibleIn({id: problem.id, args: problem.args}), messages, errorLook))
  world.stderr.write(`  ${messages.say('help.see', {command})}\n`)
}

/** Tell that work was interrupted; returns the exit code. */
export function tellInterruption({world, messages}: Scene): number {
  world.stderr.write(`${messages.say('text.interrupted')}\n`)
  return EXIT.interrupted
}

/** Tell of a bug, with what its reporter needs; returns the exit code. */
export function tellBug(error: unknown, {world, messages}: Scene): number {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const where = bugsUrl() ?? messages.say('bug.where')
  const setting = `passerelle ${version()}, Node ${process.version}, ${process.platform}`
  const shown = stack.split('\n').map(visible)
  const lines = [messages.say('bug.sentence'), messages.say('bug.hint', {where}), '', setting, ...shown]
  world.stderr.write(`${lines.join('\n')}\n`)
  return EXIT.bug
}
