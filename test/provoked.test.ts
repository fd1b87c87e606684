import {DIAGNOSTICS, type DiagnosticRow, USAGE_PROBLEMS} from '@passerelle/model'
import {afterAll, describe, expect, it} from 'vitest'
import {wordsOf} from '../packages/cli/src/diagnostics.ts'
import {EXIT} from '../packages/cli/src/exit.ts'
import {LANGUAGES, loadMessages, type Messages} from '../packages/cli/src/messages.ts'
import {type Folder, newFolder} from './provoked/folder.ts'
import {families} from './provoked/index.ts'
import {AS_ADVISED, type Deed, type Provoked, type Solution, type Steps} from './provoked/row.ts'
import {type Outcome, tell, type Told, wordsIn} from './provoked/told.ts'

const languages = LANGUAGES.map(loadMessages)
const table: Readonly<Record<string, DiagnosticRow>> = {...USAGE_PROBLEMS, ...DIAGNOSTICS}

/** Every command that a message advises, and whether it solved what the message says. */
const advised: {readonly id: string; readonly command: string; readonly solved: string}[] = []

afterAll(() => {
  console.table(advised)
})

describe.each(Object.entries(families))('%s', (_, rows) => {
  it.concurrent.each(Object.entries<Provoked>(rows))('%s', async (id, row) => {
    const state = await stateOf(row)
    const told = await reported(state, id, row.command)
    expect(argsWrong(told), 'arguments are those of the table').toEqual([])
    const commands = languages.map((messages) => {
      expect(unfilled(told, messages), messages.language).toEqual([])
      return commandsIn(told, messages)
    })
    expect(commands, 'all languages advise the same').toEqual(languages.map(() => commands[0]))
    for (const solved of await solve(id, row, commands[0]!, state))
      expect(solved, 'after what was advised').not.toContain(id)
  })
})

/** The project in which something will be reported. */
function stateOf({files = {}, steps = []}: Provoked): Promise<Folder> {
  const folder = newFolder()
  for (const [path, content] of Object.entries({[CONFIG]: BARE, ...files})) folder.write(path, content)
  return taken(steps, folder)
}

const CONFIG = 'pipeline.config.ts'
const BARE = "export default {locales: ['en', 'fr']}\n"

/** The project after some steps; the one it was may have changed, too. */
async function taken(steps: Steps, start: Folder): Promise<Folder> {
  let folder = start
  for (const step of steps) {
    if (typeof step === 'string') await ran(folder, step)
    else {
      const before = folder.has(CONFIG) ? folder.read(CONFIG) : undefined
      await step(folder)
      // A configuration is read once by place.
      if (!folder.has(CONFIG) || folder.read(CONFIG) !== before) folder = folder.copy()
    }
  }
  return folder
}

/** What a command line reports that does not fail for how it is written. */
async function ran(folder: Folder, line: string): Promise<string[]> {
  const {code, told, output} = await tell(folder, wordsIn(line))
  expect([EXIT.done, EXIT.errors, EXIT.gate], `passerelle ${line}\n${output}`).toContain(code)
  return told.map(({id}) => id)
}

/** What a command reports with an id. */
async function reported(state: Folder, id: string, command: Provoked['command']): Promise<Told> {
  const {told, output = ''} = await run(state, command)
  const found = told.find((one) => one.id === id)
  expect(
    told.map((one) => one.id),
    output
  ).toContain(id)
  return found!
}

/** Arguments that the table does not have, or that are not of the kind it says, or that are absent. */
function argsWrong({id, args}: Told): string[] {
  const expected = table[id]!.args
  const values: Readonly<Record<string, unknown>> = args
  const names = new Set([...Object.keys(expected), ...Object.keys(values)])
  return [...names].filter((name) => {
    const kind = expected[name]
    if (kind === undefined) return true
    const isAbsent = values[name] === undefined
    return isAbsent ? !kind.endsWith('?') : typeof values[name] !== KINDS[kind.replace('?', '')]
  })
}

const KINDS: Readonly<Record<string, string>> = {text: 'string', number: 'number'}

/** Sentences and hints in which a value is lacking. */
function unfilled(told: Told, messages: Messages): string[] {
  // What a value itself holds is no hole.
  const args = Object.fromEntries(
    Object.entries(told.args).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(/…|\{\{/g, '-') : value
    ])
  )
  return Object.values(wordsOf({...told, args}, messages)).filter(
    (text) => /…|\{\{|^$/.test(text) && text !== ''
  )
}

/** The commands that a message advises, as it writes them. */
function commandsIn(told: Told, messages: Messages): string[] {
  const {sentence, hint} = wordsOf(told, messages)
  return [...`${sentence} ${hint}`.matchAll(/`passerelle ([^`]+)`/g)].map(([, command]) => command!)
}

/** Put right what was reported, in each way that the message advises; what is reported then. */
async function solve(
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
      for (const line of lines)
        advised.push({id, command: `passerelle ${line}`, solved: ids.includes(id) ? 'no' : 'yes'})
      return ids
    })
  )
}

/** Do what a message says to do by hand before a command, and run it; what this reports. */
async function follow(
  line: string,
  before: Readonly<Record<string, Deed>>,
  folder: Folder
): Promise<string[]> {
  await before[wordsIn(line)[0]!]?.(folder)
  return ran(folder, line)
}

async function run(
  folder: Folder,
  command: Provoked['command']
): Promise<Partial<Outcome> & Pick<Outcome, 'told'>> {
  return typeof command === 'string' ? tell(folder, wordsIn(command)) : {told: await command(folder)}
}

async function idsAfter(folder: Folder, command: Provoked['command']): Promise<string[]> {
  const {told} = await run(folder, command)
  return told.map(({id}) => id)
}

/** A solution, taken apart. */
interface Ways {
  /** What is done by hand before commands that are advised. */
  readonly before?: Readonly<Record<string, Deed>>
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
