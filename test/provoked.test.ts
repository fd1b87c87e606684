import {afterAll, describe, expect, it} from 'vitest'
import english from '../locales/en/cli.json' with {type: 'json'}
import french from '../locales/fr/cli.json' with {type: 'json'}
import {LANGUAGES, loadMessages} from '../packages/cli/src/messages/messages.ts'
import {advice, type Advice} from './provoked/advice.ts'
import {advised, commandsIn, note, run, solve, stateOf} from './provoked/follow.ts'
import {families} from './provoked/index.ts'
import type {Provoked} from './provoked/row.ts'
import {argsWrong, said, unfilled} from './provoked/said.ts'
import {print, wordsIn} from './provoked/told.ts'

afterAll(() => {
  console.table(advised.toSorted((a, b) => (a.message < b.message ? -1 : 1)))
})

describe.each(Object.entries(families))('%s', (_, rows) => {
  it.concurrent.each(Object.entries<Provoked>(rows))('%s', async (id, row) => {
    const state = await stateOf(row)
    const {told, output} = await run(state, row.command)
    const ids = told.map((one) => one.id)
    expect(ids, output).toContain(id)
    const found = told[ids.indexOf(id)]!
    expect(argsWrong(found), 'arguments are those of the table').toEqual([])
    const all = LANGUAGES.map(loadMessages)
    for (const messages of all) expect(unfilled(found, messages), messages.language).toEqual([])
    const [commands, ...others] = all.map((messages) => commandsIn(said(found, messages)))
    for (const other of others) expect(other, 'all languages advise the same').toEqual(commands)
    for (const left of await solve(id, row, commands!, state))
      expect(left, 'after what was advised').not.toContain(id)
  })
})

const catalogs: Readonly<Record<string, object>> = {en: english, fr: french}

describe.each(LANGUAGES)('messages that are no diagnostics, in %s', (language) => {
  const texts = [...flat(catalogs[language]!)].filter(
    ([key, text]) => !key.startsWith('diagnostics.') && /`(?:passerelle |\{\{command)/.test(text)
  )

  it('are all here that advise a command', () => {
    const keys = texts.map(([key]) => key.replace(/_(?:one|many|other)$/, ''))
    expect(new Set(advice.map(({message}) => message as string))).toEqual(new Set(keys))
  })

  it.concurrent.each(advice.map((row) => [row.message, row] as const))('%s', async (message, row) => {
    const state = await stateOf(row)
    const output = await print(state, wordsIn(row.command), language)
    const shapes = texts.filter(([key]) => key.replace(/_(?:one|many|other)$/, '') === message)
    const printed = shapes.flatMap(([, text]) => shapeOf(text).exec(output) ?? [])
    expect(printed, output).not.toEqual([])
    const [command] = commandsIn(printed[0]!)
    await row.before?.(state)
    const then = await print(state, wordsIn(filledIn(command!, row)).slice(1), language)
    note(`${message} (${language})`, [command!], row.isThere(state, then))
    expect(row.isThere(state, then), then).toBe(true)
  })
})

/** A command with what people put in the place of its words in capitals. */
function filledIn(command: string, {put = {}}: Advice): string {
  return command.replace(/\b[A-Z]{2,}\b/g, (word) => put[word] ?? word)
}

/** How a message looks once it is printed: its values filled in. */
function shapeOf(text: string): RegExp {
  const parts = text.split(/\{\{.*?\}\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
  return new RegExp(parts.join('.*?').replace(/ /g, String.raw`\s+`))
}

function* flat(tree: object, above = ''): Generator<readonly [key: string, text: string]> {
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield [above + name, value]
    else yield* flat(value as object, `${above}${name}.`)
  }
}
