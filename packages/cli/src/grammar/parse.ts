import type {Level} from '@passerelle/model'
import type {Question} from '@passerelle/pipeline/choices'
import {Command, CommanderError, Option} from 'commander'
import {GLOBAL_OPTIONS, type OptionRule, VERBS, type VerbName, type VerbRule, verbRule} from './grammar.ts'
import {checkValues, invalidChoice, type Problem, suggestion, type Values} from './values.ts'

/** Values of all options; those of other verbs are absent. */
export interface Options {
  readonly cwd?: string
  readonly locale?: ReadonlyArray<string>
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
  readonly progress?: boolean
  readonly lang?: string
  readonly version?: boolean
  readonly help?: boolean
  readonly to?: string
  readonly format?: string
  readonly profile?: string
  readonly bundle?: boolean
  readonly only?: ReadonlyArray<string>
  readonly discardEdit?: ReadonlyArray<string>
  readonly minimum?: number
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly pruneBaseline?: boolean
  readonly for?: Question
  readonly failOn?: Level
  readonly rules?: boolean
  readonly take?: string
  readonly text?: string
  readonly empty?: boolean
  readonly all?: boolean
  readonly code?: boolean
  readonly cache?: boolean
  readonly cacheDir?: string
  readonly config?: string
}

/** What a command line asks for. */
export type Request =
  | {readonly kind: 'run'; readonly verb: VerbName; readonly operands: ReadonlyArray<string>}
  | {readonly kind: 'help'; readonly verb?: VerbName | undefined}
  | {readonly kind: 'version'}
  | {readonly kind: 'problem'; readonly problem: Problem; readonly verb?: VerbName | undefined}

/**
 * Understand a command line.
 *
 * What is wrong comes back as a problem and is not thrown. `options` hold what could be understood even then, so
 * that the problem is told in the language that was asked for.
 */
export function parse(argv: ReadonlyArray<string>): {request: Request; options: Options} {
  const program = buildProgram()
  const failure = attempt(() =>
    program.parse(argv[0] === 'help' ? [...argv.slice(1), '--help'] : [...argv], {from: 'user'})
  )
  const [word, ...operands] = program.args
  const rule = verbRule(word ?? '')
  const command = program.commands.find((candidate) => candidate.name() === rule?.name)
  const rules = [...GLOBAL_OPTIONS, ...(rule?.options ?? [])]
  const found: Values = {...program.opts<Values>(), ...command?.opts<Values>()}
  const values = checkValues(rules, found)

  if (found['version']) return {request: {kind: 'version'}, options: found}
  // Help comes before everything but a verb that does not exist.
  if (found['help'] && (rule || word === undefined))
    return {request: {kind: 'help', verb: rule?.name}, options: found}
  const problem = failure
    ? problemOf(failure, rules, rule)
    : isProblem(values)
      ? values
      : checkOperands(rule, operands)
  if (problem) return {request: {kind: 'problem', problem, verb: rule?.name}, options: found}
  const request: Request = rule
    ? {kind: 'run', verb: rule.name, operands: command?.args ?? []}
    : {kind: 'help'}
  return {request, options: values as Options}
}

function buildProgram(): Command {
  const program = silence(new Command('passerelle'))
  for (const rule of GLOBAL_OPTIONS) program.addOption(optionOf(rule))
  for (const {name, operand, options} of VERBS) {
    const command = silence(program.command(name))
    for (const rule of options) command.addOption(optionOf(rule))
    if (operand) command.argument(argumentOf(operand))
    command.action(() => {})
  }
  return program
}

function argumentOf({value, many, optional}: NonNullable<VerbRule['operand']>): string {
  const name = many ? `${value}...` : value
  return optional ? `[${name}]` : `<${name}>`
}

/** Commander parses; it neither speaks, nor helps, nor exits. */
function silence(command: Command): Command {
  return command
    .helpOption(false)
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureOutput({writeOut: () => {}, writeErr: () => {}})
    .exitOverride()
}

function optionOf(rule: OptionRule): Option {
  const option = new Option(
    `${rule.short ? `-${rule.short}, ` : ''}--${rule.name}${rule.value ? ' <value>' : ''}`
  )
  if (!rule.list) return option
  return option.argParser<ReadonlyArray<string> | undefined>((value, before) => [
    ...(before ?? []),
    ...value.split(',').filter(Boolean)
  ])
}

/** Why parsing failed; being called without any word, which asks for help, is no failure. */
function attempt(run: () => void): CommanderError | undefined {
  try {
    run()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.code !== 'commander.help') return error
  }
  return undefined
}

/** Put an error of commander, known by its code, in our own terms. */
function problemOf(
  error: CommanderError,
  rules: ReadonlyArray<OptionRule>,
  verb: VerbRule | undefined
): Problem {
  // The word in question stands in the sentence alone; the version of commander is pinned, and tests watch it.
  const word = /'(.*)'/s.exec(error.message)?.[1] ?? ''
  const flag = /--?[\w-]+/.exec(word)?.[0] ?? word
  switch (error.code) {
    case 'commander.unknownCommand':
      return {
        id: 'unknown-verb',
        args: {
          verb: word,
          ...suggestion(
            word,
            VERBS.map(({name}) => name)
          )
        }
      }
    case 'commander.unknownOption':
      return {
        id: 'unknown-option',
        args: {
          option: flag,
          ...suggestion(
            flag,
            rules.map(({name}) => `--${name}`)
          )
        }
      }
    case 'commander.optionMissingArgument':
      return {id: 'missing-value', args: {option: /--[\w-]+/.exec(word)?.[0] ?? word}}
    case 'commander.missingArgument':
      return {id: 'missing-argument', args: {verb: verb!.name, example: verb!.examples[0]!.line}}
    case 'commander.excessArguments':
      return {id: 'excess-arguments', args: {}}
    default:
      throw error
  }
}

function checkOperands(rule: VerbRule | undefined, operands: ReadonlyArray<string>): Problem | undefined {
  const choices = rule?.operand?.choices
  const wrong = choices && operands.find((word) => !choices.includes(word))
  return wrong === undefined ? undefined : invalidChoice(rule!.name, wrong, choices!)
}

function isProblem(values: Values | Problem): values is Problem {
  return typeof values['id'] === 'string'
}
