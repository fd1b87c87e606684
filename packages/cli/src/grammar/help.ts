import stringWidth from 'string-width'
import {GLOBAL_OPTIONS, type OptionRule, VERBS, type VerbName, type VerbRule, verbRule} from './grammar.ts'
import type {MessageKey, NamesIn} from '../messages/keys.ts'
import {pad, prose, wrap} from '../terminal/layout.ts'
import type {Messages} from '../messages/messages.ts'
import type {Look} from '../terminal/terminal.ts'

/** Help for all of Passerelle, or for one verb. */
export function help(verb: VerbName | undefined, messages: Messages, look: Look): string {
  const rule = verb && verbRule(verb)
  const parts = rule ? verbHelp(rule, messages, look) : overview(messages, look)
  return `${parts.join('\n\n')}\n`
}

function overview(messages: Messages, look: Look): string[] {
  const {say} = messages
  return [
    prose(say('help.tagline'), look),
    section('usage', [`  passerelle ${say('values.verb')} [${say('values.options')}]`], messages, look),
    section(
      'verbs',
      table(
        VERBS.map(({name}) => [name, say(`verbs.${name}.summary`)]),
        look
      ),
      messages,
      look
    ),
    section('options', optionTable(GLOBAL_OPTIONS, messages, look), messages, look),
    section(
      'examples',
      [
        ...example('passerelle sync', say('verbs.sync.examples.all'), look),
        ...example('passerelle status --lang fr', say('help.example-lang'), look)
      ],
      messages,
      look
    ),
    prose(say('help.more'), look)
  ]
}

function verbHelp(rule: VerbRule, messages: Messages, look: Look): string[] {
  const {say} = messages
  const {name, options, examples} = rule
  const parts = [
    prose(say('help.heading', {verb: name, summary: say(`verbs.${name}.summary`)}), look),
    prose(say(`verbs.${name}.details`), look),
    section(
      'usage',
      [`  passerelle ${name} ${operandOf(rule, messages)}[${say('values.options')}]`],
      messages,
      look
    )
  ]
  if (options.length > 0) parts.push(section('options', optionTable(options, messages, look), messages, look))
  parts.push(section('everywhere', optionTable(GLOBAL_OPTIONS, messages, look), messages, look))
  const lines = examples.flatMap(({key, line}) => example(line, say(exampleKey(name, key)), look))
  parts.push(section('examples', lines, messages, look))
  return parts
}

/** The message of an example; the type of the table holds its key against those of its verb. */
function exampleKey(name: VerbName, key: string): MessageKey {
  return `verbs.${name}.examples.${key}` as MessageKey
}

function section(
  title: NamesIn<'help.titles'>,
  lines: ReadonlyArray<string>,
  messages: Messages,
  look: Look
): string {
  return [look.colors.bold(messages.say(`help.titles.${title}`)), ...lines].join('\n')
}

function example(line: string, meaning: string, look: Look): string[] {
  return [`  ${look.colors.cyan(`$ ${line}`)}`, prose(meaning, look, '    ')]
}

function operandOf({operand}: VerbRule, messages: Messages): string {
  if (!operand) return ''
  if (operand.choices) return `${operand.choices.join('|')} `
  return `${messages.say(`values.${operand.value}`)}${operand.many ? '…' : ''} `
}

function optionTable(rules: ReadonlyArray<OptionRule>, messages: Messages, look: Look): string[] {
  return table(
    rules.map((rule) => [flagsOf(rule, messages), meaningOf(rule, messages)]),
    look
  )
}

/** More choices than these are listed where lines can be broken. */
const FEW = 5

function hasMany({choices}: OptionRule): boolean {
  return choices !== undefined && choices.length > FEW
}

function meaningOf(rule: OptionRule, {say}: Messages): string {
  const meaning = say(`options.${rule.name}`)
  return hasMany(rule) ? say('help.one-of', {meaning, choices: rule.choices!.join(', ')}) : meaning
}

/** `-l, --locale TAG`: choices are written out where they are few enough to be read. */
function flagsOf(rule: OptionRule, messages: Messages): string {
  const short = rule.short ? `-${rule.short}, ` : '    '
  const word = rule.value && messages.say(`values.${rule.value}`)
  const value = rule.choices && !hasMany(rule) ? rule.choices.join('|') : word
  return `${short}--${rule.name}${value ? ` ${value}` : ''}`
}

/** Widest first column of a table; what is wider stands on a line of its own. */
const WIDEST = 22

function table(rows: ReadonlyArray<readonly [string, string]>, look: Look): string[] {
  const width = Math.min(WIDEST, Math.max(...rows.map(([left]) => stringWidth(left))))
  const indent = ' '.repeat(width + 4)
  return rows.map(([left, right]) => {
    const lines = wrap(right, look.width, indent)
    if (stringWidth(left) > width) return `  ${left}\n${lines}`
    return `  ${pad(left, width, 'left')}  ${lines.slice(indent.length)}`
  })
}
