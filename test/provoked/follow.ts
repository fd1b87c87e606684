import {execFileSync} from 'node:child_process'
import {expect} from 'vitest'
import {EXIT} from '../../packages/cli/src/commands/exit.ts'
import {type Folder, newFolder} from './folder.ts'
import {AS_ADVISED, type Deed, type Provoked, type Solution, type Steps} from './row.ts'
import {tell, type Told, wordsIn} from './told.ts'

/** Every command that a message advises, and whether it solved what the message says. */
export const advised: {readonly message: string; readonly command: string; readonly solved: string}[] = []

const CONFIG = 'pipeline.config.ts'
const BARE = "export default {locales: ['en', 'fr']}\n"

/** The commands that a text advises, as it writes them: of Passerelle, and of what everybody has. */
export function commandsIn(text: string): string[] {
  return [...text.matchAll(/`((?:passerelle|git|mv|npm) [^`]+)`/g)].map(([, command]) => command!)
}

/** A project with some files in which some things have happened. */
export function stateOf({files = {}, steps = []}: Pick<Provoked, 'files' | 'steps'>): Promise<Folder> {
  const folder = newFolder()
  for (const [path, content] of Object.entries({[CONFIG]: BARE, ...files})) folder.write(path, content)
  return taken(steps, folder)
}

/** The project after some steps; the one it was may have changed, too. */
export async function taken(steps: Steps, start: Folder): Promise<Folder> {
  let folder = start
  for (const step of steps) {
    if (typeof step === 'string') await ran(folder, `passerelle ${step}`)
    else {
      const before = folder.has(CONFIG) ? folder.read(CONFIG) : undefined
      await step(folder)
      // A configuration is read once by place.
      if (!folder.has(CONFIG) || folder.read(CONFIG) !== before) folder = folder.copy()
    }
  }
  return folder
}

/** Do what a message says to do by hand before a command, and run it; the ids that this reports. */
export async function follow(line: string, before: Before, folder: Folder): Promise<string[]> {
  const [program, verb] = wordsIn(line)
  await before[program === 'passerelle' ? verb! : program!]?.(folder)
  return ran(folder, line)
}

/** What is done by hand before commands that are advised, by their verb, or by the program where it is another. */
type Before = Readonly<Record<string, Deed>>

/** The ids that a command line reports that does not fail for how it is written. */
async function ran(folder: Folder, line: string): Promise<string[]> {
  const [program, ...words] = wordsIn(line)
  if (program !== 'passerelle') {
    const env = {...process.env, npm_config_audit: 'false', npm_config_fund: 'false'}
    execFileSync(program!, words, {cwd: folder.root, env})
    return []
  }
  const {code, told, output} = await tell(folder, words)
  expect([EXIT.done, EXIT.errors, EXIT.gate], `${line}\n${output}`).toContain(code)
  return told.map(({id}) => id)
}

/** What a row’s command reports. */
export async function run(
  folder: Folder,
  command: Provoked['command']
): Promise<{readonly told: ReadonlyArray<Told>; readonly output?: string}> {
  return typeof command === 'string' ? tell(folder, wordsIn(command)) : {told: await command(folder)}
}

async function idsAfter(folder: Folder, command: Provoked['command']): Promise<string[]> {
  const {told} = await run(folder, command)
  return told.map(({id}) => id)
}

/** Put right what was reported, in each way that the message advises; the ids that are reported then, by way. */
export async function solve(
  id: string,
  {command, solved}: Provoked,
  commands: ReadonlyArray<string>,
  state: Folder
): Promise<string[][]> {
  const {before, inOrder, instead, byHand} = waysOf(solved)
  expect(commands.length > 0, `${id} advises ${commands.join(', ') || 'no command'}`).toBe(
    before !== undefined
  )
  if (!before) {
    const folder = await taken(byHand ?? [], state.copy())
    return byHand || instead ? [await idsAfter(folder, instead ?? command)] : []
  }
  const ways = inOrder ? [commands] : commands.map((line) => [line])
  return Promise.all(
    ways.map(async (lines) => {
      const folder = state.copy()
      let ids: string[] = []
      for (const line of lines) ids = await follow(line, before, folder)
      if (instead === undefined) ids = await idsAfter(folder.copy(), command)
      note(id, lines, !ids.includes(id))
      return ids
    })
  )
}

/** Note what became of commands that a message advised. */
export function note(message: string, lines: ReadonlyArray<string>, isSolved: boolean): void {
  for (const command of lines) advised.push({message, command, solved: isSolved ? 'yes' : 'no'})
}

/** A solution, taken apart. */
interface Ways {
  readonly before?: Before
  readonly inOrder?: true
  /** Another command line; what is advised itself, where it is empty. */
  readonly instead?: string
  readonly byHand?: Steps
}

function waysOf(solved: Solution): Ways {
  if (solved === AS_ADVISED) return {before: {}}
  if (typeof solved === 'function') return {byHand: [solved]}
  if (isSteps(solved)) return {byHand: solved}
  if ('before' in solved) return solved
  if ('nothing' in solved) return {}
  return solved.instead === AS_ADVISED ? {before: {}, instead: ''} : {instead: solved.instead}
}

function isSteps(solved: Solution): solved is Steps {
  return Array.isArray(solved)
}
